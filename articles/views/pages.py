"""An article and a standing page."""

from typing import Any

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from articles.models import Author, Edition, Page
from articles.models.edition import edition_pages
from articles.operations.caching import keys_of
from articles.text.reading import embeds_in

MASTHEAD = "masthead"


@require_safe
def article(request: HttpRequest, short_id: str, slug: str = "") -> HttpResponse:
    """The live edition; 301 from any other slug, 410 for a withdrawn article. Two statements."""
    edition = get_object_or_404(edition_pages(), short_id=short_id)
    if edition.status == Edition.Status.WITHDRAWN:
        return gone(request)
    if request.path != edition.get_absolute_url():
        return HttpResponsePermanentRedirect(edition.get_absolute_url())
    response = render(request, "articles/article.html", {"edition": edition})
    response["Last-Modified"] = http_date(edition.changed_at.timestamp())
    response["Surrogate-Key"] = " ".join(keys_of(edition))
    framed = sorted({embed.origin for embed in embeds_in(edition.body_html)})
    return csp_update({"frame-src": framed})(lambda request: response)(request) if framed else response


def gone(request: HttpRequest) -> HttpResponse:
    """The tombstone of a withdrawn article."""
    return render(request, "410.html", status=410)


class PageView(DetailView):
    """A standing page. That of the masthead lists who makes the paper."""

    queryset = Page.objects.filter(is_public=True)
    template_name = "articles/page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.object.slug == MASTHEAD:
            context["authors"] = Author.objects.on_masthead()
        return context
