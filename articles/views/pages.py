"""An article, a quotation, a standing page."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from articles.models import Edition, EditionQuote, Page
from articles.models.structured_data import quotation

FRESH_SECONDS = 60


@require_safe
def article(request: HttpRequest, short_id: str, slug: str = "") -> HttpResponse:
    """The live edition; 301 from any other slug, 410 for a withdrawn article. One statement."""
    edition = get_object_or_404(Edition.objects.filter(is_live=True).for_page(), short_id=short_id)
    if edition.status == Edition.Status.WITHDRAWN:
        return gone(request)
    if request.path != edition.get_absolute_url():
        return HttpResponsePermanentRedirect(edition.get_absolute_url())
    return fresh(request, edition, lambda: render(request, "articles/article.html", {"edition": edition}))


def fresh(request: HttpRequest, edition: Edition, respond: Any) -> HttpResponse:
    """The response with its validators, or 304 when the reader has this edition already."""
    etag = f'W/"{edition.content_hash[:24]}-{edition.number}"'
    known = request.headers.get("If-None-Match", "")
    response = HttpResponse(status=304) if etag in known else respond()
    response["ETag"] = etag
    response["Last-Modified"] = http_date(edition.changed_at.timestamp())
    patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
    return response


def gone(request: HttpRequest) -> HttpResponse:
    """The tombstone of a withdrawn article."""
    return render(request, "410.html", status=410)


@require_safe
def quote(request: HttpRequest, short_id: str) -> HttpResponse:
    """The record of a quotation with every live article that uses it. One statement."""
    rows = list(EditionQuote.objects.filter(short_id=short_id).newest_first().with_editions())
    if not rows:
        return render(request, "404.html", status=404)
    first = next((row for row in rows if row.is_primary), rows[-1])
    version = "-".join(str(row.pk) for row in rows)  # rows are replaced, never changed
    context = {"row": first, "record": first.data, "rows": rows, "version": version}
    context["json_ld"] = _linked(first.data)
    return render(request, "articles/quote.html", context)


def _linked(record: dict[str, Any]) -> dict[str, Any]:
    return {"@context": "https://schema.org", **quotation(record)}


class PageView(DetailView):
    queryset = Page.objects.filter(is_public=True)
    template_name = "articles/page.html"
