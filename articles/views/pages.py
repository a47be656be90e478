"""An article and a standing page."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from articles.models import Edition, Page

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


class PageView(DetailView):
    queryset = Page.objects.filter(is_public=True)
    template_name = "articles/page.html"
