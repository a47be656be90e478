from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path

from articles.admin import site
from newsroom import health

handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.server_error"

urlpatterns = [
    path("healthz/live", health.live, name="live"),
    path("healthz/ready", health.ready, name="ready"),
    path("admin/", site.urls),
    path("api/v1/", include("articles.api.urls")),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    path("", include("articles.urls")),
]
