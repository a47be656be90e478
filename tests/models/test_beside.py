import datetime

import pytest

from articles.models import PullQuote
from articles.operations.publishing import fingerprint, preview
from tests.factories import make_article, make_quoted_article, make_section, make_topic, publish

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def names(editions):
    return [edition.headline for edition in editions]


def test_what_shares_most_topics_and_speakers_comes_first():
    ferries, storm = make_topic(), make_topic("Storm")
    publish(make_article("Only ferries", topics=[ferries]), AT)
    publish(make_article("Nothing in common"), AT + HOUR)
    publish(make_article("Both", topics=[ferries, storm]), AT - HOUR)
    publish(make_article("עוד", topics=[ferries, storm], language="he"), AT)
    edition = publish(make_article("New", topics=[ferries, storm]), AT + 2 * HOUR)
    assert names(edition.beside().related) == ["Both", "Only ferries"]


def test_who_speaks_in_both_says_more_than_what_both_are_about():
    ferries = make_topic()
    publish(make_article("About ferries", topics=[ferries]), AT)
    first = make_quoted_article(headline="Ada speaks")
    publish(first, AT - HOUR)
    again = make_article("Ada again", body="<p>“Now we sail.”</p>", topics=[ferries])
    again.quote_uses.create(
        quote=first.quote_uses.first().quote, start=0, end=14, exact="“Now we sail.”", attribution="confirmed"
    )
    assert names(publish(again, AT + HOUR).beside().related) == ["Ada speaks", "About ferries"]


def test_what_the_newsroom_chose_comes_before_what_was_found():
    ferries = make_topic()
    publish(make_article("Found", topics=[ferries]), AT)
    chosen = make_article("Chosen")
    publish(chosen, AT - HOUR)
    article = make_article("New", topics=[ferries])
    article.related.add(chosen)
    assert names(publish(article, AT + HOUR).beside().related) == ["Chosen", "Found"]


def test_a_withdrawn_story_is_named_nowhere_and_a_corrected_headline_everywhere(client):
    ferries = make_topic()
    gone, changed = make_article("Gone", topics=[ferries]), make_article("Wrong", topics=[ferries])
    publish(gone, AT)
    publish(changed, AT)
    article = make_article("New", topics=[ferries])
    publish(article, AT + HOUR)
    gone.withdraw(by=None, reason="Court order")
    changed.headline = "Right"
    changed.save()
    changed.correct(by=None, note="The headline was wrong.")
    page = client.get(article.get_absolute_url()).content.decode()
    assert "Right" in page and "Gone" not in page and "Wrong" not in page


def test_neighbours_are_those_of_the_section():
    first, other, middle, last = (
        make_article(name, section=make_section(section))
        for name, section in (("First", "Sea"), ("Other", "Sky"), ("Middle", "Sea"), ("Last", "Sea"))
    )
    for number, article in enumerate((first, other, middle, last)):
        publish(article, AT + number * HOUR)
    beside = middle.live_edition().beside()
    assert (beside.previous.headline, beside.next.headline) == ("First", "Last")
    alone = other.live_edition().beside()
    assert not alone and (alone.previous, alone.next) == (None, None)


@pytest.mark.parametrize("number", [1, 20])
def test_one_statement_however_many_there_are(number, django_assert_num_queries):
    for index in range(number):
        publish(make_article(topics=[make_topic()]), AT + index * HOUR)
    edition = publish(make_article(topics=[make_topic()]), AT - HOUR)
    with django_assert_num_queries(1):
        edition.beside()


def test_a_suggestion_of_another_day_is_no_change_of_the_article():
    article = make_article(topics=[make_topic()])
    live = publish(article, AT)
    before = fingerprint(article)
    publish(make_article("Newer", topics=[make_topic()]), AT + HOUR)
    assert fingerprint(article) == before
    assert publish(article, AT + 2 * HOUR) == live


def test_a_pull_quote_stands_beside_the_text_and_not_in_it(client):
    article = make_quoted_article()
    quote = article.quote_uses.first().quote
    pull = PullQuote(article=article, quote=quote, words="Now we sail")
    pull.full_clean()
    pull.save()
    edition = publish(article)
    assert [one["text"] for one in edition.pulls] == ["Now we sail"]
    assert "pull" not in edition.body_html
    page = client.get(article.get_absolute_url()).content.decode()
    assert (
        '<aside class="pull" aria-label="Ada Quill: Now we sail"><figure><blockquote><p>“Now we sail”' in page
    )
    assert page.index('class="pull"') > page.index("on Monday") and page.index('class="pull"') < page.index(
        f'id="q-{quote.short_id}"'
    )


@pytest.mark.parametrize("words", ["We sail at dawn", "waited now"])
def test_words_that_were_not_quoted_cannot_be_pulled(words):
    article = make_quoted_article()
    pull = PullQuote(article=article, quote=article.quote_uses.first().quote, words=words)
    with pytest.raises(Exception, match="not in the quotation"):
        pull.full_clean()


def test_a_quotation_that_is_not_settled_cannot_be_pulled():
    article = make_quoted_article()
    quote = article.quote_uses.first().quote
    article.quote_uses.update(attribution="proposed")
    with pytest.raises(Exception, match="settled"):
        PullQuote(article=article, quote=quote).full_clean()


def test_a_pull_quote_whose_words_left_the_text_is_not_published():
    article = make_quoted_article()
    PullQuote.objects.create(
        article=article, quote=article.quote_uses.first().quote, words="waited long enough"
    )
    article.quote_uses.filter(segment=0).update(is_lost=True)
    assert preview(article).pulls == []


def test_a_retracted_quotation_is_not_set_large():
    article = make_quoted_article()
    quote = article.quote_uses.first().quote
    PullQuote.objects.create(article=article, quote=quote)
    quote.status, quote.notice = "disputed", "He says otherwise."
    quote.save()
    assert publish(article).pulls == []
