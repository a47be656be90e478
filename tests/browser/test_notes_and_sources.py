"""Notes are written without leaving the text."""

import pytest

from articles.models import Note
from tests import factories
from tests.browser.hand import Hand, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_note_on_selected_words_is_written_beside_a_text_that_is_not_saved(page):
    factories.make_member("Editor", "edna")
    article = factories.make_quoted_article()
    sign_in(page, "edna")
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".ProseMirror").wait_for()
    page.locator(".ProseMirror p").first.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("New here. ")
    for _ in range(9):
        page.keyboard.press("Control+Shift+ArrowRight")
    page.locator("#tab-notes").click()
    page.locator("#note-selected:not([hidden])").wait_for()
    page.locator("#id_note_text").fill("Who says so?")
    page.get_by_role("button", name="Add note").click()
    page.locator(".note-text", has_text="Who says so?").wait_for()
    Hand(page).sees_nothing_wrong()
    note = Note.objects.get()
    assert note.exact.startswith("The ferry will sail again") and not note.is_lost
    assert page.locator("[data-notes]").inner_text() == "1"
    assert "New here." in page.locator(".ProseMirror").inner_text()
    page.locator("#panel-notes").get_by_role("button", name="Resolve").click()
    page.locator(".resolved").wait_for()
    assert Note.objects.get().resolved_by.username == "edna"
    assert page.console_errors == []
