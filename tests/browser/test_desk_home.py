"""The desk in a real browser: the first page by keyboard, and an author who leaves in three clicks."""

import datetime
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article, SavedFilter
from tests import factories
from tests.browser.hand import Hand, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page):
    factories.make_admin()
    sign_in(page)
    return page


def at_home(page):
    page.goto("/admin/")
    page.locator("h1").wait_for()


def test_the_first_page_counts_down_moves_pieces_on_and_leads_to_a_kept_view(desk):
    soon = timezone.now() + datetime.timedelta(minutes=20)
    factories.make_article("Held back", embargo_until=soon)
    moved = factories.make_article("To be moved on")
    at_home(desk)
    clock = desk.locator(".clock time[data-until]")
    expect(clock).to_have_text(re.compile(r"^in 1[89]:\d\d$"))
    expect(clock).to_have_class("until soon")
    Hand(desk).sees_nothing_wrong()
    before = clock.inner_text()
    expect(clock).not_to_have_text(before)  # it runs
    desk.get_by_role("button", name="Send to review: To be moved on").first.press("Enter")
    expect(desk.locator("#col-review + ol")).to_contain_text("To be moved on")
    moved.refresh_from_db()
    assert moved.stage == "review"
    desk.set_viewport_size({"width": 360, "height": 740})
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    desk.goto("/admin/articles/article/?stage__exact=review")
    desk.get_by_text("Save this view").click()
    desk.get_by_label("Name of the view").fill("To check")
    desk.keyboard.press("Enter")
    expect(desk.locator(".own-view a[aria-current=page]")).to_have_text("To check")
    assert SavedFilter.objects.get().query == "stage__exact=review"
    Hand(desk).sees_nothing_wrong()
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    for address in ("calendar/", "find/", "articles/event/", f"articles/article/{moved.pk}/compare/"):
        desk.goto(f"/admin/{address}")
        Hand(desk).sees_nothing_wrong()
        assert desk.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_an_author_leaves_in_three_clicks(desk):
    rosa = factories.make_author("Rosa Reed", user=factories.make_member("Reporter", "rosa"))
    heir = factories.make_member("Editor", "edda")
    article = factories.make_article("Half a story", author=rosa)
    at_home(desk)
    desk.goto(f"/admin/articles/author/{rosa.pk}/change/")
    desk.get_by_role("link", name="Leaves the newsroom…").click()
    Hand(desk).sees_nothing_wrong()
    desk.get_by_label("Who takes the open work over").select_option(label="edda")
    desk.get_by_role("button", name="Close the account and hand over").click()
    expect(desk.locator(".messagelist")).to_contain_text("Rosa Reed has left. Articles handed over: 1")
    rosa.user.refresh_from_db()
    assert not rosa.user.is_active
    assert Article.objects.get(pk=article.pk).assigned_to == heir
    assert desk.console_errors == []
