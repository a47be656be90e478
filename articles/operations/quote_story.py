"""What became of a published quotation, and how it stands to others: for readers, from what is public."""

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Correction, EditionQuote, QuoteLink

FORWARD = dict(QuoteLink.Kind.choices)
BACKWARD = {
    "said_before": gettext_lazy("was said again later as"),
    "continues": gettext_lazy("is continued by"),
    "answers": gettext_lazy("is answered by"),
    "contradicts": gettext_lazy("is contradicted by"),
}


@dataclasses.dataclass(frozen=True)
class Change:
    """One line of the history: what happened, when, and in which article."""

    label: str
    at: datetime.datetime
    note: str = ""
    edition: Any = None


@dataclasses.dataclass(frozen=True)
class Linked:
    """Another published quotation, and how this one stands to it."""

    label: str
    row: EditionQuote


def history_of(rows: Sequence[EditionQuote]) -> list[Change]:
    """From first publication to the last correction, oldest first, from rows with their editions. No queries."""
    found = [Change(_("Published"), row.first_published_at, edition=row.edition) for row in rows]
    verified = next((row.data["verified_at"] for row in rows if row.data["verified_at"]), None)
    if verified:
        found.append(Change(_("Verified"), _moment(verified)))
    kinds = dict(Correction.Kind.choices)
    for row in rows:
        for correction in row.edition.corrections:
            if correction["quote"] == row.short_id:
                label = str(kinds[correction["kind"]])
                found.append(Change(label, _moment(correction["at"]), correction["note"], row.edition))
    return sorted(found, key=lambda change: change.at)


def links_of(quote: int) -> list[Linked]:
    """The public quotations that an editor has linked with this one, in both directions. Two statements."""
    links = QuoteLink.objects.agreed().filter(Q(quote=quote) | Q(other=quote)).order_by("kind", "at")
    ends = list(links.values_list("kind", "quote_id", "other_id"))
    if not ends:
        return []
    others = {other if one == quote else one for _kind, one, other in ends}
    rows = EditionQuote.objects.primary().filter(quote__in=others)
    public = {row.quote_id: row for row in rows.only("quote_id", "short_id", "first_published_at", "data")}
    found = [
        (FORWARD[kind], public.get(other)) if one == quote else (BACKWARD[kind], public.get(one))
        for kind, one, other in ends
    ]
    return [Linked(str(label), row) for label, row in found if row]


def _moment(text: str) -> datetime.datetime:
    moment = parse_datetime(text)
    if moment is None:
        raise ValueError(f"“{text}” in a public record is not a moment.")
    return moment
