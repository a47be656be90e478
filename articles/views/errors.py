"""Error pages; the last one must work when nothing else does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Without context or queries: the database may be what failed."""
    return HttpResponse(loader.get_template("500.html").render(), status=500)
