"""What a client that keeps a copy does."""

from typing import Any

from articles.api.rows.articles import article_line
from articles.api.rows.shared import Row, moment


def change(record: Any) -> Row:
    """What a copy does: put the article as it is now, or delete it."""
    edition = record.edition
    is_gone = edition.status == "withdrawn"
    return {
        "cursor": str(record.number),
        "action": "delete" if is_gone else "put",
        "short_id": edition.short_id,
        "edition": edition.number,
        "at": moment(edition.at),
        "article": None if is_gone else article_line(edition),
    }
