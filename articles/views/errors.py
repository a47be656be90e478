"""Error pages; the last one must work when nothing else does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def forbidden_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is no longer valid, most often because somebody logged in again in another tab."""
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Without context or queries: the database may be what failed."""
    return HttpResponse(loader.get_template("500.html").render(), status=500)
