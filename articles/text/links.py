"""The links of a body by their place in its plain text."""

import dataclasses
import html as entities
import re

from articles.text.html import BREAK, pieces_of

_HREF = re.compile(r'<a\s[^>]*href="([^"]*)"', re.IGNORECASE)


@dataclasses.dataclass(frozen=True)
class Link:
    """A linked range of the plain text, in code points."""

    start: int
    end: int
    href: str


def links_of(html: str) -> list[Link]:
    """The links with words in them, in reading order; one that crosses blocks is told block by block."""
    found: list[Link] = []
    position, block, href = 0, None, ""
    for piece in pieces_of(html):
        if piece.text is None or piece.block is None:
            opening = _HREF.match(piece.markup)
            if opening:
                href = entities.unescape(opening[1])
            elif piece.markup.lower() == "</a>":
                href = ""
            continue
        if block is not None and piece.block != block:
            position += len(BREAK)
        end = position + len(piece.text)
        if href:
            last = found[-1] if found else None
            if last and last.end == position and last.href == href and piece.block == block:
                found[-1] = Link(last.start, end, href)
            else:
                found.append(Link(position, end, href))
        position, block = end, piece.block
    return found
