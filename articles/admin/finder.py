"""Find or do anything: articles, quotations, people and what can be done, each only as far as this person may."""

import dataclasses
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.places import FOUND_BY_NAME
from articles.models import Article, Organization, Person, Quote
from articles.operations.inserting import as_inserted

FEWEST = 2  # letters before people and quotations are looked for
LONGEST = 200
HERE = (
    ("articles_article_publish", _("Publish or correct this article"), "send"),
    ("articles_article_preview", _("Preview this article"), "eye"),
    ("articles_article_compare", _("Compare revisions of this article"), "diff"),
    ("articles_article_verify", _("Verify quotations of this article"), "check"),
    ("articles_article_preview_links", _("Preview links of this article"), "link"),
)


@dataclasses.dataclass(frozen=True)
class Line:
    """Somewhere to go, or with ``insert`` words to put into the text that is open and the ``quote`` they come from."""

    icon: str
    text: Any
    note: Any
    url: str
    insert: str = ""
    quote: str = ""


def context(request: HttpRequest) -> dict[str, Any]:
    """The groups of lines for what was typed. The number of statements does not depend on what is found."""
    query = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST]
    user, words = request.user, query if len(query) >= FEWEST else ""
    here = _open_article(request)
    inserts = "insert" in request.GET and user.has_perm("articles.change_article")
    groups = [
        (_("Articles"), _articles(user, query)),
        (_("Do"), _actions(user, query, here)),
        (_("People and organizations"), _speakers(user, words)),
    ]
    language = here.language if here else request.GET.get("language", "")[:12] or "en"
    quotes = _quotes(user, words, language if inserts else None)
    name = _("Insert a quotation") if inserts else _("Quotations")
    groups.insert(0 if inserts else 3, (name, quotes))
    groups = [(name, lines) for name, lines in groups if lines]
    return {
        "query": query,
        "groups": groups,
        "number": sum(len(lines) for _name, lines in groups),
    }


def _open_article(request: HttpRequest) -> Article | None:
    """The article on whose page somebody asks, if they may see it."""
    given = request.GET.get("article", "")
    if not (given.isdecimal() and len(given) < 18):
        return None
    return Article.objects.visible_to(request.user).only("language", "headline").filter(pk=given).first()


def _articles(user: Any, query: str) -> list[Line]:
    found = Article.objects.visible_to(user).for_desk_list().quickly_found(query, 6)
    return [
        Line(
            "doc",
            article.headline,
            article.get_stage_display()
            if article.public_status == "never"
            else article.get_public_status_display(),
            reverse("admin:articles_article_change", args=[article.pk]),
        )
        for article in found
    ]


def _quotes(user: Any, words: str, language: str | None) -> list[Line]:
    """With a language: those that can be inserted, as they would stand in a text of it."""
    if not words or not user.has_perm("articles.view_quote"):
        return []
    seen = Quote.objects.visible_to(user)
    found = (seen if language is None else seen.insertable()).for_finder().quickly_found(words, 8)
    return [
        Line(
            "quote",
            f"“{quote}”",
            quote.speaker.name if quote.speaker else _("No speaker"),
            reverse("admin:articles_quote_change", args=[quote.pk]),
            insert="" if language is None else as_inserted(quote, language),
            quote=quote.short_id,
        )
        for quote in found
    ]


def _speakers(user: Any, words: str) -> list[Line]:
    if not words:
        return []
    lines = []
    for model, name, icon in ((Person, "person", "user"), (Organization, "organization", "flag")):
        if not user.has_perm(f"articles.view_{name}"):
            continue
        found = model.objects.named() if model is Person else model.objects.all()
        for word in words.split():
            found = found.filter(name__icontains=word)
        lines += [
            Line(
                icon,
                one.name,
                one.description if model is Person else one.short_name,
                reverse(f"admin:articles_{name}_change", args=[one.pk]),
            )
            for one in found.order_by("name", "pk")[:5]
        ]
    return lines


def _actions(user: Any, query: str, here: Article | None) -> list[Line]:
    """What can be done and where one can go, narrowed by the words."""
    lines = []
    if here is not None:
        lines += [Line(icon, text, "", reverse(f"admin:{name}", args=[here.pk])) for name, text, icon in HERE]
    lines += [
        Line(icon, text, "", reverse(f"admin:{name}") + query_string)
        for permission, text, icon, name, query_string in FOUND_BY_NAME
        if not permission or user.has_perm(f"articles.{permission}")
    ]
    words = query.casefold().split()
    return [line for line in lines if all(word in str(line.text).casefold() for word in words)]
