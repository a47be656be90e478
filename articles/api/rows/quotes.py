"""Quotations and the occasions at which they fell."""

from typing import Any

from articles.api.rows.shared import Row, moment, reference
from articles.models.quote_record import with_additions
from articles.models.structured_data import absolute


def record(data: Row) -> Row:
    """The public record of a quotation, of whatever age, with an address of the speaker that can be used from anywhere."""
    speaker = data["speaker"]
    url = absolute(speaker["url"]) if speaker["url"] else ""
    return {**with_additions(data), "speaker": {**speaker, "url": url}}


def said(row: Any) -> Row:
    data = record(row.data)
    return {
        "short_id": row.short_id,
        "text": data["text"],
        "speaker": data["speaker"],
        "speaker_label": data["speaker_label"],
        "status": data["status"],
        "url": absolute(row.get_absolute_url()),
    }


def quote(row: Any) -> Row:
    """A quotation with the article that carried it first; with all that use it where they were asked for."""
    body = {
        **record(row.data),
        "url": absolute(row.get_absolute_url()),
        "published_at": moment(row.first_published_at),
        "changed_at": moment(row.changed_at),
        "article": reference(row.edition),
    }
    users = getattr(row, "users", None)
    return body if users is None else {**body, "articles": [reference(user.edition) for user in users]}


def occasion(record: Any) -> Row:
    """An event or document at which published statements fell; its source only where that is public."""
    source = record.source if record.source_id and record.source.is_public else None
    return {
        "short_id": record.short_id,
        "title": record.title,
        "kind": record.kind,
        "on": record.on.isoformat() if record.on else None,
        "precision": record.precision,
        "place": record.place,
        "addressee": record.addressee,
        "source": source.as_json() if source else None,
    }
