"""Reading query parameters: unknown ones and bad values are refused by name."""

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.http import QueryDict
from django.utils.dateparse import parse_date, parse_datetime
from rest_framework.exceptions import ValidationError

LIMIT, MAX_LIMIT = 20, 100
PAGING = {"limit", "cursor", "fields"}


def refuse_unknown(query: QueryDict, known: Iterable[str]) -> None:
    """Raise for every parameter that the resource does not have, and for one that is given twice."""
    names = sorted(known)
    errors = {
        name: [f"Unknown parameter “{name}”. Known: {', '.join(names) or 'none'}."]
        for name in query
        if name not in names
    }
    errors |= {name: [f"“{name}” is given more than once."] for name in query if len(query.getlist(name)) > 1}
    if errors:
        raise ValidationError(errors)


def limit(query: QueryDict) -> int:
    """Rows a page, 1 to 100."""
    value = query.get("limit", str(LIMIT))
    if not (value.isascii() and value.isdigit() and len(value) < 6 and 1 <= int(value) <= MAX_LIMIT):
        raise ValidationError({"limit": [f"“limit” is a whole number from 1 to {MAX_LIMIT}."]})
    return int(value)


def only(query: QueryDict, known: Iterable[str]) -> list[str] | None:
    """The wanted fields, or None for all."""
    if "fields" not in query:
        return None
    wanted = [name for name in query["fields"].split(",") if name]
    names = list(known)
    unknown = [name for name in wanted if name not in names]
    if unknown or not wanted:
        raise ValidationError(
            {"fields": [f"Unknown fields: {', '.join(unknown)}. Known: {', '.join(names)}."]}
        )
    return wanted


def moment(name: str, value: str) -> datetime.datetime:
    """A moment with its zone, or a day, which begins at midnight UTC."""
    try:
        day = parse_date(value)
        found = None if day else parse_datetime(value)
    except ValueError:
        found = day = None
    if day:
        found = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    if found is None or found.tzinfo is None:
        raise ValidationError(
            {name: [f"“{name}” is a day (2026-10-14) or a moment with its zone (2026-10-14T12:00:00Z)."]}
        )
    return found


def text(name: str, value: str) -> str:
    if "\x00" in value or len(value) > 200:
        raise ValidationError({name: [f"“{name}” has a value that cannot occur."]})
    return value


def choice(options: Iterable[str]) -> Callable[[str, str], Any]:
    names = list(options)

    def read(name: str, value: str) -> str:
        if value not in names:
            raise ValidationError({name: [f"“{name}” is one of {', '.join(names)}."]})
        return value

    return read
