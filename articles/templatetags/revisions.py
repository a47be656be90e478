"""How differences between two texts are drawn."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Revision
from articles.operations.comparing import QuoteChange
from articles.text.diff import Run

register = template.Library()


@register.simple_tag
def runs(pieces: Iterable[Run], side: str = "") -> SafeString:
    """Words with what is gone and what is new marked, for the eye and for a screen reader; ``side``: only old or only new."""
    left_out = {"old": "ins", "new": "del"}.get(side)
    return format_html_join("", "{}", ((_run(piece),) for piece in pieces if piece.op != left_out))


def _run(piece: Run) -> SafeString:
    if piece.op == "same":
        return format_html("{}", piece.text)
    if piece.op == "del":
        return format_html('<del><span class="visually-hidden">{} </span>{}</del>', _("deleted:"), piece.text)
    return format_html('<ins><span class="visually-hidden">{} </span>{}</ins>', _("inserted:"), piece.text)


@register.simple_tag
def revision_words(revision: Revision) -> str:
    """A revision as one line of a menu."""
    at = date_format(timezone.localtime(revision.at), "SHORT_DATETIME_FORMAT")
    words = [
        str(revision.number),
        at,
        str(revision.by or ""),
        revision.name and f"“{revision.name}”",
        revision.why,
    ]
    return " · ".join(word for word in words if word)


@register.filter
def as_list(one: Any) -> list[Any]:
    return [one]


@register.filter
def at(rows: dict[Any, Any], key: Any) -> Any:
    """The row of that key, or None."""
    return rows.get(key)


@register.filter
def changes_in(changes: Sequence[Any]) -> int:
    """How many of the parts are changes."""
    return sum(getattr(change, "is_change", False) for change in changes)


@register.filter
def sides(change: QuoteChange) -> list[dict[str, Any] | None]:
    """The quotation as it stood in the older and in the newer revision."""
    return [change.old, change.new]
