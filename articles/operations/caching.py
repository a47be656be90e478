"""What is kept in the cache, and when it is forgotten.

Nothing is deleted: everything that is kept is kept under the version of the site, and the version moves on.
"""

import dataclasses
import datetime
import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache

from articles.models import Edition, Page, Section, SiteVersion

KEPT_SECONDS = 300
Kept = TypeVar("Kept")
VERSIONS_SECONDS = 86_400
EVERYTHING = "site"  # the surrogate key of every page
LISTS = "lists"  # of the front page and of every other on which any article may stand


@dataclasses.dataclass(frozen=True)
class Version:
    """A version of the site, and when this process last looked it up."""

    number: int
    at: datetime.datetime
    seen: float = 0.0


_known: Version | None = None


def site_version() -> Version:
    """The version of the site, at most ``SITE_VERSION_SECONDS`` old. One statement where it is not known, else none."""
    global _known
    known, now = _known, time.monotonic()
    if known is None or now - known.seen >= settings.SITE_VERSION_SECONDS:
        row = SiteVersion.objects.today()
        _known = known = Version(row.number, row.at, now)
    return known


def remember(version: Version | None) -> None:
    """Take this for the version of the site until it is time to look again; None looks with the next question."""
    global _known
    _known = version


def move_on() -> None:
    """Readers get something new. To be called after the transaction: who looks then must find it."""
    SiteVersion.objects.move_on()
    remember(None)


def public_version() -> int:
    """A number that changes whenever readers get something new."""
    return site_version().number


def kept_with_site(name: str, make: Callable[[], Kept]) -> Kept:
    """What ``make`` gives, made once for each version of the site; nothing is kept when it raises."""
    key = f"{name}:{public_version()}"  # looked up first: what is made is at least as new
    found = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, KEPT_SECONDS)
    return found


def nav_sections() -> list[dict[str, Any]]:
    """Slug and name of the sections in the navigation."""
    return _navigation().get("sections", [])


def nav_pages() -> list[dict[str, Any]]:
    """Slug and title of the standing pages, for the foot of every page."""
    return _navigation().get("pages", [])


def _navigation() -> dict[str, list[dict[str, Any]]]:
    """What stands on every page; two statements when the cache is cold, none when warm."""
    return kept_with_site(
        "navigation",
        lambda: {
            "sections": list(Section.objects.active().values("slug", "name")),
            "pages": list(Page.objects.filter(is_public=True).values("slug", "title")),
        },
    )


def versions_of(edition: Edition) -> list[tuple[int, str, datetime.datetime]]:
    """``number``, ``kind`` and ``at`` of all that readers had up to this edition, which is live. One statement, once.

    Kept under the hash of the edition, which holds that of the one before: another history has another hash.
    """
    key = f"versions:{edition.content_hash}"
    found = cache.get(key)
    if found is None:
        found = list(Edition.objects.versions(edition.article_id, edition.number))
        cache.set(key, found, VERSIONS_SECONDS)
    return found


def keys_of(edition: Edition) -> list[str]:
    """The surrogate keys of the page of an edition, and of all pages that list it."""
    keys = {f"article-{edition.short_id}", f"section-{edition.section_slug}" if edition.section_slug else ""}
    keys |= {f"topic-{topic['slug']}" for topic in edition.topics}
    keys |= {f"author-{byline['slug']}" for byline in edition.bylines}
    for record in edition.quotes:
        speaker = record["speaker"]
        keys.add(f"quote-{record['short_id']}")
        keys.add(f"{speaker['type']}-{speaker['slug']}" if speaker["slug"] else "")
    return sorted(keys - {""})
