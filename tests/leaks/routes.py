"""Every address of the site, found by itself: a route whose arguments nobody has explained is an error."""

import dataclasses
import itertools
import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.regex_helper import normalize

from tests.leaks.world import Story

FORMATS = ["rss", "atom", "json"]


class UntoldError(AssertionError):
    """A route that the walk does not know how to visit."""


@dataclasses.dataclass(frozen=True)
class Route:
    """One pattern of the URLconf: its address as a template, what stands in it, and its name."""

    template: str
    arguments: tuple[str, ...]
    name: str

    def __str__(self) -> str:
        return self.name or self.template

    @classmethod
    def of_schema(cls, path: str) -> "Route":
        """The same of a path as the schema of the API writes it: ``/notes/{number}``."""
        template = re.sub(r"{(\w+)}", r"%(\1)s", path)
        return cls(template, tuple(re.findall(r"{(\w+)}", path)), "")


def routes() -> list[Route]:
    """All of them, in the order of the URLconf."""
    return list(_walk(get_resolver(), "/"))


def _walk(resolver: Any, prefix: str) -> Iterator[Route]:
    for part in resolver.url_patterns:
        [(shape, arguments), *_others] = normalize(part.pattern.regex.pattern)
        known = tuple(re.findall(r"%\((\w+)\)s", prefix)) + tuple(arguments)
        if isinstance(part, URLResolver):
            yield from _walk(part, prefix + shape)
        elif isinstance(part, URLPattern):
            yield Route(prefix + shape, known, part.name or "")


def _one(name: str, attribute: str = "pk") -> Any:
    return lambda story: [getattr(story.records[name], attribute)] if name in story.records else []


def _values(*values: Any) -> Any:
    return lambda story: list(values)


# How an argument is filled: by the first line whose expression fits the address and whose name is the argument's.
HOW: list[tuple[str, str, Any]] = [
    (r"^/media/", "name", lambda story: [story.records["image"].file.name]),
    (r"/admin/articles/(?P<model>\w+)/%\(object_id\)s", "object_id", None),
    (r"/admin/auth/group/", "object_id", _values(1)),
    (r"/admin/articles/user/", "id", _values(1)),
    (r"/admin/r/", "content_type_id", lambda story: [_content_type(story)]),
    (r"/admin/r/", "object_id", lambda story: [story.article.pk]),
    (r"/admin/articles/(?P<model>\w+)/%\(pk\)s", "pk", None),
    (r"^/admin/articles/article/views/", "pk", _one("savedfilter")),
    (r"^/admin/articles/article/", "use", lambda story: [story.uses[0].pk]),
    (r"^/admin/articles/article/", "name", _values("publish")),
    (r"^/admin/articles/article/", "number", _values(1)),
    (r"^/admin/articles/article/", "draft", _one("draft")),
    (r"^/admin/articles/article/", "link", _one("previewlink")),
    (r"^/admin/", "app_label", _values("articles", "auth")),
    (r"^/admin/", "url", _values("nowhere")),
    (r"^/api/v1/desk/articles/", "key", _one("article", "short_id")),
    (r"^/api/v1/desk/(images|occasions|sources)/", "key", lambda story: _short_ids(story)),
    (r"^/api/v1/desk/", "key", lambda story: _slugs(story)),
    (r"^/api/v1/desk/", "finding", _values("0")),
    (r"^/api/v1/desk/", "place", lambda story: [story.uses[0].pk, "body-0"]),
    (r"^/api/v1/desk/articles/.*/notes/", "number", _one("note")),
    (r"^/api/v1/desk/articles/.*/preview-links/", "number", _one("previewlink")),
    (r"^/api/v1/desk/articles/.*/revisions/", "number", _values(1, 2)),
    (r"^/api/v1/export/", "form", _values("jsonl", "ninjs", "csv")),
    (r"^/api/v1/articles/", "key", _one("article", "short_id")),
    (r"^/api/v1/quotes/", "key", _one("quote", "short_id")),
    (r"^/api/v1/occasions/", "key", _one("occasion", "short_id")),
    (r"^/api/v1/people/", "key", _one("person", "slug")),
    (r"^/api/v1/organizations/", "key", _one("organization", "slug")),
    (r"^/api/v1/authors/", "key", _one("author", "slug")),
    (r"^/api/v1/sections/", "key", _one("section", "slug")),
    (r"^/api/v1/topics/", "key", _one("topic", "slug")),
    (r"^/api/v1/", "path", _values("nowhere/")),
    (r"^/articles/", "short_id", _one("article", "short_id")),
    (r"^/articles/", "slug", _one("article", "slug")),
    (r"^/articles/", "number", _values(1, 2, 3)),
    (r"^/readers/", "short_id", _one("article", "short_id")),
    (r"^/quotes/", "short_id", _one("quote", "short_id")),
    (r"^/quotes/", "key", _values("0" * 16)),
    (r"^/sections/", "slug", _one("section", "slug")),
    (r"^/topics/", "slug", _one("topic", "slug")),
    (r"^/authors/", "slug", _one("author", "slug")),
    (r"^/people/", "slug", _one("person", "slug")),
    (r"^/organizations/", "slug", _one("organization", "slug")),
    (r"^/pages/", "slug", _values("about")),
    (r"^/preview/", "token", lambda story: [story.ended_preview, story.records["previewlink"].token_hash]),
    (r"", "format", _values(*FORMATS)),
    (r"^/sitemap-", "kind", _values("articles", "quotes")),
    (r"^/(sitemap-|archive/)", "year", lambda story: [str(story.article.saved_at.year)]),
    (r"^/(sitemap-|archive/)", "month", lambda story: [f"{story.article.saved_at.month:02d}"]),
    (r"^/sitemap-", "number", _values(1)),
]


def addresses(route: Route, story: Story) -> list[str]:
    """The addresses of the route for this story. Raises ``UntoldError`` for an argument that nobody has explained."""
    filled = [_filled(route, argument, story) for argument in route.arguments]
    return [
        route.template % dict(zip(route.arguments, values, strict=True))
        for values in itertools.product(*filled)
    ]


def _filled(route: Route, argument: str, story: Story) -> list[Any]:
    for pattern, name, how in HOW:
        found = re.search(pattern, route.template) if name == argument else None
        if found and how:
            return how(story)
        if found:
            record = story.records.get(found["model"])
            return [record.pk] if record else [1]
    raise UntoldError(f"Say in HOW what stands for “{argument}” in {route.template}")


def _short_ids(story: Story) -> list[str]:
    return [story.records[name].short_id for name in ("image", "occasion", "source") if name in story.records]


def _slugs(story: Story) -> list[str]:
    named = ("person", "organization", "author", "topic", "section")
    return [story.records[name].slug for name in named if name in story.records]


def _content_type(story: Story) -> int:
    from django.contrib.contenttypes.models import ContentType

    return ContentType.objects.get_for_model(story.article).pk
