"""From records to JSON. Fields are listed here, one by one; nothing goes out because it happens to be a column."""

from articles.api.rows.articles import article, article_detail, article_line, article_row
from articles.api.rows.changes import change
from articles.api.rows.directory import (
    author,
    organization,
    person,
    person_detail,
    person_row,
    section,
    topic,
)
from articles.api.rows.discovery import article_hit, correction, front, quote_hit
from articles.api.rows.pictures import image
from articles.api.rows.quotes import occasion, quote, said
from articles.api.rows.shared import Row, moment, reference

__all__ = [
    "Row",
    "article",
    "article_detail",
    "article_hit",
    "article_line",
    "article_row",
    "author",
    "change",
    "correction",
    "front",
    "image",
    "moment",
    "occasion",
    "organization",
    "person",
    "person_detail",
    "person_row",
    "quote",
    "quote_hit",
    "reference",
    "said",
    "section",
    "topic",
]
