"""What crawlers get: only what is live, true times of change, and 304 for what they know."""

import datetime

import pytest
from defusedxml.ElementTree import fromstring
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import sitemaps
from articles.models import Edition
from tests.factories import (
    make_article,
    make_author,
    make_published,
    make_quoted_article,
    make_user,
    publish,
    retract,
)

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def entries(client, address: str) -> dict[str, str | None]:
    """Addresses with their times of change."""
    response = client.get(address)
    assert response.status_code == 200, address
    root = fromstring(response.content)
    return {one.findtext(f"{MAP}loc"): one.findtext(f"{MAP}lastmod") for one in root}


def own(client, settings, address: str) -> dict[str, str | None]:
    return {key.removeprefix(settings.SITE_URL): value for key, value in entries(client, address).items()}


def test_the_index_leads_to_every_live_article_and_quotation(client, settings):
    article = make_quoted_article()
    publish(article, AT)
    later = make_article("Later")
    publish(later, AT + datetime.timedelta(days=30))
    make_article("A draft")
    parts = own(client, settings, "/sitemap.xml")
    assert list(parts) == [
        "/sitemap-pages.xml",
        "/sitemap-articles-2026-11.xml",
        "/sitemap-articles-2026-10.xml",
        "/sitemap-quotes-2026-10.xml",
    ]
    listed = {url for address in parts for url in own(client, settings, address)}
    quote = article.quote_uses.first().quote
    assert {"/", article.get_absolute_url(), later.get_absolute_url(), quote.get_absolute_url()} <= listed
    assert {"/sections/harbor/", "/authors/bo-lantern/", "/people/ada-quill/"} <= listed
    assert not any("draft" in url for url in listed)
    assert all(client.get(url).status_code == 200 for url in listed)


def test_times_are_those_that_readers_see(client, settings):
    article = make_article("Ferry")
    publish(article, AT)
    assert own(client, settings, "/sitemap-articles-2026-10.xml") == {
        article.get_absolute_url(): "2026-10-14T12:00:00+00:00"
    }
    day = datetime.timedelta(days=1)
    article.correct(by=make_user(), note="It was a tug.", at=AT + 2 * day)
    Edition.objects.filter(article=article).update(
        at=AT + 3 * day
    )  # when it was written is nobody's business
    cache.clear()
    assert list(own(client, settings, "/sitemap-articles-2026-10.xml").values()) == [
        "2026-10-16T12:00:00+00:00"
    ]


def test_the_withdrawn_the_syndicated_and_the_shy_are_left_out(client, settings):
    gone, elsewhere = make_article("Gone"), make_article("Elsewhere", canonical_url="https://other.example/x")
    kept = make_article("Kept", author=make_author("Shy One", noindex=True))
    for article in (gone, elsewhere, kept):
        publish(article, AT)
    gone.withdraw(by=make_user(), reason="Court order")
    assert list(own(client, settings, "/sitemap-articles-2026-10.xml")) == [kept.get_absolute_url()]
    assert "/authors/shy-one/" not in own(client, settings, "/sitemap-pages.xml")


def test_a_month_of_very_many_has_several_parts(client, settings, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST", 2)
    make_published(3)
    parts = [address for address in own(client, settings, "/sitemap.xml") if "articles" in address]
    assert parts == ["/sitemap-articles-2026-10.xml", "/sitemap-articles-2026-10-2.xml"]
    assert [len(entries(client, address)) for address in parts] == [2, 1]


@pytest.mark.parametrize(
    "address",
    ["/sitemap-articles-2026-13.xml", "/sitemap-articles-1999-01.xml", "/sitemap-notes-2026-10.xml"],
)
def test_a_part_that_is_none_is_not_found(client, address):
    make_published(1)
    assert client.get(address).status_code == 404


def test_what_is_known_is_304_until_parts_are_counted_again(client, django_capture_on_commit_callbacks):
    make_published(1)
    first = client.get("/sitemap.xml")
    assert client.get("/sitemap.xml", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304
    with django_capture_on_commit_callbacks(execute=True):
        publish(make_article("New"), AT + datetime.timedelta(days=60))
    assert (
        "2026-12" not in client.get("/sitemap.xml").content.decode()
    )  # the parts are counted six times an hour
    cache.delete(sitemaps.PARTS)
    assert "2026-12" in client.get("/sitemap.xml", HTTP_IF_NONE_MATCH=first["ETag"]).content.decode()


@pytest.mark.parametrize(
    "address", ["/sitemap.xml", "/sitemap-pages.xml", "/sitemap-articles-2026-10.xml", "/news-sitemap.xml"]
)
def test_statements_do_not_grow_with_articles(client, address):
    counts = []
    for size in (1, 20):
        make_published(size)
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_news_are_those_of_two_days(client, settings):
    settings.SITE_NAME = "Tide & Times"
    now = timezone.now()
    new, old = make_article("Storm & tide", language="de-AT"), make_article("Old")
    ad, gone = make_article("Buy this", kind="sponsored"), make_article("Not so")
    for article in (new, ad, gone):
        publish(article, now - datetime.timedelta(hours=47))
    publish(old, now - datetime.timedelta(hours=49))
    retract(gone, notice="It was not so.")
    root = fromstring(client.get("/news-sitemap.xml").content)
    found = [(one.findtext(f"{MAP}loc"), one.find(f"{NEWS}news")) for one in root]
    assert [address for address, _news in found] == [f"{settings.SITE_URL}{new.get_absolute_url()}"]
    item = found[0][1]
    assert item.findtext(f"{NEWS}title") == "Storm & tide"
    assert [part.text for part in item.find(f"{NEWS}publication")] == ["Tide & Times", "de"]


def test_robots_follow_the_settings(client, settings):
    text = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml\n" in text and "Disallow: /admin/\n" in text
    assert "GPTBot" not in text and "Disallow: /\n" not in text
    settings.AI_CRAWLERS = "refuse"
    text = client.get("/robots.txt").content.decode()
    assert "User-agent: GPTBot\n" in text and text.index("Disallow: /\n") < text.index("User-agent: *")
    settings.ROBOTS = "refuse"
    assert client.get("/robots.txt").content.decode().strip() == "User-agent: *\nDisallow: /"
