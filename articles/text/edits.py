"""Changes of a text by position, carried out on the plain text and on the HTML that it is the text of."""

import dataclasses
import itertools
from collections.abc import Iterable, Sequence

from articles.text.html import BREAK, pieces_of, with_text


@dataclasses.dataclass(frozen=True, order=True)
class Edit:
    """Other characters in place of those from ``start`` to ``end`` (at least one), counted in code points."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"An edit replaces at least one character: {self}")


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """The edits from first to last. Raises ``ValueError`` where two of them touch the same characters."""
    ordered = sorted(set(edits))
    for one, other in itertools.pairwise(ordered):
        if other.start < one.end:
            raise ValueError(f"{one} and {other} overlap")
    return ordered


def edit_text(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made."""
    parts, position = [], 0
    for edit in in_order(edits):
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, text[position:]])


def edit_html(html: str, edits: Iterable[Edit]) -> str:
    """The HTML with edits of its plain text made and all markup kept.

    What replaces a range that crosses markup stands where the range begins. Between blocks nothing is changed.
    """
    ordered = in_order(edits)
    if not ordered:
        return html
    out: list[str] = []
    position, block = 0, None
    for piece in pieces_of(html):
        if piece.text is None or piece.block is None:
            out.append(piece.markup)
            continue
        if block is not None and piece.block != block:
            position += len(BREAK)
        block = piece.block
        end = position + len(piece.text)
        inside = _inside(ordered, position, end)
        if piece.markup and not inside:
            out.append(piece.markup)  # a line break that nothing replaces
        else:
            out.append(with_text(edit_text(piece.text, inside)))
        position = end
    return "".join(out)


def _inside(edits: Sequence[Edit], start: int, end: int) -> list[Edit]:
    """The parts of the edits that fall between two positions, counted from the first."""
    found = []
    for edit in edits:
        if edit.start < end and edit.end > start:
            text = edit.text if edit.start >= start else ""
            found.append(Edit(max(edit.start, start) - start, min(edit.end, end) - start, text))
    return found
