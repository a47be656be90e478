"""The example reader, served from another origin, in a browser: it knows nothing but the API."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.factories import make_image, make_occasion, make_quoted_article, make_source, publish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOLDER = Path(__file__).resolve().parents[2] / "examples" / "reader"


class _Files(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Quiet."""


@pytest.fixture
def reader(live_server, settings):
    """The address of the reader on a host of its own."""
    settings.SITE_URL = live_server.url
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(FOLDER)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/?site={live_server.url}"
    server.shutdown()
    server.server_close()


def test_front_article_provenance_speaker_and_search(page, reader):
    article = make_quoted_article(headline="Ferry <b>sails</b> again", lead_image=make_image())
    quote = article.quote_uses.first().quote
    quote.occasion = make_occasion(source=make_source())
    quote.save()
    publish(article)

    page.goto(reader)
    page.get_by_role("link", name="Ferry <b>sails</b> again").click()
    page.get_by_role("heading", name="Ferry <b>sails</b> again", level=1).wait_for()
    assert page.title() == "Ferry <b>sails</b> again · Reader"
    assert page.locator(".quote").all_inner_texts()[0].startswith("“We have waited long enough,”")
    assert page.get_by_role("img", name="A blue field").is_visible()

    page.get_by_role("button", name="Where quotation 1 comes from").first.press("Enter")
    record = page.get_by_role("region", name="Quotation 1")
    assert Axe().run(page).response["violations"] == []
    assert "Meeting on the quay" in record.inner_text() and "Harbor pilot" in record.inner_text()
    record.get_by_role("link", name="Ada Quill").click()
    page.get_by_role("heading", name="Ada Quill").wait_for()
    assert page.evaluate("document.activeElement.id") == "main"
    assert "Meeting on the quay" in page.locator(".timeline").inner_text()
    assert Axe().run(page).response["violations"] == []

    page.get_by_role("searchbox", name="Search").fill("waited")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("heading", name="Quotations").wait_for()
    assert page.locator(".statement").count() == 1

    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(f"{reader}#/articles/zzzzzzzz")
    page.get_by_role("heading", name="This cannot be shown").wait_for()
    # The browser itself notes the 404 that was asked for.
    assert [text for text in page.console_errors if "404" not in text] == []
