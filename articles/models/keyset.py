"""Pages by key instead of by number: the 200th costs the same as the first, and nothing is skipped or repeated."""

import base64
import dataclasses
import datetime
import json
from typing import Any

from django.db.models import Q, QuerySet

FIELDS = ("first_published_at", "id")


class BadCursorError(ValueError):
    """The cursor was not made here."""


@dataclasses.dataclass(frozen=True)
class Page:
    """Some rows, and the cursors of the pages after and before, empty where there is none."""

    items: list[Any]
    next: str = ""
    previous: str = ""


def keyset_page(queryset: QuerySet, cursor: str = "", size: int = 20) -> Page:
    """One page of rows, newest first. One statement.

    ``cursor`` is opaque and comes from another page's ``next`` or ``previous``. Raises ``BadCursorError``.
    """
    backwards, at, pk = _decode(cursor) if cursor else (False, None, None)
    rows = queryset
    if at is not None:
        lookup = "gt" if backwards else "lt"
        # The first condition alone is an index range; the second only orders rows of one instant.
        rows = rows.filter(**{f"first_published_at__{lookup}e": at}).filter(
            Q(**{f"first_published_at__{lookup}": at}) | Q(**{f"id__{lookup}": pk})
        )
    order = FIELDS if backwards else [f"-{name}" for name in FIELDS]
    found = list(rows.order_by(*order)[: size + 1])
    more, items = len(found) > size, found[:size]
    if backwards:
        items.reverse()
    if not items:
        return Page([])
    has_next, has_previous = (True, more) if backwards else (more, at is not None)
    return Page(
        items,
        _encode(False, items[-1]) if has_next else "",
        _encode(True, items[0]) if has_previous else "",
    )


def _encode(backwards: bool, row: Any) -> str:
    key = json.dumps([int(backwards), row.first_published_at.isoformat(), row.pk])
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _decode(cursor: str) -> tuple[bool, datetime.datetime, int]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        backwards, at, pk = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
        moment = datetime.datetime.fromisoformat(at)
        if moment.tzinfo is None or not isinstance(pk, int) or isinstance(pk, bool) or abs(pk) > 2**62:
            raise BadCursorError(cursor)
        return bool(backwards), moment, pk
    except (ValueError, TypeError, UnicodeError) as error:
        raise BadCursorError("This page does not exist: its cursor is not one of ours.") from error


def slug_page(queryset: QuerySet, cursor: str = "", size: int = 20) -> Page:
    """One page of records in the order of their slugs. One statement. Raises ``BadCursorError``."""
    rows = queryset.order_by("slug")
    if cursor:
        rows = rows.filter(slug__gt=cursor)
    found = list(rows[: size + 1])
    return Page(found[:size], found[size - 1].slug if len(found) > size else "")
