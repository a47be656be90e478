"""The body editor in a real browser under the strict policy."""

import pytest

from articles.models import Article
from tests import factories
from tests.browser.hand import Hand, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article(page):
    factories.make_admin()
    article = factories.make_quoted_article()
    sign_in(page)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".ProseMirror").wait_for()
    return article


def save(page):
    page.locator("#save-button").click()
    page.locator(".messagelist").wait_for()


def test_typing_is_saved_as_clean_html(page, article):
    page.locator(".ProseMirror p").first.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Two  spaces & more. ")
    save(page)
    body = Article.objects.get(pk=article.pk).body
    assert body.startswith("<p>Two  spaces &amp; more. The ferry")
    assert "nbsp" not in body and "<span" not in body
    assert page.console_errors == []


def test_words_are_counted_and_quotations_painted(page, article):
    assert page.locator("[data-words]").inner_text() == str(article.word_count)
    page.locator(".ProseMirror .quote").nth(1).wait_for()
    assert page.locator(".ProseMirror .quote").all_inner_texts() == [
        "“We have waited long enough,”",
        "“Now we sail.”",
    ]


def test_the_toolbar_makes_what_the_sanitizer_keeps(page, article):
    page.locator(".ProseMirror p").first.click()
    page.get_by_role("button", name="Cross-head", exact=True).click()
    save(page)
    assert Article.objects.get(pk=article.pk).body.startswith("<h2>The ferry will sail")


def test_paste_from_a_word_processor_is_cleaned(page, article):
    page.locator(".ProseMirror p").first.click()
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/html", '<b id="docs-internal-guid-1"><p class="x" onclick="y()">'
            + '<span style="font-weight:700">Bold</span> and <span style="font-style:italic">slanted</span></p></b>');
          document.querySelector(".ProseMirror").dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    save(page)
    body = Article.objects.get(pk=article.pk).body
    assert "<strong>Bold</strong>" in body and "<em>slanted</em>" in body
    assert "onclick" not in body and "docs-internal" not in body


def test_an_error_in_the_editor_never_saves_an_empty_article(page, article):
    page.evaluate("document.querySelector('#id_body').value = ''")
    save(page)
    assert "We have waited long enough" in Article.objects.get(pk=article.pk).body


def test_a_picture_of_the_library_stands_in_the_text_and_stays_there(page):
    editor = factories.make_member("Editor", "edna")
    kept, added = (
        factories.make_image(alt="The old crane"),
        factories.make_image(alt="A yellow buoy", credit="Ida Brandt"),
    )
    body = f'<p>Before.</p><figure data-image="{kept.short_id}"></figure><p>After.</p>'
    article = factories.make_article(body=body)
    hand = Hand(page).is_of(editor)
    hand.goes_to(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".placed img").wait_for()
    assert "The old crane · Bo Lantern" in page.locator(".placed").inner_text()
    page.locator(".ProseMirror p").last.click()
    page.keyboard.press("End")
    hand.clicks("button", "Picture")
    hand.writes("Words of its description", "brandt")
    page.get_by_role("button", name="A yellow buoy").wait_for()
    page.get_by_role("button", name="The old crane").wait_for(state="detached")
    hand.sees_nothing_wrong()
    hand.clicks("button", "A yellow buoy", exact=False)
    page.locator(".placed", has_text="A yellow buoy").wait_for()
    page.locator("#save-button").click()
    hand.is_told()
    article.refresh_from_db()
    assert article.body == f'{body}<figure data-image="{added.short_id}"></figure>'
    assert page.console_errors == []
