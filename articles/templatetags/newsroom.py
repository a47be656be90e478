"""What every page of the reader's site shows beside its own content."""

import datetime
import json
from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.core.cache import cache
from django.template import loader
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from articles.models.edition import direction_of
from articles.operations.caching import nav_sections

FRAGMENT_SECONDS = 300  # how long an old template may still be seen after a deployment

register = template.Library()
register.simple_tag(nav_sections, name="nav_sections")
register.filter("direction", direction_of)
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@register.simple_tag
def site_name() -> str:
    return settings.SITE_NAME


@register.simple_tag
def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


@register.simple_tag
def stories(editions: Iterable[Any]) -> list[SafeString]:
    """The teasers of these editions."""
    return _fragments("story", "edition", list(editions))


@register.simple_tag
def statements(rows: Iterable[Any]) -> list[SafeString]:
    """The entries of a timeline for these rows of quotations, editions loaded."""
    return _fragments("statement", "row", list(rows))


def _fragments(name: str, variable: str, items: list[Any]) -> list[SafeString]:
    """One piece of HTML a record, from the cache where it is there: editions and their rows never change.

    All pieces of a page are asked for at once.
    """
    keys = [f"fragment:{name}:{get_language()}:{item.pk}" for item in items]
    known = cache.get_many(keys)
    fresh = {}
    for key, item in zip(keys, items, strict=True):
        if key not in known:
            fresh[key] = loader.render_to_string(f"partials/{name}.html", {variable: item})
    if fresh:
        cache.set_many(fresh, FRAGMENT_SECONDS)
    return [mark_safe(known.get(key) or fresh[key]) for key in keys]


@register.simple_tag
def json_ld(data: Any) -> SafeString:
    """A data block for search engines; nothing in it can end the script element."""
    text = json.dumps(data, ensure_ascii=False).translate(_UNSAFE)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


@register.filter
def as_date(value: str | None) -> datetime.date | None:
    """The date of a JSON record."""
    return parse_date(value) if value else None


@register.filter
def as_time(value: str | None) -> datetime.datetime | None:
    """The moment of a JSON record."""
    return parse_datetime(value) if value else None


@register.filter
def initials(name: str) -> str:
    """The first letters of first and last name."""
    words = [word for word in name.split() if word[:1].isalnum()]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else ""
