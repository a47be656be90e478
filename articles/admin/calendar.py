"""The calendar of what has a time: each piece stands on its day by the newsroom's clock, with UTC beside it."""

import dataclasses
import datetime
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import get_format
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.models.transitions import IN_WORK
from articles.text.calendar import bounds, month_of, week_of

VIEWS = {"month": (month_of, _("Month")), "week": (week_of, _("Week"))}
EARLIEST, LATEST = datetime.date(1970, 1, 1), datetime.date(9000, 1, 1)
KINDS = (
    ("scheduled_for", "scheduled", _("goes out")),
    ("embargo_until", "lock", _("embargo ends")),
    ("due_at", "flag", _("due")),
)


@dataclasses.dataclass(frozen=True)
class Entry:
    at: datetime.datetime
    icon: str
    kind: Any
    article: Any


def context(request: HttpRequest) -> dict[str, Any]:
    """One statement for everything that has a time on these days."""
    view = request.GET.get("view") if request.GET.get("view") in VIEWS else "month"
    today = timezone.localdate()
    span = VIEWS[view][0](_day(request.GET.get("day")) or today, (get_format("FIRST_DAY_OF_WEEK") - 1) % 7)
    start, end = bounds(span.first, span.last, timezone.get_current_timezone())
    entries = _entries(request.user, start, end)
    middle = span.weeks[len(span.weeks) // 2][0]
    return {
        "view": view,
        "views": [(name, label) for name, (_span, label) in VIEWS.items()],
        "weeks": [
            [
                {
                    "date": day,
                    "entries": entries.get(day, []),
                    "is_today": day == today,
                    "is_other": view == "month" and day.month != middle.month,
                }
                for day in week
            ]
            for week in span.weeks
        ],
        "span": span,
        "day": today if span.first <= today <= span.last else middle,
        "middle": middle,
        "total": sum(map(len, entries.values())),
        "zone": timezone.get_current_timezone_name(),
        "now": timezone.now(),
    }


def _day(text: str | None) -> datetime.date | None:
    try:
        day = parse_date(text or "")
    except ValueError:
        return None
    return day if day and EARLIEST <= day <= LATEST else None


def _entries(user: Any, start: datetime.datetime, end: datetime.datetime) -> dict[datetime.date, list[Entry]]:
    """What has a time on these days, by the day that the newsroom's clocks show then."""
    here = {f"{field}__gte": start for field, _icon, _kind in KINDS}
    on = [Q(**{name: start, name.replace("__gte", "__lt"): end}) for name in here]
    articles = Article.objects.visible_to(user).filter(on[0] | on[1] | on[2])
    articles = articles.filter(Q(stage__in=IN_WORK) | Q(scheduled_for__isnull=False)).for_desk_list()
    found: dict[datetime.date, list[Entry]] = {}
    for article in articles:
        for field, icon, kind in KINDS:
            at = getattr(article, field)
            if at and start <= at < end:
                found.setdefault(timezone.localdate(at), []).append(Entry(at, icon, kind, article))
    for some in found.values():
        some.sort(key=lambda entry: (entry.at, entry.article.pk))
    return found
