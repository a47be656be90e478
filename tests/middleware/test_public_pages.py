import gzip
import threading

import brotli
import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory

from articles.middleware import PublicPagesMiddleware
from articles.models import PublicationRefused, Section, SiteVersion
from articles.operations import caching
from tests.factories import make_admin, make_article, make_quoted_article, make_section, publish

PAGES = ["/", "/quotes/", "/sections/harbor/", "/authors/bo-lantern/", "/people/ada-quill/"]


@pytest.fixture
def kept(settings):
    """Pages are kept, and the version is looked up each time, as a process does that did not publish itself."""
    settings.PAGE_CACHE_SECONDS, settings.SITE_VERSION_SECONDS = 60, 0


@pytest.fixture
def counted(kept):
    """A middleware around a view that counts how often it is asked."""
    made = []

    def view(request):
        made.append(request.path)
        return HttpResponse("words " * 200)

    return PublicPagesMiddleware(view), made


@pytest.mark.django_db
def test_every_public_page_can_be_asked_again_for_nothing(client):
    article = make_quoted_article()
    publish(article)
    quote = article.quote_uses.first().quote
    for address in [*PAGES, article.get_absolute_url(), quote.get_absolute_url()]:
        first = client.get(address)
        assert first.status_code == 200, address
        assert first["Cache-Control"].startswith("public, max-age=0, s-maxage="), address
        assert "Accept-Encoding" in first["Vary"] and first["Last-Modified"], address
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b""), address
        dated = client.get(address, headers={"If-Modified-Since": first["Last-Modified"]})
        assert dated.status_code == 304, address


@pytest.mark.django_db
def test_another_version_has_another_etag(client):
    article = make_article()
    publish(article)
    before = client.get(article.get_absolute_url())["ETag"]
    article.correct(by=None, note="It was Tuesday.")
    assert client.get(article.get_absolute_url(), headers={"If-None-Match": before}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("identity", None, bytes),
        ("", None, bytes),
    ],
)
def test_pages_are_compressed_for_who_can_read_it(client, kept, accepted, encoding, unpack):
    publish(make_article())
    plain = client.get("/").content
    for _time in range(2):
        response = client.get("/", headers={"Accept-Encoding": accepted})
        assert response.get("Content-Encoding") == encoding
        assert unpack(response.content) == plain
        assert response["Content-Length"] == str(len(response.content))


@pytest.mark.django_db(transaction=True)
def test_a_kept_page_costs_one_look_at_the_version(client, kept, django_assert_num_queries):
    article = make_article()
    publish(article)
    first = client.get(article.get_absolute_url())
    with django_assert_num_queries(1):
        again = client.get(article.get_absolute_url())
    assert (again.content, again["ETag"]) == (first.content, first["ETag"])
    assert again["Content-Security-Policy"] == first["Content-Security-Policy"]


@pytest.mark.django_db(transaction=True)
def test_whatever_readers_get_anew_is_seen_at_once(client, kept):
    article = make_quoted_article(dek="Before.")
    publish(article)
    address, quote = article.get_absolute_url(), article.quote_uses.first().quote

    def seen(path=address):
        return client.get(path).content.decode()

    assert "It was Tuesday" not in seen() and "Harbor" in seen("/")
    article.correct(by=None, note="It was Tuesday.")
    assert "It was Tuesday" in seen()
    section = Section.objects.get()
    section.name = "Quayside"
    section.save()
    assert "Quayside" in seen("/") and "Quayside" in seen()
    quote.status, quote.notice = "retracted", "Never said."
    quote.save()
    assert seen(quote.get_absolute_url())
    article.withdraw(by=None, reason="Court order")
    assert client.get(address).status_code == 410
    assert article.headline not in seen("/")


@pytest.mark.django_db(transaction=True)
def test_another_process_sees_a_correction_when_its_second_is_over(client, kept, settings):
    settings.SITE_VERSION_SECONDS = 0.5
    article = make_article()
    publish(article)
    address = article.get_absolute_url()
    client.get(address)
    known = caching.site_version()
    article.correct(by=None, note="It was Tuesday.")
    caching.remember(known)  # the other process has not looked since
    assert "It was Tuesday" not in client.get(address).content.decode()
    caching.remember(caching.Version(known.number, known.at, known.seen - 0.5))
    assert "It was Tuesday" in client.get(address).content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_version_moves_on_with_what_was_published_and_not_with_what_was_refused():
    article = make_article()
    before = SiteVersion.objects.today().number
    with pytest.raises(PublicationRefused):
        article.correct(by=None, note="Not out yet.")
    assert SiteVersion.objects.today().number == before
    publish(article)
    assert SiteVersion.objects.today().number == before + 1


@pytest.mark.django_db(transaction=True)
def test_a_stampede_makes_the_page_once(kept, settings):
    settings.SITE_VERSION_SECONDS = 3600
    made, inside, go_on = [], threading.Event(), threading.Event()

    def slow(request):
        made.append(request.path)
        inside.set()
        assert go_on.wait(5)
        return HttpResponse("words")

    middleware, answers = PublicPagesMiddleware(slow), []

    def ask():
        answers.append(middleware(RequestFactory().get("/slow/")).content)
        connection.close()

    readers = [threading.Thread(target=ask) for _number in range(8)]
    for reader in readers:
        reader.start()
    assert inside.wait(5)
    go_on.set()
    for reader in readers:
        reader.join(5)
    assert (len(made), answers) == (1, [b"words"] * 8)


@pytest.mark.django_db
def test_what_belongs_to_one_reader_is_never_kept(kept):
    answers = {
        "/cookie/": HttpResponse("a"),
        "/vary/": HttpResponse("a", headers={"Vary": "Cookie"}),
        "/private/": HttpResponse("a", headers={"Cache-Control": "private"}),
        "/no-store/": HttpResponse("a", headers={"Cache-Control": "no-store"}),
        "/gone/": HttpResponse("a", status=410),
        "/broken/": HttpResponse("a", status=500),
    }
    answers["/cookie/"].set_cookie("a", "b")
    made = []

    def view(request):
        made.append(request.path)
        return answers[request.path]

    middleware = PublicPagesMiddleware(view)
    for path in answers:
        for _time in range(2):
            response = middleware(RequestFactory().get(path))
            assert "public" not in response.get("Cache-Control", "") or path == "/gone/"
    assert sorted(made) == sorted([*answers, *answers])


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/admin/", "/api/v1/articles/", "/preview/abc/", "/healthz/live", "/?after=x"]
)
def test_these_are_not_kept(counted, path):
    middleware, made = counted
    for _time in range(2):
        middleware(RequestFactory().get(path))
    assert len(made) == 2


@pytest.mark.django_db
def test_a_page_says_itself_for_how_long_it_may_be_kept(kept, monkeypatch):
    kept_for = []
    monkeypatch.setattr(cache, "set", lambda key, value, seconds, **more: kept_for.append(round(seconds)))
    view = PublicPagesMiddleware(
        lambda request: HttpResponse("a", headers={"Cache-Control": "public, max-age=7"})
    )
    view(RequestFactory().get("/"))
    assert kept_for == [7]


@pytest.mark.django_db
def test_no_reader_of_a_public_page_gets_a_cookie_or_a_session(client, kept):
    publish(make_quoted_article())
    client.force_login(make_admin())
    session = client.session.session_key
    for address in PAGES:
        response = client.get(address)
        assert not response.cookies and "Cookie" not in response["Vary"]
    assert client.session.session_key == session
    assert Client().get("/").content == client.get("/").content


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_refused_although_the_page_is_kept(client, kept):
    assert client.get("/").status_code == 200
    assert client.get("/", headers={"Host": "elsewhere.example"}).status_code == 400


@pytest.mark.django_db
def test_a_page_names_what_it_belongs_to(client):
    make_section()
    article = make_quoted_article()
    publish(article)
    assert client.get("/")["Surrogate-Key"] == "site lists"
    assert client.get("/sections/harbor/")["Surrogate-Key"] == "site section-harbor"
    assert client.get("/people/ada-quill/feed.rss")["Surrogate-Key"] == "site person-ada-quill"
    quote = article.quote_uses.first().quote
    keys = client.get(article.get_absolute_url())["Surrogate-Key"].split()
    expected = {"site", f"article-{article.short_id}", "section-harbor", "author-bo-lantern"}
    assert {*expected, "person-ada-quill", f"quote-{quote.short_id}"} == set(keys)
