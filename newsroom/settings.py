"""Settings, driven by the environment and safe by default.

Every variable that is read here is described in docs/operations.md (a test compares the two).
A fresh checkout runs with no environment at all, for the computer it stands on; a public site must set
ALLOWED_HOSTS, SITE_URL and SECRET_KEY.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from newsroom.media import image_sources, media_storage
from newsroom.secrets import local_secret_key

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))

# Who and where

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="")
# A key made here is as good as any, but every other machine of the site would make its own.
SECRET_KEY_IS_LOCAL = not SECRET_KEY
if SECRET_KEY_IS_LOCAL:
    SECRET_KEY = local_secret_key(VAR_DIR / "secret-key")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

THIS_MACHINE = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=THIS_MACHINE)
SITE_NAME = env.str("SITE_NAME", default="The Harbour Ledger")
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# Whom feeds and crawlers serve: "allow" or "refuse"
FEED_FULL_TEXT = env.bool("FEED_FULL_TEXT", default=False)
ROBOTS = env.str("ROBOTS", default="allow")
AI_CRAWLERS = env.str("AI_CRAWLERS", default="allow")

# What runs

INSTALLED_APPS = [
    "articles",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_prose_editor",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "corsheaders",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "articles.middleware.PublicPagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "articles.api.middleware.ApiMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "articles.middleware.OldAddressMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
CSRF_FAILURE_VIEW = "articles.views.errors.forbidden_form"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Data

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
_database = DATABASES["default"]
if _database["ENGINE"] == "django.db.backends.sqlite3":
    if _database["NAME"] != ":memory:":
        Path(_database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    # Writers queue up (IMMEDIATE) instead of failing half-way, and never block readers (WAL).
    # Django itself switches foreign keys on.
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;",
        **_database.get("OPTIONS", {}),
    }
else:
    _pool_size = env.int("DATABASE_POOL", default=8)
    _database["OPTIONS"] = {
        "connect_timeout": 5,
        "pool": {"min_size": 1, "max_size": _pool_size, "timeout": 10} if _pool_size else False,
        **_database.get("OPTIONS", {}),
    }

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}
_cache = CACHES["default"]
if _cache["BACKEND"].endswith("RedisCache"):
    _cache["BACKEND"] = "newsroom.caches.PatientRedisCache"
    _cache["OPTIONS"] = {"socket_connect_timeout": 0.25, "socket_timeout": 0.5, **_cache.get("OPTIONS", {})}
elif _cache["BACKEND"].endswith("LocMemCache"):
    _cache["OPTIONS"] = {"MAX_ENTRIES": 3000, **_cache.get("OPTIONS", {})}

# Public pages: how long one is kept, how soon another process sees that there is something new, and what stands in front.
PAGE_CACHE_SECONDS = env.int("PAGE_CACHE_SECONDS", default=0 if DEBUG else 60)
SITE_VERSION_SECONDS = 0.5
PURGE_URL = env.str("PURGE_URL", default="")
PURGE_TOKEN = env.str("PURGE_TOKEN", default="")

# People

AUTH_USER_MODEL = "articles.User"
AUTHENTICATION_BACKENDS = ["articles.permissions.NewsroomBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
# Nobody's words go out on that person's word alone: what one reported alone, another approves before publication.
FOUR_EYES = env.bool("FOUR_EYES", default=True)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"

# Language and time

LANGUAGE_CODE = env.str("LANGUAGE_CODE", default="en")
LANGUAGES = [
    ("en", _("English")),
    ("de", _("German")),
    ("fr", _("French")),
    ("es", _("Spanish")),
    ("ar", _("Arabic")),
    ("he", _("Hebrew")),
]
LOCALE_PATHS = [BASE_DIR / "articles" / "locale"]
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_TZ = True
FORMAT_MODULE_PATH = "newsroom.formats"

# Files

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=DEBUG)
MEDIA_BUCKET = env.str("MEDIA_BUCKET", default="")
MEDIA_HOST = env.str("MEDIA_HOST", default="")
FILE_UPLOAD_PERMISSIONS = 0o644
STORAGES = {
    "default": media_storage(
        bucket=MEDIA_BUCKET,
        host=MEDIA_HOST,
        endpoint=env.str("MEDIA_ENDPOINT", default=""),
        region=env.str("MEDIA_REGION", default=""),
    ),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "newsroom.staticfiles.HashedStaticFilesStorage",
    },
}
# Until `collectstatic` has run, files are served from where they lie, under their own names.
WHITENOISE_USE_FINDERS = DEBUG or not (STATIC_ROOT / "staticfiles.json").exists()
# Pasted wire copy is long; files have their own limit.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Security

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *image_sources(STORAGES["default"])],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 24 * 7

# Certificates are for names that others can reach.
HTTPS = env.bool("HTTPS", default=not DEBUG and not set(ALLOWED_HOSTS) <= set(THIS_MACHINE))
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz/"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=60 * 60 * 24 * 365) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    # Only behind a proxy that always sets or removes this header itself.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# API

CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = r"^/api/v1/(?!desk/)"
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = [
    "accept",
    "authorization",
    "content-type",
    "if-modified-since",
    "if-none-match",
    "x-request-id",
]
CORS_EXPOSE_HEADERS = [
    "Deprecation",
    "ETag",
    "Last-Modified",
    "Link",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "Sunset",
    "X-Request-ID",
]
# Of one address, and of one token of the desk; 0 counts nothing.
API_REQUESTS_PER_MINUTE = env.int("API_REQUESTS_PER_MINUTE", default=600)
API_TOKEN_REQUESTS_PER_MINUTE = env.int("API_TOKEN_REQUESTS_PER_MINUTE", default=300)
# Networks outside of the public internet to which messages may go all the same, and without https.
WEBHOOK_NETWORKS = env.list("WEBHOOK_NETWORKS", default=[])

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "articles.api.schema.Described",
    "EXCEPTION_HANDLER": "articles.api.problems.handler",
    "URL_FORMAT_OVERRIDE": None,
    "UNAUTHENTICATED_USER": None,
    "UNAUTHENTICATED_TOKEN": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": f"{SITE_NAME} API",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PUBLIC": True,
    "COMPONENT_SPLIT_REQUEST": True,
    "SCHEMA_PATH_PREFIX": r"/api/v1/",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "articles.api.desk.documents.forms.close_objects",
        "articles.api.schema.finish",
    ],
    "ENUM_NAME_OVERRIDES": {
        "AuthorKind": "articles.api.documents.shared.AUTHOR_KINDS",
        "TopicKind": "articles.api.documents.shared.TOPIC_KINDS",
        "OccasionKind": "articles.api.documents.shared.OCCASION_KINDS",
        "SourceKind": "articles.api.desk.documents.records.SOURCE_KINDS",
        "QuoteStatus": "articles.api.documents.shared.QUOTE_STATES",
        "QuotePlace": "articles.api.documents.shared.QUOTE_PLACES",
        "QuoteKind": "articles.api.documents.shared.QUOTE_KINDS",
        "QuoteMatch": "articles.api.documents.shared.QUOTE_MATCHES",
        "Precision": "articles.api.documents.shared.PRECISIONS",
        "StripLook": "articles.api.documents.shared.LOOKS",
        "LiveStatus": "articles.api.documents.LIVE_STATES",
        "ArticleStatus": "articles.api.documents.ARTICLE_STATES",
        "PublicSpeakerType": "articles.api.documents.SPEAKER_TYPES",
        "KindEnum": "articles.api.documents.articles.VERSION_KINDS",
        "ArticleKind": "articles.api.desk.documents.articles.KINDS",
        "Stage": "articles.api.desk.documents.articles.STAGES",
        "PublicStatus": "articles.api.desk.documents.articles.PUBLIC_STATUSES",
        "BylineRole": "articles.api.desk.documents.articles.ROLES",
        "Step": "articles.api.desk.documents.articles.STEPS",
        "GoingOut": "articles.api.desk.documents.steps.GOING_OUT",
        "NoteKind": "articles.api.desk.documents.steps.NOTE_KINDS",
        "CorrectionKind": "articles.api.desk.documents.steps.CORRECTION_KINDS",
        "DeskSpeakerType": "articles.api.desk.documents.quotes.TYPES",
        "DeskCandidateType": "articles.api.desk.documents.quotes.CANDIDATE_TYPES",
    },
}

# Logs: to standard error, for whoever runs the process to keep.

DEFAULT_EXCEPTION_REPORTER = "newsroom.error_reports.Reporter"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO").upper()},
    "loggers": {
        "django": {"level": "INFO"},
        "django.request": {"level": "ERROR"},
    },
}
