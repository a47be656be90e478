"""The site's settings with plain static files and a quiet log."""

from importlib import import_module

globals().update(
    {name: value for name, value in vars(import_module("newsroom.settings")).items() if name.isupper()}
)

ROOT_URLCONF = "bench.urls"
LOGGING_CONFIG = None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PAGE_CACHE_SECONDS = 0  # but for the rows of the page cache
API_REQUESTS_PER_MINUTE = 10**9  # counted as ever, and never refused: what is measured is an answer
