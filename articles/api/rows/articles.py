"""Articles, from the edition that readers have."""

from typing import Any

from django.urls import reverse

from articles.api.rows.pictures import image
from articles.api.rows.quotes import record
from articles.api.rows.shared import Row, moment
from articles.models.structured_data import absolute
from articles.text.structured import structured


def article(edition: Any) -> Row:
    """A row of the article list."""
    return {
        "short_id": edition.short_id,
        "url": absolute(edition.get_absolute_url()),
        "headline": edition.headline,
        "short_headline": edition.short_headline,
        "dek": edition.dek,
        "kind": edition.article_kind,
        "status": edition.status,
        "section": {"slug": edition.section_slug, "name": edition.section_name}
        if edition.section_slug
        else None,
        "topics": edition.topics,
        "language": edition.language,
        "direction": edition.direction,
        "dateline": {
            "place": edition.place,
            "date": edition.dateline_date.isoformat() if edition.dateline_date else None,
        },
        "bylines": edition.bylines,
        "lead_image": image(edition.lead_image),
        "word_count": edition.word_count,
        "edition": edition.number,
        "published_at": moment(edition.first_published_at),
        "updated_at": moment(edition.updated_at),
    }


def article_row(edition: Any) -> Row:
    """A row of the article list with what was asked for beside it."""
    body = article(edition)
    for name in edition.beside_row:
        body |= _BESIDE[name](edition)
    return body


def article_detail(edition: Any) -> Row:
    """An article with everything its page shows."""
    return {
        **article_line(edition),
        "blocks": [_with_whole_addresses(block) for block in structured(edition.body_html, edition.pulls)],
        "versions": [_version(edition, *one) for one in edition.versions],
    }


def article_line(edition: Any) -> Row:
    """An article with its text and records, as a line of the export."""
    return {
        **article(edition),
        "body_html": edition.body_html,
        "body_text": edition.body_text,
        "quotes": [record(one) for one in edition.quotes],
        "corrections": edition.corrections,
        "sources": edition.sources,
        "related": edition.related,
        "editors_note": edition.editors_note,
        "retraction_notice": edition.retraction_notice,
        "canonical_url": edition.canonical_url,
        "content_hash": edition.content_hash,
    }


_BESIDE: dict[str, Any] = {
    "body": lambda edition: {"body_html": edition.body_html, "body_text": edition.body_text},
    "quotes": lambda edition: {"quotes": [record(one) for one in edition.quotes]},
    "corrections": lambda edition: {"corrections": edition.corrections},
    "sources": lambda edition: {"sources": edition.sources},
}


def _version(live: Any, number: int, kind: str, at: Any) -> Row:
    """An edition that readers had. Its words are on its page; those of a retracted article nowhere."""
    is_shown = live.status == "live" or number == live.number
    address = reverse("edition", args=[live.short_id, live.slug, number])
    return {
        "number": number,
        "kind": kind,
        "at": moment(at),
        "url": absolute(address) if is_shown else None,
    }


def _with_whole_addresses(block: Row) -> Row:
    """A block whose picture and links can be used from anywhere."""
    for part in (block, *block["items"]):
        for span in part["spans"]:
            span["url"] = absolute(span["url"]) if span["url"] else None
    if block["image"]:
        files = [{**one, "url": absolute(one["url"])} for one in block["image"]["renditions"]]
        block["image"] |= {"url": absolute(block["image"]["url"]), "renditions": files}
    return block
