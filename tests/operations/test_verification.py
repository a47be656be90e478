"""Quotations held against the evidence, and what a verification changes."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Quote
from articles.operations.quotes import scan_article
from articles.operations.settling import confirm_use
from articles.operations.verification import comparisons, verify, word_diff
from tests.factories import make_article, make_source, make_user

pytestmark = pytest.mark.django_db

TRANSCRIPT = (
    "CHAIR: Shall we begin? BRANDT: We have not decided to close the pier, and nobody should think so. "
    "CHAIR: And the lamps? MARLOW: The lamps are older than the mayor, frankly."
)
BODY = (
    "<p>“We have not decided to close the pier,” Tomas Brandt said.</p>"
    "<p>“The lamps are older than the council,” Edda Marlow said.</p>"
)


@pytest.fixture
def article():
    article = make_article(body=BODY)
    scan_article(article)
    for use in article.quote_uses.all():
        confirm_use(use, by=None)
    return article


def test_each_quotation_stands_beside_its_passage(article):
    pier, lamps = comparisons(article, TRANSCRIPT)
    assert (pier.words, pier.score, pier.holds) == ("We have not decided to close the pier", 100, True)
    assert pier.before.endswith("BRANDT: ") and pier.after.startswith(", and nobody")
    assert not lamps.holds and lamps.findings[0].rule == "words-differ"
    assert [piece.text.strip() for piece in lamps.pieces if piece.kind != "same"] == ["mayor", "council,"]


def test_verifying_keeps_who_when_what_and_where(article):
    quote, source, editor = comparisons(article, TRANSCRIPT)[0].quote, make_source(), make_user()
    verify(quote, by=editor, verbatim="We have not decided to close the pier", source=source, locator="00:02")
    quote.refresh_from_db()
    assert (quote.status, quote.verified_by) == (Quote.Status.VERIFIED, editor) and quote.verified_at
    assert quote.quote_sources.get().locator == "00:02"
    assert quote.events.filter(kind="quote.verified", by=editor).exists()


def test_other_words_cannot_be_verified(article):
    quote = comparisons(article, TRANSCRIPT)[1].quote
    with pytest.raises(ValidationError, match="does not go on with"):
        verify(quote, by=make_user(), verbatim="The lamps are older than the mayor")
    quote.refresh_from_db()
    assert quote.status == Quote.Status.UNVERIFIED and not quote.verbatim


def test_words_that_leave_the_evidence_drift(article):
    quote = comparisons(article, TRANSCRIPT)[0].quote
    verify(quote, by=make_user(), verbatim="We have not decided to close the pier")
    for words, match in (("decided to close [it]", "edited"), ("decided to shut the pier", "drift")):
        article.body = BODY.replace("decided to close the pier", words)
        article.save()
        scan_article(article)
        assert quote.uses.get().match == match


def test_a_diff_gives_both_texts():
    old, new = "the lamps are old  and dim", "the lamps were old and very dim"
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "del") == new
    assert "".join(piece.text for piece in pieces if piece.kind != "ins").split() == old.split()
