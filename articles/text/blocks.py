"""The top-level blocks of a body: the units that editors move, compare and merge."""

import re

_TAG = re.compile(r"<(/?)(?:p|h2|h3|ul|ol|blockquote)(?=[\s>])[^>]*>")


def split_blocks(html: str) -> list[str]:
    """The sanitized body cut between its top-level blocks; joined again it is the same body.

    Whatever stands between two blocks belongs to the one before it.
    """
    cuts, depth = [], 0
    for tag in _TAG.finditer(html):
        if tag[1]:
            depth = max(0, depth - 1)
        else:
            if depth == 0 and tag.start() > 0:
                cuts.append(tag.start())
            depth += 1
    edges = [0, *cuts, len(html)]
    return [block for block in map(html.__getitem__, map(slice, edges, edges[1:])) if block]
