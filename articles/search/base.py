"""The interface of an index, and the order in which it gives what it found. Each database has its own back end.

Ranking is by *seeming* time: a document with all words in its headline counts as ``HEADLINE_BONUS`` younger than it is,
one with all of them in what opens it as ``LEAD_BONUS`` younger. Each of these kinds is one stream, newest first, and
a page merges the next few of every stream. So a page never looks at all documents of a common word, the thousandth
page costs what the first does, and one number says where to go on.
"""

import abc
import dataclasses
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import connections
from django.utils.module_loading import import_string

from articles.models import SearchedArticle, SearchedQuote
from articles.search.document import HEADLINE, ID_BITS, LEAD, Document, key_of
from articles.search.expression import AllOf, Expression, Phrase
from articles.search.query import Query, whole, words_at

DAY = 86_400 << ID_BITS
HEADLINE_BONUS, LEAD_BONUS = 365 * DAY, 90 * DAY
NEWEST, OLDEST = 2**62, -(2**62)  # beyond every key
BACK_ENDS = {
    "sqlite": "articles.search.sqlite.SqliteIndex",
    "postgresql": "articles.search.postgres.PostgresIndex",
}
Entries = type[SearchedArticle] | type[SearchedQuote]


@dataclasses.dataclass(frozen=True)
class Stream:
    """What fits an expression with a key from ``lowest`` to below ``below``, newest first, and how much younger it seems."""

    expression: Expression
    below: int
    lowest: int
    bonus: int


class Found(NamedTuple):
    """Keys of entries, best first, and where the next page begins, None when there is none."""

    keys: list[int]
    next: int | None


class Index(abc.ABC):
    """The words of all articles or all quotations. Writing is part of the transaction that is under way."""

    def __init__(self, entries: Entries, using: str = "default") -> None:
        self.entries, self.using = entries, using
        self.table = entries._meta.db_table

    def put(self, documents: Sequence[Document]) -> None:
        """Keep these documents in place of what was kept of the same records."""
        self.drop([document.record for document in documents])
        self.write(documents)

    def drop(self, records: Iterable[int]) -> None:
        """Forget these records, if they are known."""
        kept = self.entries.objects.using(self.using).filter(record_id__in=list(records))
        keys = list(kept.values_list("key", flat=True))
        if keys:
            self.erase(keys)
            kept.delete()

    @abc.abstractmethod
    def write(self, documents: Sequence[Document]) -> None:
        """Write entries and words of records that have none."""

    @abc.abstractmethod
    def erase(self, keys: Sequence[int]) -> None:
        """Take the words of these entries away, before the entries go."""

    @abc.abstractmethod
    def newest(self, streams: Sequence[Stream], number: int) -> list[tuple[int, int]]:
        """Of each stream the newest keys, at most so many, each with the place of its stream.

        What seems older than so many of an earlier stream may be left out.
        """

    def find(self, query: Query, size: int, start: int = NEWEST) -> Found:
        """The best entries that come behind ``start``, which is ``next`` of another page."""
        below = min(key_of(query.before, 0) if query.before else NEWEST, NEWEST)
        lowest = key_of(query.after, 0) if query.after else OLDEST
        streams = [
            Stream(expression, min(start - bonus, below), lowest, bonus)
            for bonus, expression in _streams(query)
        ]
        rows = self.newest(streams, size + 1)
        # A document is in one stream only; within one second and one bonus the record decides.
        ranked = sorted(((key + streams[place].bonus, key) for key, place in rows), reverse=True)
        page = ranked[:size]
        return Found([key for _rank, key in page], page[-1][0] if len(ranked) > size else None)


def _streams(query: Query) -> list[tuple[int, Expression]]:
    """How much younger the documents of each kind seem, and which they are; no document is of two kinds."""
    everything = whole(query)
    if not query.terms or query.is_wide:
        return [(0, everything)]
    # What stands in a place stands in the document: of the terms only phrases are still to be asked.
    rest = tuple(part for part in everything.parts if part not in query.terms or isinstance(part, Phrase))
    headline, lead = words_at(query, HEADLINE), words_at(query, LEAD)
    return [
        (HEADLINE_BONUS, AllOf((*rest, headline), everything.without)),
        (LEAD_BONUS, AllOf((*rest, lead), (*everything.without, headline))),
        (0, AllOf(everything.parts, (*everything.without, lead))),
    ]


def index_of(entries: Entries, using: str = "default") -> Index:
    """The index for that kind of entries, by the vendor of the database."""
    return import_string(BACK_ENDS[connections[using].vendor])(entries, using)
