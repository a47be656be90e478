"""Results as pages show them: what was found, with the words marked."""

import dataclasses
from collections.abc import Iterable

from django.utils.safestring import SafeString

from articles.models import Edition, EditionQuote
from articles.models.quote_record import as_read
from articles.search.highlighting import highlighted, passage
from articles.search.query import Query


@dataclasses.dataclass(frozen=True)
class ArticleHit:
    """An edition with its headline and the passage that has the words, or else its dek, as HTML."""

    edition: Edition
    headline: SafeString
    passage: SafeString


@dataclasses.dataclass(frozen=True)
class QuoteHit:
    """The public row of a quotation with its words as HTML."""

    row: EditionQuote
    words: SafeString


def article_hits(editions: Iterable[Edition], query: Query) -> list[ArticleHit]:
    return [ArticleHit(one, highlighted(one.headline, query.words), _passage(one, query)) for one in editions]


def quote_hits(rows: Iterable[EditionQuote], query: Query) -> list[QuoteHit]:
    return [QuoteHit(row, highlighted(as_read(row.data), query.words)) for row in rows]


def narrower(query: Query, articles: Iterable[ArticleHit], quotes: Iterable[QuoteHit]) -> dict[str, list]:
    """Speakers and sections of what was found, each with the query that keeps to it."""
    speakers = dict.fromkeys(hit.row.data["speaker"]["name"] for hit in quotes)
    sections = dict.fromkeys(hit.edition.section_name for hit in articles if hit.edition.section_name)
    names = {"speaker": list(speakers), "section": list(sections)}
    return {
        mark: [(name, f'{query.text} {mark}:"{name}"') for name in found]
        for mark, found in names.items()
        if len(found) > 1 and f"{mark}:" not in query.text
    }


def _passage(edition: Edition, query: Query) -> SafeString:
    in_dek = passage(edition.dek, query.words)
    return in_dek or passage(edition.body_text, query.words) or highlighted(edition.dek, query.words)
