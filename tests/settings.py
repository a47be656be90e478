"""The settings of the site, with what only makes tests slow or flaky taken out.

The environment comes first: the settings read it on import.
"""

import os
import tempfile
from importlib import import_module

os.environ["DEBUG"] = "0"
os.environ.setdefault("SECRET_KEY", "a key that protects nothing but a test database, so it may be read here")
os.environ.setdefault("DATABASE_POOL", "0")
os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")
os.environ.setdefault("HTTPS", "0")
os.environ.setdefault("SERVE_MEDIA", "1")

_site = import_module("newsroom.settings")
globals().update({name: value for name, value in vars(_site).items() if name.isupper()})

_database = _site.DATABASES["default"]
if _database["ENGINE"].endswith("postgresql"):
    # Nobody pulls the plug of a test database: a commit need not wait for the disk.
    _database["OPTIONS"]["options"] = "-c synchronous_commit=off"

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MEDIA_ROOT = tempfile.mkdtemp(prefix="newsroom-media-")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
# A test that publishes inside its transaction must see it; those of the page cache switch it on.
PAGE_CACHE_SECONDS = 0
SITE_VERSION_SECONDS = 3600
API_REQUESTS_PER_MINUTE = API_TOKEN_REQUESTS_PER_MINUTE = 0
