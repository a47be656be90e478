"""Punctuation and marks of quoted words."""

import pytest

from articles.text.typography import read_on


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
