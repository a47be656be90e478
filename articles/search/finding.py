"""Asks the indexes: one function for articles, one for quotations, both for pages and for the API."""

import dataclasses
from typing import Any

from django.db.models import F, QuerySet

from articles.models import Edition, EditionQuote, SearchedArticle, SearchedQuote
from articles.models.keyset import BadCursorError
from articles.search.base import NEWEST, OLDEST, Entries, index_of
from articles.search.query import Query, parse
from articles.search.vocabulary import alike, beginning_with, unknown

MOST_SUGGESTIONS = 3


@dataclasses.dataclass(frozen=True)
class Results:
    """What was found, best first, and the cursor of the next page, empty where there is none."""

    items: list[Any]
    next: str = ""


def read_query(text: str) -> Query:
    """The query of what somebody typed. One statement for each prefix in it, none otherwise."""
    return parse(text, beginning_with)


def find_articles(query: Query, cursor: str = "", size: int = 20) -> Results:
    """Live editions with their texts. At most three statements. Raises ``BadCursorError``."""
    return _find(SearchedArticle, query, cursor, size, Edition.objects.live().for_search(), "article")


def find_quotes(query: Query, cursor: str = "", size: int = 20) -> Results:
    """Public rows of quotations with their editions. At most three statements. Raises ``BadCursorError``."""
    return _find(SearchedQuote, query, cursor, size, EditionQuote.objects.primary().with_editions(), "quote")


def _find(entries: Entries, query: Query, cursor: str, size: int, records: QuerySet, record: str) -> Results:
    if query.is_empty:
        return Results([])
    found = index_of(entries).find(query, size, _start(cursor))
    if not found.keys:
        return Results([])
    key = f"{record}__search_entry__key"
    rows = records.filter(**{f"{key}__in": found.keys}).annotate(search_key=F(key))
    by_key = {row.search_key: row for row in rows}
    items = [by_key[key] for key in found.keys if key in by_key]
    return Results(items, "" if found.next is None else f"{found.next:x}")


def suggestions(query: Query) -> list[str]:
    """The same words better spelt, as far as something is found by them. For when nothing was found."""
    found: list[str] = []
    for word in unknown(query.written)[:MOST_SUGGESTIONS]:
        for other in alike(word)[:MOST_SUGGESTIONS]:
            text = query.with_word(word, other)
            if text not in found and finds_anything(read_query(text)):
                found.append(text)
                break
    return found


def finds_anything(query: Query) -> bool:
    """Whether an article or a quotation fits."""
    return any(index_of(entries).find(query, 1).keys for entries in (SearchedArticle, SearchedQuote))


def _start(cursor: str) -> int:
    if not cursor:
        return NEWEST
    try:
        rank = int(cursor, 16) if len(cursor) < 20 and cursor.isascii() else NEWEST + 1
    except ValueError as error:
        raise BadCursorError(cursor) from error
    if not OLDEST < rank < NEWEST:
        raise BadCursorError(cursor)
    return rank
