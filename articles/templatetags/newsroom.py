"""What every page of the reader's site shows beside its own content."""

import datetime
import json
from typing import Any

from django import template
from django.conf import settings
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.safestring import SafeString, mark_safe

from articles.models.edition import direction_of
from articles.operations.caching import nav_sections

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
