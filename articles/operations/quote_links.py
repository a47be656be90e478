"""How statements stand to each other, and joining records that turn out to be one statement."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Event, Quote, QuoteLink, QuoteUse
from articles.models.other_wordings import index_words
from articles.operations.quotes import drop_orphan, match_of


@transaction.atomic
def link_quotes(quote: Quote, kind: str, other: Quote, *, by: Any) -> QuoteLink:
    """Say how a statement stands to an earlier one. A contradiction waits for a second person."""
    link = QuoteLink(quote=quote, kind=kind, other=other, proposed_by=by)
    link.full_clean()
    link.save()
    Event.objects.create(kind=f"quote.{kind}", quote=quote, by=by, data={"other": other.short_id})
    return link


@transaction.atomic
def agree_to_link(link: QuoteLink, *, by: Any) -> QuoteLink:
    """Agree as the second person that two statements contradict. Raises ``ValidationError`` for the first one."""
    if link.proposed_by_id == by.pk:
        raise ValidationError(_("Somebody else than who proposed it has to agree."))
    link.approved_by = by
    link.save(update_fields=["approved_by"])
    Event.objects.create(
        kind="quote.link_agreed", quote=link.quote, by=by, data={"other": link.other.short_id}
    )
    return link


@transaction.atomic
def use_record(uses: Iterable[QuoteUse], quote: Quote, *, by: Any) -> None:
    """These uses are the statement that another article has already: settle them with its record.

    Who said it, when and how we know then stands once for both. The record that had been made for them goes.
    """
    uses = list(uses)
    if not quote.has_speaker:
        raise ValidationError(_("Nobody is named as the speaker of that record. Settle it there first."))
    former = {use.quote for use in uses if use.quote and use.quote != quote}
    for use in uses:
        use.quote, use.attribution = quote, QuoteUse.Attribution.CONFIRMED
        use.match = match_of(use)
        use.save(update_fields=["quote", "attribution", "match"])
        Event.objects.create(kind="quote.joined", article=use.article, quote=quote, by=by)
    index_words([quote])
    for one in former:
        drop_orphan(one)
