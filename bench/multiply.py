"""A large archive from a small one: the same rows again under other keys. In the index of search they are later, on pages earlier, as densely."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction

from articles.models import (
    Article,
    AuthorListing,
    Edition,
    EditionQuote,
    PersonListing,
    Quote,
    SearchedArticle,
    SearchedQuote,
    TopicListing,
)

STEP = 1_000_000  # between the primary keys of one copy and of the next
DAY = 86_400
SPAN = datetime.timedelta(days=7)  # somewhat more than the thousand originals take, one every ten minutes
LISTINGS = (AuthorListing, TopicListing, PersonListing)
TABLES = (Article, Edition, Quote, EditionQuote, *LISTINGS, SearchedArticle, SearchedQuote)
SHIFTED = {"id", "article_id", "edition_id", "quote_id", "record_id"}
_SPAN_MARK = re.compile(r"'~(\d+):(-?\d+)'")


@transaction.atomic
def multiply(articles: int) -> None:
    """Copy everything until there are at least so many searchable articles."""
    made = Article.objects.count()
    seconds = -(-made * 600 // (512 * DAY)) * 512 * DAY  # whole spans of days, whatever their length
    indexed = [model._meta.db_table for model in (SearchedArticle, SearchedQuote)]
    if connection.vendor == "postgresql":  # an index is made faster at the end than row by row
        _run(f"DROP INDEX {table}_words" for table in indexed)
    for model in TABLES:
        _copy(model._meta.db_table, -(-articles // made), seconds)
    if connection.vendor == "sqlite":
        for table in indexed:
            _copy(f"{table}_words", -(-articles // made), seconds, "rowid, words, marks")
    else:
        _run(["SET CONSTRAINTS ALL IMMEDIATE"])  # what is still to be checked would keep the index waiting
        _run(f"CREATE INDEX {t}_words ON {t} USING gin (words) WITH (fastupdate = off)" for t in indexed)
    _run(["ANALYZE"])


def _run(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _copy(table: str, times: int, seconds: int, columns: str = "*") -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table}")
        names = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
        places = ", ".join(["%s"] * len(names))
        insert = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"
        for number in range(1, times):
            cursor.executemany(insert, [_shifted(names, row, number, seconds) for row in rows])


def _shifted(names: list[str], row: tuple, number: int, seconds: int) -> list:
    """A row as it stands in that copy."""
    values = dict(zip(names, row, strict=True))
    for name in SHIFTED & values.keys():
        values[name] = values[name] and values[name] + number * STEP
    if "short_id" in values:
        values["short_id"] = f"{values.get('quote_id') or values['id']:08d}"
    if "key" not in values and values.get("first_published_at"):
        values["first_published_at"] = _earlier(values["first_published_at"], number)
    for name in {"key", "rowid"} & values.keys():
        values[name] += (number * seconds << 28) + number * STEP
    if "key" in values and "words" in values:
        days = number * seconds // DAY
        values["words"] = _SPAN_MARK.sub(
            lambda mark: f"'~{mark[1]}:{int(mark[2]) + days // int(mark[1])}'", values["words"]
        )
    return list(values.values())


def _earlier(at: Any, number: int) -> Any:
    """The moment of a copy: each stands right before the one made last, so that a month of any archive holds as much."""
    moment = datetime.datetime.fromisoformat(at) if isinstance(at, str) else at
    moved = moment - number * SPAN
    return moved.isoformat(" ") if isinstance(at, str) else moved
