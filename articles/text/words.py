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
