"""Quotation marks to spans: one pass over each passage, no backtracking."""

import re
from collections.abc import Sequence

from articles.extraction.apostrophes import SINGLE, SingleMarks
from articles.extraction.dashes import dashed_spans
from articles.extraction.types import Passage, Span

CLOSERS = {
    "“": '”"',
    '"': '"”',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "”": "”",
    "״": "״",
    "‘": "’'",
    "'": "'’",
    "‚": "‘’",
}
DOUBLE = '“„«»"”״'
PAIRED = {"“": "”", "„": "“”", "«": "»"}  # marks whose shape says which way they face, so that they can nest
WIRE = "''"  # old wire copy opens with two backticks and closes with two single marks
_MARK = re.compile("[“„«»\"”״‘'‚`]")
BEFORE_OPENING = "([{—–―-־/"


def find_spans(passages: Sequence[Passage], *, dash_speech: bool = False) -> list[Span]:
    """Every outermost quoted span, in reading order.

    A quotation left open at the end of a paragraph goes on in the next where that one opens with a mark again.
    """
    spans: list[Span] = []
    for number, passage in enumerate(passages):
        after = passages[number + 1].text[:1] if number + 1 < len(passages) else ""
        spoken = dashed_spans(number, passage.text) if dash_speech else []
        spans += spoken or _passage_spans(number, passage.text, after)
    return spans


def _passage_spans(number: int, text: str, next_opens_with: str) -> list[Span]:
    spans: list[Span] = []
    position, last_wire, singles = 0, text.rfind(WIRE), SingleMarks(text)
    while (found := _MARK.search(text, position)) is not None:
        position = found.start()
        mark = text[position]
        if text.startswith(WIRE, position):  # faces neither way: stepped over, with the marks it may hold
            position = doubled_end(text, position)
            continue
        if text[position : position + 2] == "``":
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
        elif mark in SINGLE and singles.opens(position):
            end = singles.end(position)
            if end is None and position == 0 and next_opens_with == mark:
                spans.append(_span(number, text, position, len(text), ""))
                break
        else:
            position += 1
            continue
        if end is None:
            position += 1
            continue
        spans.append(_span(number, text, position, end + 1, text[end]))
        position = end + 1
    return [span for span in spans if span.inner.strip()]


def doubled_end(text: str, start: int) -> int:
    """Where the run ends that a pair of two single marks opens at the start (''Go,'' she said). Such a pair is not read,
    because it faces neither way and as often measures feet: whoever imports the text sets marks that do.
    """
    before, after = text[start - 1 : start], text[start + 2 : start + 3]
    if (before and not before.isspace() and before not in BEFORE_OPENING) or not after or after.isspace():
        return start + 2
    close = text.find(WIRE, start + 2)
    return len(text) if close < 0 else close + 2


def has_doubled_marks(text: str) -> bool:
    """Whether two single marks stand for a double one at the beginning of a word."""
    found = text.find(WIRE)
    return found >= 0 and doubled_end(text, found) > found + 2


def _span(number: int, text: str, start: int, end: int, closing: str) -> Span:
    opening = text[start]
    mixed = bool(closing) and closing != CLOSERS[opening][0]
    if (opening == "„" and closing in "“”") or opening == "‚":
        mixed = False
    return Span(number, start, end, text[start:end], opening, closing, open_end=not closing, is_mixed=mixed)


def _opens(text: str, position: int) -> bool:
    """Whether a double mark, met outside any quotation, opens one."""
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    mark = text[position]
    if mark == "«":  # French sets a space inside
        return True
    if after.isspace():
        return mark in '“„"' and text[position + 2 : position + 3] == "…" and before.isspace()
    if mark in "“„":
        return True
    if mark in "”»":  # Hebrew, Swedish and German papers open with these
        return before.isspace() or before in BEFORE_OPENING
    if not before.isalnum():
        return before not in ".,!?;%)]" or after.isalpha()
    return mark == '"' and before.isalpha() and after.isalpha() and not _is_hebrew(before)


def _is_hebrew(character: str) -> bool:
    """Whether the letter is one between which a mark abbreviates, as in the Hebrew for “IDF”."""
    return "\u0590" <= character <= "\u05ff"


def _double_end(text: str, start: int) -> int | None:
    opening, depth, last = text[start], 0, None
    closers, nests = CLOSERS[opening], PAIRED.get(opening)
    for found in _MARK.finditer(text, start + 1):
        position, mark = found.start(), found[0]
        if nests and mark == opening and mark not in closers:
            depth += 1
        elif mark in closers and not _faces_forward(text, position, opening):
            last = position
            if depth == 0:
                return position
            depth -= 1
    return last


def _faces_forward(text: str, position: int, opening: str) -> bool:
    """Whether a mark of no fixed shape inside a quotation opens another one rather than closing this one."""
    mark = text[position]
    before, after = text[position - 1], text[position + 1 : position + 2]
    if mark in '"״' and _is_hebrew(before) and after and _is_hebrew(after):
        return True
    if mark != '"' or opening == '"':
        return False
    return before.isspace() and bool(after) and not after.isspace()
