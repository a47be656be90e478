"""Visits every address as somebody and says which tokens were seen that this person may not see."""

import dataclasses
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from articles.admin.site import site
from tests.leaks.posting import Sending, forms_of, requests_of
from tests.leaks.routes import Route, UntoldError, addresses, routes
from tests.leaks.tokens import Where
from tests.leaks.world import Story, World

SCHEMA = Path(__file__).parents[1] / "api" / "schema.json"
COMMON = "fathom"  # a word of every story
# What readers see of a published story; nothing else is ever public.
PUBLIC = {
    "Article": "headline short_headline seo_title slug dek dateline_place body canonical_url editors_note short_id",
    "Byline": "credited_as",
    "Quote": "text verbatim speaker_label original_text translator said_at_place addressee medium notice short_id",
    "QuoteUse": "exact prefix suffix cue attribution_text",
    "QuoteSource": "locator",
    "PullQuote": "words",
    "ConfidentialSource": "public_description public_reason",
    "Correction": "note wrong right",
    "Image": "alt caption credit short_id",
    "Source": "title url publisher archived_url",
    "Occasion": "title place addressee",
    "Person": "name slug description",
    "RoleHolding": "title short_title",
    "Organization": "name short_name slug description url",
    "Author": "name slug job_title location bio email website",
    "Topic": "name slug description",
}
# What readers see whether or not something stands in it: the sections are the menu of the paper.
ALWAYS = {"Section": "name slug description"}
# What is left of a withdrawn article, so that whoever has a copy knows which one to delete.
TOMBSTONE = frozenset(("short_id", "slug"))
# What the whole newsroom shares, whoever works on the story.
SHARED = frozenset(
    "Person PersonName RoleHolding Organization OrganizationName Occasion Source Image Topic Author Section".split()
)
SECRET_OF_SOURCES = frozenset(("codename", "remark"))
SEES_ALL = ("Copy editor", "Editor", "Publisher", "Standards editor", "Administrator", "superuser")


def is_public(where: Where) -> bool:
    return where.field in PUBLIC.get(where.model, "").split()


def may_see(who: str, where: Where, live: Iterable[str] = ("live",)) -> bool:
    """The law of the newsroom: whether this person may find this field of this story anywhere."""
    if where.field in ALWAYS.get(where.model, "").split() or (where.story in live and is_public(where)):
        return True
    if where.story == "withdrawn" and where.model == "Article" and where.field in TOMBSTONE:
        return True
    if who in ("anonymous", "outsider"):
        return False
    if where.model in ("Draft", "SavedFilter") or where.field == "token":
        return who == "owner" and where.field != "token"
    if where.model == "ConfidentialSource":
        is_hidden = where.field in SECRET_OF_SOURCES or where.story == "unused"
        return who in ("owner", "Standards editor") if is_hidden else who != "Reporter"
    if where.model == "Internal":
        return True  # evidence is kept for the whole newsroom, and for nobody else
    if where.model == "Confidential":
        return who in ("owner", "Standards editor")
    if who == "Reporter":
        is_record = where.story in live and where.model.startswith(("Quote", "Edition"))
        return where.model in SHARED or is_record
    return True


@dataclasses.dataclass(frozen=True)
class Leak:
    """A field that was seen by somebody who may not see it."""

    address: str
    who: str
    where: Where

    def __str__(self) -> str:
        return f"{self.who} sees {self.where} at {self.address}"


class Walker:
    """One person on the way through the site."""

    def __init__(self, world: World, who: str, may: Callable[..., bool] = may_see) -> None:
        self.world, self.who, self.may = world, who, may
        self.client = Client(raise_request_exception=False)
        if who != "anonymous":
            self.client.force_login(world.people[who])
        self.seen: dict[Where, str] = {}
        self.pages: dict[str, str] = {}
        self.sent: dict[Sending, int] = {}

    def visit(self, address: str, method: str = "get", **headers: str) -> list[Leak]:
        """What leaks from one answer: its body, its headers and where it redirects to."""
        response = getattr(self.client, method)(address, headers=headers)
        if response.get("Content-Type", "").startswith("text/html"):
            self.pages[address] = response.content.decode()
        return self._leaks(method, address, response, "".join(headers.values()))

    def walk(self, stories: Iterable[Story], within: str = "") -> list[Leak]:
        """Every address of these stories, each once, where it fits the expression."""
        told = [one for one in every_address(stories) if re.search(within, one)]
        return [leak for address in told for leak in self.visit(address)]

    def press(self, story: Story, within: str = "") -> list[Leak]:
        """What leaks from the answers to all that can be sent about a story that was walked: an empty form to every address, every
        form of its pages by each of its buttons, and whatever the schema of the API describes. Nothing of it stays."""
        sendings = list(self._requests(story))
        for address in (one for one in every_address([story]) if "?" not in one):
            sendings += [Sending("post", address), *forms_of(address, self.pages.get(address, ""))]
        told = [one for one in dict.fromkeys(sendings) if re.search(within, one.address)]
        return [leak for sending in told for leak in self._send(sending)]

    def _send(self, sending: Sending) -> list[Leak]:
        cookies = self.client.cookies.copy()
        with transaction.atomic():
            response = sending.by(self.client)
            leaks = self._leaks(sending.method, sending.address, response)
            transaction.set_rollback(True)
        self.client.cookies = cookies
        self.sent[sending] = response.status_code
        return leaks

    def _requests(self, story: Story) -> Iterator[Sending]:
        for method, template, body in requests_of(self.world.schema):
            for address in addresses(Route.of_schema(template), story):
                yield Sending(method, address, body)

    def _leaks(self, method: str, address: str, response: Any, asked: str = "") -> list[Leak]:
        """What of the answer is not for this person. Raises where the site breaks: the page for that tells nothing."""
        request, tokens = f"{method.upper()} {address}", self.world.tokens
        if response.status_code == 500:
            raise AssertionError(f"{self.who} breaks {request}") from response.exc_info[1]
        leaks = []
        for where in (tokens.where[one] for one in tokens.seen_in(text_of(response), address + asked)):
            self.seen.setdefault(where, address)
            if not self.may(self.who, where):
                leaks.append(Leak(request, self.who, where))
        return leaks


def text_of(response: HttpResponse) -> str:
    """Everything that goes over the wire, as text: also what stands in a picture beside its pixels."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    head = "\n".join(f"{name}: {value}" for name, value in response.items())
    cookies = response.cookies.output()
    return f"{head}\n{cookies}\n{body.decode('utf-8', 'replace')}"


def every_address(stories: Iterable[Story]) -> list[str]:
    """All routes with the arguments of all these stories, and with every parameter that they take; each once."""
    return list(dict.fromkeys(_every_address(list(stories))))


def _every_address(stories: list[Story]) -> Iterator[str]:
    for route in routes():
        for story in stories:
            yield from addresses(route, story)
    for story in stories:
        yield from _with_parameters(story)
        yield from _api_parameters(story)
    yield from _lists()


def _with_parameters(story: Story) -> Iterator[str]:
    article, quote = story.article, story.records["quote"]
    author, section, person = (story.records[name] for name in ("author", "section", "person"))
    for words in (COMMON, f"speaker:{person.slug}", f"author:{author.slug}", f"section:{section.slug}"):
        yield f"/search/?{urlencode({'q': words})}"
    for asked in ({"q": COMMON}, {"q": COMMON, "insert": ""}, {"article": article.pk}):
        yield f"/admin/find/?{urlencode(asked)}"
    for path in (f"/articles/{article.short_id}/{article.slug}/", f"/quotes/{quote.short_id}/"):
        yield f"/oembed/?{urlencode({'url': f'http://testserver{path}'})}"
    for path in ("", "history/"):
        yield f"/articles/{article.short_id}/wrong-slug/{path}"


def _lists() -> Iterator[str]:
    """The lists of the admin, searched, and what its fields complete."""
    for model, admin in site._registry.items():
        path = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        yield f"{path}?q={COMMON}"
        yield f"{path}?_popup=1&_facets=True"
        for field in admin.autocomplete_fields:
            asked = {
                "app_label": model._meta.app_label,
                "model_name": model._meta.model_name,
                "field_name": field,
            }
            for term in ("", COMMON):
                yield f"/admin/autocomplete/?{urlencode({**asked, 'term': term})}"


# What stands for each parameter of the API, by the name that its schema gives it.
PARAMETERS: dict[str, Callable[[Story], Any]] = {
    **{
        name: (lambda story, name=name: story.records[name].slug)
        for name in ("author", "organization", "person", "section", "topic")
    },
    **{
        name: (lambda story, name=name: story.records[name].short_id)
        for name in ("article", "occasion", "quote")
    },
    **dict.fromkeys(
        ("after", "on_after", "said_after", "published_after", "updated_since"), lambda story: "2020-01-01"
    ),
    **dict.fromkeys(("before", "on_before", "said_before", "published_before"), lambda story: "2040-01-01"),
    "q": lambda story: COMMON,
}
PLAIN = frozenset("cursor fields kind language limit status verified include ordering type".split())


def _api_parameters(story: Story) -> Iterator[str]:
    for path, methods in json.loads(SCHEMA.read_text())["paths"].items():
        named = [one["name"] for one in methods.get("get", {}).get("parameters", []) if one["in"] == "query"]
        for name in named if "{" not in path else ():
            if name not in PARAMETERS and name not in PLAIN:
                raise UntoldError(f"Say in PARAMETERS what stands for “{name}” of {path}")
            if name in PARAMETERS:
                most = {"limit": 100} if "limit" in named else {}
                yield f"{path}?{urlencode({name: PARAMETERS[name](story), **most})}"


def grouped(leaks: Iterable[Leak]) -> str:
    """One line for each field, with who sees it and the first addresses."""
    by_field: dict[str, list[str]] = defaultdict(list)
    for leak in leaks:
        by_field[f"{leak.who} sees {leak.where}"].append(leak.address)
    return "\n".join(f"{what}: {', '.join(at[:3])} ({len(at)})" for what, at in sorted(by_field.items()))
