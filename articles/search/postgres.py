"""PostgreSQL: a ``tsvector`` column of the entries with a GIN index.

GIN knows no order: asked for the newest twenty of a word that is everywhere, it would fetch every document. So each
entry also carries marks for its day and for growing spans of days, and a stream is asked span by span, from the
latest to all the rest, in one statement whose later parts run only while rows are still missing. All the rest is
costly for a word that is everywhere: it is not asked where an earlier stream has filled the page with what seems younger.
"""

from collections.abc import Iterator, Sequence

from django.db import connections

from articles.search.base import Index, Stream
from articles.search.document import ID_BITS, Document
from articles.search.expression import EVERYTHING, AllOf, AnyOf, Expression, Phrase

SPANS = (1, 8, 64, 512)  # days
MOST_MARKS = 24  # of one span; whoever looks back further than that has found next to nothing so far
LAST_POSITION = 16_383  # PostgreSQL counts no further
MOST_POSITIONS = 255  # of one word


class PostgresIndex(Index):
    def write(self, documents: Sequence[Document]) -> None:
        rows = [(document.key, document.record, vector(document)) for document in documents]
        with connections[self.using].cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {self.table} (key, record_id, words) VALUES (%s, %s, %s::tsvector)", rows
            )

    def erase(self, keys: Sequence[int]) -> None:
        """Nothing to do: the words are a column of the entries."""

    def newest(self, streams: Sequence[Stream], number: int) -> list[tuple[int, int]]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(f"SELECT min(key), max(key) FROM {self.table}")
            oldest, latest = cursor.fetchone()
            if latest is None:
                return []
            named: dict[int, str] = {}  # the streams that can have anything
            values: list[object] = []
            for place, stream in enumerate(streams):
                parts = []
                for days, below, lowest in _spans(stream, oldest, latest):
                    wanted = written(stream.expression)
                    values += [f"{wanted} & ({days})" if days else wanted, below, lowest]
                    earlier = () if days else named
                    values += [below + stream.bonus - streams[other].bonus for other in earlier]
                    parts.append(self._span([f"stream{other}" for other in earlier], number))
                if parts:
                    spans = " UNION ALL ".join(parts)
                    named[place] = (
                        f"stream{place} AS MATERIALIZED (SELECT key FROM ({spans}) AS spans LIMIT {number})"
                    )
            if not named:
                return []
            found = " UNION ALL ".join(f"SELECT key, {place} FROM stream{place}" for place in named)
            cursor.execute(f"WITH {', '.join(named.values())} {found}", values)
            return cursor.fetchall()

    def _span(self, earlier: Sequence[str], number: int) -> str:
        """One span of a stream, not looked at where one of the earlier streams has enough that seems younger.

        "key + 0" keeps the planner from walking the entries by key and unpacking the words of each.
        """
        needed = "".join(
            f" AND NOT EXISTS (SELECT FROM {name} HAVING count(*) = {number} AND min(key) >= %s)"
            for name in earlier
        )
        return (
            f"(SELECT key FROM {self.table} WHERE words @@ %s::tsquery AND key + 0 < %s AND key + 0 >= %s{needed}"
            f" ORDER BY key + 0 DESC LIMIT {number})"
        )


def _spans(stream: Stream, oldest: int, latest: int) -> Iterator[tuple[str, int, int]]:
    """Spans that together are the stream, the latest first: their marks, the key that ends and the key that begins them.

    The first is a week or two of days; each later one reaches back to a limit of the next larger kind of span and consists of
    the smaller kind, so that its marks name no day that was looked at before.
    """
    below, lowest = min(stream.below, latest + 1), max(stream.lowest, oldest)
    last = _day(below - 1)
    for days, larger in zip(SPANS, (*SPANS[1:], None), strict=True):
        if below <= lowest:
            return
        earliest = _day(lowest) if larger is None else (last // larger - 1) * larger
        first = max(earliest // days, _day(lowest) // days)
        begin = max((first * days * 86_400) << ID_BITS, lowest)
        numbers = range(first, _day(below - 1) // days + 1)
        marks = " | ".join(_quoted(_mark(days, n)) for n in numbers) if len(numbers) <= MOST_MARKS else ""
        yield marks, below, begin
        below = begin


def _day(key: int) -> int:
    return (key >> ID_BITS) // 86_400


def _mark(days: int, number: int) -> str:
    return f"~{days}:{number}"


def vector(document: Document) -> str:
    """The document as the text of a ``tsvector``: words with their positions, marks without."""
    places: dict[str, list[str]] = {}
    for position, word in enumerate(document.words, start=1):
        kept = places.setdefault(word, [])
        if len(kept) < MOST_POSITIONS and position <= LAST_POSITION:
            kept.append(str(position))
    day = _day(document.key)
    marks = [*document.marks, *(_mark(days, day // days) for days in SPANS)]
    words = (f"{_quoted(word)}:{','.join(kept)}" if kept else _quoted(word) for word, kept in places.items())
    return " ".join([*words, *map(_quoted, marks)])


def written(expression: Expression) -> str:
    """The expression in the language of ``tsquery``."""
    match expression:
        case Phrase(words):
            return "(" + " <-> ".join(map(_quoted, words)) + ")"
        case AnyOf(parts):
            return "(" + " | ".join(map(written, parts)) + ")"
        case AllOf(parts, without):
            wanted = " & ".join(map(written, parts or (EVERYTHING,)))
            return "(" + "".join([wanted, *(f" & !{written(part)}" for part in without)]) + ")"


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
