"""Punctuation and marks of quoted words."""

import pytest

from articles.text.typography import read_on, set_doubled_marks


@pytest.mark.parametrize(
    ("segments", "together"),
    [
        (["We paid,", "It was worth it."], "We paid. It was worth it."),
        (["We paid,", "and it was worth it."], "We paid, and it was worth it."),
        (["If we sail,", "I will stay."], "If we sail, I will stay."),
        (["It is lit,"], "It is lit"),
        (["Is it?", "Yes,"], "Is it? Yes"),
        ([], ""),
    ],
)
def test_an_interrupted_quotation_reads_on(segments, together):
    assert read_on(segments) == together


@pytest.mark.parametrize(
    ("lead", "together"),
    [
        ("the mayor said. ", "It goes no further. I have seen it."),
        ("the mayor said, ", "It goes no further, I have seen it."),
        ("", "It goes no further, I have seen it."),
    ],
)
def test_what_stands_between_tells_whether_a_new_sentence_begins(lead, together):
    assert read_on(["It goes no further,", "I have seen it."], ["", lead]) == together


def test_a_name_that_goes_on_behind_a_comma_begins_no_sentence():
    assert read_on(["When he came,", "Bo sailed,"], ["", "she said, "]) == "When he came, Bo sailed"


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("''We sail,'' she said. ''Don't wait.''", "“We sail,” she said. “Don't wait.”"),
        ("''Open at the end", "''Open at the end"),
        ("the crew's '' and '' alone", "the crew's '' and '' alone"),
        ("''a'' ''b''", "“a” “b”"),
        ("nothing", "nothing"),
    ],
)
def test_doubled_single_marks_become_double_ones(typed, marks):
    assert set_doubled_marks(typed) == marks
