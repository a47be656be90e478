"""The page before publication: what readers will see stands beside what stands in the way."""

import pytest

from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page):
    factories.make_admin()
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("root")
    page.get_by_label("Password").fill("correct horse")
    page.locator("[type=submit]").first.click()
    return page


def test_the_preview_is_framed_by_the_desk_and_by_nobody_else(desk):
    article = factories.make_quoted_article()
    desk.goto(f"/admin/articles/article/{article.pk}/publish/", wait_until="networkidle")
    seen = desk.frame_locator("iframe.seen")
    assert seen.locator("h1").inner_text() == article.headline
    assert desk.console_errors == []


def test_unsaved_words_are_saved_on_the_way_to_publication(desk):
    article = factories.make_quoted_article()
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    desk.locator("#id_headline").fill("A better headline")
    desk.get_by_role("button", name="Publish…").click()
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
