"""The finder in a real browser: by keys alone, from every page; an earlier quotation goes into a text in two keys and its words."""

import pytest
from playwright.sync_api import expect

from articles.models import Quote
from tests import factories
from tests.browser.hand import Hand, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_earlier_quotation_is_inserted_in_two_keys_and_its_words(page):
    factories.make_admin()
    earlier = factories.make_quoted_article(headline="The first story")
    quote = Quote.objects.get()
    quote.occasion = factories.make_occasion()
    quote.save()
    article = factories.make_article("The second story", body="<p>Said before: </p>")
    sign_in(page)
    page.goto("/admin/")

    # From the desk to an article: the key, words, Enter; and Escape leads back.
    page.locator("h1").wait_for()
    page.keyboard.press("Control+k")
    box = page.get_by_role("combobox", name="Article, person, quotation or command")
    expect(box).to_be_focused()
    page.get_by_role("option", name="Paste wire copy").wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()
    page.keyboard.press("Control+k")
    page.keyboard.type("second sto")
    expect(page.get_by_role("option").first).to_contain_text("The second story")
    expect(page.locator("#palette-n")).to_have_text("1 result")
    Hand(page).sees_nothing_wrong()
    assert box.get_attribute("aria-activedescendant") == page.get_by_role("option").first.get_attribute("id")
    page.keyboard.press("Enter")

    # In the text: the key, words, Enter at once; what is typed is looked up first.
    page.locator(".ProseMirror").wait_for()
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+k")
    page.keyboard.type("quill waited")
    page.keyboard.press("Enter")
    words = "“We have waited long enough, Now we sail.” (Ada Quill, Harbor pilot, 12 October 2026)"
    expect(page.locator(".ProseMirror")).to_contain_text(words)
    expect(page.locator(".ProseMirror")).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    expect(page.locator("#tab-quotes [data-open]")).to_have_text("0")
    assert article.quote_uses.get().quote == quote and quote.uses.filter(article=earlier).exists()
    assert article.quote_uses.get().attribution == "confirmed" and Quote.objects.count() == 1
    assert page.console_errors == []
