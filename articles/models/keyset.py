"""Pages by key instead of by number: the 200th costs the same as the first, and nothing is skipped or repeated."""

import base64
import dataclasses
import datetime
import json
from typing import Any

from django.db.models import Q, QuerySet


class BadCursorError(ValueError):
    """The cursor was not made here, or not for this order."""


@dataclasses.dataclass(frozen=True)
class Order:
    """By which moment or day rows follow one another; the primary key parts those of one moment."""

    field: str = "first_published_at"
    is_ascending: bool = False


NEWEST_FIRST = Order()
DAYS = ("said_on", "on")  # fields of days; the others hold moments


@dataclasses.dataclass(frozen=True)
class ByKey:
    """By a slug or another unique text."""

    field: str = "slug"
    is_descending: bool = False


@dataclasses.dataclass(frozen=True)
class Page:
    """Some rows, and the cursors of the pages after and before, empty where there is none."""

    items: list[Any]
    next: str = ""
    previous: str = ""


def keyset_page(queryset: QuerySet, cursor: str = "", size: int = 20, order: Order = NEWEST_FIRST) -> Page:
    """One page of rows in that order. One statement. Rows without a value in the field of the order are left out.

    ``cursor`` is opaque and comes from another page's ``next`` or ``previous``. Raises ``BadCursorError``.
    """
    backwards, at, pk = _decode(cursor, order) if cursor else (False, None, None)
    rows = queryset
    if at is not None:
        lookup = "gt" if backwards != order.is_ascending else "lt"
        # The first condition alone is an index range; the second only orders rows of one instant.
        rows = rows.filter(**{f"{order.field}__{lookup}e": at}).filter(
            Q(**{f"{order.field}__{lookup}": at}) | Q(**{f"id__{lookup}": pk})
        )
    sign = "" if backwards != order.is_ascending else "-"
    if order is not NEWEST_FIRST:
        rows = rows.filter(**{f"{order.field}__isnull": False})
    found = list(rows.order_by(f"{sign}{order.field}", f"{sign}id")[: size + 1])
    more, items = len(found) > size, found[:size]
    if backwards:
        items.reverse()
    if not items:
        return Page([])
    has_next, has_previous = (True, more) if backwards else (more, at is not None)
    return Page(
        items,
        encode(items[-1], order) if has_next else "",
        encode(items[0], order, backwards=True) if has_previous else "",
    )


def encode(row: Any, order: Order = NEWEST_FIRST, *, backwards: bool = False) -> str:
    """The cursor of what follows the row, or with ``backwards`` of what comes before it."""
    key = json.dumps([int(backwards), getattr(row, order.field).isoformat(), row.pk])
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _decode(cursor: str, order: Order) -> tuple[bool, Any, int]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        backwards, at, pk = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
        if not isinstance(pk, int) or isinstance(pk, bool) or abs(pk) > 2**62:
            raise BadCursorError(cursor)
        return bool(backwards), _moment(at, order), pk
    except (ValueError, TypeError, UnicodeError, RecursionError) as error:
        raise BadCursorError("This page does not exist: its cursor is not one of ours.") from error


def _moment(text: str, order: Order) -> datetime.date:
    """The moment or day of a cursor; a day where the order is by moments is a cursor of another order."""
    if order.field in DAYS:
        return datetime.date.fromisoformat(text)
    moment = datetime.datetime.fromisoformat(text)
    if moment.tzinfo is None or not 1 < moment.year < 9999:  # zones reach into the next year
        raise BadCursorError(text)
    return moment


def slug_page(queryset: QuerySet, cursor: str = "", size: int = 20, order: ByKey | None = None) -> Page:
    """One page of records in the order of their slugs, or of another unique text. One statement."""
    order = order or ByKey()
    rows = queryset.order_by(f"-{order.field}" if order.is_descending else order.field)
    if cursor:
        rows = rows.filter(**{f"{order.field}__{'lt' if order.is_descending else 'gt'}": cursor})
    found = list(rows[: size + 1])
    return Page(found[:size], getattr(found[size - 1], order.field) if len(found) > size else "")
