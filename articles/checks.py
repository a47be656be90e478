"""System checks: settings that would show only when a reader follows a wrong link."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register


@register(Tags.urls)
def site_url_is_an_address(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """SITE_URL is scheme and host, nothing else: it stands before every path in feeds and structured data."""
    parts = urlsplit(settings.SITE_URL)
    if (
        parts.scheme in ("http", "https")
        and parts.hostname
        and not (parts.path or parts.query or parts.fragment)
    ):
        return []
    hint = "Give scheme and host only, for example https://news.example."
    return [
        Error(f"SITE_URL is not the address of a site: {settings.SITE_URL!r}.", hint=hint, id="articles.E001")
    ]


@register(Tags.security, deploy=True)
def site_url_is_public(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A public site names itself by a public address that readers reach by HTTPS."""
    parts = urlsplit(settings.SITE_URL)
    if parts.scheme == "https" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        return []
    hint = "Set SITE_URL to the address readers use; it is part of canonical links and structured data."
    return [Warning("SITE_URL is not a public HTTPS address.", hint=hint, id="articles.W001")]
