"""Days of a newsroom's calendar: which ones a page of it shows, and the moments between which a day lies there."""

import dataclasses
import datetime


@dataclasses.dataclass(frozen=True)
class Span:
    """The days of one page, with the days on which the pages before and after it start. ``weeks`` are whole ones."""

    weeks: tuple[tuple[datetime.date, ...], ...]
    before: datetime.date
    after: datetime.date

    @property
    def first(self) -> datetime.date:
        return self.weeks[0][0]

    @property
    def last(self) -> datetime.date:
        return self.weeks[-1][-1]


def month_of(day: datetime.date, first_weekday: int = 0) -> Span:
    """The weeks that hold the month of that day. Weeks start on ``first_weekday``, 0 for Monday."""
    first = day.replace(day=1)
    after = (first + datetime.timedelta(days=32)).replace(day=1)
    before = (first - datetime.timedelta(days=1)).replace(day=1)
    monday = first - datetime.timedelta(days=(first.weekday() - first_weekday) % 7)
    count = ((after - monday).days + 6) // 7
    return Span(_weeks(monday, count), before, after)


def week_of(day: datetime.date, first_weekday: int = 0) -> Span:
    """The week that holds that day."""
    start = day - datetime.timedelta(days=(day.weekday() - first_weekday) % 7)
    week = datetime.timedelta(days=7)
    return Span(_weeks(start, 1), start - week, start + week)


def bounds(
    first: datetime.date, last: datetime.date, zone: datetime.tzinfo
) -> tuple[datetime.datetime, datetime.datetime]:
    """The moment at which the first day begins in the zone, and the one at which the last day has ended, in UTC.

    A day on which the clocks change has 23 or 25 hours; where midnight itself is left out the day begins after it.
    """
    midnight = datetime.time(0)
    start = datetime.datetime.combine(first, midnight, zone)
    end = datetime.datetime.combine(last + datetime.timedelta(days=1), midnight, zone)
    return start.astimezone(datetime.UTC), end.astimezone(datetime.UTC)


def _weeks(start: datetime.date, count: int) -> tuple[tuple[datetime.date, ...], ...]:
    return tuple(
        tuple(start + datetime.timedelta(days=7 * week + day) for day in range(7)) for week in range(count)
    )
