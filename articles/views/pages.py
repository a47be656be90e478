"""An article and a standing page."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from articles.models import Edition, Page
from articles.operations.caching import keys_of


@require_safe
def article(request: HttpRequest, short_id: str, slug: str = "") -> HttpResponse:
    """The live edition; 301 from any other slug, 410 for a withdrawn article. Two statements."""
    edition = get_object_or_404(Edition.objects.filter(is_live=True).for_page(), short_id=short_id)
    if edition.status == Edition.Status.WITHDRAWN:
        return gone(request)
    if request.path != edition.get_absolute_url():
        return HttpResponsePermanentRedirect(edition.get_absolute_url())
    response = render(request, "articles/article.html", {"edition": edition})
    response["Last-Modified"] = http_date(edition.changed_at.timestamp())
    response["Surrogate-Key"] = " ".join(keys_of(edition))
    return response


def gone(request: HttpRequest) -> HttpResponse:
    """The tombstone of a withdrawn article."""
    return render(request, "410.html", status=410)


class PageView(DetailView):
    queryset = Page.objects.filter(is_public=True)
    template_name = "articles/page.html"
