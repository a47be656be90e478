"""Reading query parameters: unknown ones and bad values are refused by name, and the schema says what is none."""

import dataclasses
import datetime
import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Q
from django.http import QueryDict
from rest_framework.exceptions import ValidationError

LIMIT, MAX_LIMIT = 20, 100
LONGEST = 200  # characters of a value
PAGING = {"limit", "cursor", "fields"}
EXTRAS = {
    "ordering": "orders",
    "include": "includes",
}  # a parameter, and what of a resource says that it has it
Schema = dict[str, Any]
# A day between 1000 and 2999, by the calendar; then maybe a time with its zone.
DAY = (
    r"(?:[12]\d{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))"
    r"|(?:19|20)(?:0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)"
)
TIME = r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)"
MOMENT = re.compile(f"{DAY}(?:{TIME})?", re.ASCII)


@dataclasses.dataclass(frozen=True)
class Reader:
    """Reads the value of a parameter, and says in the terms of JSON Schema which values it takes."""

    read: Callable[[str, str], Any]
    schema: Schema

    def __call__(self, name: str, value: str) -> Any:
        """What the value means. Raises ``ValidationError`` that names the parameter."""
        return self.read(name, value)


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


def several(query: QueryDict, name: str, known: Iterable[str]) -> list[str] | None:
    """The values of a parameter that are parted by commas, each of them a known one; None where it is not given."""
    if name not in query:
        return None
    names, wanted = list(known), query[name].split(",")
    unknown = [value for value in wanted if value not in names]
    if unknown:
        told = f"“{name}” does not know “{', '.join(unknown)}”. Known: {', '.join(names)}."
        raise ValidationError({name: [told]})
    return wanted


def _moment(name: str, value: str) -> datetime.datetime:
    if not MOMENT.fullmatch(value):
        raise ValidationError(
            {name: [f"“{name}” is a day (2026-10-14) or a moment with its zone (2026-10-14T12:00:00Z)."]}
        )
    if "T" in value:
        return datetime.datetime.fromisoformat(value)
    return datetime.datetime.combine(datetime.date.fromisoformat(value), datetime.time(), datetime.UTC)


def _text(name: str, value: str) -> str:
    if "\x00" in value or len(value) > LONGEST:
        raise ValidationError({name: [f"“{name}” has a value that cannot occur."]})
    return value


def _boolean(name: str, value: str) -> bool:
    if value not in ("true", "false"):
        raise ValidationError({name: [f"“{name}” is true or false."]})
    return value == "true"


# A letter that is no space, also of those that Python takes for spaces and the patterns of others do not.
_SOMETHING = r"^[^\u0000]*[^\s\u0000\u001c-\u001f\u0085][^\u0000]*$"
TEXT: Schema = {"type": "string", "maxLength": LONGEST, "pattern": r"^[^\u0000]*$"}
WORDS: Schema = {"type": "string", "maxLength": LONGEST, "pattern": _SOMETHING}
text = Reader(_text, TEXT)
moment = Reader(
    _moment, {"type": "string", "pattern": f"^{MOMENT.pattern}$", "examples": ["2026-10-14T12:00:00Z"]}
)
day = Reader(lambda name, value: _moment(name, value).date(), {**moment.schema, "examples": ["2026-10-14"]})
boolean = Reader(_boolean, {"type": "boolean"})


def words(*fields: str) -> Reader:
    """A condition that each word occurs in one of the fields, in any order and case."""

    def read(name: str, value: str) -> Q:
        given = text(name, value).split()
        if not given:
            raise ValidationError({name: [f"“{name}” says no word to look for."]})
        found = Q()
        for word in given:
            found &= Q(*(Q(**{f"{field}__icontains": word}) for field in fields), _connector=Q.OR)
        return found

    return Reader(read, WORDS)


def choice(options: Iterable[str]) -> Reader:
    names = list(options)

    def read(name: str, value: str) -> str:
        if value not in names:
            raise ValidationError({name: [f"“{name}” is one of {', '.join(names)}."]})
        return value

    return Reader(read, {"type": "string", "enum": names})
