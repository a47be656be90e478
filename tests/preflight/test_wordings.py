import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.preflight.wordings import Likeness, compare, trigram_keys

SAID = "We have not decided to close the pier, and nobody should read that into the plan."

PAIRS = {
    "the very words": (SAID, Likeness.SAME),
    "other typography": (SAID.upper().replace(",", " –"), Likeness.SAME),
    "a part of them": ("nobody should read that into the plan", Likeness.SAME),
    "the famous harm": (
        "We have decided to close the pier, and nobody should read that into the plan.",
        Likeness.OTHER_WORDING,
    ),
    "one word changed": (
        "We have not decided to shut the pier, and nobody should read that into the plan.",
        Likeness.OTHER_WORDING,
    ),
    "something else": ("The ferry will sail again on Monday if the weather allows it.", Likeness.NONE),
    "the same words in another order": (
        "plan the into that read should nobody and pier the close to decided",
        Likeness.NONE,
    ),
    "too short to tell": ("close the pier now", Likeness.NONE),
    "nothing": ("", Likeness.NONE),
}


@pytest.mark.parametrize("name", PAIRS)
def test_two_texts_of_one_speaker(name):
    other, likeness = PAIRS[name]
    assert compare(SAID, other) is likeness is compare(other, SAID)


def test_keys_differ_by_speaker_and_not_by_typography():
    keys = trigram_keys(SAID, "person 1")
    assert keys == trigram_keys(SAID.upper(), "person 1")
    assert not keys & trigram_keys(SAID, "person 2")
    assert all(-(2**63) <= key < 2**63 for key in keys)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_compared(one, other):
    assert compare(one, other) is compare(other, one)
    trigram_keys(one, "person 1")
