"""What was said lately: statements by different speakers, for the band on the front."""

import dataclasses
import datetime
from typing import Any

from django.utils import timezone

from articles.models import EditionQuote

SAID = 4  # statements that are shown
LOOKED_AT = 60  # of the newest, among which those of different speakers are found
LONGEST = 160  # characters of a statement beside the lead
DOUBTFUL = ("retracted", "disputed")  # what is not put on a front


@dataclasses.dataclass(frozen=True)
class Said:
    """Some statements by different speakers, and how many there were if they are all of today."""

    rows: tuple[Any, ...] = ()
    statements: int = 0
    is_today: bool = False


NOTHING_SAID = Said()


def said(at: datetime.datetime) -> Said:
    """The newest statements up to that time, one a speaker; those of the day when enough people spoke. Two statements at most.

    Retracted and disputed ones are not put on a front.
    """
    public = EditionQuote.objects.primary().filter(first_published_at__lte=at)
    standing = public.exclude(data__status__in=DOUBTFUL)
    rows = standing.newest_first().only("short_id", "data", "first_published_at")[:LOOKED_AT]
    newest = [row for row in rows if stands_alone(row)]
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    today = _one_a_speaker([row for row in newest if row.first_published_at >= midnight])
    if len(today) < SAID:
        return Said(_one_a_speaker(newest)[:SAID])
    return Said(today[:SAID], standing.filter(first_published_at__gte=midnight).count(), is_today=True)


def stands_alone(row: EditionQuote) -> bool:
    """Whether the words begin like a sentence: half of one says little without the article around it."""
    return not row.data["text"].lstrip("“”\"'‘[(… ")[:1].islower()


def _one_a_speaker(rows: list[EditionQuote]) -> tuple[EditionQuote, ...]:
    found: dict[str, EditionQuote] = {}
    for row in rows:
        found.setdefault(_speaker(row), row)
    return tuple(found.values())


def _speaker(row: EditionQuote) -> str:
    return row.data["speaker"]["name"]


def key_quote(edition: Any) -> EditionQuote | None:
    """What stands for an article: its first verified statement that is short enough, else its first short one."""
    if edition.pk is None:
        return None
    rows = EditionQuote.objects.filter(edition=edition).only("short_id", "data").order_by("id")
    short = [
        row
        for row in rows
        if len(row.data["text"]) <= LONGEST and row.data["status"] not in DOUBTFUL and stands_alone(row)
    ]
    return next((row for row in short if row.data["status"] == "verified"), short[0] if short else None)
