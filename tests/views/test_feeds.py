"""Feeds of what somebody said: three formats of the same items, stable ids, 304 when nothing changed."""

import datetime
import json

import pytest
from defusedxml.ElementTree import fromstring
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.operations.quote_status import retract_quote
from tests.factories import (
    make_article,
    make_organization,
    make_person,
    make_quote,
    make_quoted_article,
    make_use,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
FEED = "/people/ada-quill/feed."


def published(words: str, hours: int = 0, **values):
    article = make_article(body=f"<p>“{words}” she said.</p>")
    quote = make_quote(words, **values)
    make_use(article, f"“{words}”", quote)
    publish(article, AT + datetime.timedelta(hours=hours))
    return quote


def items(client, name: str) -> list[tuple[str, str]]:
    """Id and title of each item, whatever the format."""
    data = client.get(FEED + name).content
    if name == "json":
        return [(item["id"], item["title"]) for item in json.loads(data)["items"]]
    root = fromstring(data)
    if name == "rss":
        return [(item.find("guid").text, item.find("title").text) for item in root.iter("item")]
    return [
        (item.find(f"{ATOM}id").text, item.find(f"{ATOM}title").text) for item in root.iter(f"{ATOM}entry")
    ]


@pytest.mark.parametrize("name", ["rss", "atom", "json"])
def test_the_newest_statements_with_stable_ids(client, settings, name):
    first, second = published("We sail & stay"), published("We wait", hours=1)
    published("Not mine", speaker_person=make_person("Bo Lantern"))
    wanted = [(f"{settings.SITE_URL}{q.get_absolute_url()}", f"“{q.text}”") for q in (second, first)]
    assert items(client, name) == wanted
    kinds = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
    response = client.get(FEED + name)
    assert response["Content-Type"].startswith(kinds[name])
    assert f"{settings.SITE_URL}{FEED}{name}" in response.content.decode()


def test_the_title_of_an_interrupted_statement_reads_on(client):
    publish(make_quoted_article(), AT)
    [(_id, title)] = items(client, "rss")
    assert title == "“We have waited long enough. Now we sail.”"


@pytest.mark.parametrize("name", ["rss", "atom", "json"])
def test_a_retracted_statement_stays_and_says_so(client, name):
    quote = published("We sail")
    before = items(client, name)
    etag = client.get(FEED + name)["ETag"]
    retract_quote(quote, by=make_user(), notice="It was another voice.")
    after = items(client, name)
    assert [one for one, _title in after] == [one for one, _title in before]
    assert after[0][1].startswith("Retracted") and "another voice" in client.get(FEED + name).content.decode()
    assert client.get(FEED + name, HTTP_IF_NONE_MATCH=etag).status_code == 200


def test_nothing_new_is_304(client):
    published("We sail")
    response = client.get(FEED + "rss")
    assert client.get(FEED + "rss", HTTP_IF_NONE_MATCH=response["ETag"]).status_code == 304
    again = client.get(FEED + "rss", HTTP_IF_MODIFIED_SINCE=response["Last-Modified"])
    assert again.status_code == 304 and again["ETag"] == response["ETag"]


def test_organizations_have_feeds_and_pages_lead_to_them(client):
    published("We sail", speaker_organization=make_organization(), speaker_person=None)
    published("We wait")
    assert client.get("/organizations/ferry-company/feed.atom").status_code == 200
    assert f'href="{FEED}rss"' in client.get("/people/ada-quill/").content.decode()


@pytest.mark.parametrize(
    "address", ["/people/nobody/feed.rss", "/people/ada-quill/feed.xml", "/people/silent-one/feed.json"]
)
def test_who_has_said_nothing_has_no_feed(client, address):
    make_person("Silent One")
    published("We sail")
    assert client.get(address).status_code == 404


def test_statements_do_not_grow_with_items(client):
    counts = []
    for size in (1, 20):
        for number in range(size):
            published(f"We sail {size} {number}", hours=number)
        with CaptureQueriesContext(connection) as captured:
            client.get(FEED + "rss")
        counts.append(len(captured))
    assert counts == [2, 2]
