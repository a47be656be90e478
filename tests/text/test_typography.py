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
