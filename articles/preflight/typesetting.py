"""Typography set right at one go: marks, apostrophes, spaces, dashes and ellipses. Not a word is changed."""

import re
from collections.abc import Iterable, Iterator

from articles.extraction.apostrophes import SingleMarks
from articles.preflight.styles import Style, style_of
from articles.text.edits import Edit, edit_text
from articles.text.html import BREAK

_BEFORE_OPENING = "([{—–-/“‘„‚«‹\u00a0"
_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_DOTS = re.compile(r"(?<![.…])\.(?: ?\.){2}(?![.…])")
_SPACED_HYPHEN = re.compile(r"(?<=\S) (-{1,3}) (?=\S)")
_DOUBLE_HYPHEN = re.compile(r"(?<=\w)--(?=\w)")
_YEARS = re.compile(r"(?<![\w-])(?:1[5-9]|20)\d\d(-)(?:(?:1[5-9]|20)\d\d|\d\d)(?![\w-])")
_PRIMES = "0123456789"


def typographic_edits(text: str, language: str) -> list[Edit]:
    """What there is to be set right in a plain text of paragraphs. Setting it right leaves nothing to be done.

    Where the text has a style of marks already, that is kept; a straight mark of no clear direction is left alone.
    """
    style = style_of(language, text)
    found: list[Edit] = []
    position = 0
    for paragraph in text.split(BREAK):
        edits = _apart(
            [*_doubles(paragraph, style), *_singles(paragraph, style), *_spacing(paragraph, style)]
        )
        found += [Edit(one.start + position, one.end + position, one.text) for one in edits]
        position += len(paragraph) + len(BREAK)
    return found


def typeset(text: str, language: str) -> str:
    """The text as it is after all edits."""
    return edit_text(text, typographic_edits(text, language))


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """Edits that do not touch the same characters; where some do, the first one counts."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _doubles(text: str, style: Style | None) -> list[Edit]:
    """Double marks as the style has them, and those inside others as its inner marks.

    Only where all marks of the paragraph pair up: else a person has to say where a quotation ends.
    """
    if style is None:
        return []
    pairs: list[tuple[int, int, int]] = []  # opening, closing, depth
    open_at: list[int] = []
    loose: list[int] = []
    for at, mark in enumerate(text):
        if mark not in style.doubles:
            continue
        if _opens(text, at, style, bool(open_at)):
            open_at.append(at)
        elif open_at:
            pairs.append((open_at[-1], at, len(open_at)))
            open_at.pop()
        else:
            loose.append(at)
    is_clear = not open_at and not [at for at in loose if text[at - 1 : at] not in _PRIMES]
    edits: list[Edit] = []
    for start, end, depth in pairs:
        if depth == 1:
            edits += [*_set(text, start, style.opening), *_set(text, end, style.closing)]
        elif depth == 2 and is_clear:
            edits += [*_set(text, start, style.inner_opening), *_set(text, end, style.inner_closing)]
    return edits if is_clear else [edit for edit in edits if text[edit.start] in style.doubles]


def _opens(text: str, at: int, style: Style, is_inside: bool) -> bool:
    """Whether a double mark opens a quotation: by its shape where that tells, else by what stands around it."""
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    faces_on = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    if text[at] == style.opening[0] and style.opening[0] != style.closing[-1]:
        return faces_on or not is_inside
    if text[at] == style.closing[-1] and is_inside and style.opening[0] != style.closing[-1]:
        return False
    return faces_on


def _set(text: str, at: int, mark: str) -> Iterator[Edit]:
    """The mark put where one stands, with the space that belongs inside it."""
    if len(mark) == 1:
        if text[at] != mark:
            yield Edit(at, at + 1, mark)
        return
    start, end = at, at + 1
    if mark[0] in "\u00a0\u202f":
        start -= text[at - 1 : at] in (" ", "\u00a0", "\u202f")
    else:
        end += text[at + 1 : at + 2] in (" ", "\u00a0", "\u202f")
    if text[start:end] != mark:
        yield Edit(start, end, mark)


def _singles(text: str, style: Style | None) -> Iterator[Edit]:
    """Straight single marks: in pairs as the style has them, else as apostrophes."""
    if style is None or "'" not in text:
        return
    marks = SingleMarks(text)
    closers: set[int] = set()
    for at, mark in enumerate(text):
        if mark in "'‘" and marks.opens(at) and at not in closers and (end := marks.end(at)) is not None:
            closers.add(end)
            opening, closing = style.single_opening, style.single_closing
            if mark == "'":
                yield Edit(at, at + 1, opening)
            if text[end] == "'":
                yield Edit(end, end + 1, closing)
        elif mark == "'" and at not in closers and text[at - 1 : at] not in tuple(_PRIMES):
            if text[at - 1 : at].isalpha() or text[at + 1 : at + 2].isalnum():
                yield Edit(at, at + 1, "’")


def _spacing(text: str, style: Style | None) -> Iterator[Edit]:
    for found in _DOTS.finditer(text):
        yield Edit(*found.span(), "…")
    dash = style.dash if style else "–"
    for found in _SPACED_HYPHEN.finditer(text):
        yield Edit(*found.span(1), dash)
    for found in _DOUBLE_HYPHEN.finditer(text):
        yield Edit(*found.span(), "—")
    for found in _YEARS.finditer(text):
        yield Edit(*found.span(1), "–")
    if style and style.unbroken:
        for found in style.unbroken.finditer(text):
            yield Edit(*found.span("space"), style.space_of(found))
    for found in _SPACES.finditer(text):
        yield Edit(*found.span(), " ")
