import difflib

from tests.extraction.answers import ANSWERS, everything


def test_the_answers_are_those_that_were_looked_at():
    """A change of rules that is meant: ``python -m tests.extraction.answers``, and read the difference."""
    known, now = ANSWERS.read_text(encoding="utf-8"), everything()
    changed = list(difflib.unified_diff(known.splitlines(), now.splitlines(), lineterm="", n=1))
    assert not changed, "\n".join(changed[:40])
