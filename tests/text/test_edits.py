import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.edits import Edit, edit_html, edit_text
from articles.text.html import plain_text
from articles.text.links import Link, links_of

HTML = "<p>We <strong>sail <em>at</em></strong> noon.</p><ul><li>One &amp; two</li></ul><p>End<br>here</p>"

CASES = {
    "inside one run": (Edit(0, 2, "They"), HTML.replace("We", "They")),
    "inside markup": (Edit(3, 7, "swim"), HTML.replace("sail", "swim")),
    "across markup": (Edit(0, 7, "They sail"), HTML.replace("<p>We <strong>sail", "<p>They sail<strong>")),
    "special characters": (Edit(0, 2, "<&>"), HTML.replace("We", "&lt;&amp;&gt;")),
    "in the second block": (Edit(18, 21, "Ten"), HTML.replace("One", "Ten")),
    "a line break": (Edit(32, 33, " "), HTML.replace("<br>", " ")),
    "a whole paragraph": (Edit(29, 37, ""), HTML.replace("End<br>here", "")),
}


@pytest.mark.parametrize("name", CASES)
def test_an_edit_of_the_text_keeps_all_markup(name):
    edit, html = CASES[name]
    assert edit_html(HTML, [edit]) == html


def test_several_edits_are_made_at_once():
    edits = [Edit(29, 32, "Stop"), Edit(0, 2, "They")]
    assert plain_text(edit_html(HTML, edits)) == edit_text(plain_text(HTML), edits)


def test_edits_that_touch_the_same_characters_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        edit_text("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])
    with pytest.raises(ValueError, match="at least one character"):
        Edit(2, 2, "x")


@given(st.lists(st.text("ab<&é", min_size=1, max_size=6), min_size=1, max_size=4), st.data())
def test_html_and_text_agree_after_any_edit_within_a_block(blocks, data):
    html = "".join(f"<p>{b.replace('&', '&amp;').replace('<', '&lt;')}</p>" for b in blocks)
    text = plain_text(html)
    index = data.draw(st.integers(0, len(blocks) - 1))
    offset = sum(len(one) + 2 for one in blocks[:index])
    start = data.draw(st.integers(0, len(blocks[index]) - 1))
    end = data.draw(st.integers(start + 1, len(blocks[index])))
    edit = Edit(offset + start, offset + end, "x<y")
    assert plain_text(edit_html(html, [edit])) == edit_text(text, [edit])


def test_links_are_found_by_their_words():
    html = '<p>See <a href="/a?x=1&amp;y=2" rel="noopener">the <em>old</em> page</a>.</p><p><a href="/b">Next</a></p>'
    assert links_of(html) == [Link(4, 16, "/a?x=1&y=2"), Link(19, 23, "/b")]
