"""The permanent page of a quotation, the timelines and their filters, and reports by readers."""

import datetime

import pytest
from django.core.cache import cache

from articles.models import QuoteLink, Task
from articles.operations.quote_links import agree_to_link, link_quotes
from articles.operations.quote_status import retract_quote
from articles.operations.verification import verify
from tests.factories import (
    make_article,
    make_occasion,
    make_person,
    make_quote,
    make_quoted_article,
    make_topic,
    make_use,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)


def published(words: str, at=AT, topics=(), before: str = "", after: str = "", **values):
    body = f"<p>{before}</p><p>The pilot stood on the quay. “{words}” she said.</p><p>{after}</p>"
    article = make_article(body=body, topics=topics)
    quote = make_quote(words, **values)
    make_use(article, f"“{words}”", quote)
    publish(article, at)
    return article, quote


def page(client, quote) -> str:
    return client.get(quote.get_absolute_url()).content.decode()


def test_the_words_stand_among_their_paragraphs(client):
    _article, quote = published(
        "We sail & we <stay>".replace("<stay>", "stay"), before="First.", after="Last."
    )
    html = page(client, quote)
    assert "<p>First.</p>" in html and "<p>Last.</p>" in html
    assert "The pilot stood on the quay. <mark>“We sail &amp; we stay”</mark> she said." in html


def test_an_interrupted_quotation_is_marked_in_both_parts(client):
    article = make_quoted_article()
    publish(article)
    html = page(client, article.quote_uses.first().quote)
    assert html.count("<mark>") == 2 and "said Ada Quill, the harbor pilot." in html


def test_the_history_tells_publication_verification_and_corrections(client):
    article, quote = published("We sail")
    verify(quote, by=make_user(), verbatim="We sail")
    article.correct(by=make_user(), note="The word “not” was missing.", quote=quote)
    html = page(client, quote)
    history = html[html.index('id="history"') :]
    assert "Published" in history and "Verified" in history and "The word “not” was missing." in history


def test_links_are_shown_from_both_ends_and_contradictions_only_when_agreed(client):
    _one, quote = published("We sail on Monday")
    _two, other = published("We never sail", speaker_person=make_person("Bo Lantern"))
    link_quotes(quote, "answers", other, by=make_user())
    contradiction = link_quotes(quote, "contradicts", other, by=make_user())
    assert "Answers" in page(client, quote) and "Is answered by" in page(client, other)
    assert "ontradict" not in page(client, quote) + page(client, other)
    agree_to_link(contradiction, by=make_user())
    assert "Contradicts" in page(client, quote) and "Is contradicted by" in page(client, other)


def test_a_link_to_words_that_are_not_public_is_not_shown(client):
    _article, quote = published("We sail on Monday")
    QuoteLink.objects.create(quote=quote, kind="answers", other=make_quote("Between you and me, no."))
    assert "Between you and me" not in page(client, quote)


def test_a_retracted_quotation_says_why_and_leaves_the_front_page_and_the_machines(client):
    _article, quote = published("We sail on Monday")
    assert "We sail on Monday" in client.get("/").content.decode().split('id="said"')[1]
    retract_quote(quote, by=make_user(), notice="It was somebody else’s voice.")
    html = page(client, quote)
    assert (
        "Retracted" in html
        and "somebody else’s voice" in html
        and '<script type="application/ld+json"' not in html
    )
    shared = "Retracted: It was somebody else’s voice. Ada Quill"
    assert html.count(f'content="{shared}"') == 3 and f"<title>{shared}</title>" in html
    cache.clear()  # which the version of the site does after the transaction
    assert 'id="said"' not in client.get("/").content.decode()


@pytest.fixture
def timeline(client):
    """Three statements of one person; returns what a query string leaves of them."""
    topic, occasion = make_topic("Ferries"), make_occasion("Hearing in the hall")
    published("The ferry sails", topics=[topic], said_on=datetime.date(2024, 3, 1), said_on_precision="day")
    published(
        "The crane stands", occasion=occasion, said_on=datetime.date(2025, 3, 1), said_on_precision="day"
    )
    published("Der Kran stürzt")

    def words(query: str, address: str = "/people/ada-quill/") -> list[str]:
        html = client.get(address + query).content.decode()
        return [one for one in ("The ferry sails", "The crane stands", "Der Kran stürzt") if one in html]

    words.occasion = occasion
    return words


def test_a_timeline_is_narrowed_by_each_filter_and_by_several(timeline):
    assert len(timeline("")) == 3
    assert timeline("?year=2024") == ["The ferry sails"]
    assert timeline("?year=2026") == ["Der Kran stürzt"]  # by the day of publication where none is known
    assert timeline("?topic=ferries") == ["The ferry sails"]
    assert timeline(f"?occasion={timeline.occasion.short_id}") == ["The crane stands"]
    assert timeline("?q=CRANE+the") == ["The crane stands"]
    assert timeline("?year=2025&topic=ferries") == []
    assert timeline("?q=crane", "/quotes/") == ["The crane stands"]


@pytest.mark.parametrize(
    "query",
    ["?year=x", "?year=0000", "?year=99999", "?topic=%00", "?occasion=nope", "?status=lost", "?q=%25"],
)
def test_what_cannot_be_found_is_an_empty_page(timeline, client, query):
    assert timeline(query) == []
    assert "No statement fits" in client.get("/people/ada-quill/" + query).content.decode()


def test_the_filter_offers_what_there_is_and_nothing_unpublished(client, timeline):
    html = client.get("/people/ada-quill/").content.decode()
    assert "Hearing in the hall" in html and '<option value="2024">' in html and ">Ferries<" in html
    make_quote("Secret", occasion=make_occasion("Secret meeting"))
    cache.clear()
    assert "Secret meeting" not in client.get("/people/ada-quill/").content.decode()


def test_the_page_of_a_speaker_counts_the_statements_by_year_and_status(client, timeline):
    html = client.get("/people/ada-quill/").content.decode()
    assert "3 statements on record" in html
    assert "Statements by year: 2024: 1, 2025: 1, 2026: 1" in html and html.count("<rect") == 3
    narrowed = client.get("/people/ada-quill/?year=2024").content.decode()
    assert "3 statements on record" in narrowed  # the filter narrows the list, not the record


def test_the_statements_of_a_speaker_stand_under_the_year_in_which_they_were_said(client, timeline):
    published("We sail again", said_on=datetime.date(2024, 5, 1), said_on_precision="day")
    html = client.get("/people/ada-quill/").content.decode()
    years = {part[:4]: part for part in html.split('<h2 id="y')[1:]}
    assert list(years) == ["2026", "2025", "2024"]
    assert "Der Kran stürzt" in years["2026"] and "The crane stands" in years["2025"]
    assert years["2024"].index("We sail again") < years["2024"].index("The ferry sails")


def test_one_year_alone_is_not_drawn(client):
    published("The ferry sails")
    html = client.get("/people/ada-quill/").content.decode()
    assert "1 statement on record" in html and "<svg" not in html


def test_the_filter_knows_a_new_publication_at_once(client, django_capture_on_commit_callbacks):
    published("The ferry sails")
    client.get("/people/ada-quill/")
    with django_capture_on_commit_callbacks(execute=True):
        published("The crane stands", occasion=make_occasion("Hearing in the hall"))
    assert "Hearing in the hall" in client.get("/people/ada-quill/").content.decode()


def test_pages_keep_the_filter(client):
    for number in range(21):
        published(f"We sail, {number}", AT + datetime.timedelta(minutes=number))
    html = client.get("/people/ada-quill/?q=sail").content.decode()
    assert 'href="?q=sail&amp;after=' in html


def test_a_reader_reports_a_quotation(client):
    _article, quote = published("We sail")
    address = f"{quote.get_absolute_url()}report/"
    assert address in page(client, quote)
    response = client.post(address, {"text": "She said “we drift”."}, follow=True)
    assert "Thank you" in response.content.decode()
    assert Task.objects.get().text == "She said “we drift”."


def test_an_empty_report_says_what_to_do_and_machines_are_not_listened_to(client):
    _article, quote = published("We sail")
    address = f"{quote.get_absolute_url()}report/"
    assert client.post(address, {"text": " "}).status_code == 400
    client.post(address, {"text": "Buy", "website": "https://shop.example"})
    assert not Task.objects.exists()


def test_reports_are_limited_by_address_and_the_text_is_not_lost(client):
    _article, quote = published("We sail")
    address = f"{quote.get_absolute_url()}report/"
    for _time in range(5):
        assert client.post(address, {"text": "Wrong"}).status_code == 302
    response = client.post(address, {"text": "Wrong for the sixth time"})
    assert response.status_code == 429 and "sixth time" in response.content.decode()
    assert client.post(address, {"text": "Wrong"}, REMOTE_ADDR="192.0.2.9").status_code == 302
    assert Task.objects.count() == 6


def test_only_published_quotations_can_be_reported(client):
    quote = make_quote("Secret")
    assert client.get(f"/quotes/{quote.short_id}/report/").status_code == 404


def test_reading_sets_no_cookie_and_reporting_is_not_cached(client):
    _article, quote = published("We sail")
    client.get(quote.get_absolute_url())
    assert not client.cookies
    assert "no-store" in client.get(f"{quote.get_absolute_url()}report/")["Cache-Control"]
