"""Segments that make one quotation: “A,” she said. “B.”, and what is left open at the end of a paragraph."""

import dataclasses
from collections.abc import Sequence

from articles.extraction.insertions import count_elisions, find_insertions
from articles.extraction.surroundings import Attribution
from articles.extraction.types import FoundQuote, Segment, Span
from articles.extraction.words import Outline

FULL_SENTENCE_WORDS = 6


def goes_on(quote: FoundQuote, view: Outline, spans: Sequence[Span], index: int, found: Attribution) -> bool:
    """Whether this span goes on with the quotation before it: “A,” she said. “B.”"""
    if index == 0 or not quote.cue:
        return False
    before, span = spans[index - 1], spans[index]
    last = quote.segments[-1]
    if (last.start, last.end) != (before.start, before.end):
        return False
    between = view.text[before.end : span.start].strip()
    if found.cue and (found.reason != "cue before" or not between.endswith(",")):
        return False
    ends_open = before.inner.rstrip()[-1:] in ",?!—–-…"
    return (
        ends_open
        and between.endswith((".", ",", ":"))
        and len(between.split()) <= 40
        and between.count(". ") == 0
    )


def segment(span: Span) -> Segment:
    """The span as a record."""
    return Segment(span.passage, span.start, span.end, span.text)


def kind_of(span: Span) -> str:
    """Whether it quotes a sentence, a part of one, or goes on in the next paragraph."""
    if span.open_end:
        return "block"
    inner = span.inner.strip()
    whole = inner[:1].isupper() and (inner[-1:] in ".,?!…" or len(inner.split()) >= FULL_SENTENCE_WORDS)
    return "full" if whole else "partial"


def lengthened(quote: FoundQuote, span: Span, kind: str) -> FoundQuote:
    """The quotation with one more segment."""
    text = f"{quote.text} {span.inner.strip()}"
    return dataclasses.replace(
        quote,
        segments=(*quote.segments, segment(span)),
        text=text,
        kind=kind,
        insertions=find_insertions(text),
        elisions=count_elisions(text),
    )
