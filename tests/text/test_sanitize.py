import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.sanitize import sanitize


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<p>Hi<script>alert(1)</script></p>", "<p>Hi</p>"),
        ('<p onclick="x()" style="color:red">Hi</p>', "<p>Hi</p>"),
        ('<p><a href="javascript:x()">Hi</a></p>', "<p>Hi</p>"),
        ("Hi", "<p>Hi</p>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul> z", "<ul><li>a<ul><li>b</li></ul></li></ul><p>z</p>"),
        ("<table><tr><td>1</td><td>2</td></tr></table><p>Hi</p>", "<p>1 2</p><p>Hi</p>"),
        ("<strong>Hi</strong> you", "<p><strong>Hi</strong> you</p>"),
        ("<p>Pay \u202e100\u202c\x00</p>", "<p>Pay 100</p>"),
        ("<p><b>Hi</b> <i>you</i></p>", "<p><strong>Hi</strong> <em>you</em></p>"),
        ("<h1>Big</h1><h5>Small</h5>", "<h2>Big</h2><h3>Small</h3>"),
        ("<p>One</p><p> &nbsp; </p>", "<p>One</p>"),
        ('<img src="https://tracker.example/x.gif"><p>Hi</p>', "<p>Hi</p>"),
    ],
)
def test_only_the_allowlist_survives(dirty, clean):
    assert sanitize(dirty) == clean


@given(st.text())
def test_sanitizing_twice_changes_nothing(text):
    once = sanitize(text)
    assert sanitize(once) == once
