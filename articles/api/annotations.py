"""Quotations in the W3C Web Annotation data model (https://www.w3.org/TR/annotation-model/)."""

from typing import Any

from django.conf import settings

from articles.api.rows import moment
from articles.models.quote_record import with_additions
from articles.models.structured_data import absolute, at_site, quotation

MEDIA_TYPE = "application/ld+json"
TOLD = "https://www.w3.org/TR/annotation-model/"
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]


def of_quote(users: list[Any]) -> dict[str, Any]:
    """The words of a quotation in every article that has them (``EditionQuote`` rows, the first article first)."""
    return {"@context": CONTEXT, **_annotation(users)}


def of_article(edition: Any, users: list[Any]) -> dict[str, Any]:
    """All quotations of an article as one page."""
    address = absolute(f"/api/v1/articles/{edition.short_id}/annotations/")
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationPage",
        "partOf": {
            "id": absolute(edition.get_absolute_url()),
            "type": "AnnotationCollection",
            "total": len(users),
        },
        "startIndex": 0,
        "items": [_annotation([user]) for user in users],
    }


def _annotation(users: list[Any]) -> dict[str, Any]:
    first = users[0]
    return {
        "id": absolute(f"/api/v1/quotes/{first.short_id}/annotation/"),
        "type": "Annotation",
        "motivation": "describing",
        "creator": {"id": absolute("/"), "type": "Organization", "name": settings.SITE_NAME},
        "created": moment(first.first_published_at),
        "modified": moment(max(user.changed_at for user in users)),
        "body": _body(first.data),
        "target": [target for user in users for target in _targets(user)],
    }


def _body(record: dict[str, Any]) -> dict[str, Any]:
    """Who said it, when and how we know, in the terms of schema.org."""
    told = at_site(quotation(record))
    named = {key: value for key, value in told.items() if not key.startswith("@")}
    url = named.pop("url")
    return {
        "id": url,
        "type": ["Dataset", "schema:Quotation"],
        **{f"schema:{key}": value for key, value in named.items()},
        "schema:creativeWorkStatus": record["status"],
    }


def _targets(user: Any) -> list[dict[str, Any]]:
    """Each run of the words in the text of the article; the article as a whole where they stand above it."""
    source = absolute(user.edition.get_absolute_url())
    segments = with_additions(user.data)["segments"]
    return [{"source": source, "selector": _selectors(segment)} for segment in segments] or [
        {"source": source}
    ]


def _selectors(segment: dict[str, Any]) -> list[dict[str, Any]]:
    words = {"type": "TextQuoteSelector", **{key: segment[key] for key in ("exact", "prefix", "suffix")}}
    anchor = {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc3236",
        "value": segment["anchor"],
    }
    if segment["start"] is None:
        return [words, anchor]
    place = {"type": "TextPositionSelector", "start": segment["start"], "end": segment["end"]}
    return [words, place, anchor]
