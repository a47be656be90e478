"""What two nearly equal texts have in common: runs of words, hashed, and the smallest few of them as a sketch."""

import hashlib
import heapq

from articles.text.typography import fold

RUN = 5  # words in a row
KEPT = 32  # keys of a sketch
FEWEST = 40  # words; shorter texts are alike by chance


def runs_of(text: str) -> set[int]:
    """Every run of words of the text, hashed as a signed 64-bit number; none of a text too short to tell."""
    words = fold(text).split()
    if len(words) < FEWEST:
        return set()
    return {_key(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def sketch(text: str) -> set[int]:
    """The smallest keys. Two texts share about as large a part of their sketches as of their runs."""
    return set(heapq.nsmallest(KEPT, runs_of(text)))


def common_share(one: str, other: str) -> float:
    """Which part of the runs of the shorter text stands in the longer, from 0 to 1."""
    a, b = runs_of(one), runs_of(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _key(words: list[str]) -> int:
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
