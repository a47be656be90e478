"""Comparing quotations with the evidence: where in it the words stand, how they differ, and a person's word for it."""

import dataclasses
import difflib
import re
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Event, Quote, QuoteSource, QuoteUse, Source
from articles.models.listing_rows import refresh_records
from articles.operations.quotes import match_of
from articles.preflight import Finding, best_passages, derive
from articles.signals import quote_record_changed
from articles.text.typography import fold

CONTEXT = 160  # characters of the evidence shown on each side
_SPACED_WORD = re.compile(r"\s*\S+")


@dataclasses.dataclass(frozen=True)
class Piece:
    """Words that both texts share (``same``), only the evidence has (``del``) or only the article (``ins``)."""

    kind: str
    text: str


@dataclasses.dataclass(frozen=True)
class Comparison:
    """One quotation beside the passage of the evidence that fits it best."""

    quote: Quote
    words: str = ""
    before: str = ""
    after: str = ""
    score: int = 0  # percent
    pieces: tuple[Piece, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the published words follow from these by what a newsroom may do to words."""
        return bool(self.words) and not any(finding.is_blocker for finding in self.findings)


def compare(quote: Quote, evidence: str) -> Comparison:
    """The best passage for a quotation, or an empty comparison when none of its words occurs."""
    passages = best_passages(quote.text, evidence, limit=1)
    if not passages:
        return Comparison(quote)
    start, end = passages[0].start, passages[0].end
    words = evidence[start:end]
    return Comparison(
        quote,
        words,
        evidence[max(0, start - CONTEXT) : start],
        evidence[end : end + CONTEXT],
        round(100 * passages[0].score),
        tuple(word_diff(words, quote.text)),
        derive(quote.text, words).findings,
    )


def word_diff(old: str, new: str) -> list[Piece]:
    """The difference of two texts word by word, punctuation left out; ``same`` and ``ins`` together are the new text."""
    a, b = _SPACED_WORD.findall(old), _SPACED_WORD.findall(new)
    matcher = difflib.SequenceMatcher(None, [_bare(w) for w in a], [_bare(w) for w in b], autojunk=False)
    pieces = []
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(b[b0:b1])))
            continue
        if a1 > a0:
            pieces.append(Piece("del", "".join(a[a0:a1])))
        if b1 > b0:
            pieces.append(Piece("ins", "".join(b[b0:b1])))
    return pieces


def _bare(word: str) -> str:
    """A word without what stands at its edges: “enough,” and “enough.” are one word."""
    return fold(word).strip(" .,;:!?\"'-") or word.strip()


def comparisons(article: Article, evidence: str) -> list[Comparison]:
    """Every quotation of the article in reading order beside its best passage."""
    uses = (
        article.quote_uses.in_text()
        .exclude(quote=None)
        .select_related(
            "quote__speaker_person",
            "quote__speaker_organization",
            "quote__confidential_source",
            "quote__verified_by",
        )
    )
    quotes = dict.fromkeys(use.quote for use in uses.filter(place=QuoteUse.Place.BODY).order_by("start"))
    return [compare(quote, evidence) for quote in quotes]


@transaction.atomic
def verify(quote: Quote, *, by: Any, verbatim: str, source: Source | None = None, locator: str = "") -> Quote:
    """Record that a person has seen these words in the evidence. Every use is then measured against the record.

    Raises ``ValidationError`` when the published words do not follow from them.
    """
    verbatim = verbatim.strip()
    derivation = derive(quote.text, verbatim)
    if not verbatim or not derivation.holds:
        why = " ".join(finding.message for finding in derivation.findings if finding.is_blocker)
        raise ValidationError(
            _("The published words do not follow from the evidence. %(why)s") % {"why": why}
        )
    quote.verbatim, quote.status = verbatim, Quote.Status.VERIFIED
    quote.verified_by, quote.verified_at = by, timezone.now()
    quote.full_clean(exclude=["short_id"])
    quote.save()
    if source:
        QuoteSource.objects.get_or_create(quote=quote, source=source, locator=locator)
    for use in quote.uses.select_related("quote"):
        use.match = match_of(use)
        use.save(update_fields=["match"])
    refresh_records(quote)
    quote_record_changed.send(sender=Quote, quote=quote, kind="verified")
    Event.objects.create(kind="quote.verified", quote=quote, by=by, data={"source": str(source or "")})
    return quote


def verify_all(found: Sequence[Comparison], *, by: Any, source: Source | None, locator: str) -> None:
    """Verify these comparisons with the words that were shown, all or, on an error, none."""
    with transaction.atomic():
        for one in found:
            verify(one.quote, by=by, verbatim=one.words, source=source, locator=locator)
