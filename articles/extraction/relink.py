"""Which span of the changed text is which known use: exact, then typographic, then most similar, else ask.

A link is made only where one span and one use choose each other; whatever is equally good twice is asked about.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Hashable, Sequence

from articles.text.typography import fold, strip_marks
from articles.text.words import similarity

SIMILAR = 0.6
CLEARLY = 0.1  # by how much the best must beat the second best
LONGEST = 400  # pairs beyond this many are compared by length and first words before similarity


@dataclasses.dataclass(frozen=True)
class KnownUse:
    """A use as it was last seen."""

    key: Hashable
    text: str
    place: str = "body"
    ordinal: int = 0
    prefix: str = ""
    suffix: str = ""


@dataclasses.dataclass(frozen=True)
class SpanText:
    """A span of the text as it is now."""

    place: str
    ordinal: int
    text: str
    prefix: str = ""
    suffix: str = ""


@dataclasses.dataclass(frozen=True)
class Link:
    """How a span continues a use."""

    key: Hashable
    how: str  # exact | typographic | similar
    ratio: float


@dataclasses.dataclass(frozen=True)
class Relinking:
    """Links and questions by index of the span; keys of uses whose words were not found."""

    links: dict[int, Link]
    asks: dict[int, tuple[Hashable, ...]]
    lost: tuple[Hashable, ...]


def relink(known: Sequence[KnownUse], spans: Sequence[SpanText]) -> Relinking:
    """Match known uses and present spans, each at most once."""
    links: dict[int, Link] = {}
    free_uses, free_spans = list(range(len(known))), list(range(len(spans)))
    for how, key in (("exact", _exact), ("typographic", _typographic)):
        _link_equal(known, spans, free_uses, free_spans, links, how, key)
        used = {link.key for link in links.values()}
        free_uses = [u for u in free_uses if known[u].key not in used]
        free_spans = [s for s in free_spans if s not in links]
    asks = _link_similar(known, spans, free_uses, free_spans, links)
    used = {link.key for link in links.values()}
    return Relinking(links, asks, tuple(use.key for use in known if use.key not in used))


def _exact(text: str) -> str:
    return strip_marks(text)


def _typographic(text: str) -> str:
    return fold(strip_marks(text)).rstrip(".,;:!? ")


def _link_equal(known, spans, free_uses, free_spans, links, how, key) -> None:  # type: ignore[no-untyped-def]
    """Link equal texts. Of several equal ones, those in the same place with the same neighbors, then by order."""
    uses_of: dict[str, list[int]] = defaultdict(list)
    for use in free_uses:
        uses_of[key(known[use].text)].append(use)
    spans_of: dict[str, list[int]] = defaultdict(list)
    for span in free_spans:
        spans_of[key(spans[span].text)].append(span)
    for text, candidates in spans_of.items():
        uses = uses_of.get(text, [])
        pairs = sorted(
            (
                (_context(known[u], spans[s]), -abs(known[u].ordinal - spans[s].ordinal), -u, -s)
                for u in uses
                for s in candidates
            ),
            reverse=True,
        )
        taken_uses: set[int] = set()
        for _, _, minus_use, minus_span in pairs:
            use, span = -minus_use, -minus_span
            if use not in taken_uses and span not in links:
                taken_uses.add(use)
                links[span] = Link(known[use].key, how, 1.0)


def _context(use: KnownUse, span: SpanText) -> int:
    return 4 * (use.place == span.place) + 2 * (use.prefix == span.prefix) + (use.suffix == span.suffix)


def _link_similar(
    known: Sequence[KnownUse],
    spans: Sequence[SpanText],
    free_uses: list[int],
    free_spans: list[int],
    links: dict[int, Link],
) -> dict[int, tuple[Hashable, ...]]:
    ratios: dict[tuple[int, int], float] = {}
    for span in free_spans:
        for use in free_uses:
            if known[use].place == spans[span].place:
                ratio = similarity(_typographic(known[use].text), _typographic(spans[span].text))
                if ratio >= SIMILAR:
                    ratios[span, use] = ratio
    asks: dict[int, tuple[Hashable, ...]] = {}
    for (span, use), ratio in sorted(ratios.items(), key=lambda item: -item[1]):
        rivals = [r for (s, u), r in ratios.items() if (s == span) != (u == use)]
        if max(rivals, default=0.0) > ratio - CLEARLY:
            continue
        links[span] = Link(known[use].key, "similar", round(ratio, 3))
    linked = {link.key for link in links.values()}
    for span in free_spans:
        if span not in links:
            keys = tuple(known[u].key for (s, u) in ratios if s == span and known[u].key not in linked)
            if keys:
                asks[span] = keys
    return asks
