"""What every page of the reader's site shows beside its own content."""

import datetime
import json
from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.core.cache import cache
from django.db.models import QuerySet
from django.template import loader
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from articles.models import Edition, EditionQuote
from articles.models.edition import direction_of
from articles.models.structured_data import at_site
from articles.operations.caching import nav_pages, nav_sections, public_version

FRAGMENT_SECONDS = 300  # how long an old template may still be seen after a deployment

register = template.Library()
register.simple_tag(nav_sections, name="nav_sections")
register.simple_tag(nav_pages, name="nav_pages")
register.simple_tag(public_version, name="nav_version")
register.filter("direction", direction_of)
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@register.simple_tag
def site_name() -> str:
    return settings.SITE_NAME


@register.simple_tag
def absolute(path: str) -> str:
    """The address with scheme and host; one that has them, such as that of a picture in a bucket, stays."""
    return f"{settings.SITE_URL}{path}" if path.startswith("/") else path


@register.simple_tag
def options(choices: Iterable[tuple[str, str]], chosen: str | None) -> SafeString:
    """The options of a select, the chosen one marked."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((value, mark_safe(" selected") if value == chosen else "", label) for value, label in choices),
    )


@register.simple_tag
def stories(numbers: Iterable[int]) -> list[SafeString]:
    """The teasers of the editions with these numbers."""
    return list(_fragments("story", "edition", list(numbers), Edition.objects.for_listing()).values())


@register.simple_tag
def statements(numbers: Iterable[int]) -> list[SafeString]:
    """The entries of a timeline for the rows of quotations with these numbers."""
    return list(_fragments("statement", "row", list(numbers), EditionQuote.objects.with_editions()).values())


@register.simple_tag
def statements_by_year(years: Iterable[tuple[int, list[int]]]) -> list[tuple[int, list[SafeString]]]:
    """The entries of a timeline under their years; all of them are asked for at once."""
    numbers = [number for _year, ones in years for number in ones]
    found = _fragments("statement", "row", numbers, EditionQuote.objects.with_editions())
    return [(year, [found[one] for one in ones if one in found]) for year, ones in years]


def _fragments(name: str, variable: str, numbers: list[int], records: QuerySet) -> dict[int, SafeString]:
    """By its number one piece of HTML a record, from the cache where it is there: editions and their rows never change.

    All pieces of a page are asked for at once, and what is not there is loaded in one statement.
    """
    keys = {number: f"fragment:{name}:{get_language()}:{number}" for number in numbers}
    known = cache.get_many(list(keys.values()))
    missing = [number for number, key in keys.items() if key not in known]
    if missing:
        fresh = {
            keys[number]: loader.render_to_string(f"partials/{name}.html", {variable: record})
            for number, record in records.in_bulk(missing).items()
        }
        cache.set_many(fresh, FRAGMENT_SECONDS)
        known |= fresh
    return {number: mark_safe(known[key]) for number, key in keys.items() if key in known}


class KeptNode(template.Node):
    def __init__(self, nodelist: template.NodeList, name: str, parts: list[Any]) -> None:
        self.nodelist, self.name, self.parts = nodelist, name, parts

    def render(self, context: template.Context) -> str:
        values = [part.resolve(context) for part in self.parts]
        if None in values:  # a preview has no number of its own, and is nobody else's business
            return self.nodelist.render(context)
        key = f"kept:{self.name}:{get_language()}:{':'.join(map(str, values))}"
        html = cache.get(key)
        if html is None:
            html = self.nodelist.render(context)
            cache.set(key, html, FRAGMENT_SECONDS)
        return html


@register.tag
def kept(parser: template.base.Parser, token: template.base.Token) -> KeptNode:
    """Keep the part of a page up to ``endkept`` in the cache, by a name and by everything that it depends on.

    For what follows from records that never change: ``{% kept article edition.pk %}``. Without a number nothing is kept.
    """
    _tag, name, *parts = token.split_contents()
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, name, [parser.compile_filter(part) for part in parts])


@register.simple_tag
def json_ld(data: Any) -> SafeString:
    """A data block for search engines; nothing in it can end the script element."""
    text = json.dumps(at_site(data), ensure_ascii=False).translate(_UNSAFE)
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
def partial_date(value: str) -> str:
    """A year, a month of a year or a day, as readers write them."""
    form = {4: "Y", 7: "F Y", 10: "j F Y"}.get(len(value), "")
    return date_format(parse_date(f"{value}-01-01"[:10]), form) if form else value


@register.filter
def initials(name: str) -> str:
    """The first letters of first and last name."""
    words = [word for word in name.split() if word[:1].isalnum()]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else ""
