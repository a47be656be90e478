"""The public record of a quotation, and its anchor in the body."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _

from articles.text.html import Mark
from articles.text.typography import read_on, strip_marks

# What records of editions from before these members existed stand for.
ADDED = {"notice": "", "anonymity": ""}
SEGMENT_ADDED = {"prefix": "", "suffix": "", "start": None, "end": None}


def quote_records(uses: Sequence[Any], body_uses: Sequence[Any]) -> tuple[list[dict], list[Mark]]:
    """Records in the order of the body (those only in headline or dek last), and the marks that anchor them.

    ``uses`` are confirmed uses with their records loaded, ``body_uses`` those in the body by position.
    """
    order = list(dict.fromkeys([use.quote_id for use in body_uses] + [use.quote_id for use in uses]))
    by_quote: dict[int, list[Any]] = {pk: [] for pk in order}
    for use in body_uses:
        by_quote[use.quote_id].append(use)
    first = {use.quote_id: use for use in reversed(uses)}
    records, anchors = [], []
    for number, pk in enumerate(order, start=1):
        inside = by_quote[pk]
        use = inside[0] if inside else first[pk]
        records.append(_record(use, inside, number))
        anchors += _anchors(inside, records[-1], number)
    return records, anchors


def _record(use: Any, inside: Sequence[Any], number: int) -> dict:
    record = _whole_record(use, inside, number)
    return record if use.quote.confidential_source_id is None else _protected(record, use.quote)


def _protected(record: dict, quote: Any) -> dict:
    """The record of somebody who is not named, without everything by which one could find out who it was."""
    return {
        **record,
        "anonymity": quote.confidential_source.public_reason,
        "verbatim": "",
        "occasion": None,
        "said_on": quote.said_on.isoformat() if quote.said_on else None,
        "said_on_precision": quote.said_on_precision if quote.said_on else "unknown",
        "place_said": "",
        "addressee": "",
        "medium": "",
        "sources": [],
    }


def _whole_record(use: Any, inside: Sequence[Any], number: int) -> dict:
    quote = use.quote
    said_on, precision = quote.date
    occasion = quote.occasion
    sources = [link.as_json() for link in quote.quote_sources.all() if link.source.is_public]
    if occasion and occasion.source and occasion.source.is_public and not sources:
        sources = [{**occasion.source.as_json(), "locator": ""}]
    spoken = [strip_marks(one.exact) for one in inside]
    return {
        "short_id": quote.short_id,
        "ordinal": number,
        "place": use.place,
        "text": quote.text,
        "html": mark_insertions(
            _read_on(quote.text, spoken, [one.prefix for one in inside]), use.edits.get("insertions", [])
        ),
        "segments": [
            _segment(quote, n, one, words) for n, (one, words) in enumerate(zip(inside, spoken, strict=True))
        ],
        "speaker": _speaker(quote),
        "speaker_label": quote.speaker_label,
        "on_behalf_of": _named(quote.on_behalf_of) if quote.on_behalf_of_id else None,
        "occasion": occasion.as_json() if occasion else None,
        "said_on": said_on.isoformat() if said_on else None,
        "said_on_precision": precision,
        "place_said": quote.said_at_place or (occasion.place if occasion else ""),
        "addressee": quote.addressee or (occasion.addressee if occasion else ""),
        "medium": quote.medium,
        "status": quote.status,
        "verified_at": quote.verified_at.isoformat() if quote.status == quote.Status.VERIFIED else None,
        "notice": quote.notice,
        "anonymity": "",
        "verbatim": quote.verbatim,
        "language": quote.language,
        "original_language": quote.original_language,
        "original_text": quote.original_text,
        "translator": quote.translator,
        "insertions": use.edits.get("insertions", []),
        "cue": use.cue,
        "attribution_text": use.attribution_text,
        "match": use.match,
        "kind": use.kind,
        "sources": sources,
    }


def _segment(quote: Any, number: int, use: Any, words: str) -> dict:
    """One run of the words in the body, with the selectors of the W3C Web Annotation model."""
    return {
        "anchor": anchor_id(quote, number),
        "text": words,
        "exact": use.exact,
        "prefix": use.prefix,
        "suffix": use.suffix,
        "start": use.start,
        "end": use.end,
    }


def as_read(record: dict) -> str:
    """The words of a public record as a reader is shown them where they stand alone: on a card, in a title, in a feed."""
    segments = record["segments"]
    return _read_on(
        record["text"], [one["text"] for one in segments], [one.get("prefix", "") for one in segments]
    )


def with_additions(record: dict) -> dict:
    """A record of any age with every member that records have today."""
    segments = [{**SEGMENT_ADDED, "exact": one["text"], **one} for one in record["segments"]]
    return {**ADDED, **record, "segments": segments}


def mark_insertions(text: str, insertions: Sequence[str]) -> str:
    """The words as HTML, with each editorial insertion, brackets included, marked and announced as one."""
    html = escape(text)
    for insertion in dict.fromkeys(insertions):
        words = escape(insertion)
        html = html.replace(words, f'<span class="insertion" role="insertion">{words}</span>')
    return html


def anchor_id(quote: Any, segment: int) -> str:
    return f"q-{quote.short_id}" if segment == 0 else f"q-{quote.short_id}-{segment + 1}"


def _anchors(inside: Sequence[Any], record: dict, number: int) -> list[Mark]:
    last = len(inside) - 1
    marks = [
        Mark(
            use.start,
            use.end,
            f'<span class="quote" id="{anchor_id(use.quote, n)}">',
            "</span>",
            _button(record, number) if n == last else "",
        )
        for n, use in enumerate(inside)
    ]
    for use in inside:
        marks += _insertion_marks(use)
    return marks


def _insertion_marks(use: Any) -> list[Mark]:
    marks = []
    for words in use.edits.get("insertions", []):
        at = use.exact.find(words)
        if at >= 0:
            start = use.start + at
            opening = '<span class="insertion" role="insertion">'
            marks.append(Mark(start, start + len(words), opening, "</span>", ""))
    return marks


def _button(record: dict, number: int) -> str:
    state = {"disputed": " prov-disputed", "unverified": " prov-open"}.get(record["status"], "")
    label = _("Record %(number)s: %(speaker)s") % {"number": number, "speaker": record["speaker"]["name"]}
    target = f"r-{record['short_id']}"
    return f'<button class="prov{state}" type="button" popovertarget="{target}" aria-label="{escape(label)}"></button>'


def _read_on(text: str, spoken: list[str], before: list[str]) -> str:
    """The words as a reader is shown them, with the punctuation of a quotation that stands alone."""
    return read_on(spoken, before) if " ".join(spoken) == text else read_on([text])


def _speaker(quote: Any) -> dict:
    if quote.speaker_person_id:
        person = quote.speaker_person
        has_page = person.is_public_figure and not person.delisted
        url = person.get_absolute_url() if has_page else ""
        return {"type": "person", "name": person.name, "slug": person.slug if has_page else "", "url": url}
    if quote.speaker_organization_id:
        organization = quote.speaker_organization
        return {"type": "organization", **_named(organization), "url": organization.get_absolute_url()}
    if quote.confidential_source_id:
        name = quote.confidential_source.public_description
        return {"type": "confidential", "name": name, "slug": "", "url": ""}
    return {"type": "", "name": "", "slug": "", "url": ""}


def _named(organization: Any) -> dict:
    return {"name": organization.name, "slug": organization.slug}
