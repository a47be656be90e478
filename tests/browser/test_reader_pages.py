"""The reader's pages in a browser: nothing scrolls sideways, nothing overlaps, little is loaded, and no script is needed."""

import datetime
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.test import override_settings

from articles.models import Correction, Page, PullQuote
from tests.factories import (
    BODY,
    make_article,
    make_desk,
    make_quoted_article,
    make_section,
    make_topic,
    publish,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
VIDEO = '<p><a href="https://vimeo.com/123456789">The crane moves</a></p>'
HEADERS = 450  # bytes
KB = 1024
WIDTHS = (360, 768, 1440)
WIDE = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width && (box.right > document.documentElement.clientWidth + 1 || box.left < -1) && !one.closest(".nav, .tabs, .visually-hidden");
}).map((one) => `${one.tagName}.${one.className}`).slice(0, 4)"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Blocks of text that share no box, and yet cover one another.
OVERLAPS = """() => {
  const all = [...document.querySelectorAll("h1, h2, h3, p, dt, dd, figcaption, nav a, button, input, img, .prov")]
    .filter((one) => one.checkVisibility({opacityProperty: true, visibilityProperty: true}) && !one.closest("[popover], .visually-hidden"));
  const boxes = all.map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width > 1 && box.height > 1);
  const found = [];
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const [a, p] = boxes[i], [b, q] = boxes[j];
    if (a.contains(b) || b.contains(a) || (a.matches(".prov") && b.matches(".prov")) || a.closest(".nav, .tabs") || b.closest(".nav, .tabs")) continue;
    const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (wide > 3 && high > 6) found.push(`${a.tagName}.${a.className} “${a.textContent.slice(0, 30)}” and ${b.tagName}.${b.className} “${b.textContent.slice(0, 30)}”`);
  }
  return found;
}"""


@pytest.fixture
def addresses():
    """One page of each sort, with words that are too long for any phone."""
    Page.objects.create(title="Ethics and sources", slug="ethics", body="<p>We say who told us.</p>")
    topics = [make_topic(), make_topic(f"Storm {LONG[:30]}")]
    for index in range(3):
        publish(make_article(topics=topics), datetime.datetime(2026, 3, 1 + index, tzinfo=datetime.UTC))
    body = f"{BODY}<h2>What {LONG} says</h2><ul><li>First</li><li>{LONG}</li></ul>{VIDEO}<p>The end.</p>"
    article = make_quoted_article(
        headline=f"Harbour pilots and the {LONG} sail again",
        body=body,
        topics=topics,
        author=make_desk(),
        dateline_place="Calder Haven",
    )
    quote = article.quote_uses.first().quote
    PullQuote.objects.create(article=article, quote=quote, words="Now we sail")
    Correction.objects.create(article=article, note="It was Tuesday, not Monday.")
    publish(article, datetime.datetime(2026, 3, 9, tzinfo=datetime.UTC))
    hebrew = make_article(
        "הנמל נפתח מחדש אחרי הסערה",
        language="he",
        dek="דק",
        body="<p>הנמל נפתח מחדש.</p>",
        section=make_section("World"),
    )
    publish(hebrew, datetime.datetime(2026, 3, 10, tzinfo=datetime.UTC))
    return {
        "front": "/",
        "section": "/sections/harbor/",
        "article": article.get_absolute_url(),
        "rtl": hebrew.get_absolute_url(),
        "quote": quote.get_absolute_url(),
        "quotes": "/quotes/",
        "person": "/people/ada-quill/",
        "author": "/authors/the-quay-desk/",
        "authors": "/authors/",
        "month": "/archive/2026/03/",
        "archive": "/archive/",
        "most read": "/most-read/",
        "page": "/pages/ethics/",
        "not found": "/nothing/",
    }


@pytest.mark.parametrize(
    ("scheme", "scripts", "zoom"), [("light", True, 1), ("dark", False, 1), ("light", False, 2)]
)
def test_no_page_scrolls_sideways_and_nothing_overlaps(
    chromium, live_server, addresses, scheme, scripts, zoom
):
    wrong = []
    for width in WIDTHS:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width // zoom if zoom > 1 else width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
            device_scale_factor=zoom,
        )
        page = context.new_page()
        for name, address in addresses.items():
            page.goto(address)
            sideways, overlaps = page.evaluate(SIDEWAYS), page.evaluate(OVERLAPS)
            if sideways > 0 or overlaps:
                wrong.append((name, width, sideways, page.evaluate(WIDE), overlaps[:3]))
        context.close()
    assert wrong == [], "\n".join(map(str, wrong))


def test_without_photos_an_article_is_light_and_asks_nobody_else(chromium, live_server, addresses):
    loaded = _loaded(chromium, live_server, addresses["article"])
    assert len(loaded) <= 8
    assert sum(size for _url, size in loaded) <= 60 * KB
    assert all(url.startswith(live_server.url) for url, _size in loaded)


def test_the_front_page_is_light(chromium, live_server, addresses):
    loaded = _loaded(chromium, live_server, addresses["front"])
    assert sum(size for _url, size in loaded) <= 120 * KB


def test_what_others_show_is_loaded_after_the_reader_asks(page, addresses):
    asked = []
    page.route("https://player.vimeo.com/**", lambda route: (asked.append(route.request.url), route.abort()))
    page.goto(addresses["article"], wait_until="networkidle")
    assert asked == []
    assert page.locator(".elsewhere a").get_attribute("href") == "https://vimeo.com/123456789"
    page.get_by_role("button", name="Show it here").click()
    page.wait_for_selector(".elsewhere iframe")
    page.wait_for_timeout(300)
    assert asked == ["https://player.vimeo.com/video/123456789?dnt=1"]


def test_a_record_opens_without_scripts(chromium, live_server, addresses):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(addresses["article"])
    page.locator(".prov").first.click()
    assert page.locator(".record").first.is_visible()
    context.close()


def test_a_right_to_left_article_is_the_mirror_image(chromium, live_server, addresses):
    sides = {}
    for name in ("article", "rtl"):
        page = chromium.new_page(base_url=live_server.url, viewport={"width": 1440, "height": 900})
        page.goto(addresses[name])
        body, bylines = (page.locator(one).bounding_box()["x"] for one in (".story-body", ".byline"))
        sides[name] = bylines < body
        page.close()
    assert sides == {"article": True, "rtl": False}


@override_settings(DEBUG=True)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_style_guide_holds_every_component_without_a_complaint(page, direction):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"/styleguide/?dir={direction}")
    assert page.evaluate(SIDEWAYS) <= 0 and page.evaluate(OVERLAPS) == []
    assert page.console_errors == []


def _loaded(chromium, live_server, address):
    """Everything a first visit loads: address and bytes on the wire, headers included."""
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    urls, sizes = {}, {}
    session.on(
        "Network.requestWillBeSent", lambda event: urls.update({event["requestId"]: event["request"]["url"]})
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(address, wait_until="networkidle")
    context.close()
    return [(url, _as_served(url, sizes.get(number, 0))) for number, url in urls.items()]


def _as_served(url, size):
    """Style sheets and scripts are sent compressed where static files were collected, as tests do not."""
    found = finders.find(url.split("/static/")[-1]) if url.endswith((".css", ".js", ".svg")) else None
    return min(size, len(brotli.compress(Path(found).read_bytes())) + HEADERS) if found else size
