"""Error pages; the last one must work when nothing else does."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.templatetags.static import static

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def forbidden_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is no longer valid, most often because somebody logged in again in another tab."""
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Without queries: the database may be what failed. Without its style sheet where even that cannot be named."""
    try:
        style = static("css/site.css")
    except ValueError as error:  # the static files were not collected
        logger.warning("The error page comes without its style sheet: %s", error)
        style = ""
    return HttpResponse(loader.get_template("500.html").render({"style": style}), status=500)
