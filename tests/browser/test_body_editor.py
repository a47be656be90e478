"""The body editor in a real browser under the strict policy."""

import pytest

from articles.models import Article
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article(page):
    factories.make_admin()
    article = factories.make_quoted_article()
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("root")
    page.get_by_label("Password").fill("correct horse")
    page.locator("[type=submit]").first.click()
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
