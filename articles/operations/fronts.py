"""The arrangement of a front at some time: what is placed, and the latest stories where nothing is. No story twice.

Only live editions ever stand in it. It is kept under the version of the site, which moves on with everything that is
published, withdrawn or placed.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any

from django.core.cache import cache
from django.db.models import QuerySet

from articles.models import Article, Banner, Edition, FrontPage, Placement, Section, Strip
from articles.models.edition_content import build_edition
from articles.models.keyset import encode
from articles.operations.caching import public_version
from articles.operations.said import NOTHING_SAID, Said, key_quote, said

SECONDARY, RAIL, LISTING = 3, 9, 20  # how many stories
STRIP_SIZE = {Strip.Look.PLAIN: 4, Strip.Look.FEATURE: 5, Strip.Look.OPINION: 4}
KEPT_SECONDS = 60
BEFORE_ALL = SimpleNamespace(first_published_at=datetime.datetime(9000, 1, 1, tzinfo=datetime.UTC), pk=2**62)
LIVE = Edition.objects.live


@dataclasses.dataclass(frozen=True)
class StripOf:
    """The stories of one section, as the front of the paper shows them."""

    name: str
    slug: str
    look: str
    stories: tuple[Any, ...]


@dataclasses.dataclass(frozen=True)
class Front:
    """Which editions stand where. Nothing here queries: they are loaded once, without their texts."""

    key: str | None = None  # differs for every arrangement; None: of a preview, which nobody keeps
    lead: Edition | None = None
    key_quote: Any = None  # what somebody says in the lead
    secondary: tuple[Edition, ...] = ()
    rail: tuple[Edition, ...] = ()
    strips: tuple[StripOf, ...] = ()
    listing: tuple[Edition, ...] = ()  # of a section: what follows
    older: str = ""  # the cursor of what is not shown any more, empty where that is nothing
    said: Said = NOTHING_SAID
    banner: dict[str, Any] | None = None
    changes_at: datetime.datetime | None = None  # when a placement or banner begins or ends next


def front_of(section: Section | None, at: datetime.datetime) -> Front:
    """The front at that time, kept for a minute at most: until something goes out or is placed, begins or ends."""
    key = f"front:{section.pk if section else 0}"
    version = public_version()
    kept = cache.get(key, version=version)
    if kept is None or (kept.changes_at and kept.changes_at <= at):
        kept = dataclasses.replace(arrange(section, at), key=f"{version}:{at.timestamp()}")
        cache.set(key, kept, KEPT_SECONDS, version=version)
    return kept


def preview(section: Section | None, at: datetime.datetime) -> Front:
    """The front as it would be at that time, with what is scheduled until then. Never for readers."""
    return arrange(section, at, _coming(at))


def arrange(section: Section | None, at: datetime.datetime, coming: Sequence[Edition] = ()) -> Front:
    """The front at that time, made anew. ``coming`` will be live by then. Queries, for each strip one."""
    front = FrontPage.objects.filter(section=section).first()
    placements = list(front.placements.not_over(at).in_order()) if front else []
    banners = list(Banner.objects.not_over(at)) if section is None else []
    strips = _strips(front) if section is None else []
    shown = [one for one in placements if one.is_shown(at)]
    page = _Page(_placed(shown, coming), {strip.section_id for strip in strips})
    size = 1 + SECONDARY + RAIL + (LISTING if section else 0)
    pool = _newest(
        LIVE().filter(section=section) if section else LIVE(), size + len(page.reserved), coming, section
    )
    lead = page.take(Placement.Slot.LEAD, pool, 1)
    secondary = page.take(Placement.Slot.SECONDARY, pool, SECONDARY)
    rail = page.take(Placement.Slot.RAIL, pool, RAIL)
    listing = page.take("", pool, LISTING) if section else []
    older = _older(pool, page.used)
    rows = []
    for strip in strips:
        wanted = STRIP_SIZE[Strip.Look(strip.look)]
        latest = _newest(
            LIVE().filter(section=strip.section_id), wanted + len(page.used), coming, strip.section
        )
        stories = page.take(Placement.Slot.STRIP, latest, wanted, strip.section_id)
        if stories:
            rows.append(StripOf(strip.section.name, strip.section.slug, strip.look, tuple(stories)))
    banner = next((one.as_json() for one in banners if one.is_shown(at)), None)
    return Front(
        lead=lead[0] if lead else None,
        key_quote=key_quote(lead[0]) if lead else None,
        secondary=(*lead[1:], *secondary),
        rail=tuple(rail),
        strips=tuple(rows),
        listing=tuple(listing),
        older=older,
        said=said(at) if section is None else NOTHING_SAID,
        banner=banner,
        changes_at=_next_change([*placements, *banners], at),
    )


class _Page:
    """Gives out stories, each once. What is placed further down is not taken further up."""

    def __init__(self, placed: Sequence[tuple[str, Edition]], strips: set[int]) -> None:
        self.placed: dict[tuple[str, int | None], list[Edition]] = {}
        for slot, edition in placed:
            is_strip = slot == Placement.Slot.STRIP
            place = edition.section_id if is_strip else None
            if not is_strip or place in strips:
                self.placed.setdefault((slot, place), []).append(edition)
        self.reserved = {one.article_id for stories in self.placed.values() for one in stories}
        self.used: set[int] = set()

    def take(
        self, slot: str, pool: Iterable[Edition], number: int, section: int | None = None
    ) -> list[Edition]:
        """What is placed in the slot, all of it, then the latest of the pool up to that number."""
        stories: list[Edition] = []
        for edition in self.placed.get((slot, section), ()):
            self._add(edition, stories)
        for edition in pool:
            if len(stories) >= number:
                break
            if edition.article_id not in self.reserved:
                self._add(edition, stories)
        return stories

    def _add(self, edition: Edition, stories: list[Edition]) -> None:
        if edition.article_id not in self.used:
            self.used.add(edition.article_id)
            stories.append(edition)


def _placed(placements: Sequence[Placement], coming: Sequence[Edition]) -> list[tuple[str, Edition]]:
    """The placements whose articles readers have at that time, in their order."""
    wanted = [one.article_id for one in placements]
    found = {one.article_id: one for one in LIVE().filter(article__in=wanted).for_listing()} if wanted else {}
    found |= {one.article_id: one for one in coming}
    return [(one.slot, found[one.article_id]) for one in placements if one.article_id in found]


def _newest(
    latest: QuerySet, number: int, coming: Sequence[Edition], section: Section | None
) -> list[Edition]:
    own = [one for one in coming if section is None or one.section_id == section.pk]
    known = {one.article_id for one in own}
    rows = latest.newest_first().for_listing()[: number + 1]
    return [*own, *(one for one in rows if one.article_id not in known)]


def _coming(at: datetime.datetime) -> list[Edition]:
    """What is scheduled to be live by then, as it would be published now, newest first."""
    scheduled = Article.objects.filter(public_status="scheduled", scheduled_for__lte=at)
    return [
        build_edition(one, at=one.scheduled_for, by=None, previous=one.live_edition())
        for one in scheduled.order_by("-scheduled_for", "-id")
    ]


def _strips(front: FrontPage | None) -> list[Strip]:
    """Those that the front names, or one for each section in the order of the navigation."""
    named = list(front.strips.filter(section__is_active=True).select_related("section")) if front else []
    return named or [Strip(section=section, look=Strip.Look.PLAIN) for section in Section.objects.active()]


def _older(pool: Sequence[Edition], used: set[int]) -> str:
    """Where the list goes on: behind the last of the newest stories that are all on the page."""
    last: Any = BEFORE_ALL
    for edition in pool:
        if edition.article_id not in used:
            return encode(last)
        last = edition
    return ""


def _next_change(timed: Iterable[Any], at: datetime.datetime) -> datetime.datetime | None:
    moments = (moment for one in timed for moment in (one.starts_at, one.ends_at))
    return min((moment for moment in moments if moment and moment > at), default=None)
