"""SQLite: an FTS5 table beside the entries, ``rowid`` being their key, so that it gives the newest first by itself.

The table keeps its words, for what is erased must be known; one without content can erase only from SQLite 3.43 on.
"""

from collections.abc import Sequence

from django.db import connections

from articles.search.base import Index, Stream
from articles.search.document import Document
from articles.search.expression import EVERYTHING, AllOf, AnyOf, Expression, Phrase


class SqliteIndex(Index):
    def write(self, documents: Sequence[Document]) -> None:
        self.entries.objects.using(self.using).bulk_create(
            self.entries(record_id=document.record, key=document.key) for document in documents
        )
        rows = [(d.key, " ".join(d.words), " ".join(sorted(d.marks))) for d in documents]
        with connections[self.using].cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {self.table}_words (rowid, words, marks) VALUES (%s, %s, %s)", rows
            )

    def erase(self, keys: Sequence[int]) -> None:
        with connections[self.using].cursor() as cursor:
            cursor.executemany(f"DELETE FROM {self.table}_words WHERE rowid = %s", [(key,) for key in keys])

    def newest(self, streams: Sequence[Stream], number: int) -> list[tuple[int, int]]:
        parts, values = [], []
        for place, stream in enumerate(streams):
            parts.append(
                f"SELECT * FROM (SELECT rowid, {place} FROM {self.table}_words WHERE {self.table}_words MATCH %s"
                " AND rowid < %s AND rowid >= %s ORDER BY rowid DESC LIMIT %s)"
            )
            values += [written(stream.expression), stream.below, stream.lowest, number]
        with connections[self.using].cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), values)
            return cursor.fetchall()


def written(expression: Expression) -> str:
    """The expression in the language of FTS5."""
    match expression:
        case Phrase(words):
            return '"' + " ".join(words) + '"'
        case AnyOf(parts):
            return "(" + " OR ".join(map(written, parts)) + ")"
        case AllOf(parts, without):
            wanted = "(" + " AND ".join(map(written, parts or (EVERYTHING,))) + ")"
            return f"({wanted} NOT {written(AnyOf(without))})" if without else wanted
