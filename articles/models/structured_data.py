"""JSON-LD of an edition: schema.org NewsArticle with its quotations and corrections."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings

TYPES = {
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "explainer": "BackgroundNewsArticle",
    "sponsored": "AdvertiserContentArticle",
}


def absolute(path: str) -> str:
    """The address with scheme and host, as structured data and feeds need it."""
    return f"{settings.SITE_URL}{path}" if path.startswith("/") else urljoin(settings.SITE_URL, path)


def publisher() -> dict[str, Any]:
    return {
        "@type": "NewsMediaOrganization",
        "name": settings.SITE_NAME,
        "url": absolute("/"),
        "correctionsPolicy": absolute("/pages/corrections-policy/"),
        "ethicsPolicy": absolute("/pages/ethics/"),
        "masthead": absolute("/pages/masthead/"),
    }


def news_article(edition: Any) -> dict[str, Any]:
    """Strict schema.org; only what readers see on the page."""
    url = absolute(edition.get_absolute_url())
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": TYPES.get(edition.article_kind, "NewsArticle"),
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": edition.headline,
        "description": edition.dek or edition.headline,
        "inLanguage": edition.language,
        "datePublished": edition.first_published_at.isoformat(),
        "dateModified": (edition.updated_at or edition.first_published_at).isoformat(),
        "author": [_author(b) for b in edition.bylines] or [publisher()],
        "publisher": publisher(),
        "isAccessibleForFree": True,
        "wordCount": edition.word_count,
    }
    if edition.section_name:
        data["articleSection"] = edition.section_name
    if edition.place:
        data["dateline"] = edition.place
    if edition.topics:
        data["keywords"] = [topic["name"] for topic in edition.topics]
    if edition.lead_image:
        image = edition.lead_image
        data["image"] = [
            {"@type": "ImageObject", "url": absolute(image["url"]), "creditText": image["credit"]}
            | ({"caption": image["caption"]} if image["caption"] else {})
        ]
    if edition.corrections:
        data["correction"] = [
            {"@type": "CorrectionComment", "text": c["note"], "datePublished": c["at"]}
            for c in edition.corrections
        ]
    if edition.quotes:
        data["hasPart"] = [quotation(record) for record in edition.quotes]
    return data


def quotation(record: dict[str, Any]) -> dict[str, Any]:
    """A schema.org Quotation from a quotation's public record."""
    url = absolute(f"/quotes/{record['short_id']}/")
    data: dict[str, Any] = {"@type": "Quotation", "@id": url, "url": url, "text": record["text"]}
    speaker = record["speaker"]
    if speaker["type"]:
        creator = {"@type": speaker["type"].capitalize(), "name": speaker["name"]}
        if speaker["url"]:
            creator["url"] = absolute(speaker["url"])
        data["creator"] = creator
    if record["said_on"] and record["said_on_precision"] == "day":
        data["dateCreated"] = record["said_on"]
    if record["occasion"]:
        data["isBasedOn"] = {"@type": "CreativeWork", "name": record["occasion"]["title"]}
    if record["sources"]:
        data["citation"] = [
            {"@type": "CreativeWork", "name": s["title"]} | ({"url": s["url"]} if s["url"] else {})
            for s in record["sources"]
        ]
    return data


def _author(byline: dict[str, Any]) -> dict[str, Any]:
    kind = "Organization" if byline["kind"] in ("desk", "agency") else "Person"
    author = {"@type": kind, "name": byline["credited_as"], "url": absolute(f"/authors/{byline['slug']}/")}
    if byline["job_title"] and kind == "Person":
        author["jobTitle"] = byline["job_title"]
    return author
