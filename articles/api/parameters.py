"""Reading query parameters: unknown ones and bad values are refused by name."""

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Q
from django.http import QueryDict
from django.utils.dateparse import parse_date, parse_datetime
from rest_framework.exceptions import ValidationError

LIMIT, MAX_LIMIT = 20, 100
PAGING = {"limit", "cursor", "fields"}
EXTRAS = {
    "ordering": "orders",
    "include": "includes",
}  # a parameter, and what of a resource says that it has it


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


def several(query: QueryDict, name: str, known: Iterable[str]) -> list[str]:
    """The values of a parameter that are parted by commas, each of them a known one."""
    wanted = [value for value in query.get(name, "").split(",") if value]
    names = list(known)
    unknown = [value for value in wanted if value not in names]
    if unknown:
        raise ValidationError(
            {name: [f"“{name}” does not know {', '.join(unknown)}. Known: {', '.join(names)}."]}
        )
    return wanted


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
    if found is None or found.tzinfo is None or not 1 < found.year < 9999:  # zones reach into the next year
        raise ValidationError(
            {name: [f"“{name}” is a day (2026-10-14) or a moment with its zone (2026-10-14T12:00:00Z)."]}
        )
    return found


def text(name: str, value: str) -> str:
    if "\x00" in value or len(value) > 200:
        raise ValidationError({name: [f"“{name}” has a value that cannot occur."]})
    return value


def day(name: str, value: str) -> datetime.date:
    """A day, or that of a moment."""
    return moment(name, value).date()


def boolean(name: str, value: str) -> bool:
    if value not in ("true", "false"):
        raise ValidationError({name: [f"“{name}” is true or false."]})
    return value == "true"


def words(field: str) -> Callable[[str, str], Q]:
    """A condition that all the words occur in a field, in any order and case."""

    def read(name: str, value: str) -> Q:
        given = text(name, value).split()
        if not given:
            raise ValidationError({name: [f"“{name}” says no word to look for."]})
        return Q(*(Q(**{f"{field}__icontains": word}) for word in given))

    return read


def choice(options: Iterable[str]) -> Callable[[str, str], Any]:
    names = list(options)

    def read(name: str, value: str) -> str:
        if value not in names:
            raise ValidationError({name: [f"“{name}” is one of {', '.join(names)}."]})
        return value

    return read
