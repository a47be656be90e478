"""The pure quote engine: text in, records out. No Django, no database, no network."""

from articles.extraction.byline import FoundByline, find_byline
from articles.extraction.engine import extract
from articles.extraction.relink import KnownUse, Link, Relinking, SpanText, relink
from articles.extraction.types import (
    Extraction,
    Finding,
    FoundQuote,
    NotAQuote,
    Passage,
    Segment,
    SpeakerProposal,
)

__all__ = [
    "Extraction",
    "Finding",
    "FoundByline",
    "FoundQuote",
    "KnownUse",
    "Link",
    "NotAQuote",
    "Passage",
    "Relinking",
    "Segment",
    "SpanText",
    "SpeakerProposal",
    "extract",
    "find_byline",
    "relink",
]
