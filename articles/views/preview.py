"""One revision for somebody without an account who has its secret address. It leaves no trace in any cache or referrer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import PreviewLink


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """The page as it was when the link was made; 404 for an address that never was one, 410 for one that has ended."""
    link = PreviewLink.objects.by_token(token)
    if link is None:
        raise Http404
    if not link.is_open():
        return _private(render(request, "articles/preview_ended.html", status=410))
    if request.method == "GET":
        link.count()
    context = {"edition": link.edition(), "preview": link}
    return _private(render(request, "articles/preview.html", context))


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response
