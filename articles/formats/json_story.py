"""The project's own JSON, ``newsroom-story/1``; docs/formats.md describes every member."""

import datetime
import html
import json
import re
from typing import Any

from articles.formats.decode import decode
from articles.formats.story import FormatError, Story, StoryByline, StoryCorrection, StoryQuote
from articles.text.typography import CONTROLS

FORMAT = "newsroom-story/1"
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
MEMBERS = frozenset(
    """format id headline short_headline dek kind section topics language dateline bylines body quotes sources image
    editors_note published_at corrections retraction""".split()
)


def read(data: bytes) -> Story:
    """A story from JSON. Raises ``FormatError`` that names the member which is wrong."""
    text = decode(data)
    if _NUL.search(text):
        raise FormatError("A text has the character NUL, which no text has.")
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise FormatError(f"This is not JSON: {error.msg} in line {error.lineno}.") from error
    except RecursionError as error:
        raise FormatError("This JSON is nested too deeply for a story.") from error
    if not _is_text(row):
        raise FormatError("A text has half of a character (a lone surrogate). Write the file again as UTF-8.")
    if not isinstance(row, dict) or row.get("format") != FORMAT:
        raise FormatError(f"“format” must be “{FORMAT}”.")
    unknown = sorted(set(row) - MEMBERS)
    if unknown:
        raise FormatError(f"Unknown members: {', '.join(unknown)}.")
    try:
        return _story(row)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(f"A member is missing or has the wrong form: {error}.") from error


def _is_text(row: Any) -> bool:
    """Whether everything in it can be written as UTF-8: JSON can spell characters that do not exist."""
    try:
        json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _story(row: dict[str, Any]) -> Story:
    headline = _text(row, "headline", 200)
    if not headline:
        raise FormatError("“headline” is missing or empty.")
    dateline = row.get("dateline") or {}
    retraction = row.get("retraction")
    return Story(
        headline=headline,
        dek=_text(row, "dek", 300),
        body_html=_body(row.get("body")),
        format="json",
        identity=str(row.get("id", "")),
        short_headline=_text(row, "short_headline", 70),
        kind=row.get("kind", "news"),
        section=row.get("section") or "",
        topics=tuple(str(slug) for slug in row.get("topics", ())),
        language=row.get("language", "en"),
        dateline_place=dateline.get("place") or "",
        dateline_date=_date(dateline.get("date")),
        bylines=tuple(StoryByline(**byline) for byline in row.get("bylines", ())),
        quotes=tuple(_quote(quote) for quote in row.get("quotes", ())),
        sources=tuple(row.get("sources", ())),
        image=(row.get("image") or {}).get("key", ""),
        editors_note=row.get("editors_note") or "",
        published_at=_time(row.get("published_at")),
        corrections=tuple(_correction(c) for c in row.get("corrections") or ()),
        retraction=(retraction["notice"], _required_time(retraction["at"])) if retraction else None,
    )


def _text(row: dict[str, Any], name: str, limit: int) -> str:
    given = row.get(name) or ""
    if not isinstance(given, str):
        raise FormatError(f"“{name}” must be a text.")
    value = " ".join(given.translate(CONTROLS).split())
    if len(value) > limit:
        raise FormatError(f"“{name}” has {len(value)} characters; {limit} are allowed.")
    return value


def _body(blocks: Any) -> str:
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise FormatError('“body” must be a list of blocks, such as {"type": "p", "html": "…"}.')
    return "".join(_block(block) for block in blocks)


def _block(block: dict[str, Any]) -> str:
    if "type" not in block:
        raise FormatError("A block of the body lacks its “type”.")
    kind = block["type"]
    if kind in ("p", "h2", "h3", "blockquote"):
        return f"<{kind}>{block['html']}</{kind}>"
    if kind in ("ul", "ol"):
        items = "".join(f"<li>{item}</li>" for item in block["items"])
        return f"<{kind}>{items}</{kind}>"
    raise FormatError(f"Unknown block “{html.escape(str(kind))}” in the body.")


def _quote(row: dict[str, Any]) -> StoryQuote:
    return StoryQuote(
        text=row["text"],
        segments=tuple(row.get("segments") or ()),
        speaker=row.get("speaker") or "",
        speaker_kind=row.get("speaker_kind") or "person",
        speaker_label=row.get("speaker_label") or "",
        occasion=row.get("occasion") or "",
        said_on=_date(row.get("said_on")),
        status=row.get("status", "unverified"),
        notice=row.get("notice") or "",
        verbatim=row.get("verbatim") or "",
        record=row.get("record", "on_record"),
        sources=tuple((s["key"], s.get("locator") or "") for s in row.get("sources") or ()),
    )


def _correction(row: dict[str, Any]) -> StoryCorrection:
    return StoryCorrection(
        row["kind"], row["note"], _required_time(row["at"]), row.get("wrong") or "", row.get("right") or ""
    )


def _date(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


def _time(value: str | None) -> datetime.datetime | None:
    return _required_time(value) if value else None


def _required_time(value: str) -> datetime.datetime:
    moment = datetime.datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise FormatError(f"The time {value} lacks its zone: write {value}Z.")
    return moment
