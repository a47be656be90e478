"""The quotations of a working copy: found by each scan, linked to their records, settled by a person."""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from articles.extraction import Extraction, FoundQuote, Passage, extract
from articles.extraction.relink import KnownUse, SpanText, relink
from articles.models import Article, Quote, QuoteUse
from articles.operations.notes import follow_text
from articles.preflight import derive
from articles.text.html import block_texts
from articles.text.typography import fold, strip_marks

CONTEXT = 32


@dataclasses.dataclass(frozen=True)
class Spot:
    """One quoted span of the text, with offsets into the plain text of its place."""

    place: str
    ordinal: int
    segment: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    quote: FoundQuote
    number: int  # of the quotation within the extraction


@dataclasses.dataclass(frozen=True)
class Scan:
    """What a scan found and did."""

    extraction: Extraction
    uses: tuple[QuoteUse, ...]
    lost: tuple[QuoteUse, ...]
    asks: dict[int, tuple[int, ...]]  # pk of a new use → uses it may continue


def passages_of(article: Article) -> list[Passage]:
    """Headline, dek and every block of the body, as the engine reads them."""
    body = [Passage("body", text) for text in block_texts(article.body)]
    return [Passage("headline", article.headline), Passage("dek", article.dek), *body]


def spots_of(passages: Sequence[Passage], extraction: Extraction) -> list[Spot]:
    """The found segments in reading order, with the selector of each."""
    offsets, places, position = [], {}, 0
    for passage in passages:
        if passage.place == "body":
            offsets.append(position)
            position += len(passage.text) + 2
        else:
            offsets.append(0)
    body = "\n\n".join(p.text for p in passages if p.place == "body")
    for passage in passages:
        places[passage.place] = body if passage.place == "body" else passage.text
    found = []
    for number, quote in enumerate(extraction.quotes):
        for segment, part in enumerate(quote.segments):
            start = offsets[part.passage] + part.start
            end = offsets[part.passage] + part.end
            found.append((quote.place, start, end, segment, quote, number))
    order = {"headline": 0, "dek": 1, "body": 2}
    found.sort(key=lambda item: (order[item[0]], item[1]))
    counts: dict[str, int] = {}
    spots = []
    for place, start, end, segment, quote, number in found:
        text = places[place]
        ordinal = counts.get(place, 0)
        counts[place] = ordinal + 1
        prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        spots.append(
            Spot(place, ordinal, segment, start, end, text[start:end], prefix, suffix, quote, number)
        )
    return spots


@dataclasses.dataclass(frozen=True)
class Found:
    """The quotations of a text and the uses that they continue, or new ones; nothing of it is saved."""

    extraction: Extraction
    spots: list[Spot]
    uses: list[QuoteUse]  # one for each spot
    lost: list[QuoteUse]
    asks: dict[int, list[int]]  # number of a spot → keys of the uses it may continue


def find_uses(article: Article) -> Found:
    """Look where the known uses stand in the text as it is now, saved or not, and what is new. Writes nothing."""
    passages = passages_of(article)
    extraction = extract(passages, language=article.language)
    spots = spots_of(passages, extraction)
    known = article.quote_uses.select_related(
        "quote__speaker_person",
        "quote__speaker_organization",
        "quote__confidential_source",
        "quote__occasion",
    )
    known = list(known.order_by("is_lost", "place", "ordinal"))
    by_pk = {use.pk: use for use in known}
    relinking = relink(
        [KnownUse(u.pk, u.exact, u.place, u.ordinal, u.prefix, u.suffix) for u in known],
        [SpanText(s.place, s.ordinal, s.exact, s.prefix, s.suffix) for s in spots],
    )
    uses = []
    for index, spot in enumerate(spots):
        link = relinking.links.get(index)
        use = by_pk[link.key] if link else QuoteUse(article=article)
        _place(use, spot)
        uses.append(use)
    lost = [by_pk[key] for key in relinking.lost]
    return Found(extraction, spots, uses, lost, {key: list(asked) for key, asked in relinking.asks.items()})


@transaction.atomic
def scan_article(article: Article, by: Any = None) -> Scan:
    """Find the quotations of headline, dek and body again and re-link them to the uses that are known.

    What was settled stays settled while its words can be found; what cannot be found is kept and marked as lost,
    and what could continue two uses is asked about. New spans become proposals. Nothing is attributed here.
    """
    found = find_uses(article)
    uses = dict(enumerate(found.uses))
    _ensure_quotes(article, found.spots, uses)
    for use in uses.values():
        use.save()
    lost = _mark_lost(found.lost)
    follow_text(article)
    asks = {uses[index].pk: tuple(keys) for index, keys in found.asks.items()}
    return Scan(found.extraction, tuple(uses.values()), lost, asks)


def _place(use: QuoteUse, spot: Spot) -> None:
    """Write where the span stands now and, while nobody has settled it, what the engine proposes."""
    use.place, use.ordinal, use.segment = spot.place, spot.ordinal, spot.segment
    use.start, use.end, use.exact = spot.start, spot.end, spot.exact
    use.prefix, use.suffix, use.is_lost = spot.prefix, spot.suffix, False
    use.kind, use.cue = spot.quote.kind, spot.quote.cue[:80]
    use.attribution_text = spot.quote.attribution_text[:300]
    inside = [words for words in spot.quote.insertions if words in spot.exact]
    use.edits = {"insertions": inside, "elisions": spot.quote.elisions}
    if use.attribution == QuoteUse.Attribution.PROPOSED:
        if "corrected_from" not in use.proposal:  # what a person has put right is not proposed wrong again
            use.proposal = proposal_json(spot.quote)
    elif use.quote_id:
        use.match = match_of(use)


def proposal_json(found: FoundQuote) -> dict[str, Any]:
    """What the engine proposes, in the shape that ``QuoteUse.proposal`` keeps."""
    speaker = found.speaker
    alternatives = [
        {"name": s.name, "label": s.label, "kind": s.kind, "confidence": round(s.confidence, 2)}
        for s in found.alternatives
    ]
    if speaker is None:
        return {
            "speaker": "",
            "label": "",
            "kind": "",
            "confidence": 0,
            "reason": "",
            "alternatives": alternatives,
        }
    return {
        "speaker": speaker.name,
        "label": speaker.label,
        "kind": speaker.kind,
        "confidence": round(speaker.confidence, 2),
        "reason": speaker.reason,
        "alternatives": alternatives,
    }


def match_of(use: QuoteUse) -> str:
    """How the words in the text relate to those of the record; those of a verified one to the evidence."""
    words, record = fold(strip_marks(use.exact)).rstrip(".,"), fold(use.quote.text).rstrip(".,")
    if words == record:
        return QuoteUse.Match.VERBATIM
    if words and words in record:
        return QuoteUse.Match.EXCERPT
    if use.quote.status != Quote.Status.VERIFIED:
        return QuoteUse.Match.EDITED
    follows = derive(strip_marks(use.exact), use.quote.verbatim).holds
    return QuoteUse.Match.EDITED if follows else QuoteUse.Match.DRIFT


def _ensure_quotes(article: Article, spots: Sequence[Spot], uses: dict[int, QuoteUse]) -> None:
    """Give each new use its record: that of its first segment, of the body quotation it repeats, or a new one."""
    body_first = sorted(uses, key=lambda i: (spots[i].place != "body", i))
    record_of: dict[int, Quote] = {}
    for index in body_first:
        use, spot = uses[index], spots[index]
        if use.quote_id:
            record_of.setdefault(spot.number, use.quote)
    for index in body_first:
        use, spot = uses[index], spots[index]
        if use.attribution == QuoteUse.Attribution.NOT_A_QUOTE:
            continue
        if not use.quote_id:
            use.quote = record_of.get(spot.number) or record_of.get(spot.quote.echoes)
        if not use.quote_id:
            use.quote = Quote.objects.create(text=spot.quote.text, language=article.language)
        record_of.setdefault(spot.number, use.quote)
    for index in body_first:
        _follow_words(article, spots[index], uses[index])


def _follow_words(article: Article, spot: Spot, use: QuoteUse) -> None:
    """While nobody has settled a quotation, its record follows the text; a settled one stays as it was said."""
    quote = use.quote
    if quote is None or spot.place != "body" or spot.segment or quote.is_public or not use.is_open:
        return
    if spot.quote.echoes is None and quote.text != spot.quote.text and not _used_elsewhere(quote, article):
        quote.change_words(spot.quote.text)
        quote.save(update_fields=["text", "status", "verified_by", "verified_at"])


def _used_elsewhere(quote: Quote, article: Article) -> bool:
    return quote.uses.exclude(article=article).exists()


def _mark_lost(uses: Iterable[QuoteUse]) -> tuple[QuoteUse, ...]:
    """Keep what a person has settled, marked as lost; drop bare proposals with their empty records."""
    kept = []
    for use in uses:
        if use.attribution == QuoteUse.Attribution.PROPOSED:
            quote = use.quote
            use.delete()
            drop_orphan(quote)
        else:
            use.is_lost = True
            use.save(update_fields=["is_lost"])
            kept.append(use)
    return tuple(kept)


def drop_orphan(quote: Quote | None) -> None:
    """Delete a record that nothing refers to and nobody has worked on."""
    if quote is None or quote.is_public or quote.has_speaker or quote.occasion_id or quote.verbatim:
        return
    if not (quote.uses.exists() or quote.corrections.exists() or quote.listings.exists()):
        quote.delete()
