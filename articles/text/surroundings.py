"""A quotation among the paragraphs that it was published with."""

import dataclasses
from html.parser import HTMLParser

from articles.text.html import BLOCKS


@dataclasses.dataclass(frozen=True)
class Run:
    """Some text of a paragraph, and whether it is the quotation that is looked for."""

    text: str
    is_marked: bool


class _Paragraphs(HTMLParser):
    """The paragraphs of a published body, with the text inside the wanted anchors told apart."""

    def __init__(self, anchors: set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.anchors = anchors
        self.paragraphs: list[list[Run]] = []
        self.spans: list[bool] = []
        self.is_new = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.is_new = True
        elif tag == "span":
            self.spans.append(dict(attrs).get("id") in self.anchors or any(self.spans))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.is_new = True
        elif tag == "span" and self.spans:
            self.spans.pop()

    def handle_data(self, data: str) -> None:
        if self.is_new and data.strip():
            self.paragraphs.append([])
            self.is_new = False
        if not self.is_new:
            self.paragraphs[-1].append(Run(data, any(self.spans)))


def paragraphs_around(html: str, anchors: set[str]) -> list[list[Run]]:
    """The paragraphs that hold these anchors, with one before and one after; empty when none of them occurs."""
    reader = _Paragraphs(anchors)
    reader.feed(html)
    reader.close()
    holding = [
        at for at, runs in enumerate(reader.paragraphs) if any(run.is_marked and run.text for run in runs)
    ]
    return reader.paragraphs[max(0, holding[0] - 1) : holding[-1] + 2] if holding else []
