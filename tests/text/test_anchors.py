"""What somebody pointed at is found again after an edit, or said to be gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.anchors import anchor_at, find_again

TEXT = "The ferry sails on Monday.\n\nThe pilot said that the fog was thick.\n\nNobody was hurt, the company said."


def point(words, text=TEXT, at=0):
    start = text.index(words, at)
    return anchor_at(text, start, start + len(words))


@pytest.mark.parametrize(
    ("words", "edited", "found"),
    [
        ("fog was thick", TEXT, "fog was thick"),
        ("fog was thick", f"A new first paragraph.\n\n{TEXT}", "fog was thick"),
        ("fog was thick", TEXT.replace("fog was thick", "mist was thin"), "mist was thin"),
        (
            "The pilot said that the fog was thick.",
            TEXT.replace("thick.", "very thick at the bar."),
            "The pilot said that the fog was very thick at the bar.",
        ),
        ("Nobody was hurt, the company said.", TEXT.split("\n\nNobody")[0], None),
        ("fog was thick", "Something else altogether.", None),
    ],
)
def test_words_follow_the_text(words, edited, found):
    now = find_again(edited, point(words))
    assert (now.exact if now else None) == found
    assert now is None or edited[now.start : now.end] == now.exact


def test_of_repeated_words_the_ones_amid_the_same_words_are_meant():
    text = "First he said no to the mayor. Then he said no to the pilot. Last he said no to the crew."
    second = point("said no", text, text.index("Then"))
    edited = f"At noon she said no to it. {text}"
    assert find_again(edited, second).start == edited.index("said no to the pilot")


def test_nothing_is_found_of_nothing():
    assert find_again(TEXT, anchor_at(TEXT, 3, 3)) is None


@given(before=st.text(max_size=60), words=st.text(min_size=1, max_size=30), after=st.text(max_size=60))
def test_an_unchanged_text_gives_the_same_words(before, words, after):
    text = before + words + after
    found = find_again(text, anchor_at(text, len(before), len(before) + len(words)))
    assert found is not None and found.exact == words
