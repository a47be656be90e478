"""Records that are named by slug or short id in what was sent."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.api.problems import ConflictError
from articles.models import Article, Author, Image, Section, Source, Topic

_RECORDS = ("section", "lead_image", "translation_of")
_LISTS = ("topics", "related", "sources")


def looked_up(given: Mapping[str, Any], user: Any, article: Article) -> dict[str, Any]:
    """The arguments of ``working_copies.save``, with a record for each name. Raises ``ConflictError`` for what is not there.

    Lists are given whole, except for what this person cannot know of: that stays in them.
    """
    articles = Article.objects.visible_to(user)
    known: dict[str, tuple[QuerySet, str]] = {
        "section": (Section.objects.all(), "slug"),
        "lead_image": (Image.objects.all(), "short_id"),
        "translation_of": (articles, "short_id"),
        "topics": (Topic.objects.all(), "slug"),
        "related": (articles, "short_id"),
        "sources": (Source.objects.visible_to(user), "short_id"),
    }
    fields = {name: value for name, value in given.items() if name not in (*known, "bylines")}
    for name in _RECORDS:
        if name in given:
            wanted = [given[name]] if given[name] else []
            fields[name] = next(iter(_found(name, *known[name], wanted)), None)
    lists = {name: _found(name, *known[name], given[name]) for name in _LISTS if name in given}
    for name in lists:
        if article.pk and name in ("related", "sources"):
            lists[name] += getattr(article, name).exclude(pk__in=known[name][0].values("pk"))
    bylines = None
    if "bylines" in given:
        slugs = [line["author"] for line in given["bylines"]]
        authors = _found("bylines", Author.objects.all(), "slug", slugs)
        by_slug = {author.slug: author for author in authors}
        bylines = [{**line, "author": by_slug[line["author"]]} for line in given["bylines"]]
    return {"fields": fields, "lists": lists, "bylines": bylines}


def record(name: str, records: QuerySet, key: str, wanted: str) -> Any:
    """The one record of that name. Raises ``ConflictError``."""
    return _found(name, records, key, [wanted])[0]


def _found(name: str, records: QuerySet, key: str, wanted: Iterable[str]) -> list[Any]:
    names = list(wanted)
    found = {getattr(one, key): one for one in records.filter(**{f"{key}__in": names})} if names else {}
    missing = [one for one in names if one not in found]
    if missing:
        message = _("There is nothing called %(names)s.") % {"names": ", ".join(missing)}
        raise ConflictError(message, {name: [message]})
    return list(found.values())
