"""What an index keeps of an article or a quotation, made from what is live and from nothing else."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from articles.models import Edition, EditionQuote
from articles.search.expression import EVERYTHING
from articles.text.folding import folded_words, singular

ID_BITS = 28
MOST_SECONDS = 2**33  # in the year 2242
BREAK = "="  # between parts of a document, so that no phrase crosses from one into the next
HEADLINE, LEAD = "=", "+"  # before a word: it stands in the headline, or in what opens the document
MOST_WORDS = 30_000
MOST_LEAD = 1000  # words that open a document
MOST_BYTES = 400_000  # of the words of one document; what is beyond is not found
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@dataclasses.dataclass(frozen=True)
class Document:
    """Folded words in their order, marks (words by place, names to filter by), and a key that orders by time."""

    record: int  # primary key of the article or quotation
    key: int
    words: tuple[str, ...]
    marks: frozenset[str]
    vocabulary: frozenset[str]  # words as people write them, for suggestions


def key_of(at: datetime.datetime, record: int) -> int:
    """A number that orders by time, and by record within a second. Moments before 1970 are negative."""
    return (seconds_of(at) << ID_BITS) | record


def seconds_of(at: datetime.datetime) -> int:
    """Seconds since 1970, at most so many that a key fits into the integers of a database."""
    return max(-MOST_SECONDS, min(MOST_SECONDS, int((at - _EPOCH).total_seconds() // 1)))


def article_document(edition: Edition) -> Document:
    """The document of a live edition: headline, dek, names and text; of a retracted one its notice."""
    names = [*(b["credited_as"] for b in edition.bylines), *(t["name"] for t in edition.topics)]
    speakers = [record["speaker"]["name"] for record in edition.quotes]
    return _document(
        edition.article_id,
        edition.first_published_at,
        headline=[edition.headline],
        lead=[edition.dek, edition.place, edition.section_name, *names, *dict.fromkeys(speakers)],
        rest=[edition.retraction_notice, edition.body_text],
        marks=set(_subjects(edition)) | set(_named("speaker", *speakers)),
    )


def quote_document(row: EditionQuote) -> Document:
    """The document of a public quotation (its row with its edition): the words first, then who, when and where."""
    record = row.data
    said_on = row.said_on and datetime.datetime.combine(row.said_on, datetime.time(12), datetime.UTC)
    occasion = record["occasion"] or {}
    return _document(
        row.quote_id,
        said_on or row.first_published_at,
        headline=[],
        lead=[record["text"]],
        rest=[
            record["speaker"]["name"],
            record["speaker_label"],
            occasion.get("title", ""),
            record["original_text"],
            row.edition.headline,
        ],
        marks=set(_subjects(row.edition)) | set(_named("speaker", record["speaker"]["name"])),
    )


def _subjects(edition: Edition) -> Iterator[str]:
    yield from _named("section", edition.section_name, edition.section_slug)
    for byline in edition.bylines:
        yield from _named("author", byline["credited_as"], byline["name"], byline["slug"])
    for topic in edition.topics:
        yield from _named("topic", topic["name"], topic["slug"])


def _named(mark: str, *names: str) -> Iterator[str]:
    return (f"{mark}:{word}" for name in names for word in folded_words(name))


def _document(
    record: int, at: Any, headline: list[str], lead: list[str], rest: list[str], marks: set[str]
) -> Document:
    first, opening = _words(headline), _words([*headline, *lead])
    everything = list(_bounded([*opening, *_words(rest)]))
    opening = opening[:MOST_LEAD]
    by_place = {HEADLINE + singular(word) for word in first if word != BREAK}
    by_place |= {LEAD + singular(word) for word in opening if word != BREAK}
    return Document(
        record,
        key_of(at, record),
        tuple(map(singular, everything)),
        frozenset(marks | by_place | set(EVERYTHING.words)),
        frozenset(everything) - {BREAK},
    )


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts if text for word in (*folded_words(text), BREAK)]


def _bounded(words: list[str]) -> Iterator[str]:
    size = 0
    for word in words[:MOST_WORDS]:
        size += len(word.encode()) + 8
        if size > MOST_BYTES:
            return
        yield word
