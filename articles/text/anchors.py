"""Finding again in a changed text what somebody pointed at: the text quote selector of the W3C Web Annotation model."""

import dataclasses
import re

from articles.text.html import BREAK

CONTEXT = 32
SHARE = 0.6  # of its words that a paragraph must keep to be the same paragraph
_WORD = re.compile(r"\w+")


@dataclasses.dataclass(frozen=True)
class Anchor:
    """A stretch of a plain text, in code points, with the words around it."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


def anchor_at(text: str, start: int, end: int) -> Anchor:
    return Anchor(
        start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )


def find_again(text: str, anchor: Anchor) -> Anchor | None:
    """Where it stands now, or None.

    The very words, where they occur several times those with the most of the same around them, then the nearest; else what
    now stands between the same words; else the paragraph that kept most of its words. Linear in the text but for repetitions.
    """
    if not anchor.exact:
        return None
    return _same_words(text, anchor) or _same_surroundings(text, anchor) or _same_paragraph(text, anchor)


def _same_words(text: str, anchor: Anchor) -> Anchor | None:
    places: list[int] = []
    at = text.find(anchor.exact)
    while at >= 0 and len(places) < 500:
        places.append(at)
        at = text.find(anchor.exact, at + len(anchor.exact))
    if not places:
        return None
    best = max(places, key=lambda start: (_fit(text, start, anchor), -abs(start - anchor.start)))
    return anchor_at(text, best, best + len(anchor.exact))


def _fit(text: str, start: int, anchor: Anchor) -> int:
    """How many characters around it are the same."""
    end = start + len(anchor.exact)
    before = _common(text[max(0, start - CONTEXT) : start][::-1], anchor.prefix[::-1])
    return before + _common(text[end : end + CONTEXT], anchor.suffix)


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _same_surroundings(text: str, anchor: Anchor) -> Anchor | None:
    """What stands between the words before and the words after, unless it has grown out of all proportion."""
    before, after = anchor.prefix, anchor.suffix
    if len(before.strip()) < CONTEXT // 2 or len(after.strip()) < CONTEXT // 2 or BREAK in anchor.exact:
        return None
    found = text.find(before)
    if found < 0:
        return None
    start = found + len(before)
    end = text.find(after, start)
    if end <= start or end - start > 4 * len(anchor.exact) + CONTEXT or BREAK in text[start:end]:
        return None
    return anchor_at(text, start, end)


def _same_paragraph(text: str, anchor: Anchor) -> Anchor | None:
    wanted = set(_WORD.findall(anchor.exact.casefold()))
    if len(wanted) < 4:
        return None
    best, position, share = None, 0, SHARE
    for paragraph in text.split(BREAK):
        words = set(_WORD.findall(paragraph.casefold()))
        kept = len(words & wanted) / len(wanted)
        if kept >= share:
            best, share = (position, position + len(paragraph)), kept
        position += len(paragraph) + len(BREAK)
    return anchor_at(text, *best) if best else None
