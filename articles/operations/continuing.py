"""Words that were changed so much that only a person can say which quotation they continue."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from articles.extraction.relink import KnownUse, SpanText, relink
from articles.models import QuoteUse
from articles.operations.quote_links import use_record


def questions(lost: Sequence[QuoteUse], spans: Sequence[QuoteUse]) -> dict[int, list[QuoteUse]]:
    """For each open span, by primary key, the lost uses that it may continue. No queries.

    The scan links what is clear; this is the rest: two uses that are equally near, or one that two spans may be.
    """
    by_pk = {use.pk: use for use in lost if use.quote_id}
    if not by_pk:
        return {}
    relinking = relink(
        [KnownUse(u.pk, u.exact, u.place, u.ordinal, u.prefix, u.suffix) for u in by_pk.values()],
        [SpanText(s.place, s.ordinal, s.exact, s.prefix, s.suffix) for s in spans],
    )
    asked = {index: [link.key] for index, link in relinking.links.items()}
    asked |= {index: list(keys) for index, keys in relinking.asks.items()}
    return {spans[index].pk: [by_pk[key] for key in keys if key in by_pk] for index, keys in asked.items()}


@transaction.atomic
def continue_record(uses: Iterable[QuoteUse], lost: Sequence[QuoteUse], *, by: Any) -> None:
    """Say that these words are the quotation that was lost: its record and its speaker are theirs again."""
    quote = lost[0].quote
    for use in lost:
        use.delete()
    use_record(uses, quote, by=by)
