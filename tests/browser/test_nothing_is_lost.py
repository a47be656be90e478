"""Text that the server did not get is kept in the browser and offered again."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser.hand import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def log_in(page):
    page.get_by_label("Username").fill("root")
    page.get_by_label("Password").fill("correct horse")
    page.locator("[type=submit]").first.click()


@pytest.fixture
def desk(page):
    factories.make_admin()
    sign_in(page)
    return page


@pytest.fixture
def typed(desk):
    """A page on which somebody has typed into dek and text; returns the article."""
    article = factories.make_article(body="<p>The ferry sails.</p>")
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    desk.locator("#tab-details").click()
    desk.locator("#id_kind").select_option("analysis")
    desk.locator("#id_dek").fill("A dek in haste.")
    desk.locator(".ProseMirror").click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" At noon.")
    return article


def restore(desk, article):
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    desk.locator(".kept :text('Restore it'):visible").click()  # of this browser, or of the server
    expect(desk.locator(".ProseMirror")).to_contain_text("The ferry sails. At noon.")
    expect(desk.locator("#id_dek")).to_have_value("A dek in haste.")
    desk.keyboard.press("Control+s")
    desk.locator(".messagelist").wait_for()
    article.refresh_from_db()
    assert article.body == "<p>The ferry sails. At noon.</p>" and article.dek == "A dek in haste."
    assert article.kind == "analysis"


def test_a_session_that_ended_loses_nothing(desk, typed):
    desk.context.clear_cookies(name="sessionid")
    desk.keyboard.press("Control+s")
    desk.get_by_label("Password").wait_for()
    log_in(desk)
    restore(desk, typed)


def test_after_logging_in_again_in_another_tab_the_open_page_saves_as_ever(desk, typed):
    desk.context.add_cookies(
        [{**cookie, "value": "x" * 32} for cookie in desk.context.cookies() if cookie["name"] == "csrftoken"]
    )
    desk.keyboard.press("Control+s")
    desk.locator(".messagelist").wait_for()
    typed.refresh_from_db()
    assert typed.body == "<p>The ferry sails. At noon.</p>" and typed.dek == "A dek in haste."


def test_a_closed_tab_loses_a_second_at_most(desk, typed):
    desk.wait_for_timeout(1300)
    desk.on("dialog", lambda dialog: dialog.accept())
    restore(desk, typed)


def test_what_was_saved_is_not_offered(desk, typed):
    desk.keyboard.press("Control+s")
    desk.locator(".messagelist").wait_for()
    desk.reload()
    expect(desk.locator("#kept-copy")).to_be_hidden()
    desk.wait_for_timeout(1300)  # nothing was chosen by the page itself
    assert desk.locator("#save").get_attribute("data-state") != "changed"


def test_a_copy_can_be_forgotten(desk, typed):
    desk.wait_for_timeout(1300)
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.reload()
    desk.get_by_role("button", name="Forget it").click()
    desk.reload()
    expect(desk.locator("#kept-copy")).to_be_hidden()


def test_saving_twice_on_a_slow_line_is_one_save(desk, typed):
    posts = []

    def slow(route):
        posts.append(route.request.method)
        desk.wait_for_timeout(400)
        route.continue_()

    desk.route(
        "**/change/", lambda route: slow(route) if route.request.method == "POST" else route.continue_()
    )
    desk.keyboard.press("Control+s")
    desk.keyboard.press("Control+s")
    desk.locator(".messagelist").wait_for()
    assert posts == ["POST"] and "Somebody saved" not in desk.content()


def test_a_decision_that_was_not_sent_looks_undecided(desk):
    article = factories.make_article(body="<p>“We sail,” said Ada Quill, the harbor pilot.</p>")
    from articles.operations.quotes import scan_article

    scan_article(article)
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    desk.context.clear_cookies(name="sessionid")
    desk.locator(".qopt").first.click()
    desk.locator("#quote-list").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(".toast")).to_contain_text("logged out")
    expect(desk.locator(".qopt[data-state=proposed]")).to_have_count(1)
    assert "quote" in desk.locator(".qopt use").first.get_attribute("href").split("#")[1]


def test_a_wrong_field_opens_its_tab(desk):
    article = factories.make_quoted_article()
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    desk.locator("#tab-details").click()
    desk.locator("#id_slug").fill("a b/c")
    desk.locator("#tab-quotes").click()
    desk.keyboard.press("Control+s")
    expect(desk.locator("#panel-details .errorlist").first).to_be_visible()
