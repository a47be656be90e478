"""The published text as data, for clients that read no HTML: blocks in order, with the places of what is marked in them.

Every block has the same members, so that a typed client needs one shape:

``type``    paragraph | heading | list | quotation | figure | embed | pull_quote
``text``    the words without markup; of a list its items, one a line; of a figure its caption with the credit
``start``   where the text begins in the plain text of the article, in code points; None where it is not part of it
``spans``   ranges of ``text`` in code points: quote (with ``quote`` and ``anchor``), insertion, link (with ``url``), strong, emphasis
``items``   of a list, each with ``text``, ``start`` and ``spans``
``level``, ``ordered``, ``image``, ``embed``, ``quote``, ``speaker``   where the type has them, else None
"""

import html as entities
import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from typing import Any

from articles.text.embeds import embed_of
from articles.text.html import BLOCKS, BREAK

Block = dict[str, Any]
INLINE = {"strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "a": "link"}
_ANCHOR = re.compile(r"q-([0-9a-z]{8})(?:-\d+)?")


def structured(html: str, pulls: Iterable[Mapping[str, str]] = ()) -> list[Block]:
    """The blocks of a published text. ``pulls`` (``anchor``, ``text``, ``quote``, ``speaker``) follow the block with the anchor."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish_text()
    blocks = [_embedded(block) for block in reader.blocks]
    for pull in pulls:
        at = next((n for n, block in enumerate(blocks, 1) if pull["anchor"] in _anchors(block)), None)
        if at is not None:
            blocks.insert(
                at, _block("pull_quote", pull["text"], quote=pull["quote"], speaker=pull["speaker"])
            )
    return blocks


def _block(kind: str, text: str = "", **values: Any) -> Block:
    return {
        "type": kind,
        "text": text,
        "start": None,
        "spans": [],
        "items": [],
        "level": None,
        "ordered": None,
        "image": None,
        "embed": None,
        "quote": None,
        "speaker": None,
        **values,
    }


def _span(kind: str, start: int, url: str | None = None, anchor: str | None = None) -> dict[str, Any]:
    found = _ANCHOR.fullmatch(anchor or "")
    return {
        "type": kind,
        "start": start,
        "end": start,
        "quote": found[1] if found else None,
        "anchor": anchor,
        "url": url,
    }


def _anchors(block: Block) -> set[str | None]:
    return {span["anchor"] for part in (block, *block["items"]) for span in part["spans"]} - {None}


def _embedded(block: Block) -> Block:
    """A paragraph that is nothing but a link to what may be embedded, as that."""
    links = [span for span in block["spans"] if span["type"] == "link"]
    if (
        block["type"] != "paragraph"
        or len(links) != 1
        or links[0]["end"] - links[0]["start"] < len(block["text"])
    ):
        return block
    url, text = entities.escape(links[0]["url"]), entities.escape(block["text"])
    found = embed_of(f'<p><a href="{url}">{text}</a></p>')
    if found is None:
        return block
    embed = {"provider": found.provider, "url": found.url, "frame": found.frame, "title": found.title}
    return {**block, "type": "embed", "embed": embed}


class _Reader(HTMLParser):
    """Collects blocks as ``articles.text.html`` counts them, so that every ``start`` is a place in the plain text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.outer: list[str] = []  # the block elements that are open
        self.inline: list[tuple[str, dict[str, Any] | None]] = []
        self.parts: list[str] = []
        self.spans: list[dict[str, Any]] = []
        self.anchor: str | None = None  # of the quotation whose first piece came last
        self.length, self.position = 0, 0
        self.figure: dict[str, Any] | None = None
        self.list: Block | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "figure":
            self.finish_text()
            self.figure = _figure(given.get("data-image", ""))
        elif self.figure is not None:
            _note(self.figure, tag, given)
        elif tag in BLOCKS or tag in ("ul", "ol"):
            self.finish_text()
            self.outer.append(tag)
        elif tag == "br":
            if self.parts:
                self._add("\n")
        else:
            self.inline.append((tag, self._opened(tag, given)))

    def handle_endtag(self, tag: str) -> None:
        if self.figure is not None:
            if tag == "figure":
                self._finish_figure()
        elif tag in BLOCKS or tag in ("ul", "ol"):
            self.finish_text()
            if tag in self.outer:
                while self.outer.pop() != tag:
                    pass
            if not {"ul", "ol"} & set(self.outer):
                self.list = None
        elif any(name == tag for name, _span in self.inline):
            while True:
                name, span = self.inline.pop()
                if span and span["end"] > span["start"]:
                    self._keep(span)
                if name == tag:
                    return

    def handle_data(self, data: str) -> None:
        if self.figure is not None:
            self.parts.append(data)
        elif self.parts or data.strip():
            self._add(data)

    def finish_text(self) -> None:
        """Whatever was read since the last block is one."""
        if not self.parts:
            return
        for place, (name, span) in enumerate(self.inline):  # markup that goes on in the next block
            if span:
                self._keep(dict(span))
                self.inline[place] = (name, {**span, "start": 0, "end": 0})
        spans = sorted(self.spans, key=lambda span: (span["start"], -span["end"]))
        text: Block = {"text": "".join(self.parts), "start": self.position, "spans": spans}
        self.position += self.length + len(BREAK)
        self.parts, self.spans, self.length = [], [], 0
        lists = [tag for tag in self.outer if tag in ("ul", "ol")]
        if lists:
            self._add_item(text, lists[0])
            return
        heading = next((tag for tag in self.outer if tag in ("h2", "h3")), None)
        kind = "heading" if heading else "quotation" if "blockquote" in self.outer else "paragraph"
        self.blocks.append(_block(kind, **text, level=int(heading[1]) if heading else None))

    def _add_item(self, item: Block, tag: str) -> None:
        if self.list is None:
            self.list = _block("list", start=item["start"], ordered=tag == "ol")
            self.blocks.append(self.list)
        self.list["items"].append(item)
        self.list["text"] = "\n".join(one["text"] for one in self.list["items"])

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
        for _name, span in self.inline:
            if span:
                span["end"] = self.length

    def _opened(self, tag: str, given: dict[str, str]) -> dict[str, Any] | None:
        if tag in INLINE:
            return _span(INLINE[tag], self.length, url=given.get("href"))
        if "quote" in given.get("class", "").split():
            self.anchor = given.get("id", self.anchor)  # only the first piece of a quotation has it
            return _span("quote", self.length, anchor=self.anchor)
        return _span("insertion", self.length) if "insertion" in given.get("class", "").split() else None

    def _keep(self, span: dict[str, Any]) -> None:
        """Add the span, or lengthen the one that it goes on with: markup inside cuts a quotation into pieces."""
        for kept in self.spans:
            same = all(kept[name] == span[name] for name in ("type", "anchor", "url"))
            if same and kept["end"] == span["start"]:
                kept["end"] = span["end"]
                return
        if span["end"] > span["start"]:
            self.spans.append(span)

    def _finish_figure(self) -> None:
        text = "".join(self.parts).strip()
        self.blocks.append(_block("figure", text, image={**(self.figure or {}), "caption": text}))
        self.figure, self.parts = None, []


def _figure(short_id: str) -> dict[str, Any]:
    return {
        "short_id": short_id,
        "url": "",
        "width": 0,
        "height": 0,
        "alt": "",
        "caption": "",
        "renditions": [],
    }


def _note(figure: dict[str, Any], tag: str, given: dict[str, str]) -> None:
    """What an element inside a figure says of the picture."""
    if tag == "img":
        kind = "image/jpeg"
        figure["url"], figure["alt"] = given.get("src", ""), given.get("alt", "")
        for side in ("width", "height"):
            figure[side] = int(given[side]) if given.get(side, "").isdigit() else 0
    elif tag == "source":
        kind = given.get("type", "")
    else:
        return
    for candidate in filter(None, given.get("srcset", "").split(", ")):
        url, _space, width = candidate.rpartition(" ")
        figure["renditions"].append({"type": kind, "width": int(width.rstrip("w")), "url": url})
