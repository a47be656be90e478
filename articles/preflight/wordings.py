"""Two statements that may be one: how alike their words are, and what to look them up by."""

import hashlib
from enum import Enum

from articles.preflight.spoken import Kind, tokens

TOO_SHORT = 5  # words; fewer are alike by chance
SHARED_TRIGRAMS = 0.3
COMMON_WORDS = 0.7
LOOKED_AT = 400  # words; a longer statement is known by its beginning


class Likeness(Enum):
    SAME = "same"  # the same words, or part of them
    OTHER_WORDING = "other"  # one statement in two wordings
    NONE = "none"


def words_of(text: str) -> list[str]:
    """The words of quoted text as they are compared."""
    return [token.key for token in tokens(text) if token.kind is Kind.WORD][:LOOKED_AT]


def trigram_keys(text: str, speaker: str) -> set[int]:
    """What a statement is looked up by: each three words in a row, with who said them, as a signed 64-bit number."""
    words = words_of(text)
    if len(words) < TOO_SHORT:
        return set()
    return {_key(speaker, *words[at : at + 3]) for at in range(len(words) - 2)}


def needed(one: int, other: int) -> float:
    """How many trigrams two statements must share at least, by how many each has."""
    return SHARED_TRIGRAMS * min(one, other)


def compare(one: str, other: str) -> Likeness:
    """Whether two texts of one speaker are the same statement."""
    a, b = sorted((words_of(one), words_of(other)), key=len)
    if len(a) < TOO_SHORT:
        return Likeness.NONE
    if _contains(b, a):
        return Likeness.SAME
    shared = {tuple(a[at : at + 3]) for at in range(len(a) - 2)} & {
        tuple(b[at : at + 3]) for at in range(len(b) - 2)
    }
    if len(shared) < needed(len(a) - 2, len(b) - 2) or _common(a, b) < COMMON_WORDS * len(a):
        return Likeness.NONE
    return Likeness.OTHER_WORDING


def _key(speaker: str, *words: str) -> int:
    digest = hashlib.blake2b("\x1f".join((speaker, *words)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _contains(whole: list[str], part: list[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def _common(a: list[str], b: list[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for word in a:
        before = 0
        for j, other in enumerate(b, 1):
            above = row[j]
            row[j] = before + 1 if word == other else max(above, row[j - 1])
            before = above
    return row[-1]
