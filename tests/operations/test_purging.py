import datetime
import json
import logging
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.utils import timezone

from articles.checks import purge_url_is_an_address
from articles.models import Purge
from articles.operations.purging import purge, send_due_purges
from tests.factories import make_article, make_section, publish


class Receiver(BaseHTTPRequestHandler):
    """The cache in front of the site: writes down what it is told."""

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.told.append(
            (self.path, body["keys"], self.headers["Surrogate-Key"], self.headers["Authorization"])
        )
        self.send_response(self.server.status)
        if self.server.status == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *args):
        """Quiet."""


@pytest.fixture
def front(settings):
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    server.told, server.status = [], 204
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.PURGE_URL = f"http://127.0.0.1:{server.server_port}/purge?soft=1"
    settings.PURGE_TOKEN = "secret"
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.django_db(transaction=True)
def test_publishing_says_what_to_forget(front):
    article = make_article()
    front.told.clear()
    publish(article)
    keys = sorted(["lists", f"article-{article.short_id}", "section-harbor", "author-bo-lantern"])
    assert front.told == [("/purge?soft=1", keys, " ".join(keys), "Bearer secret")]
    assert not Purge.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_section_that_an_article_leaves_is_forgotten_too(front):
    article = make_article()
    publish(article)
    article.section = make_section("Sea")
    article.save()
    front.told.clear()
    publish(article)
    [(_path, keys, _header, _token)] = front.told
    assert {"section-harbor", "section-sea"} <= set(keys)


@pytest.mark.django_db(transaction=True)
def test_a_changed_section_concerns_every_page(front):
    section = make_section()
    front.told.clear()
    section.save()
    assert [keys for _path, keys, *_more in front.told] == [["site"]]


@pytest.mark.django_db
@pytest.mark.parametrize("status", [302, 500])
def test_what_could_not_be_said_is_said_later(front, status, caplog):
    caplog.set_level(logging.CRITICAL)
    front.status, at = status, timezone.now()
    purge(["site"], at)
    assert [path for path, *_more in front.told] == ["/purge?soft=1"]  # a redirect is not followed
    assert Purge.objects.get().tries == 1
    front.status = 200
    assert send_due_purges(at) == 0
    assert send_due_purges(at + datetime.timedelta(seconds=10)) == 1
    assert not Purge.objects.exists() and len(front.told) == 2


@pytest.mark.django_db
def test_publishing_goes_on_when_nobody_answers(settings, caplog):
    caplog.set_level(logging.CRITICAL)
    settings.PURGE_URL = "http://127.0.0.1:1/"
    purge(["site"])
    assert Purge.objects.get().keys == ["site"]


@pytest.mark.django_db
def test_of_two_processes_one_sends(front):
    at = timezone.now()
    row = Purge.objects.create(keys=["site"], next_at=at)
    twin = Purge.objects.get()
    assert (row.claim(at), twin.claim(at)) == (True, False)


@pytest.mark.django_db
def test_nothing_is_written_without_an_address(settings):
    settings.PURGE_URL = ""
    purge(["site"])
    assert not Purge.objects.exists()


@pytest.mark.parametrize(
    ("address", "errors"), [("", 0), ("http://127.0.0.1:6081/", 0), ("file:///etc/x", 1), ("x", 1)]
)
def test_an_address_that_is_none_is_an_error(settings, address, errors):
    settings.PURGE_URL = address
    assert len(purge_url_is_an_address(None)) == errors
