"""Quotation marks to spans: one pass over each passage, no backtracking."""

from collections.abc import Sequence

from articles.extraction.types import Passage, Span

CLOSERS = {"“": '”"', '"': '"”', "„": '“”"', "«": "»", "”": "”", "‘": "’'", "'": "'’"}
DOUBLE = '“„«"”'
SINGLE = "‘'"
WIRE = "''"  # old wire copy types two single marks for a double one, or opens with two backticks
MAX_SINGLE = 400  # a single mark further away than this is an apostrophe


def find_spans(passages: Sequence[Passage]) -> list[Span]:
    """Every outermost quoted span, in reading order.

    A quotation left open at the end of a paragraph goes on in the next where that one opens with a mark again.
    """
    spans: list[Span] = []
    for number, passage in enumerate(passages):
        spans += _passage_spans(number, passage.text)
    return spans


def _passage_spans(number: int, text: str) -> list[Span]:
    spans: list[Span] = []
    position, last_wire = 0, text.rfind(WIRE)
    while position < len(text):
        mark = text[position]
        if text[position : position + 2] in (WIRE, "``"):
            close = text.find(WIRE, position + 2) if last_wire >= position + 2 else -1
            if close < 0:  # a lone pair: nothing it could close with, so it is stepped over
                position += 2
                continue
            spans.append(Span(number, position, close + 2, text[position : close + 2], WIRE, WIRE))
            position = close + 2
            continue
        if mark in DOUBLE and _opens(text, position):
            end = _double_end(text, position)
            if end is None:
                spans.append(_span(number, text, position, len(text), ""))
                break
        elif mark in SINGLE and _opens(text, position) and _starts_word(text, position):
            end = _single_end(text, position)
        else:
            position += 1
            continue
        if end is None:
            position += 1
            continue
        spans.append(_span(number, text, position, end + 1, text[end]))
        position = end + 1
    return [span for span in spans if span.inner.strip()]


def _span(number: int, text: str, start: int, end: int, closing: str) -> Span:
    opening = text[start]
    mixed = bool(closing) and closing != CLOSERS[opening][0] and not (opening == "„" and closing in "“”")
    return Span(number, start, end, text[start:end], opening, closing, open_end=not closing, is_mixed=mixed)


def _opens(text: str, position: int) -> bool:
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if text[position] == "«":  # French sets a space inside
        return True
    if text[position] in "“„":
        return not after.isspace()
    if text[position] == "”":  # Hebrew and Swedish papers open with this mark
        return (before.isspace() or before in "([—–־") and not after.isspace()
    return not (before.isalnum() or before in ".,!?;:%)]") and not after.isspace()


def _starts_word(text: str, position: int) -> bool:
    after = text[position + 1 : position + 2]
    return after.isalnum() or after in "[$£€…"


def _double_end(text: str, start: int) -> int | None:
    closers, depth = CLOSERS[text[start]], 0
    for position in range(start + 1, len(text)):
        mark = text[position]
        if mark == text[start] and mark in "“„«" and mark not in closers:
            depth += 1
        elif mark in closers and not (
            mark == '"' and _opens(text, position) and depth == 0 and text[start] != '"'
        ):
            if depth == 0:
                return position
            depth -= 1
    return None if depth == 0 else _last_closer(text, start, closers)


def _last_closer(text: str, start: int, closers: str) -> int | None:
    last = max(text.rfind(mark) for mark in closers)
    return last if last > start else None


def _single_end(text: str, start: int) -> int | None:
    closers = CLOSERS[text[start]]
    for position in range(start + 2, min(len(text), start + MAX_SINGLE)):
        if text[position] not in closers:
            continue
        after = text[position + 1 : position + 2]
        if not after.isalnum() and not text[position - 1].isspace():
            return position
    return None
