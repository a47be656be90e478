"""Approval, publication, corrections and retractions as JSON."""

from typing import Any

from articles.api.rows import moment
from articles.models import Article
from articles.models.structured_data import absolute


def name_of(user: Any) -> str | None:
    return user.get_username() if user else None


def approval(article: Article) -> dict[str, Any]:
    standing = article.standing_approval()
    return {
        "by": name_of(standing.by) if standing else None,
        "at": moment(standing.at) if standing else None,
        "is_standing": article.content_is_approved(),
    }


def publication(article: Article) -> dict[str, Any]:
    """What readers have and what waits. Queries."""
    live = article.live_edition()
    waiting = article.schedules.waiting().select_related("by").first()
    missed = article.schedules.missed().first()
    is_live = article.public_status == "live"
    return {
        "public_status": article.public_status,
        "scheduled_for": moment(article.scheduled_for),
        "scheduled_by": name_of(waiting.by) if waiting else None,
        "missed": missed.why if missed else "",
        "edition": live.number if live else None,
        "first_published_at": moment(article.first_published_at),
        "updated_at": moment(article.updated_at),
        "url": absolute(article.get_absolute_url())
        if article.public_status in ("live", "retracted")
        else None,
        "embargoes": [moment(at) for at in article.embargoes()],
        "more_than_minor": article.more_than_minor() if is_live else [],
    }


def correction(record: Any) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "note": record.note,
        "wrong": record.wrong,
        "right": record.right,
        "quote": record.quote.short_id if record.quote_id else None,
        "by": name_of(record.by),
        "at": moment(record.at),
    }


def retraction(record: Any) -> dict[str, Any]:
    return {
        "notice": record.notice,
        "requested_by": name_of(record.requested_by),
        "requested_at": moment(record.requested_at),
        "agreed_by": name_of(record.agreed_by),
        "agreed_at": moment(record.agreed_at),
        "declined_by": name_of(record.declined_by),
        "declined_at": moment(record.declined_at),
    }
