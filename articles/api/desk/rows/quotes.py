"""The quotations of a working copy as JSON."""

from typing import Any

from articles.models import Article, QuoteUse
from articles.operations.quote_panel import Candidate, Row, counted, followers_of
from articles.text.typography import strip_marks


def place_of(row: Row) -> str:
    """What names a quotation within one version of the text: “body-3”, counted from 0 in each place."""
    lost = "lost-" if row.lead.is_lost else ""
    return f"{lost}{row.lead.place}-{row.lead.ordinal}"


def panel(article: Article, rows: list[Row]) -> dict[str, Any]:
    return {
        "article": article.short_id,
        "version": article.version,
        "open": counted(rows)[1],
        "quotes": [_quotation(row, rows) for row in rows],
    }


def _quotation(row: Row, rows: list[Row]) -> dict[str, Any]:
    use, quote = row.lead, row.lead.quote
    speaker = quote and quote.speaker
    return {
        "place": place_of(row),
        "state": row.state,
        "text": " ".join(strip_marks(one.exact) for one in row.uses),
        "segments": [_segment(one) for one in row.uses],
        "display": [_segment(one) for one in row.echoes],
        "kind": use.kind,
        "cue": use.cue,
        "attribution_text": use.attribution_text,
        "insertions": use.edits.get("insertions", []),
        "match": use.match,
        "quote": quote.short_id if quote else None,
        "speaker": {"name": speaker.name, "slug": getattr(speaker, "slug", ""), "type": _type(quote)}
        if speaker
        else None,
        "label": quote.speaker_label if quote else "",
        "occasion": quote.occasion.short_id if quote and quote.occasion_id else None,
        "record": quote.record if quote else "unknown",
        "candidates": [_candidate(one) for one in row.candidates],
        "preselected": row.preselected,
        "followers": [place_of(one) for one in followers_of(row, rows)],
    }


def _type(quote: Any) -> str:
    if quote.confidential_source_id:
        return "confidential"
    return "person" if quote.speaker_person_id else "organization"


def _segment(use: QuoteUse) -> dict[str, Any]:
    return {
        "place": use.place,
        "exact": use.exact,
        "prefix": use.prefix,
        "suffix": use.suffix,
        "start": use.start,
        "end": use.end,
    }


def _candidate(one: Candidate) -> dict[str, Any]:
    return {
        "name": one.name,
        "slug": one.slug,
        "type": one.kind,
        "label": one.label,
        "reason": one.reason,
        "confidence": one.confidence,
        "is_known": one.is_known,
    }
