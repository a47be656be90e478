"""What was put into quoted words and what was taken out."""

import pytest

from articles.extraction.insertions import count_elisions, find_insertions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We [the pilots] go [now].", ("[the pilots]", "[now]")),
        ("We [sic] go [SIC].", ()),
        ("We […] go [...] and [. . .] stay.", ()),
        ("[W]e go[ing].", ("[W]", "[ing]")),
        ("We [] go [ ].", ()),
        ("We [the [old] pilots] go.", ("[old]",)),
        ("We [the pilots go.", ()),
        (f"We [{'x' * 200}] go.", (f"[{'x' * 200}]",)),
        (f"We [{'x' * 201}] go.", ()),
        ("We [X… X] go.", ("[X… X]",)),
    ],
)
def test_insertions_are_no_remarks_and_no_elisions(text, found):
    assert find_insertions(text) == found


@pytest.mark.parametrize(
    ("text", "count"), [("We … go", 1), ("We ... go . . . now …", 3), ("We.. go.", 0), ("We .... go", 1)]
)
def test_elisions_are_counted(text, count):
    assert count_elisions(text) == count
