"""Which articles are read most: counted without cookies, in batches, and without anything about readers.

A page says that it is read once it was looked at for some seconds (``enhance.js``). So it counts readers whose page came
from any cache, and hardly any machine. Each process adds up in memory and writes every half minute: at most that is
lost when it dies.
"""

import collections
import datetime
import re
import threading

from django.core.cache import cache
from django.utils import timezone

from articles.models import Edition, ReadCount
from articles.operations.caching import public_version

EVERY = datetime.timedelta(seconds=30)
AT_ONCE = 500  # articles in memory; more are written at once
WINDOW = datetime.timedelta(hours=24)
KEPT = datetime.timedelta(days=30)
MOST = 10
LIST_SECONDS = 300
_MACHINE = re.compile(
    r"bot|crawl|spider|slurp|preview|headless|lighthouse|monitor|curl|wget|python|java/|go-http", re.I
)


class Tally:
    """Readers since the last writing, by hour and article."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers: collections.Counter[tuple[datetime.datetime, str]] = collections.Counter()
        self._written_at: datetime.datetime | None = None

    def add(self, short_id: str, at: datetime.datetime) -> bool:
        """Count one more; whether it is time to write."""
        hour = at.replace(minute=0, second=0, microsecond=0)
        with self._lock:
            self._numbers[hour, short_id] += 1
            self._written_at = self._written_at or at
            return at - self._written_at >= EVERY or len(self._numbers) >= AT_ONCE

    def take(self, at: datetime.datetime) -> dict[tuple[datetime.datetime, str], int]:
        """Everything that was counted; the tally starts again."""
        with self._lock:
            numbers, self._numbers, self._written_at = self._numbers, collections.Counter(), at
        return dict(numbers)


tally = Tally()


def is_machine(user_agent: str) -> bool:
    """Whether whoever calls itself that is nobody's browser."""
    return not user_agent or bool(_MACHINE.search(user_agent))


def count_reader(short_id: str, at: datetime.datetime | None = None) -> None:
    """One more reader of an article. No statement, but for one reader in half a minute."""
    at = at or timezone.now()
    if tally.add(short_id, at):
        write_counts(at)


def write_counts(at: datetime.datetime | None = None) -> int:
    """Write what was counted in this process; what names no live article is dropped. Returns the number of readers."""
    numbers = tally.take(at or timezone.now())
    names = {short_id for _hour, short_id in numbers}
    keys = dict(Edition.objects.live().filter(short_id__in=names).values_list("short_id", "article"))
    by_hour: dict[datetime.datetime, dict[int, int]] = {}
    for (hour, short_id), number in numbers.items():
        if short_id in keys:
            by_hour.setdefault(hour, {})[keys[short_id]] = number
    for hour, articles in by_hour.items():
        ReadCount.objects.add(hour, articles)
    return sum(sum(articles.values()) for articles in by_hour.values())


def most_read(at: datetime.datetime | None = None) -> list[int]:
    """Keys of the editions that most readers opened in the last day, the most read first. Two statements in five minutes."""
    at = at or timezone.now()

    def look_up() -> list[int]:
        articles = ReadCount.objects.most_read(at - WINDOW, 2 * MOST)
        live = dict(Edition.objects.live().filter(article__in=articles).values_list("article", "pk"))
        return [live[pk] for pk in articles if pk in live][:MOST]

    return cache.get_or_set(f"most-read:{public_version()}", look_up, LIST_SECONDS)


def forget_old_counts(at: datetime.datetime | None = None) -> int:
    """Delete the numbers of hours longer ago than a month; returns how many. For a job."""
    return ReadCount.objects.filter(hour__lt=(at or timezone.now()) - KEPT).delete()[0]
