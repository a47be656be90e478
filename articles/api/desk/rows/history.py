"""Revisions and events as JSON."""

from typing import Any

from articles.api.desk.rows.publication import name_of
from articles.api.rows import moment
from articles.models import Event, Image, Revision, Section
from articles.models.working_copy import PLAIN

TOLD = (
    "was",
    "note",
    "reason",
    "why",
    "for",
    "until",
    "edition",
    "revision",
    "name",
    "rule",
    "words",
    "from",
)  # of the data of events: no keys of the database


def revision_row(revision: Revision) -> dict[str, Any]:
    return {
        "number": revision.number,
        "version": revision.version,
        "by": name_of(revision.by),
        "at": moment(revision.at),
        "why": revision.why,
        "name": revision.name,
        "is_aside": revision.is_aside,
    }


def revision(revision: Revision) -> dict[str, Any]:
    """The whole working copy of then, records by their public names as far as they are still there. Queries."""
    then = revision.snapshot
    section = Section.objects.filter(pk=then.get("section_id")).values_list("slug", flat=True).first()
    picture = Image.objects.filter(pk=then.get("lead_image_id")).values_list("short_id", flat=True).first()
    texts = {name: then.get(name) or "" for name in PLAIN if not name.endswith("_id")}
    return {
        **revision_row(revision),
        **texts,
        "dateline_date": then.get("dateline_date"),
        "section": section,
        "lead_image": picture,
        "topics": then.get("topics", []),
        "bylines": [
            {"author": line["author__slug"], "role": line["role"], "credited_as": line["credited_as"]}
            for line in then.get("bylines", [])
        ],
        "quotes": [
            {
                "place": use["place"],
                "exact": use["exact"],
                "attribution": use["attribution"],
                "quote": use["quote__short_id"],
            }
            for use in then.get("quote_uses", [])
        ],
    }


def event(event: Event) -> dict[str, Any]:
    """A line of the trace; of a quotation whose speaker is not named, without details."""
    is_hidden = event.quote is not None and event.quote.confidential_source_id
    told = {} if is_hidden else {name: event.data[name] for name in TOLD if name in event.data}
    if event.kind.startswith("note."):
        told.pop("note", None)  # a key there
    return {
        "kind": event.kind,
        "label": event.label,
        "by": name_of(event.by),
        "at": moment(event.at),
        "quote": event.quote.short_id if event.quote else None,
        "details": {name: str(value) for name, value in told.items()},
    }
