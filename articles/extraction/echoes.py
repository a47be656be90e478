"""Headline and dek quotations that repeat words of a quotation in the body."""

from collections.abc import Sequence

from articles.extraction.insertions import find_insertions
from articles.text.typography import fold

TRIM = " .,;:!?…"


def find_echo(words: str, bodies: Sequence[str]) -> tuple[int | None, bool]:
    """The index of the body quotation in which the words occur, and whether they rest on an insertion there."""
    wanted = fold(words).strip(TRIM)
    if not wanted:
        return None, False
    for index, body in enumerate(bodies):
        if wanted in fold(body):
            return index, bool(find_insertions(words))
    for index, body in enumerate(bodies):
        plain = fold(body.replace("[", "").replace("]", ""))
        if wanted in plain:
            return index, True
    wanted_tokens = wanted.split()
    for index, body in enumerate(bodies):
        if len(wanted_tokens) >= 2 and _joined(wanted_tokens, fold(body).split()):
            return index, False
    return None, False


def _joined(wanted: list[str], tokens: list[str]) -> bool:
    clean = [token.strip(TRIM + "'\"") for token in tokens]
    size = len(wanted)
    return any(clean[start : start + size] == wanted for start in range(len(clean) - size + 1))
