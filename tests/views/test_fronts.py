"""The front page and the fronts of sections as readers get them."""

import datetime

import pytest
from django.core.cache import cache
from django.utils import timezone

from articles.models import Banner, FrontPage, Placement
from articles.operations import caching
from tests.factories import (
    make_article,
    make_image,
    make_published,
    make_quoted_article,
    make_section,
    publish,
)

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def test_the_front_shows_lead_latest_and_what_was_said(client):
    publish(make_quoted_article(headline="Pilot found"), timezone.now() - HOUR)
    make_published(5)
    page = client.get("/").content.decode()
    assert page.count("<h1") == 1
    assert page.index("Pilot found") < page.index('id="latest"') < page.index('id="said"')
    assert "We have waited long enough" in page


def test_the_picture_of_the_lead_comes_first_and_the_others_when_they_are_near(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    image = make_image()
    make_published(3, lead_image=image)
    page = client.get("/").content.decode()
    assert page.count('fetchpriority="high"') == 1
    assert page.count('loading="lazy"') == 2
    assert 'type="image/avif"' in page


def test_an_empty_paper_says_so(client):
    assert "Nothing has been published here yet." in client.get("/").content.decode()


def test_older_stories_are_listed_by_key_and_lead_back(client):
    make_published(40)
    for address in ("/", "/sections/harbor/"):
        older = client.get(address).context["front"].older
        listed = client.get(f"{address}?after={older}")
        assert len(listed.context["page"].items) > 0
        assert client.get(f"{address}?after={listed.context['page'].previous}").status_code == 200
    assert client.get("/?after=nonsense").status_code == 404


def test_a_withdrawn_story_leaves_front_and_section_at_once(client, django_capture_on_commit_callbacks):
    caching.remember(None)
    article = make_published(3)[-1]
    assert article.headline in client.get("/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        article.withdraw(by=None, reason="Court order")
    for address in ("/", "/sections/harbor/"):
        assert article.headline not in client.get(address).content.decode()


def test_what_is_placed_is_seen_at_once(client, django_capture_on_commit_callbacks):
    old = make_published(10)[0]
    assert client.get("/").context["front"].lead.article_id != old.pk
    with django_capture_on_commit_callbacks(execute=True):
        Placement.objects.create(front=FrontPage.objects.create(), article=old, slot="lead")
    assert client.get("/").context["front"].lead.article_id == old.pk


def test_a_draft_that_is_placed_shows_nothing(client):
    make_published(2)
    Placement.objects.create(
        front=FrontPage.objects.create(), article=make_article("Secret plan"), slot="lead"
    )
    assert "Secret plan" not in client.get("/").content.decode()


def test_caches_in_front_ask_again_when_the_front_changes_by_itself(client, settings):
    settings.PURGE_URL = "http://cache.example/"
    make_published(1)
    now = timezone.now()
    Banner.objects.create(text="Soon", starts_at=now + datetime.timedelta(minutes=2), ends_at=now + HOUR)
    header = client.get("/")["Cache-Control"]
    seconds = int(header.split("s-maxage=")[1].split(",")[0])
    assert 100 <= seconds <= 120 and "max-age=0" in header


def test_a_banner_is_escaped_and_ends_in_the_open_page_too(client):
    now = timezone.now()
    Banner.objects.create(text="<b>Flood</b>", link="/quotes/", starts_at=now - HOUR, ends_at=now + HOUR)
    page = client.get("/").content.decode()
    assert "&lt;b&gt;Flood" in page and "data-until=" in page and 'href="/quotes/"' in page


@pytest.mark.parametrize("address", ["/", "/sections/harbor/"])
@pytest.mark.parametrize("number", [1, 20])
def test_a_warm_front_costs_no_statement_and_a_section_one(
    client, number, address, django_assert_num_queries
):
    make_section()
    make_published(number)
    cache.clear()
    client.get(address)
    with django_assert_num_queries(0 if address == "/" else 1):
        assert client.get(address).status_code == 200
