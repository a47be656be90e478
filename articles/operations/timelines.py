"""Statements of one speaker, or of all, narrowed by year, occasion, topic, status and words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.models import Quote
from articles.operations.caching import kept_with_site

FILTERS = ("year", "occasion", "topic", "status", "q")
STATUSES = [choice for choice in Quote.Status.choices if choice[0] != Quote.Status.UNVERIFIED]
LONGEST_SEARCH = 200  # characters


def narrowed(rows: QuerySet, wanted: Mapping[str, str]) -> QuerySet:
    """The rows that fit everything wanted. What cannot occur fits nothing; nothing wanted leaves the rows as they are."""
    given = {name: wanted.get(name, "").strip() for name in FILTERS if wanted.get(name, "").strip()}
    if any("\x00" in value or len(value) > LONGEST_SEARCH for value in given.values()):
        return rows.none()
    if "year" in given:
        year = given["year"]
        if not (year.isascii() and year.isdigit() and len(year) == 4 and 1 < int(year) < 9999):
            return rows.none()
        undated = Q(said_on__isnull=True, first_published_at__year=int(year))
        rows = rows.filter(Q(said_on__year=int(year)) | undated)
    if "occasion" in given:
        rows = rows.filter(occasion__short_id=given["occasion"])
    if "topic" in given:
        rows = rows.filter(edition__topic_listings__topic__slug=given["topic"])
    if "status" in given:
        rows = rows.filter(data__status=given["status"])
    for word in given.get("q", "").split():
        rows = rows.filter(text__icontains=word)
    return rows


def by_year(rows: Iterable[Any]) -> list[tuple[int, list[int]]]:
    """The keys of the rows under the year in which each was said or, where the day is unknown, published; latest year first."""
    years: dict[int, list[int]] = {}
    for row in rows:
        day = row.said_on or timezone.localtime(row.first_published_at)
        years.setdefault(day.year, []).append(row.pk)
    return sorted(years.items(), reverse=True)


def facets(rows: QuerySet, name: str) -> dict[str, Any]:
    """What these rows are: years, occasions and topics as choices, and how many there are of each year and status.

    One statement, or none when they are kept.
    ``name`` says whose rows they are; what is kept is forgotten with the next publication.
    """
    asked = (
        "said_on",
        "first_published_at",
        "data__status",
        "occasion__short_id",
        "occasion__title",
        "edition__topics",
    )
    return kept_with_site(f"facets:{name}", lambda: _facets(rows.values_list(*asked)))


def _facets(rows: Iterable[tuple[Any, Any, str, str, str, list[dict]]]) -> dict[str, Any]:
    years: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    occasions: dict[str, str] = {}
    topics: dict[str, str] = {}
    for said_on, published_at, status, occasion, title, subjects in rows:
        years[str((said_on or published_at).year)] += 1
        statuses[status] += 1
        if occasion:
            occasions[occasion] = title
        topics |= {topic["slug"]: topic["name"] for topic in subjects}
    by_name = {"occasion": occasions, "topic": topics}
    named = {key: sorted(found.items(), key=lambda one: one[1]) for key, found in by_name.items()}
    return {
        "year": [(year, year) for year in sorted(years, reverse=True)],
        **named,
        "total": years.total(),
        "per_year": sorted(years.items()),
        "per_status": [(label, statuses[status]) for status, label in STATUSES if statuses[status]],
    }
