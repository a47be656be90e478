"""The page of results: escaped, marked, kept together over pages, and an answer to everything."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    make_article,
    make_published,
    make_quote,
    make_quoted_article,
    make_section,
    make_use,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)


def page(client, **query) -> str:
    response = client.get("/search/", query)
    assert response.status_code == 200
    return response.content.decode()


def test_words_are_marked_and_everything_else_is_escaped(client):
    body = f"<p>{'Long ago. ' * 30}The brakes &lt;b&gt; failed.</p>"
    publish(make_article("Brake & <i>clutch</i>", dek="Nothing here", body=body), AT)
    html = page(client, q="brakes")
    assert "<mark>Brake</mark> &amp; &lt;i&gt;clutch&lt;/i&gt;" in html
    assert "… " in html and "The <mark>brakes</mark> &lt;b&gt; failed." in html
    html = page(client, q='"><script>alert(1)</script>')
    assert "<script>alert" not in html


def test_an_interrupted_quotation_is_found_with_the_punctuation_of_one_that_stands_alone(client):
    publish(make_quoted_article(), AT)
    assert "We have waited long enough. Now we <mark>sail</mark>." in page(client, q="sail")


def test_quotations_stand_beside_articles_and_alone(client):
    article = make_article("Crane", body="<p>“The brake was wrong” she said.</p>")
    make_use(article, "“The brake was wrong”", make_quote("The brake was wrong"))
    publish(article, AT)
    html = page(client, q="brake")
    assert "“The <mark>brake</mark> was wrong”" in html and ">Crane</a>" in html
    assert ">Crane</a>" not in page(client, q="brake", kind="quotes")
    assert "“The <mark>" not in page(client, q="brake", kind="articles").split('<ol class="results')[0]


def test_pages_keep_words_and_kind(client):
    make_published(25)
    first = page(client, q="ferry section:harbor", kind="articles")
    assert first.count("<h3>") == 20
    link = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "q=ferry+section%3Aharbor" in link and "kind=articles" in link
    second = client.get(f"/search/{link}").content.decode()
    assert second.count("<h3>") == 5 and 'rel="next"' not in second


def test_other_sections_are_offered_to_narrow_by(client):
    publish(make_article("Ferry one"), AT)
    publish(make_article("Ferry two", section=make_section("City Hall")), AT)
    html = page(client, q="ferry")
    assert "q=ferry+section%3A%22City+Hall%22" in html
    narrowed = page(client, q='ferry section:"City Hall"')
    assert "<mark>Ferry</mark> two" in narrowed and "<mark>Ferry</mark> one" not in narrowed


def test_nothing_found_leads_on(client):
    publish(make_article("Inspectors flagged the crane"), AT)
    html = page(client, q="inspectrs crane")
    assert "Nothing fits" in html and ">inspectors crane</a>" in html
    assert "“after:” wants a date" in page(client, q="after:yesterday crane")
    assert "Nothing fits" not in page(client, q="") and "Nothing fits" not in page(client)


@pytest.mark.parametrize(
    "typed", ["\x00", "a" * 5000, "' OR 1=1 --", "*", '"', "(a OR", "שלום", "before:2020 after:2030"]
)
def test_everything_is_answered(client, typed):
    page(client, q=typed)
    page(client, q=typed, kind="quotes")
    page(client, q=typed, kind="neither")


def test_a_cursor_that_is_none_is_not_found(client):
    assert client.get("/search/", {"q": "ferry", "kind": "articles", "after": "nonsense!"}).status_code == 404


def test_drafts_and_withdrawn_articles_are_nowhere(client):
    make_article("Secret of the harbor")
    gone = make_article("Gone from the harbor")
    publish(gone, AT)
    gone.withdraw(by=make_user(), reason="Court order")
    html = page(client, q="harbor")
    assert "Secret" not in html and "Gone" not in html


def test_statements_do_not_grow_with_results(client):
    counts = []
    for size in (1, 20):
        make_published(size, body="<p>The ferry.</p>")
        client.get("/search/", {"q": "ferry", "kind": "articles"})
        with CaptureQueriesContext(connection) as captured:
            client.get("/search/", {"q": "ferry", "kind": "articles"})
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 3
