"""What is kept in the cache, and when it is forgotten."""

import time
from typing import Any

from django.core.cache import cache

from articles.models import Section

NAVIGATION = "navigation:sections"
VERSION = "navigation:version"
PUBLIC = "public:version"
NAVIGATION_SECONDS = 300


def nav_sections() -> list[dict[str, Any]]:
    """Slug and name of the sections in the navigation; one query when the cache is cold, none when warm."""
    sections = cache.get(NAVIGATION)
    if sections is None:
        sections = list(Section.objects.active().values("slug", "name"))
        cache.set(NAVIGATION, sections, NAVIGATION_SECONDS)
    return sections


def nav_version() -> int:
    """A number that changes with the navigation: what is rendered from it is kept under this."""
    return cache.get_or_set(VERSION, time.time_ns, NAVIGATION_SECONDS)


def public_version() -> int:
    """A number that changes whenever readers get something new."""
    return cache.get_or_set(PUBLIC, time.time_ns, None)


def forget_navigation() -> None:
    """Something went out or was taken back: what is made from several records is made anew."""
    cache.delete_many([NAVIGATION, VERSION, PUBLIC])
