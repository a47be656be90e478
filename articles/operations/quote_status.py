"""What follows when a record changes: verification falls with the words, readers see retractions at once, and every
article that uses the quotation gets a task. Nothing in an article changes by itself."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, EditionQuote, Event, Quote, QuoteUse, Task
from articles.models.listing_rows import refresh_records
from articles.models.other_wordings import index_words
from articles.operations.quotes import match_of
from articles.preflight.derivation import derive
from articles.signals import quote_record_changed
from articles.text.typography import fold, strip_marks

WORDING = ("text", "verbatim")
SHOWN = ("status", "notice", "verified_at")


@transaction.atomic
def save_record(quote: Quote, *, by: Any) -> Quote:
    """Save an edited record and do everything that follows from the difference.

    A verified quotation whose words or evidence changed is unverified. Raises ``ValidationError``.
    """
    before = Quote.objects.select_for_update().get(pk=quote.pk)
    quote.is_public = before.is_public  # publishing decides that, maybe since the record was opened
    _keep_verification_honest(quote, before, by)
    quote.full_clean(exclude=["short_id"])
    quote.save()
    changed = [field for field in (*WORDING, *SHOWN) if getattr(quote, field) != getattr(before, field)]
    speaker = (quote.speaker_person_id, quote.speaker_organization_id)
    is_other = speaker != (before.speaker_person_id, before.speaker_organization_id)
    if "text" in changed or is_other:
        index_words([quote])
    if changed:
        _measure_uses(quote)
    if set(changed) & {*SHOWN}:
        refresh_records(quote)
        is_taken_back = quote.status == Quote.Status.RETRACTED != before.status
        kind = "retracted" if is_taken_back else "changed"
        quote_record_changed.send(sender=Quote, quote=quote, kind=kind)
    if quote.status == Quote.Status.RETRACTED != before.status:
        _raise_tasks(Task.Kind.QUOTE_RETRACTED, quote, _using(quote), quote.notice)
        Event.objects.create(kind="quote.retracted", quote=quote, by=by, data={"notice": quote.notice})
    elif ("text" in changed or is_other) and quote.is_public:
        was = f"“{before.text}” {before.speaker.name if before.speaker else ''}"
        _raise_tasks(Task.Kind.QUOTE_CHANGED, quote, _public_in(quote), was)
    for article in Article.objects.filter(pk__in=quote.uses.filter(is_lost=False).values("article")):
        article.content_changed(by=by)
    if changed or is_other:
        _record_change(quote, before, [*changed, "speaker_person", "speaker_organization"], by)
    return quote


@transaction.atomic
def follow_correction(quote: Quote, article: Article, *, wrong: str, by: Any) -> Quote:
    """Let the record say what the text of the article says now, because readers are told that it was wrong before.

    A text that only quotes a part of the record changes that part, the words called ``wrong``. Other articles that
    printed the quotation get a task. Where the text says nothing else than the record, nothing happens.
    """
    quote = Quote.objects.select_for_update().get(pk=quote.pk)
    uses = list(article.quote_uses.in_text().filter(quote=quote).order_by("place", "start"))
    printed = [use for use in uses if use.place == QuoteUse.Place.BODY] or uses[:1]
    said = [strip_marks(use.exact) for use in printed]
    if all(_follows_from(quote, words) for words in said):
        return quote
    words = " ".join(said)
    is_part = bool(wrong) and wrong != quote.text and wrong in quote.text
    quote.text = quote.text.replace(wrong, words) if is_part else words
    return save_record(quote, by=by)


def retract_quote(quote: Quote, *, by: Any, notice: str) -> Quote:
    """Take the newsroom's word for a quotation back. Every article that uses it, live or in work, gets a task."""
    quote.status, quote.notice = Quote.Status.RETRACTED, notice.strip()
    return save_record(quote, by=by)


def dispute_quote(quote: Quote, *, by: Any, notice: str) -> Quote:
    """Tell readers that it is disputed whether this was said."""
    if not notice.strip():
        raise ValidationError({"notice": _("Tell readers who disputes it, and what.")})
    quote.status, quote.notice = Quote.Status.DISPUTED, notice.strip()
    return save_record(quote, by=by)


def _follows_from(quote: Quote, words: str) -> bool:
    """Whether these words are those of the record or of its evidence, or a part of them that is fair."""
    return fold(words).rstrip(".,") in fold(quote.text) or derive(words, quote.verbatim or quote.text).holds


def _keep_verification_honest(quote: Quote, before: Quote, by: Any) -> None:
    was_verified = before.status == Quote.Status.VERIFIED
    if was_verified and quote.status == Quote.Status.VERIFIED:
        if quote.text != before.text or quote.verbatim != before.verbatim:
            quote.status = Quote.Status.UNVERIFIED  # by whom and when stays: so one sees that it was edited
    elif quote.status == Quote.Status.VERIFIED:
        raise ValidationError(
            {"status": _("Verify against a transcript, from the article: the words have to be compared.")}
        )


def _measure_uses(quote: Quote) -> None:
    """How the words of every use relate to the record as it is now."""
    for use in quote.uses.filter(attribution=QuoteUse.Attribution.CONFIRMED):
        use.quote = quote
        use.match = match_of(use)
        use.save(update_fields=["match"])


def _using(quote: Quote) -> Sequence[Article]:
    """Every article that has it in the text now or in what readers get."""
    in_text = Article.objects.filter(quote_uses__quote=quote, quote_uses__is_lost=False)
    return [*in_text.distinct(), *_public_in(quote).exclude(pk__in=in_text)]


def _public_in(quote: Quote) -> Any:
    editions = EditionQuote.objects.filter(quote=quote).values("edition__article")
    return Article.objects.filter(pk__in=editions)


def _raise_tasks(kind: str, quote: Quote, articles: Any, text: str) -> None:
    for article in articles:
        Task.objects.get_or_create(
            kind=kind, quote=quote, article=article, done_at=None, defaults={"text": text}
        )


def _record_change(quote: Quote, before: Quote, changed: Sequence[str], by: Any) -> None:
    was = {field: str(getattr(before, field) or "") for field in changed}
    now = {field: str(getattr(quote, field) or "") for field in changed}
    Event.objects.create(kind="quote.changed", quote=quote, by=by, data={"was": was, "now": now})
