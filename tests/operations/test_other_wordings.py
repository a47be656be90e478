"""The same statement in other articles: found by the index, whatever else is in the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import QuoteTrigram, QuoteUse
from articles.models.other_wordings import index_words, other_wordings, speaker_key
from articles.operations.quote_links import link_quotes, use_record
from tests.factories import make_article, make_person, make_quote, make_use, make_user, publish

pytestmark = pytest.mark.django_db
SAID = "We have not decided to close the pier this winter."
ELSE = "We have decided to close the pier this winter."


def quoted(words: str, speaker=None, headline: str = "Pier"):
    article = make_article(headline, body=f"<p>“{words}” said the pilot.</p>")
    quote = make_quote(words, speaker_person=speaker or make_person())
    make_use(article, f"“{words}”", quote)
    index_words([quote])
    return article, quote


def found(article, quote):
    return other_wordings({quote.pk: (quote.text, speaker_key(quote))}, article).get(quote.pk, [])


def test_another_wording_in_another_article_is_found_and_told_before_publication():
    other, _quote = quoted(SAID, headline="The pier stays open")
    publish(other)
    article, quote = quoted(ELSE)
    assert [(one.quote.text, one.is_same) for one in found(article, quote)] == [(SAID, False)]
    assert [finding.rule for finding in article.preflight()] == ["quote-other-wording"]
    assert "The pier stays open" in article.preflight()[0].message


def test_the_same_words_are_offered_and_are_no_finding():
    quoted(SAID)
    article, quote = quoted("not decided to close the pier this winter")
    assert [one.is_same for one in found(article, quote)] == [True]
    assert article.preflight() == []


def test_another_speaker_may_say_the_same():
    quoted(SAID, make_person("Bo Lantern"))
    article, quote = quoted(ELSE)
    assert found(article, quote) == []


def test_linked_statements_are_two():
    _other, earlier = quoted(SAID)
    article, quote = quoted(ELSE)
    link_quotes(quote, "said_before", earlier, by=make_user())
    assert found(article, quote) == []


def test_words_that_are_lost_in_the_other_article_count_no_more():
    other, _earlier = quoted(SAID)
    other.quote_uses.update(is_lost=True)
    article, quote = quoted(ELSE)
    assert found(article, quote) == []


def test_using_the_record_of_the_other_article_leaves_one_record():
    other, earlier = quoted(SAID)
    article = make_article(body=f"<p>“{SAID}” said the pilot.</p>")
    use = make_use(article, f"“{SAID}”", make_quote(SAID, speaker_person=None), attribution="proposed")
    former = use.quote
    use_record([use], earlier, by=make_user())
    use.refresh_from_db()
    assert (use.quote, use.attribution, use.match) == (earlier, "confirmed", "verbatim")
    assert not type(former).objects.filter(pk=former.pk).exists()
    assert {one.article for one in earlier.uses.all()} == {other, article}


def test_the_index_follows_the_words():
    _article, quote = quoted(SAID)
    before = set(QuoteTrigram.objects.values_list("key", flat=True))
    quote.text = ELSE
    index_words([quote])
    assert set(QuoteTrigram.objects.values_list("key", flat=True)) != before
    assert index_words([quote]) == QuoteTrigram.objects.count()


def test_one_quotation_costs_as_many_queries_as_twenty():
    for number in range(20):
        quoted(f"{SAID} Number {number} is what I said to them all.")
    counts = []
    for size in (1, 20):
        article = make_article(body="<p>“x”</p>")
        words = {}
        for number in range(size):
            quote = make_quote(f"{ELSE} Number {number} is what I said to them.")
            words[quote.pk] = (quote.text, speaker_key(quote))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert len(other_wordings(words, article)) == size
        counts.append(len(queries))
    assert counts == [4, 4]


def test_looking_up_uses_the_index():
    quoted(SAID)
    rows = QuoteTrigram.objects.filter(key__in=[1, 2, 3]).values_list("key", "quote_id")
    if connection.vendor == "sqlite":
        assert "SEARCH articles_quotetrigram USING COVERING INDEX" in rows.explain()


def test_nothing_is_looked_up_for_nobody():
    article = make_article()
    quote = make_quote(SAID, speaker_person=None)
    with CaptureQueriesContext(connection) as queries:
        assert found(article, quote) == []
    assert len(queries) == 0 and QuoteUse.objects.count() == 0
