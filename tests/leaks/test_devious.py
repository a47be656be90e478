"""What a reader tries who knows that there was, or will be, something: old tags, old addresses, kept copies, ended links."""

import pytest
from django.test import TestCase
from django.urls import reverse

from articles.models import EditionQuote, PreviewLink
from articles.operations.cards import card_of
from tests.factories import make_article, make_member, make_quoted_article, publish
from tests.leaks.world import DAY

pytestmark = pytest.mark.django_db
WORDS = "waited long enough"


@pytest.fixture
def kept(settings):
    """Pages are kept, as in production."""
    settings.PAGE_CACHE_SECONDS, settings.SITE_VERSION_SECONDS = 600, 0


@pytest.fixture
def published():
    article = make_quoted_article(headline="Ferry sails again", slug="ferry-sails")
    with TestCase.captureOnCommitCallbacks(execute=True):
        publish(article)
    return article


def withdraw(article):
    with TestCase.captureOnCommitCallbacks(execute=True):
        article.withdraw(by=None, reason="Nobody said so.")


def addresses(article) -> list[str]:
    quote = article.quote_uses.first().quote
    row = EditionQuote.objects.filter(quote=quote).first()
    return [
        f"/articles/{article.short_id}/{article.slug}/",
        f"/articles/{article.short_id}/{article.slug}/history/",
        f"/articles/{article.short_id}/{article.slug}/history/1/",
        f"/quotes/{quote.short_id}/",
        f"/quotes/{quote.short_id}/embed/",
        reverse("card", args=[quote.short_id, card_of(row).key]),
        f"/oembed/?url=http://testserver/articles/{article.short_id}/{article.slug}/",
        f"/oembed/?url=http://testserver/quotes/{quote.short_id}/",
        f"/api/v1/articles/{article.short_id}/",
        f"/api/v1/articles/{article.short_id}/annotations/",
        f"/api/v1/quotes/{quote.short_id}/",
        f"/api/v1/quotes/{quote.short_id}/annotation/",
    ]


def test_an_old_tag_brings_nothing_withdrawn_back(client, kept, published):
    paths = [path for path in addresses(published) if client.get(path).status_code == 200]
    assert len(paths) >= 11
    tags = {path: client.get(path).headers.get("ETag", '"0"') for path in paths}
    withdraw(published)
    for path, tag in tags.items():
        for headers in (
            {"If-None-Match": tag},
            {"If-None-Match": "*"},
            {"Range": "bytes=0-99"},
            {"Accept-Encoding": "br"},
        ):
            for method in (client.get, client.head):
                response = method(path, headers=headers)
                assert response.status_code in (404, 410), (path, headers, response.status_code)
                assert WORDS.encode() not in response.content and response.headers.get("ETag") != tag, path


def test_lists_that_were_kept_forget_what_was_withdrawn(client, kept, published):
    section, author = published.section.slug, published.bylines.get().author.slug
    paths = [
        "/",
        f"/sections/{section}/",
        f"/authors/{author}/",
        "/feed.rss",
        "/feed.json",
        "/quotes/",
        "/people/ada-quill/",
    ]
    paths += [
        "/news-sitemap.xml",
        "/search/?q=ferry",
        "/api/v1/articles/",
        "/api/v1/quotes/",
        "/api/v1/search/?q=ferry",
    ]
    held = [path for path in paths if published.short_id.encode() in client.get(path).content]
    assert len(held) >= 8
    withdraw(published)
    for path in held:
        content = client.get(path).content
        assert published.headline.encode() not in content and WORDS.encode() not in content, path


def test_an_old_slug_of_what_is_gone_leads_nowhere_new(client, published):
    published.slug = "the-name-of-the-mayor"
    published.save_working_copy(by=None)
    assert "mayor" not in client.get(f"/articles/{published.short_id}/").headers["Location"]
    publish(published)
    withdraw(published)
    for path in (f"/articles/{published.short_id}/", f"/articles/{published.short_id}/ferry-sails/"):
        response = client.get(path)
        assert (
            response.status_code == 410 and "mayor" not in str(response.headers) + response.content.decode()
        )


@pytest.mark.parametrize("ended", ["revoked", "expired", "deleted"])
def test_a_preview_that_ended_shows_nothing_by_any_way(client, time_machine, ended):
    article, reporter = make_article("A secret draft"), make_member("Reporter")
    link, token = PreviewLink.objects.make(article, by=reporter, expires_at=article.saved_at + DAY)
    path = f"/preview/{token}/"
    assert client.get(path).status_code == 200
    if ended == "revoked":
        link.revoke(by=reporter)
    elif ended == "expired":
        time_machine.move_to(link.expires_at)
    else:
        PreviewLink.objects.filter(pk=link.pk).delete()
    for headers in ({}, {"If-None-Match": "*"}, {"Range": "bytes=0-99"}):
        for method in (client.get, client.head, client.options):
            response = method(path, headers=headers)
            assert response.status_code >= 400 and b"A secret draft" not in response.content
            assert "no-store" in response.headers.get("Cache-Control", "no-store")


def test_the_desk_tells_strangers_nothing_by_any_method(client):
    article = make_article("A secret draft")
    for key in (article.short_id, "zzzzzzz0"):
        answers = {
            (method, client.generic(method, f"/api/v1/desk/articles/{key}/").status_code)
            for method in ("GET", "HEAD", "OPTIONS", "PATCH", "DELETE")
        }
        assert {status for _method, status in answers} <= {401, 403}, answers
    client.force_login(make_member("Reporter"))
    told = [
        client.generic(method, f"/api/v1/desk/articles/{key}/", "{}", content_type="application/json")
        for method in ("GET", "PATCH")
        for key in (article.short_id, "zzzzzzz0")
    ]
    assert [one.status_code for one in told] == [404] * 4
