"""What readers read: the beacon that counts them, the most read articles, the archive by month, who we are."""

import datetime
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from articles.models import Author, Edition
from articles.operations.reading import count_reader, is_machine, most_read
from articles.views.lists import KeysetView

SHORT_ID = 8  # characters


@csrf_exempt
@require_POST
def reader(request: HttpRequest, short_id: str) -> HttpResponse:
    """One more reader. Looks at no cookie and sets none; who asks from elsewhere or is a machine is not counted."""
    host = urlsplit(request.headers.get("Origin", "")).netloc
    if (
        len(short_id) == SHORT_ID
        and host == request.get_host()
        and not is_machine(request.headers.get("User-Agent", ""))
    ):
        count_reader(short_id)
    return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


class MostReadView(TemplateView):
    template_name = "articles/most_read.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(numbers=most_read(), **kwargs)


class AuthorsView(TemplateView):
    template_name = "articles/authors.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(authors=Author.objects.on_masthead(), **kwargs)


class ArchiveView(TemplateView):
    """The months in which something was published, from the first to the last."""

    template_name = "articles/archive.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(years=years_of(*Edition.objects.live().first_and_last()), **kwargs)


class MonthView(KeysetView):
    """Everything of one month in the newsroom's time zone, the newest first. One index range scan."""

    template_name = "articles/month.html"

    def get_rows(self) -> QuerySet:
        start, end = month_of(self.kwargs["year"], self.kwargs["month"])
        first, last = Edition.objects.live().first_and_last()
        if first is None or end <= first or start > last:
            raise Http404(_("Nothing was published in this month."))
        earlier, later = start - datetime.timedelta(days=1), end
        self.extra_context = {
            "month": start,
            "earlier": earlier if start > first else None,
            "later": later if later <= last else None,
        }
        rows = Edition.objects.live().filter(first_published_at__gte=start, first_published_at__lt=end)
        return rows.keys_only()


def month_of(year: int, month: int) -> tuple[datetime.datetime, datetime.datetime]:
    """When a month begins and when it is over. Raises ``Http404`` where there is no such month."""
    if not 1 <= month <= 12 or not 1000 <= year <= 9998:
        raise Http404(_("There is no such month."))
    zone = timezone.get_current_timezone()
    following = (year + month // 12, month % 12 + 1)
    return datetime.datetime(year, month, 1, tzinfo=zone), datetime.datetime(*following, 1, tzinfo=zone)


def years_of(
    first: datetime.datetime | None, last: datetime.datetime | None
) -> list[tuple[int, list[datetime.date]]]:
    """Years with the first days of their months, the newest year first."""
    if first is None or last is None:
        return []
    begins, ends = timezone.localtime(first), timezone.localtime(last)
    years = []
    for year in range(ends.year, begins.year - 1, -1):
        from_month = begins.month if year == begins.year else 1
        to_month = ends.month if year == ends.year else 12
        years.append((year, [datetime.date(year, month, 1) for month in range(from_month, to_month + 1)]))
    return years
