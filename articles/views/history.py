"""What an article said before: its editions, each with what changed, and every correction of the site.

Whatever was taken back is not shown here either: of a retracted article only that there were editions, of a withdrawn one nothing.
"""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles.models import Correction, Edition
from articles.models.edition import edition_pages
from articles.models.keyset import Order
from articles.operations.caching import keys_of
from articles.operations.history import edition_diff
from articles.views.lists import KeysetView
from articles.views.pages import gone


def _live(short_id: str) -> Edition:
    return get_object_or_404(edition_pages(), short_id=short_id)


@require_safe
def history(request: HttpRequest, short_id: str, slug: str) -> HttpResponse:
    """The editions that readers had, newest first. Two statements."""
    live = _live(short_id)
    if live.status == Edition.Status.WITHDRAWN:
        return gone(request)
    address = reverse("history", args=[live.short_id, live.slug])
    if request.path != address:
        return HttpResponsePermanentRedirect(address)
    editions = Edition.objects.of_article(live.article_id)
    context = {"edition": live, "editions": editions, "is_retracted": live.status == Edition.Status.RETRACTED}
    return _kept(render(request, "articles/history.html", context), live)


@require_safe
def edition(request: HttpRequest, short_id: str, slug: str, number: int) -> HttpResponse:
    """One edition with what changed from the one before; 410 for words that were taken back. Two statements."""
    live = _live(short_id)
    if live.status == Edition.Status.WITHDRAWN:
        return gone(request)
    address = reverse("edition", args=[live.short_id, live.slug, number])
    if request.path != address:
        return HttpResponsePermanentRedirect(address)
    wanted = (number - 1, number)
    found = {one.number: one for one in Edition.objects.filter(article=live.article_id, number__in=wanted)}
    if number not in found:
        raise Http404
    if live.status == Edition.Status.RETRACTED and number != live.number:
        return gone(request)
    before = found.get(number - 1) if live.status == Edition.Status.LIVE else None
    context = {
        "edition": live,
        "shown": found[number],
        "before": before,
        "diff": edition_diff(before, found[number]),
        "is_newest": number == live.number,
    }
    return _kept(render(request, "articles/edition.html", context), live)


def _kept(response: HttpResponse, live: Edition) -> HttpResponse:
    """A page that changes when the article does, and that search engines leave to the article itself."""
    response["X-Robots-Tag"] = "noindex"
    response["Last-Modified"] = http_date(live.changed_at.timestamp())
    response["Surrogate-Key"] = " ".join(keys_of(live))
    return response


class CorrectionsView(KeysetView):
    """Everything that was put right, newest first."""

    template_name = "articles/corrections.html"
    order = Order("at")

    def get_rows(self) -> QuerySet:
        return Correction.objects.public().for_listing()
