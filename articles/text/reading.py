"""What is set between and into the blocks of a body when it is read: nothing of it is part of the text."""

from collections.abc import Callable, Iterable

from articles.text.blocks import split_blocks
from articles.text.embeds import Embed, embed_of, has_lone_link


def insert_before(blocks: list[str], anchor: str, html: str) -> list[str]:
    """The blocks with this one before that which holds the anchor, but never first; without the anchor as they are."""
    mark = f'id="{anchor}"'
    at = next((index for index, block in enumerate(blocks) if mark in block), None)
    if at is None:
        return blocks
    return [*blocks[: max(at, 1)], html, *blocks[max(at, 1) :]]


def for_reading(
    html: str, *, opening: str, pulls: Iterable[tuple[str, str]], show: Callable[[Embed], str]
) -> str:
    """The body with its place of origin, its pull quotes (anchor, HTML) and a place for each thing that others show."""
    blocks = [show(embed) if (embed := embed_of(block)) else block for block in split_blocks(html)]
    for anchor, pull in pulls:
        blocks = insert_before(blocks, anchor, pull)
    text = "".join(blocks)
    return text.replace("<p>", f"<p>{opening}", 1) if opening and text.startswith("<p>") else text


def embeds_in(html: str) -> list[Embed]:
    """What others show in this body."""
    if not has_lone_link(html):
        return []
    return [embed for block in split_blocks(html) if (embed := embed_of(block))]
