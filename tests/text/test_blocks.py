import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.blocks import split_blocks
from articles.text.sanitize import sanitize


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("<p>One.</p>", ["<p>One.</p>"]),
        ("<h2>One</h2><p>Two</p>", ["<h2>One</h2>", "<p>Two</p>"]),
        ("<ul><li><p>a</p></li><li>b</li></ul><p>c</p>", ["<ul><li><p>a</p></li><li>b</li></ul>", "<p>c</p>"]),
        ("<blockquote><p>a</p><p>b</p></blockquote>\n<p>c</p>", ["<blockquote><p>a</p><p>b</p></blockquote>\n", "<p>c</p>"]),
    ],
)  # fmt: skip
def test_a_body_is_cut_between_its_top_level_blocks(html, expected):
    assert split_blocks(html) == expected


@given(st.text(alphabet="<>/pbulioqte h23=\"'a&;\n", max_size=200))
def test_nothing_is_lost_between_blocks(html):
    clean = sanitize(html)
    assert "".join(split_blocks(clean)) == clean
