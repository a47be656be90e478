"""The audit as a report: who did what, when, to what, with what is confidential left out."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.models import Event
from articles.models.event import EventQuerySet

COLUMNS = (_("when"), _("who"), _("what"), _("kind"), _("article"), _("quotation"), _("about"), _("details"))
CHUNK = 2000


def about(event: Any) -> str:
    """What it was about, where that is neither article nor quotation. The event comes from ``for_report``."""
    source = event.confidential_source
    if source is None:
        return ""
    return str(source) if event.shows_source else _("a confidential source")


def details(event: Event) -> str:
    """What was kept beside it. Of a quotation whose speaker is not named, nothing: it may be from before that."""
    if event.quote and event.quote.confidential_source_id:
        return ""
    return json.dumps(event.data, ensure_ascii=False, sort_keys=True) if event.data else ""


def rows(events: EventQuerySet, user: Any) -> Iterator[list[Any]]:
    """The heads, then a row for each event as the database hands them over; memory does not grow with their number."""
    yield [str(column) for column in COLUMNS]
    for event in events.for_report(user).iterator(chunk_size=CHUNK):
        yield [
            localtime(event.at).isoformat(timespec="seconds"),
            event.by.get_username() if event.by else "",
            event.label,
            event.kind,
            event.article.headline if event.article else "",
            event.quote.short_id if event.quote else "",
            about(event),
            details(event),
        ]
