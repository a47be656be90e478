from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def bare(request: HttpRequest) -> HttpResponse:
    """The least that a request through all middleware can cost."""
    return HttpResponse("bare")


urlpatterns = [path("bare/", bare), path("", include("newsroom.urls"))]
