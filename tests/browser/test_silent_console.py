"""Every kind of page in a real browser: it answers, and its console stays silent under the policy."""

import pytest

from tests import factories
from tests.browser.hand import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def reader_paths() -> list[str]:
    """One live article with a quotation, and every page that grows out of it."""
    article = factories.make_quoted_article(topics=[factories.make_topic()])
    edition = factories.publish(article)
    quote = edition.quotes[0]
    return [
        "/",
        edition.get_absolute_url(),
        f"/sections/{edition.section_slug}/",
        f"/topics/{edition.topics[0]['slug']}/",
        f"/authors/{edition.bylines[0]['slug']}/",
        quote["speaker"]["url"],
        "/quotes/",
        f"/quotes/{quote['short_id']}/",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_reader_pages_are_silent(page, scheme):
    page.emulate_media(color_scheme=scheme)
    for path in reader_paths():
        response = page.goto(path, wait_until="load")
        assert response.status == 200, path
        assert page.console_errors == [], path


def test_no_page_asks_a_third_party_for_anything(page, live_server):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in [*reader_paths(), "/admin/login/", "/api/v1/docs/"]:
        page.goto(path, wait_until="load")
    assert [url for url in asked if not url.startswith((live_server.url, "data:", "blob:"))] == []


def test_a_page_on_a_phone_does_not_scroll_sideways(page):
    page.set_viewport_size({"width": 320, "height": 640})
    for path in reader_paths():
        page.goto(path, wait_until="load")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_the_provenance_of_a_quotation_opens_and_closes_without_script(page):
    paths = reader_paths()
    page.goto(paths[1])
    button = page.locator("button.prov").first
    box = page.locator(f"#{button.get_attribute('popovertarget')}")
    assert not box.is_visible()
    button.click()
    assert box.is_visible()
    page.keyboard.press("Escape")
    assert not box.is_visible()


def test_api_documentation_is_silent(page):
    response = page.goto("/api/v1/docs/", wait_until="networkidle")
    assert response.status == 200
    assert page.console_errors == []


def test_the_desk_is_silent(page):
    factories.make_admin()
    article = factories.make_quoted_article()
    sign_in(page)
    own = f"/admin/articles/article/{article.pk}/"
    for path in (
        "/admin/",
        "/admin/articles/article/",
        "/admin/articles/article/add/",
        "/admin/articles/article/paste/",
        "/admin/articles/person/add/",
        own + "change/",
        own + "quotes/",
        own + "publish/",
    ):
        response = page.goto(path, wait_until="networkidle")
        assert response.status == 200, path
        assert page.console_errors == [], path
