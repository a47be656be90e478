"""The page before publication: what readers will see stands beside what stands in the way."""

import datetime

import pytest

from tests import factories
from tests.browser.hand import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page):
    factories.make_admin()
    sign_in(page)
    return page


def test_the_preview_is_framed_by_the_desk_and_by_nobody_else(desk):
    article = factories.make_quoted_article()
    desk.goto(f"/admin/articles/article/{article.pk}/publish/", wait_until="networkidle")
    seen = desk.frame_locator("iframe.seen")
    assert seen.locator("h1").inner_text() == article.headline
    assert desk.console_errors == []


def test_unsaved_words_are_saved_on_the_way_to_publication(desk):
    article = factories.make_quoted_article(dateline_date=datetime.date(2026, 10, 14))
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    desk.locator("#id_headline").fill("A better headline")
    for step in ("Send to review", "Approve", "Publish…"):
        desk.get_by_role("button", name=step).click()
    desk.get_by_role("button", name="Publish", exact=True).click()
    desk.locator(".messagelist").wait_for()
    assert article.live_edition().headline == "A better headline"


def test_leaving_with_unsaved_words_asks_first(desk):
    article = factories.make_quoted_article()
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    desk.locator("#id_headline").press_sequentially("More ")
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.goto("/admin/")
    assert asked == ["beforeunload"]


def test_changes_to_a_live_article_go_out_without_a_note(desk):
    article = factories.make_quoted_article()
    factories.publish(article)
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    desk.locator("#id_dek").fill("Another dek.")
    desk.get_by_role("button", name="Publish changes…").click()
    desk.locator("#k-update").check()
    desk.get_by_role("button", name="Publish update").click()
    desk.locator(".messagelist").wait_for()
    assert article.live_edition().dek == "Another dek."
    desk.locator("#k-correction").check()
    desk.get_by_role("button", name="Publish correction").click()
    assert "Tell readers" in desk.locator(".errorlist").inner_text()
    assert article.live_edition().number == 2


def test_nothing_goes_out_that_was_not_looked_at(desk):
    article = factories.approve(factories.make_quoted_article())
    desk.goto(f"/admin/articles/article/{article.pk}/publish/")
    article.dek = "Somebody else's words."
    article.save_working_copy(by=None)
    factories.approve(article)
    desk.get_by_role("button", name="Publish", exact=True).click()
    assert "look again" in desk.locator(".messagelist").inner_text()
    assert article.live_edition() is None
    desk.get_by_role("button", name="Publish", exact=True).click()
    desk.locator(".messagelist .success").wait_for()
    assert article.live_edition().dek == "Somebody else's words."
