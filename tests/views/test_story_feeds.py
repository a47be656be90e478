"""Feeds of articles: the same items in three formats, corrections first, nothing that is not live."""

import datetime
import json

import pytest
from defusedxml.ElementTree import fromstring
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    make_article,
    make_author,
    make_published,
    make_quoted_article,
    make_section,
    make_topic,
    make_user,
    publish,
    retract,
)

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def items(client, address: str, name: str) -> list[tuple[str, str]]:
    """Id and title of each item, whatever the format."""
    response = client.get(f"{address}feed.{name}")
    assert response.status_code == 200
    if name == "json":
        return [(item["id"], item["title"]) for item in json.loads(response.content)["items"]]
    root = fromstring(response.content)
    if name == "rss":
        return [(item.findtext("guid"), item.findtext("title")) for item in root.iter("item")]
    return [(item.findtext(f"{ATOM}id"), item.findtext(f"{ATOM}title")) for item in root.iter(f"{ATOM}entry")]


@pytest.mark.parametrize("name", ["rss", "atom", "json"])
@pytest.mark.parametrize(
    "address", ["/", "/sections/city-hall/", "/topics/fish/", "/authors/signe-attwater/"]
)
def test_the_newest_articles_of_the_subject(client, settings, name, address):
    own = {
        "section": make_section("City Hall"),
        "topics": [make_topic("Fish")],
        "author": make_author("Signe Attwater"),
    }
    first, second = make_article("Fish & chips", **own), make_article("Second", **own)
    publish(first, AT)
    publish(second, AT + HOUR)
    make_article("A draft", **own)
    other = make_article("Other", author=make_author(), topics=[make_topic()])
    publish(other, AT - HOUR)
    wanted = [second, first] + ([other] if address == "/" else [])
    ids = [f"{settings.SITE_URL}/articles/{one.short_id}/" for one in wanted]
    assert items(client, address, name) == list(zip(ids, [one.headline for one in wanted], strict=True))


@pytest.mark.parametrize("name", ["rss", "atom", "json"])
def test_an_id_stays_when_the_address_changes(client, name):
    article = make_article("Ferry sails")
    publish(article, AT)
    before = items(client, "/", name)
    article.slug = "ferry-sails-again"
    article.save_working_copy(by=None)
    publish(article, AT + HOUR)
    cache.clear()
    assert [one for one, _title in items(client, "/", name)] == [one for one, _title in before]
    assert "ferry-sails-again" in client.get(f"/feed.{name}").content.decode()


@pytest.mark.parametrize("name", ["rss", "atom", "json"])
def test_corrections_and_retractions_are_said_and_the_withdrawn_is_gone(client, name):
    article, gone = make_article("Ferry sails"), make_article("Gone")
    publish(article, AT)
    publish(gone, AT)
    article.correct(by=make_user(), note="It was a tug.", at=AT + HOUR)
    gone.withdraw(by=make_user(), reason="Court order")
    cache.clear()
    text = client.get(f"/feed.{name}").content.decode()
    assert "Correction" in text and "It was a tug." in text and "Gone" not in text
    retract(article, notice="Nothing of it was true.", at=AT + 2 * HOUR)
    cache.clear()
    text = client.get(f"/feed.{name}").content.decode()
    assert "Retracted: Ferry sails" in text and "Nothing of it was true." in text


def test_summaries_or_the_whole_text_by_setting(client, settings):
    publish(make_quoted_article(headline="Ferry"), AT)
    item = json.loads(client.get("/feed.json").content)["items"][0]
    assert item["content_html"] == "<p>The company found a new pilot.</p>" and "waited" not in str(item)
    settings.FEED_FULL_TEXT = True
    cache.clear()
    item = json.loads(client.get("/feed.json").content)["items"][0]
    assert "We have waited long enough" in item["content_html"] and item["summary"]
    assert "<button" not in item["content_html"]
    rss = next(fromstring(client.get("/feed.rss").content).iter("item"))
    assert "We have waited" in rss.findtext(CONTENT) and "We have waited" not in rss.findtext("description")
    atom = next(fromstring(client.get("/feed.atom").content).iter(f"{ATOM}entry"))
    assert "We have waited" in atom.findtext(f"{ATOM}content")


def test_addresses_in_whole_texts_are_whole(client, settings):
    settings.FEED_FULL_TEXT = True
    publish(
        make_article(
            body='<p>See <a href="/pages/about/">us</a> and <a href="https://a.example/">them</a>.</p>'
        ),
        AT,
    )
    text = json.loads(client.get("/feed.json").content)["items"][0]["content_html"]
    assert f'href="{settings.SITE_URL}/pages/about/"' in text and 'href="https://a.example/"' in text


def test_known_feeds_are_304_until_something_is_published(client, django_capture_on_commit_callbacks):
    publish(make_article("Ferry"), AT)
    first = client.get("/feed.rss")
    assert client.get("/feed.rss", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304
    assert client.get("/feed.rss", HTTP_IF_MODIFIED_SINCE=first["Last-Modified"]).status_code == 304
    with django_capture_on_commit_callbacks(execute=True):
        publish(make_article("Tug"), AT + HOUR)
    assert client.get("/feed.rss", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


def test_a_section_without_articles_has_an_empty_feed_and_others_have_none(client):
    make_section("New")
    make_topic("Unused")
    assert items(client, "/sections/new/", "rss") == []
    for address in (
        "/topics/unused/feed.rss",
        "/authors/nobody/feed.atom",
        "/sections/none/feed.json",
        "/feed.xml",
    ):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/feed.rss", "/authors/bo-lantern/feed.json"])
def test_statements_do_not_grow_with_items(client, address):
    counts = []
    for size in (1, 20):
        make_published(size)
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        counts.append(len(captured))
    assert counts[0] == counts[1]
