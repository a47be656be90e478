"""Counting and comparing words."""

import difflib
import math
import re

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
WORDS_PER_MINUTE = 230


def count_words(text: str) -> int:
    """Words of the text; “don't” and “well-kept” count once."""
    return sum(1 for _ in _WORD.finditer(text))


def reading_minutes(words: int) -> int:
    """Minutes to read so many words, at least one."""
    return max(1, math.ceil(words / WORDS_PER_MINUTE))


def similarity(a: str, b: str) -> float:
    """How much of two texts is the same words in the same order, from 0 to 1."""
    if a == b:
        return 1.0
    return difflib.SequenceMatcher(
        None, _WORD.findall(a.casefold()), _WORD.findall(b.casefold()), autojunk=False
    ).ratio()


def is_version_of(a: str, b: str) -> bool:
    """Whether one text is the other with changes: at least half of the shorter one's runs of three words are in both."""
    one, other = sorted((_runs(a), _runs(b)), key=len)
    return a == b or (bool(one) and 2 * len(one & other) >= len(one))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}


def edit_distance(a: str, b: str, limit: int) -> int:
    """How many letters must be put in, taken out or changed to make one of the other; ``limit + 1`` when more than that."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (one != other))
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
