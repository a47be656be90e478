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


# As Word puts a list with an inner one and a table on the clipboard, as Google Docs does, and as a mail in plain text.
IGNORED = (
    "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>%s<span style='font:7.0pt"
    ' "Times New Roman"\'>&nbsp;&nbsp; </span></span></span><![endif]>'
)
WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><!--StartFragment-->"
    "<p class=MsoNormal>Before<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    f"<p class=MsoListParagraphCxSpFirst style='text-indent:-18pt;mso-list:l0 level1 lfo1'>{IGNORED % '·'}<b>One</b></p>"
    f"<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'>{IGNORED % '1.'}Inner<o:p></o:p></p>"
    f"<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'>{IGNORED % '·'}Two</p>"
    "<table class=MsoTableGrid><tr><td><p class=MsoNormal>Ada Quill</p></td><td><p class=MsoNormal><b>41</b></p></td></tr>"
    "<tr><td><p class=MsoNormal>Bo Marsh</p></td><td><p class=MsoNormal>59</p></td></tr></table>"
    "<p class=MsoNormal>After</p><!--EndFragment--></body></html>"
)
DOCS = (
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" onclick="y()"><span style="font-weight:700">Bold</span>'
    ' and <span style="font-style:italic">slanted</span></p><br /><ul><li dir="ltr" aria-level="1"><p dir="ltr"><span>One</span></p></li>'
    '<ul><li dir="ltr" aria-level="2"><p dir="ltr"><span>Inner</span></p></li></ul></ul></b>'
)
PASTED = [
    (
        "text/html",
        WORD,
        (
            "<p>Before</p><ul><li><p><strong>One</strong></p><ol><li><p>Inner</p></li></ol></li><li><p>Two</p></li></ul>"
            "<p>Ada Quill | <strong>41</strong></p><p>Bo Marsh | 59</p><p>After</p>"
        ),
    ),
    (
        "text/html",
        DOCS,
        "<p><strong>Bold</strong> and <em>slanted</em></p><ul><li><p>One</p><ul><li><p>Inner</p></li></ul></li></ul>",
    ),
    (
        "text/plain",
        "Before\n· One\n• Two <3\nAfter – all",
        "<p>Before</p><ul><li><p>One</p></li><li><p>Two &lt;3</p></li></ul><p>After – all</p>",
    ),
    ("text/plain", "- One\n- Two", "<p>- One</p><p>- Two</p>"),
]


def test_paste_from_elsewhere_keeps_its_lists_and_loses_its_dress(page, article):
    for kind, pasted, wanted in PASTED:
        page.locator(".ProseMirror p").first.click()
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.evaluate(
            """([kind, text]) => {
              const data = new DataTransfer();
              data.setData(kind, text);
              document.querySelector(".ProseMirror").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }""",
            [kind, pasted],
        )
        assert page.locator("#id_body").input_value().replace(' data-type="decimal"', "") == wanted


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
