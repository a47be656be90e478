import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from django.utils import timezone

from articles.models import Author, Page
from articles.views import errors
from tests.factories import make_article, make_author, make_desk, make_image, make_topic, publish

pytestmark = pytest.mark.django_db
MARCH = datetime.datetime(2026, 3, 31, 23, 30, tzinfo=datetime.UTC)


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_a_month_holds_what_was_published_in_it(client, settings):
    publish(make_article("In March"), MARCH)
    publish(make_article("In April"), MARCH + datetime.timedelta(hours=1))
    assert "In March" in page(client, "/archive/2026/03/") and "In April" not in page(
        client, "/archive/2026/3/"
    )
    assert "March" in page(client, "/archive/") and 'href="/archive/2026/04/"' in page(
        client, "/archive/2026/3/"
    )
    settings.TIME_ZONE = "Europe/Berlin"
    assert "In March" in page(client, "/archive/2026/4/")


@pytest.mark.parametrize(
    "address",
    ["/archive/2026/13/", "/archive/0/1/", "/archive/99999/1/", "/archive/2026/2/", "/archive/2026/4/"],
)
def test_a_month_without_a_paper_is_404(client, address):
    publish(make_article(), datetime.datetime(2026, 3, 10, tzinfo=datetime.UTC))
    assert client.get(address).status_code == 404


def test_an_empty_newsroom_has_an_empty_archive(client):
    assert "Nothing has been published yet" in page(client, "/archive/")


@pytest.mark.parametrize("number", [1, 20])
def test_the_archive_costs_the_same_for_one_article_and_twenty(client, number, django_assert_max_num_queries):
    for index in range(number):
        publish(make_article(), MARCH - datetime.timedelta(hours=index))
    page(client, "/")
    with django_assert_max_num_queries(4):
        page(client, "/archive/2026/3/")


def test_an_author_is_introduced(client):
    author = make_author(
        job_title="Harbour correspondent",
        languages=["en", "he", "tlh"],
        email="bo@news.example",
        bio="Bo writes.",
    )
    about, unknown = make_topic(), make_topic("Never written about")
    author.expertise.set([about, unknown])
    publish(make_article(author=author, topics=[about]))
    shown = page(client, "/authors/bo-lantern/")
    for words in (
        "Harbour correspondent",
        "English, Hebrew, tlh",
        "mailto:bo@news.example",
        "/topics/ferries/",
    ):
        assert words in shown
    assert "Never written about" not in shown


def test_an_author_has_a_face_while_the_picture_may_be_shown(client):
    photo = make_image(alt="Bo at the quay")
    author = make_author(photo=photo)
    publish(make_article(author=author))
    assert "Bo at the quay" in page(client, "/authors/bo-lantern/")
    assert author.portrait(timezone.now())["alt"] == "Bo at the quay"
    photo.rights_until = MARCH.date()
    assert author.portrait(MARCH) and author.portrait(MARCH + datetime.timedelta(days=2)) is None
    photo.rights_until, photo.embargo_until = None, MARCH
    assert author.portrait(MARCH) and author.portrait(MARCH - datetime.timedelta(seconds=1)) is None
    assert make_author("Ada Quill").portrait(MARCH) is None


def test_the_link_to_an_author_reads_in_the_direction_of_its_words(client):
    edition = publish(make_article(author=make_author(bio="Bo writes."), language="he"))
    assert 'href="/authors/bo-lantern/" lang="en" dir="ltr">All' in page(client, edition.get_absolute_url())


def test_who_left_is_said_to_have_left_and_cannot_be_written_to(client):
    author = make_author(email="bo@news.example", left_on=datetime.date(2026, 5, 1), is_active=False)
    publish(make_article(author=author))
    shown = page(client, "/authors/bo-lantern/")
    assert "Left the newsroom in May 2026" in shown and "mailto:" not in shown
    assert "Bo Lantern" not in page(client, "/authors/")


def test_the_masthead_lists_who_makes_the_paper(client):
    publish(make_article(author=make_desk()))
    publish(make_article(author=make_author()))
    make_author("Silent Sam")
    publish(make_article(author=make_author("Wire", kind=Author.Kind.AGENCY)))
    Page.objects.create(title="Masthead", slug="masthead", body="<p>We are few.</p>")
    for address in ("/authors/", "/pages/masthead/"):
        shown = page(client, address)
        assert shown.index("Bo Lantern") < shown.index("The Quay Desk")
        assert "Silent Sam" not in shown and "Wire" not in shown


def test_every_standing_page_is_named_at_the_foot(client):
    Page.objects.create(title="Ethics", slug="ethics")
    Page.objects.create(title="Hidden draft", slug="hidden", is_public=False)
    shown = page(client, "/")
    assert 'href="/pages/ethics/"' in shown and "Hidden draft" not in shown


def test_error_pages_say_what_to_do():
    request = RequestFactory().get("/")
    for view, status in ((errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404)):
        response = view(request, PermissionDenied())
        assert response.status_code == status and b"front page" in response.content.lower()


def test_the_last_error_page_needs_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500 and b"site.css" in response.content


def test_an_embed_may_be_framed_on_its_page_and_nowhere_else(client):
    video = '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">The crane</a></p>'
    film, plain = make_article(body=f"<p>Look.</p>{video}"), make_article()
    publish(film)
    publish(plain)
    response = client.get(film.get_absolute_url())
    assert "frame-src https://www.youtube-nocookie.com" in response["Content-Security-Policy"]
    shown = response.content.decode()
    assert (
        "<iframe" not in shown and 'data-frame="https://www.youtube-nocookie.com/embed/abcdefghijk"' in shown
    )
    assert "frame-src" not in client.get(plain.get_absolute_url())["Content-Security-Policy"]


def test_an_article_says_what_it_is_where_and_when(client):
    article = make_article(kind="analysis", dateline_place="Calder Haven")
    publish(article, MARCH)
    shown = page(client, article.get_absolute_url())
    for words in (
        "<span>Analysis</span>",
        '<span class="place">Calder Haven</span>',
        "31 March 2026, 23:30 UTC",
        "mailto:?subject=",
    ):
        assert words in shown


def test_a_hebrew_page_loads_hebrew_letters_first(client):
    article = make_article("הנמל נפתח", language="he", body="<p>הנמל נפתח מחדש.</p>")
    publish(article)
    shown = page(client, article.get_absolute_url())
    assert "frank-ruhl-libre-hebrew.woff2" in shown and "frank-ruhl-libre-latin.woff2" not in shown


def test_the_style_guide_is_for_developers(client, settings):
    assert client.get("/styleguide/").status_code == 404
    settings.DEBUG = True
    assert "The ledger" in page(client, "/styleguide/")
