"""The one shape that every format is read into and written from."""

import dataclasses
import datetime


class FormatError(ValueError):
    """Why a file is no story, in words for the person who sent it."""


@dataclasses.dataclass(frozen=True)
class StoryByline:
    name: str
    kind: str = "staff"
    role: str = "reporting"
    bio: str = ""


@dataclasses.dataclass(frozen=True)
class StoryQuote:
    """A quotation as the sender knows it; ``segments`` only where it is interrupted."""

    text: str
    segments: tuple[str, ...] = ()
    speaker: str = ""
    speaker_kind: str = "person"
    speaker_label: str = ""
    occasion: str = ""
    said_on: datetime.date | None = None
    status: str = "unverified"
    notice: str = ""
    verbatim: str = ""
    record: str = "on_record"
    sources: tuple[tuple[str, str], ...] = ()  # key and place in the source


@dataclasses.dataclass(frozen=True)
class StoryCorrection:
    kind: str
    note: str
    at: datetime.datetime
    wrong: str = ""
    right: str = ""


@dataclasses.dataclass(frozen=True)
class Story:
    """An article from outside. ``identity`` names it for good when its format does; dates are never guessed."""

    headline: str
    dek: str
    body_html: str
    format: str
    identity: str = ""
    short_headline: str = ""
    kind: str = "news"
    section: str = ""
    topics: tuple[str, ...] = ()
    language: str = "en"
    repairs: tuple[tuple[str, str], ...] = ()  # rule and message of what was mended while reading
    dateline_place: str = ""
    dateline_date: datetime.date | None = None
    bylines: tuple[StoryByline, ...] = ()
    quotes: tuple[StoryQuote, ...] = ()
    sources: tuple[str, ...] = ()
    image: str = ""
    editors_note: str = ""
    published_at: datetime.datetime | None = None
    corrections: tuple[StoryCorrection, ...] = ()
    retraction: tuple[str, datetime.datetime] | None = None
