"""JSON-LD: schema.org NewsArticle with its quotations and corrections, and what other pages are.

All functions write addresses as paths; ``at_site`` completes them where they are read.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext

from articles.models.image import SHAPES
from articles.models.quote_record import as_read

TYPES = {
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "explainer": "BackgroundNewsArticle",
    "sponsored": "AdvertiserContentArticle",
}


# Which standing page says how the newsroom goes about it.
POLICIES = {
    "publishingPrinciples": "ethics",
    "ethicsPolicy": "ethics",
    "verificationFactCheckingPolicy": "ethics",
    "unnamedSourcesPolicy": "ethics",
    "noBylinesPolicy": "ethics",
    "correctionsPolicy": "corrections-policy",
    "actionableFeedbackPolicy": "corrections-policy",
    "ownershipFundingInfo": "about",
    "missionCoveragePrioritiesPolicy": "about",
    "diversityPolicy": "about",
    "masthead": "masthead",
}


ADDRESSES = {"@id", "url", "mainEntityOfPage", "urlTemplate", *POLICIES}


def at_site(data: Any) -> Any:
    """The same data with every address that begins at the root of the site completed by where the site is today.

    Editions keep paths: they outlast the name of the host.
    """
    if isinstance(data, dict):
        return {
            key: absolute(value) if key in ADDRESSES and isinstance(value, str) else at_site(value)
            for key, value in data.items()
        }
    return [at_site(one) for one in data] if isinstance(data, list) else data


def absolute(path: str) -> str:
    """The address with scheme and host, as structured data and feeds need it."""
    return f"{settings.SITE_URL}{path}" if path.startswith("/") else urljoin(settings.SITE_URL, path)


def publisher() -> dict[str, Any]:
    return {
        "@type": "NewsMediaOrganization",
        "name": settings.SITE_NAME,
        "url": "/",
        "logo": {"@type": "ImageObject", "url": static("img/logo.png")},
        **{policy: f"/pages/{page}/" for policy, page in POLICIES.items()},
    }


def news_article(edition: Any) -> dict[str, Any]:
    """Strict schema.org; only what readers see on the page."""
    url = edition.get_absolute_url()
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
    data["image"] = _pictures(edition.lead_image) if edition.lead_image else _site_pictures()
    if edition.corrections:
        data["correction"] = [
            {"@type": "CorrectionComment", "text": c["note"], "datePublished": c["at"]}
            for c in edition.corrections
        ]
    if edition.quotes:
        data["hasPart"] = [_quotation_in(url, record) for record in edition.quotes]
    return data


def _pictures(image: dict[str, Any]) -> list[dict[str, Any]]:
    """A picture whole and in the proportions that search engines ask for."""
    facts = {"creditText": image["credit"]} | ({"caption": image["caption"]} if image["caption"] else {})
    shapes = [
        {"@type": "ImageObject", "url": one["url"]}
        for one in image.get("shapes", [])  # editions from before pictures were cut have none
    ]
    return [one | facts for one in [{"@type": "ImageObject", "url": image["url"]}, *shapes]]


def _site_pictures() -> list[dict[str, Any]]:
    """What stands for an article that has no picture of its own: the sign of the site, as on its share card."""
    return [{"@type": "ImageObject", "url": static(f"img/share-{shape}.png")} for shape in SHAPES]


def _quotation_in(address: str, record: dict[str, Any]) -> dict[str, Any]:
    """A quotation where it stands in the text of an article; one of the headline only, under its own address."""
    data = quotation(record)
    return data | ({"@id": f"{address}#{record['segments'][0]['anchor']}"} if record["segments"] else {})


def quotation(record: dict[str, Any]) -> dict[str, Any]:
    """A schema.org Quotation from a quotation's public record."""
    url = f"/quotes/{record['short_id']}/"
    data: dict[str, Any] = {"@type": "Quotation", "@id": url, "url": url, "text": as_read(record)}
    speaker = record["speaker"]
    if speaker["type"]:
        kind = "Organization" if speaker["type"] == "organization" else "Person"
        creator = {"@type": kind, "name": speaker["name"]}
        if speaker["url"]:
            creator["url"] = speaker["url"]
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


def website() -> dict[str, Any]:
    """The site, how it is searched, and who publishes it."""
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": "/search/?q={search_term_string}"},
    }
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": "/#site",
        "name": settings.SITE_NAME,
        "url": "/",
        "inLanguage": settings.LANGUAGE_CODE,
        "publisher": publisher(),
        "potentialAction": search,
    }


def breadcrumbs(steps: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The way from the front page: names and paths, the page itself last."""
    way = [(settings.SITE_NAME, "/"), *steps]
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": {"@type": "WebPage", "@id": path},
        }
        for position, (name, path) in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def collection_page(name: str, path: str, description: str = "") -> dict[str, Any]:
    """A page that lists articles or quotations."""
    page = {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "@id": path,
        "url": path,
        "name": name,
        "isPartOf": {"@type": "WebSite", "name": settings.SITE_NAME, "url": "/"},
        "breadcrumb": breadcrumbs([(name, path)]),
    }
    return page | ({"description": description} if description else {})


def author_page(author: Any) -> dict[str, Any]:
    """The page of an author; a desk or an agency is an organization and has no profile."""
    kind = "Organization" if author.is_collective else "Person"
    who: dict[str, Any] = {"@type": kind, "name": author.name, "url": author.get_absolute_url()}
    who |= {"description": author.bio} if author.bio else {}
    who |= {"sameAs": [author.website]} if author.website else {}
    if kind == "Person":
        who |= {"jobTitle": author.job_title} if author.job_title else {}
        who["worksFor"] = {"@type": "NewsMediaOrganization", "name": settings.SITE_NAME, "url": "/"}
    return _page_about(who, author)


def speaker_page(speaker: Any) -> dict[str, Any]:
    """The page of a person or an organization that is quoted."""
    kind = "Person" if speaker._meta.model_name == "person" else "Organization"
    who = {"@type": kind, "name": speaker.name, "url": speaker.get_absolute_url()}
    up = (gettext("People"), reverse("people"))
    if kind == "Organization":
        up = (gettext("Organizations"), reverse("organizations"))
    return _page_about(
        who | ({"description": speaker.description} if speaker.description else {}), speaker, up
    )


def _page_about(who: dict[str, Any], record: Any, *way: tuple[str, str]) -> dict[str, Any]:
    path = record.get_absolute_url()
    is_person = who["@type"] == "Person"
    return {
        "@context": "https://schema.org",
        "@type": "ProfilePage" if is_person else "CollectionPage",
        "@id": f"{path}#page",
        "url": path,
        "name": record.name,
        "mainEntity" if is_person else "about": {"@id": path, **who},
        "breadcrumb": breadcrumbs([*way, (record.name, path)]),
    }


def _author(byline: dict[str, Any]) -> dict[str, Any]:
    kind = "Organization" if byline["kind"] in ("desk", "agency") else "Person"
    author = {"@type": kind, "name": byline["credited_as"], "url": f"/authors/{byline['slug']}/"}
    if byline["job_title"] and kind == "Person":
        author["jobTitle"] = byline["job_title"]
    return author
