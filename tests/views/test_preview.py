"""Preview links: one revision, for whoever has the address, until it ends, and without a trace."""

import datetime
import re

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from articles.models import PreviewLink
from tests.factories import make_admin, make_member, make_quoted_article, make_user

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def made():
    ada = make_user("ada", first_name="Ada", last_name="Quill")
    article = make_quoted_article(headline="An unpublished headline", by=ada)
    link, token = PreviewLink.objects.make(
        article, by=ada, expires_at=timezone.now() + DAY, for_whom="the lawyer"
    )
    return article, link, reverse("preview", args=[token])


def test_whoever_has_the_address_reads_the_revision_and_who_shows_it(client, made):
    article, link, address = made
    article.headline = "Edited later"
    article.save_working_copy(by=None)
    page = client.get(address).content.decode()
    assert "An unpublished headline" in page and "Edited later" not in page
    assert "Not published" in page and "Ada Quill" in page and "the lawyer" in page
    link.refresh_from_db()
    assert link.opened == 1


def test_it_leaves_no_trace(client, made):
    response = client.get(made[2])
    assert response["Cache-Control"] == "no-store, private"
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in response and "Last-Modified" not in response
    page = response.content.decode()
    assert "canonical" not in page and "ld+json" not in page and "og:" not in page and "oembed" not in page
    assert made[2] not in page


def test_nothing_of_it_is_put_into_the_cache(client, made):
    from django.core.cache import cache

    client.get(made[2])
    assert "unpublished headline" not in str(getattr(cache, "_cache", ""))


def test_looking_with_head_is_not_opening(client, made):
    assert client.head(made[2]).status_code == 200
    made[1].refresh_from_db()
    assert made[1].opened == 0 and client.post(made[2]).status_code == 405


def test_a_wrong_address_is_404(client, made):
    wrong = client.get(made[2][:-2] + "/")
    assert wrong.status_code == 404 and "unpublished" not in wrong.content.decode()


def test_a_link_that_has_ended_is_410_without_details(client, made):
    _article, link, address = made
    with time_machine.travel(timezone.now() + 2 * DAY):
        expired = client.get(address)
    link.revoke(by=link.made_by)
    for response in (expired, client.get(address)):
        assert response.status_code == 410 and response["Cache-Control"] == "no-store, private"
        page = response.content.decode()
        assert "unpublished" not in page and "lawyer" not in page and "Quill" not in page


def test_the_page_costs_three_statements(client, made, django_assert_num_queries):
    client.get(made[2])
    with django_assert_num_queries(3):  # the link, that it was opened, and the articles beside it
        client.get(made[2])


def test_a_link_is_made_shown_once_and_ended_in_the_admin(client):
    client.force_login(make_admin())
    article = make_quoted_article(headline="Pier")
    address = reverse("admin:articles_article_preview_links", args=[article.pk])
    assert "None yet." in client.get(address).content.decode()
    response = client.post(address, {"for_whom": "the lawyer", "days": "3"})
    preview = re.search(r'value="http://[^/]+(/preview/[\w-]+/)"', response.content.decode())[1]
    assert "no-store" in response["Cache-Control"] and preview not in client.get(address).content.decode()
    assert client.get(preview).status_code == 200
    link = PreviewLink.objects.get()
    assert "opened once" in client.get(address).content.decode()
    client.post(reverse("admin:articles_article_end_link", args=[article.pk, link.pk]))
    assert client.get(preview).status_code == 410
    assert "ended by root" in client.get(address).content.decode()


@pytest.mark.parametrize("data", [{"for_whom": "", "days": "3"}, {"for_whom": "x", "days": "99"}])
def test_a_link_needs_somebody_and_an_end(client, data):
    client.force_login(make_admin())
    client.post(reverse("admin:articles_article_preview_links", args=[make_quoted_article().pk]), data)
    assert not PreviewLink.objects.exists()


def test_links_of_others_articles_are_not_there(client, made):
    article, link, _address = made
    client.force_login(make_member("Reporter", "rosa"))
    for name, args in (("preview_links", [article.pk]), ("end_link", [article.pk, link.pk])):
        assert client.post(reverse(f"admin:articles_article_{name}", args=args)).status_code == 404
