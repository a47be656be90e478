"""System checks: settings that would show only when a reader follows a wrong link."""

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks


def connect() -> None:
    """Register the checks; called once, when the app is ready."""
    checks.register(site_url_is_an_address, checks.Tags.urls)
    checks.register(purge_url_is_an_address, checks.Tags.urls)
    checks.register(webhook_networks_are_networks, checks.Tags.security)
    checks.register(crawlers_are_allowed_or_refused, checks.Tags.urls)
    checks.register(site_url_is_public, checks.Tags.security, deploy=True)
    checks.register(secret_key_is_shared, checks.Tags.security, deploy=True)


def site_url_is_an_address(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
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
        checks.Error(f"SITE_URL is no site's address: {settings.SITE_URL!r}.", hint=hint, id="articles.E001")
    ]


def site_url_is_public(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """A public site names itself by a public address that readers reach by HTTPS."""
    parts = urlsplit(settings.SITE_URL)
    if parts.scheme == "https" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        return []
    hint = "Set SITE_URL to the address readers use; it is part of canonical links and structured data."
    return [checks.Warning("SITE_URL is not a public HTTPS address.", hint=hint, id="articles.W001")]


def secret_key_is_shared(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """A key that this machine made for itself is unknown to the other machines of the site."""
    if not settings.SECRET_KEY_IS_LOCAL:
        return []
    hint = (
        "Set SECRET_KEY yourself, the same everywhere, if several hosts serve the site or its disk is thrown away: "
        "people are signed out where another key is used."
    )
    return [
        checks.Warning(
            "SECRET_KEY was made and is kept by this machine alone.", hint=hint, id="articles.W002"
        )
    ]


def purge_url_is_an_address(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """PURGE_URL is empty or a complete address: what it should forget would stay for minutes otherwise."""
    parts = urlsplit(settings.PURGE_URL)
    if not settings.PURGE_URL or (parts.scheme in ("http", "https") and parts.hostname):
        return []
    hint = "Give the complete address that takes purges, for example http://127.0.0.1:6081/purge, or leave it empty."
    return [checks.Error(f"PURGE_URL is no address: {settings.PURGE_URL!r}.", hint=hint, id="articles.E002")]


def webhook_networks_are_networks(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """WEBHOOK_NETWORKS are networks, so that nothing is sent where nobody meant it to go."""
    hint = "Write networks with their length, parted by commas, for example 10.1.0.0/16."
    return [
        checks.Error(f"WEBHOOK_NETWORKS has no network: {text!r}.", hint=hint, id="articles.E003")
        for text in settings.WEBHOOK_NETWORKS
        if not _is_network(text)
    ]


def _is_network(text: str) -> bool:
    try:
        ipaddress.ip_network(text)
    except ValueError:
        return False
    return True


def crawlers_are_allowed_or_refused(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """ROBOTS and AI_CRAWLERS have two values: a third would let in whom somebody meant to keep out."""
    hint = "Write allow or refuse."
    return [
        checks.Error(
            f"{name} is neither allow nor refuse: {getattr(settings, name)!r}.", hint=hint, id="articles.E002"
        )
        for name in ("ROBOTS", "AI_CRAWLERS")
        if getattr(settings, name) not in ("allow", "refuse")
    ]
