from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def bare(request: HttpRequest) -> HttpResponse:
    """The least that a request through all middleware can cost; never kept, whatever is measured beside it."""
    return HttpResponse("bare", headers={"Cache-Control": "no-store"})


urlpatterns = [path("bare/", bare), path("", include("newsroom.urls"))]
