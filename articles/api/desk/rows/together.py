"""Locks, notes and preview links as JSON."""

from typing import Any

from articles.api.desk.rows.publication import name_of
from articles.api.rows import moment
from articles.models import Article, Lock, Note, PreviewLink


def lock(article: Article, user: Any) -> dict[str, Any]:
    """Who is at work on the article, and who else has it open. Queries."""
    held = Lock.objects.held(article)
    here = article.presences.here().exclude(by=user).order_by("by__username")
    return {
        "held_by": name_of(held.by) if held else None,
        "since": moment(held.since) if held else None,
        "is_mine": bool(held and held.by_id == user.pk),
        "taken_from": name_of(held.taken_from) if held else None,
        "others": [one.by.get_username() for one in here],
        "version": Article.objects.values_list("version", flat=True).get(pk=article.pk),
    }


def numbers(records: Any) -> dict[int, int]:
    """The number within its article of each note or link, which are never deleted. One query."""
    return {pk: number for number, pk in enumerate(records.order_by("id").values_list("pk", flat=True), 1)}


def note(note: Note, number: int) -> dict[str, Any]:
    """A note with its replies; from ``threads().for_panel()``."""
    return {
        "number": number,
        **_said(note),
        "place": note.place,
        "words": note.exact,
        "start": note.start,
        "end": note.end,
        "is_lost": note.is_lost,
        "quote": note.quote.short_id if note.quote else None,
        "resolved_by": name_of(note.resolved_by),
        "resolved_at": moment(note.resolved_at),
        "replies": [_said(reply) for reply in note.replies.all()],
    }


def _said(note: Note) -> dict[str, Any]:
    return {"text": note.text, "by": name_of(note.by), "at": moment(note.at)}


def preview_link(link: PreviewLink, number: int, address: str | None = None) -> dict[str, Any]:
    return {
        "number": number,
        "address": address,
        "for_whom": link.for_whom,
        "revision": link.revision.number,
        "made_by": name_of(link.made_by),
        "made_at": moment(link.made_at),
        "expires_at": moment(link.expires_at),
        "is_open": link.is_open(),
        "revoked_by": name_of(link.revoked_by),
        "revoked_at": moment(link.revoked_at),
        "opened": link.opened,
        "opened_at": moment(link.opened_at),
    }
