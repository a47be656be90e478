import difflib

from tests.extraction.answers import ANSWERS, SHAPES, everything, in_short


def test_the_answers_are_those_that_were_looked_at():
    """A change of rules that is meant: ``python -m tests.extraction.answers``, and read the difference."""
    expect_no_change(ANSWERS.read_text(encoding="utf-8"), everything())


def test_the_answers_to_stories_put_together_from_parts_are_those_of_before():
    """Written anew by the same command; with a number behind it, it shows everything of one story."""
    expect_no_change(SHAPES.read_text(encoding="utf-8"), in_short())


def expect_no_change(known: str, now: str) -> None:
    changed = list(difflib.unified_diff(known.splitlines(), now.splitlines(), lineterm="", n=0))
    assert not changed, "\n".join(changed[:40])
