"""What stands beside an article on its page, as it is today."""

import dataclasses
from typing import Any

from django.db.models import Q

RELATED = 4
TEASER = "short_id slug headline section_id section_name section_slug article_kind language first_published_at".split()


@dataclasses.dataclass(frozen=True)
class Beside:
    """Related stories, and the neighbours in the section; None at its ends."""

    related: list[Any]
    previous: Any = None
    next: Any = None

    def __bool__(self) -> bool:
        return bool(self.related or self.previous or self.next)


def beside(edition: Any) -> Beside:
    """What the newsroom chose or publication found, and the articles before and after it. One statement."""
    live = type(edition).objects.live()
    chosen = [one["short_id"] for one in edition.related] + edition.suggested
    wanted = list(dict.fromkeys(chosen))[:RELATED]
    fits = Q(short_id__in=wanted)
    if edition.section_id:
        at, here = edition.first_published_at, live.filter(section=edition.section_id)
        older = here.filter(first_published_at__lt=at).newest_first()
        newer = here.filter(first_published_at__gt=at).order_by("first_published_at", "id")
        # Equal to one value each, not among several: so both are looked up by key.
        fits |= Q(pk=older.values("pk")[:1]) | Q(pk=newer.values("pk")[:1])
    rows = {row.short_id: row for row in live.filter(fits).only(*TEASER)}
    neighbours = [row for row in rows.values() if row.section_id == edition.section_id is not None]
    before = [row for row in neighbours if row.first_published_at < edition.first_published_at]
    after = [row for row in neighbours if row.first_published_at > edition.first_published_at]
    return Beside(
        related=[rows[short_id] for short_id in wanted if short_id in rows],
        previous=max(before, key=lambda row: row.first_published_at, default=None),
        next=min(after, key=lambda row: row.first_published_at, default=None),
    )
