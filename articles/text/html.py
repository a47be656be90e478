"""Between the stored HTML of a body and its plain text, in which positions are counted."""

import dataclasses
import html as entities
import itertools
import re
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

BLOCKS = {"p", "h2", "h3", "li", "blockquote"}
BREAK = "\n\n"
STOPS = ",.;:!?…)]”’"
_ID = re.compile(r' id="[^"]*"')  # only the first piece of a range carries its id


_HEADING = re.compile(r"<h([23])\b.*?</h\1>", re.DOTALL)


@dataclasses.dataclass(frozen=True)
class Mark:
    """A range of the plain text, in code points, with what opens, closes and follows it in the HTML."""

    start: int
    end: int
    opening: str
    closing: str = "</span>"
    after: str = ""


@dataclasses.dataclass(frozen=True)
class Piece:
    """A tag (``text`` is None) or a run of text inside a block."""

    markup: str
    text: str | None
    block: int | None


class _Reader(HTMLParser):
    """Cuts sanitized HTML into tags and text; numbers the innermost block that each run of text stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.blocks = 0
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.open = False
        self.pieces.append(
            Piece(self.get_starttag_text() or "", "\n" if tag == "br" and self.open else None, self._here())
        )

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.open = False
        self.pieces.append(Piece(f"</{tag}>", None, None))

    def handle_data(self, data: str) -> None:
        if not self.open and not data.strip():
            self.pieces.append(Piece(entities.escape(data, quote=False), None, None))
            return
        if not self.open:
            self.blocks += 1
            self.open = True
        self.pieces.append(Piece("", data, self._here()))

    def _here(self) -> int | None:
        return self.blocks - 1 if self.open else None


def pieces_of(html: str) -> list[Piece]:
    """Tags and runs of text in order. A line break is both: markup, and one character of text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.pieces


def with_text(text: str) -> str:
    """Characters of the plain text as HTML."""
    return entities.escape(text, quote=False)


def block_texts(html: str) -> list[str]:
    """The text of each paragraph, heading, list item and quotation block, in order; empty blocks are left out."""
    texts: dict[int, list[str]] = {}
    for piece in pieces_of(html):
        if piece.text is not None and piece.block is not None:
            texts.setdefault(piece.block, []).append(piece.text)
    return ["".join(parts) for _, parts in sorted(texts.items())]


def paragraph_texts(html: str) -> list[str]:
    """``block_texts`` without the cross-heads."""
    return block_texts(_HEADING.sub("", html))


def plain_text(html: str) -> str:
    """The texts of the blocks, joined by a blank line."""
    return BREAK.join(block_texts(html))


def paragraph_numbers(html: str) -> list[int]:
    """For each block of the plain text the number of its paragraph as the editor counts them: cross-heads, lists and
    quotation blocks have that of the paragraph before."""
    numbers: list[int] = []
    count, inside, block = 0, "", None
    outer: list[str] = []
    for piece in pieces_of(html):
        if piece.text is None or piece.block is None:
            tag = piece.markup[1:].split(">")[0].split(" ")[0].lower()
            if tag.lstrip("/") in BLOCKS:
                outer = outer[:-1] if tag.startswith("/") else [*outer, tag]
                inside = "".join(outer)
        elif piece.block != block:
            block = piece.block
            count += inside in ("p", "")
            numbers.append(count)
    return numbers


def to_html(paragraphs: Iterable[str]) -> str:
    """Plain paragraphs as HTML."""
    return "".join(f"<p>{entities.escape(text, quote=False)}</p>" for text in paragraphs)


def annotate(html: str, marks: Sequence[Mark]) -> str:
    """The HTML with every mark wrapped around its range of ``plain_text(html)``.

    Ranges may nest but not cross each other. A range that crosses inline markup or blocks is wrapped piece by
    piece, so that the result is always well-formed; ``after`` follows the last piece and, as the number of a note does,
    the stops that stand right behind it.
    """
    if not marks:
        return html
    ordered = sorted(marks, key=lambda m: (m.start, -m.end))
    out: list[str] = []
    position, block = 0, None
    for piece in pieces_of(html):
        if piece.text is None or piece.block is None:
            out.append(piece.markup)
            continue
        if block is not None and piece.block != block:
            position += len(BREAK)
        block = piece.block
        if piece.markup:  # a line break: one character of text, never wrapped
            out.append(piece.markup)
        else:
            out.append(_wrapped(piece.text, position, ordered))
        position += len(piece.text)
    return "".join(out)


def _wrapped(text: str, offset: int, marks: Sequence[Mark]) -> str:
    end = offset + len(text)
    inside = [m for m in marks if m.start < end and m.end > offset]
    if not inside:
        return entities.escape(text, quote=False)
    cuts = sorted({offset, end, *(max(m.start, offset) for m in inside), *(min(m.end, end) for m in inside)})
    out: list[str] = []
    after = ""
    for start, stop in itertools.pairwise(cuts):
        words = text[start - offset : stop - offset]
        opening = [m for m in inside if max(m.start, offset) == start and stop <= m.end]
        closing = [m for m in reversed(inside) if min(m.end, end) == stop and m.start < stop]
        if after:
            stops = "" if opening else words[: len(words) - len(words.lstrip(STOPS))]
            out.append(f'<span class="nobreak">{stops}{after}</span>' if stops else after)
            words = words.removeprefix(stops)
        out += [m.opening if m.start >= offset else _ID.sub("", m.opening) for m in opening]
        out.append(entities.escape(words, quote=False))
        out += [m.closing for m in closing]
        after = "".join(m.after for m in closing if m.end <= end)
    return "".join(out) + after
