"""Headline and dek quotations that repeat words of a quotation in the body."""

import dataclasses
from collections.abc import Sequence

from articles.extraction.insertions import find_insertions
from articles.extraction.types import Finding, FoundQuote
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


def link_display(quotes: Sequence[FoundQuote]) -> tuple[list[FoundQuote], list[Finding]]:
    """The quotations of headline and dek with the speakers of those in the body that they repeat, and what does not fit."""
    linked, warnings = list(quotes), []
    body = [index for index, quote in enumerate(quotes) if quote.place == "body"]
    texts = [quotes[index].text for index in body]
    for index, quote in enumerate(quotes):
        if quote.place == "body":
            continue
        at, on_insertion = find_echo(quote.text, texts)
        segment = quote.segments[0]
        place = (quote.place, segment.passage, segment.start, segment.end)
        if at is None:
            message = "These quoted words occur in no quotation of the text."
            warnings.append(Finding(f"{quote.place}-quote-not-in-text", message, *place))
            continue
        if on_insertion:
            message = "These quoted words rest on an editorial insertion: the speaker did not say them."
            warnings.append(Finding(f"{quote.place}-quotes-insertion", message, *place))
        source = quotes[body[at]]
        linked[index] = dataclasses.replace(
            quote,
            echoes=body[at],
            echo_of_insertion=on_insertion,
            speaker=source.speaker,
            alternatives=source.alternatives,
        )
    return linked, warnings
