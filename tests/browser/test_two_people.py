"""Two browsers on one article: autosave, presence, take-over and merge; and what a dead line looks like."""

import pytest
from playwright.sync_api import expect

from articles.models import Draft
from tests import factories
from tests.browser.hand import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = "<p>The pier is shut.</p><p>The ferry waits.</p>"


@pytest.fixture
def article():
    return factories.make_article(headline="Pier", body=BODY)


@pytest.fixture
def people(page, chromium, live_server, article):
    """Two pages, of Ada and of Bo, with the article open in both."""
    contexts = [page.context, chromium.new_context(base_url=live_server.url, locale="en-GB")]
    pages = [page, contexts[1].new_page()]
    for one, name in zip(pages, ("ada", "bo"), strict=True):
        one.set_default_timeout(15_000)
        one.base = live_server.url
        factories.make_admin(name)
        sign_in(one, name)
        one.goto(f"/admin/articles/article/{article.pk}/change/")
        one.locator(".ProseMirror").wait_for()
    yield pages
    contexts[1].close()


def type_after(page, words, text):
    page.locator(".ProseMirror p", has_text=words).click()
    page.keyboard.press("End")
    page.keyboard.type(text)


def test_two_people_see_each_other_take_over_and_bring_their_texts_together(people, article):
    ada, bo = people
    type_after(ada, "The pier", " Ada was here.")
    expect(ada.locator("#save")).to_contain_text("Draft saved")
    type_after(bo, "The ferry", " Bo was here.")
    expect(bo.locator("#presence")).to_contain_text("ada is editing")
    bo.get_by_role("button", name="Take over").click()
    expect(bo.locator("#presence")).not_to_contain_text("ada is editing")
    type_after(ada, "Ada was here", " Still.")
    expect(ada.get_by_role("alert")).to_contain_text("bo took over")
    bo.keyboard.press("Control+s")
    bo.locator(".messagelist").wait_for()
    ada.keyboard.press("Control+s")
    expect(ada.locator("h1")).to_have_text("Bring two versions together")
    expect(ada.locator(".merged")).to_contain_text("Bo was here.")
    ada.get_by_role("button", name="Save both together").click()
    ada.locator(".messagelist").wait_for()
    article.refresh_from_db()
    assert article.body == "<p>The pier is shut. Ada was here. Still.</p><p>The ferry waits. Bo was here.</p>"
    expect(ada.locator(".kept:visible")).to_have_count(0)
    assert not Draft.objects.exists() and ada.console_errors == []


def test_where_both_wrote_a_choice_is_asked_for(people, article):
    ada, bo = people
    for one, words in ((ada, " Ada was here."), (bo, " Bo was here.")):
        type_after(one, "The pier", words)
    bo.keyboard.press("Control+s")
    bo.locator(".messagelist").wait_for()
    ada.keyboard.press("Control+s")
    ada.get_by_label("Keep both, one after the other").check()
    ada.get_by_role("button", name="Save both together").click()
    ada.locator(".messagelist").wait_for()
    article.refresh_from_db()
    assert "Ada was here." in article.body and "Bo was here." in article.body


def test_a_dead_line_is_told_and_the_next_try_keeps_the_text(people, article):
    ada, _bo = people
    ada.route("**/autosave/", lambda route: route.abort())
    type_after(ada, "The pier", " Ada was here.")
    expect(ada.locator("#save")).to_contain_text("Not saved: no connection")
    expect(ada.locator("#say")).to_contain_text("This browser keeps what you type.")
    ada.unroute("**/autosave/")
    ada.get_by_role("button", name="Retry").click()
    expect(ada.locator("#save")).to_contain_text("Draft saved")
    assert "Ada was here." in Draft.objects.get(by__username="ada").fields["body"]


def test_an_ended_session_is_told_with_the_way_back(people):
    ada, _bo = people
    ada.context.clear_cookies(name="sessionid")
    type_after(ada, "The pier", " Ada was here.")
    expect(ada.locator("#save")).to_contain_text("you are signed out")
    expect(ada.get_by_role("link", name="Sign in")).to_be_visible()


def test_a_new_article_is_offered_after_the_browser_has_died(people):
    ada, _bo = people
    ada.goto("/admin/articles/article/add/")
    ada.locator("#id_headline").fill("An article that was never saved")
    expect(ada.locator("#save")).to_contain_text("Draft saved")
    ada.evaluate("localStorage.clear()")  # another computer
    ada.on("dialog", lambda dialog: dialog.accept())
    ada.goto("/admin/articles/article/add/")
    ada.get_by_role("link", name="Restore it").click()
    expect(ada.locator("#id_headline")).to_have_value("An article that was never saved")
