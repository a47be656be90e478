"""The preflight panel in a real browser: while one types, to the place, mended, undone, waived; by keyboard as well."""

import datetime

import pytest

from articles.models import PreflightWaiver
from articles.operations.quotes import scan_article
from tests import factories
from tests.browser.hand import Hand, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = (
    "<h2>Then</h2><p>It was 😀 <em>quiet</em>.</p>"
    '<p>The  council met on Monday, 13 October 2026, and the "old" pier - they said - stays.</p>'
)


@pytest.fixture
def article(page):
    factories.make_admin()
    article = factories.make_article("Pier 'shut'", body=BODY, dateline_date=datetime.date(2026, 10, 14))
    sign_in(page)
    page.goto(f"/admin/articles/article/{article.pk}/change/#panel-preflight")
    page.locator(".ProseMirror").wait_for()
    return article


def rule(page, words):
    return page.locator("#panel-preflight .rule", has_text=words)


def text(page):
    return page.locator(".ProseMirror p").nth(1).inner_text()


def test_a_pause_of_typing_finds_what_is_typed(page, article):
    page.locator("#id_headline").fill("What the CHPA wants")
    rule(page, "CHPA").wait_for()
    page.locator(".ProseMirror p").first.click()
    page.keyboard.type("“Now we sail,” said Ada Quill. ")
    rule(page, "Nobody has confirmed").wait_for()
    assert page.locator("[data-blockers]").inner_text() == "1"
    assert page.console_errors == []


def test_a_finding_leads_to_its_words(page, article):
    rule(page, "is a Tuesday").locator("[data-jump]").click()
    assert page.evaluate("getSelection().toString()") == "Monday, 13 October 2026"
    page.locator("#id_headline").fill("What the CHPA wants")
    rule(page, "CHPA").locator("[data-jump]").click()
    selected = "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"
    assert page.evaluate(selected) == "CHPA"


def test_a_fix_is_one_step_to_undo_in_the_text(page, article):
    rule(page, "is a Tuesday").get_by_role("button", name="Write the right weekday").click()
    rule(page, "is a Tuesday").wait_for(state="detached")
    assert "on Tuesday, 13 October" in text(page)
    page.locator(".tools-in [data-act=undo]").click()
    rule(page, "is a Tuesday").wait_for()
    assert "on Monday, 13 October" in text(page)


def test_typography_is_set_right_with_one_click_and_back_with_one(page, article):
    before = text(page)
    page.locator("[name=_typography]").click()
    page.locator("[data-undo]").wait_for()
    assert page.locator("#id_headline").input_value() == "Pier ‘shut’"
    assert text(page) == (
        "The council met on Monday, 13 October 2026, and the “old” pier – they said – stays."
    )
    assert page.locator(".ProseMirror em").inner_text() == "quiet"
    page.locator("[data-undo]").click()
    page.locator("[name=_typography]").wait_for()
    assert page.locator("#id_headline").input_value() == "Pier 'shut'"
    assert text(page) == before
    assert page.console_errors == []


def test_undo_goes_when_somebody_types_on(page, article):
    page.locator("[name=_typography]").click()
    page.locator("[data-undo]").wait_for()
    page.locator("#id_dek").fill("More.")
    page.locator("[data-undo]").wait_for(state="hidden")


def test_waiving_by_keyboard_keeps_the_reason_while_the_panel_is_renewed(page, article):
    summary = rule(page, "is a Tuesday").locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("It stands so in ")
    with page.expect_response("**/preflight/"):
        page.evaluate(
            "document.getElementById('article_form').dispatchEvent(new Event('change', { bubbles: true }))"
        )
    page.keyboard.type("the letter.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    waived = page.locator("#panel-preflight [data-sev=done]")
    waived.wait_for()
    assert "Waived by root" in waived.inner_text() and "It stands so in the letter." in waived.inner_text()
    assert PreflightWaiver.objects.standing().get(article=article).by.username == "root"
    waived.get_by_role("button", name="Ask again").click()
    waived.wait_for(state="detached")
    rule(page, "is a Tuesday").wait_for()
    assert page.console_errors == []


def test_the_record_follows_the_text_by_a_button(page):
    article = factories.make_quoted_article(dateline_date=datetime.date(2026, 10, 14))
    Hand(page).is_of(factories.make_member("Editor", "edna"))
    page.goto(f"/admin/articles/article/{article.pk}/change/#panel-preflight")
    page.locator(".ProseMirror .quote").first.wait_for()
    page.evaluate(
        "() => { const words = document.querySelector('.ProseMirror .quote').firstChild, range = document.createRange();"
        " document.querySelector('.ProseMirror').focus(); range.setStart(words, 16); range.collapse(true);"
        " getSelection().removeAllRanges(); getSelection().addRange(range); }"
    )
    page.keyboard.type("for ")
    page.locator("[name=_record]").click()
    page.locator(".messagelist", has_text="The record says now what the text says.").wait_for()
    assert page.locator("[name=_record]").count() == 0
    assert article.quote_uses.first().quote.text == "We have waited for long enough, Now we sail."
    assert page.console_errors == []


def test_a_reason_leaves_the_article_saved(page, article):
    rule(page, "is a Tuesday").locator("summary").click()
    rule(page, "is a Tuesday").locator("textarea").fill("Some reason")
    assert page.locator("#save").get_attribute("data-state") is None


def test_the_main_button_against_blockers_opens_their_list_and_says_how_many(page, article):
    scan_article(article)
    factories.approve(article)
    page.reload()
    page.locator("#primary", has_text="Publish").wait_for()
    page.locator("#tab-details").click()
    page.keyboard.press("Control+Enter")
    page.locator("#toast", has_text="2 blockers stand in the way.").wait_for()
    assert page.evaluate("document.activeElement.id") == "g-blocker"
    assert page.locator("#tab-preflight").get_attribute("aria-selected") == "true"
    # Mended, and pressed again before preflight has run by itself: it is asked first, and lets the article pass.
    page.locator("#id_headline").fill("The pier stays shut")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/publish/**")
    assert page.console_errors == []
