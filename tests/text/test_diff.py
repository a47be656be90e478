import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.diff import Pair, Run, likeness, pair_paragraphs, word_diff

WORDS = st.lists(
    st.sampled_from(["the ", "pier", " ", "“open,”", " 40,000", "not", ".", "\n", "ß", "עם"]), max_size=40
)
TEXTS = WORDS.map("".join) | st.text(max_size=120)
PARAGRAPHS = st.lists(st.sampled_from(["a b c", "a b d", "x y", "", "z", "a b c d e"]), max_size=10)


def shown(old: str, new: str) -> str:
    marks = {"same": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}
    return "".join(marks[run.op].format(run.text) for run in word_diff(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("The pier opens.", "The pier opens.", "The pier opens."),
        ("", "New.", "{+New.+}"),
        ("The firm said on Monday that", "The firm said in May that", "The firm said [-on Monday-]{+in May+} that"),
        ("set aside 40,000 for", "set aside 400,000 for", "set aside [-40,000-]{+400,000+} for"),
        ("a lottery with a leaflet.”", "a lottery with a printed leaflet.”", "a lottery with a {+printed +}leaflet.”"),
        ("It is not safe", "It is safe", "It is [-not -]safe"),
        ("ends here", "ends here.", "ends here{+.+}"),
        ("at 14:30 it cost 1.5", "at 14:31 it cost 1.6", "at [-14:30-]{+14:31+} it cost [-1.5-]{+1.6+}"),
        ("by the end.Words", "by the start.Words", "by the [-end-]{+start+}.Words"),
        ("It’s well-kept", "It’s well-known", "It’s [-well-kept-]{+well-known+}"),
    ],
)  # fmt: skip
def test_the_difference_reads_like_an_editors_pen(old, new, expected):
    assert shown(old, new) == expected


@given(TEXTS, TEXTS)
def test_applying_the_difference_gives_the_new_text_and_undoing_it_the_old(old, new):
    runs = word_diff(old, new)
    assert "".join(run.text for run in runs if run.op != "del") == new
    assert "".join(run.text for run in runs if run.op != "ins") == old
    assert all(run.text for run in runs)
    assert all(one.op != two.op for one, two in itertools.pairwise(runs))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert word_diff(text, text) == ([Run("same", text)] if text else [])


@given(PARAGRAPHS, PARAGRAPHS)
def test_every_paragraph_is_paired_or_alone_exactly_once_and_in_order(old, new):
    pairs = pair_paragraphs(old, new)
    assert [pair.old for pair in pairs if pair.old is not None] == list(range(len(old)))
    assert [pair.new for pair in pairs if pair.new is not None] == list(range(len(new)))
    assert all(pair != Pair(None, None) for pair in pairs)


def test_a_rewritten_paragraph_is_paired_with_what_it_was():
    old = ["The pier is shut.", "She said the report was clear enough to reopen it.", "The end."]
    new = [
        "A new first one.",
        "The pier is shut.",
        "She said the report was clear enough to close it.",
        "The end.",
    ]
    assert pair_paragraphs(old, new) == [Pair(None, 0), Pair(0, 1), Pair(1, 2), Pair(2, 3)]


def test_paragraphs_without_common_words_are_not_paired():
    assert pair_paragraphs(["one two three"], ["four five six"]) == [Pair(0, None), Pair(None, 0)]


def test_likeness_is_the_share_of_common_words():
    assert likeness("a b c d", "d c b a") == 1.0
    assert likeness("a b", "a c") == 0.5
    assert likeness("", "a") == 0.0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 30_000, "a b " * 20_000),
        ("a b " * 20_000, "b a " * 20_000),
        (" ".join(map(str, range(20_000))), " ".join(map(str, range(20_000, 0, -1)))),
        ("“" * 50_000, "”“" * 25_000),
    ],
)
def test_hostile_texts_end_soon(old, new):
    started = time.process_time()
    assert "".join(run.text for run in word_diff(old, new) if run.op != "del") == new
    assert time.process_time() - started < 5  # a hang, not a benchmark


@settings(deadline=None, max_examples=5)
@given(st.integers(200, 400))
def test_many_paragraphs_end_soon(number):
    old = [f"word{i} common" for i in range(number)]
    new = [f"other{i} common" for i in range(number)]
    assert len(pair_paragraphs(old, new)) >= number
