"""What is kept in the cache, and when it is forgotten."""

from typing import Any

from django.core.cache import cache

from articles.models import Section

NAVIGATION = "navigation:sections"
NAVIGATION_SECONDS = 300


def nav_sections() -> list[dict[str, Any]]:
    """Slug and name of the sections in the navigation; one query when the cache is cold, none when warm."""
    sections = cache.get(NAVIGATION)
    if sections is None:
        sections = list(Section.objects.active().values("slug", "name"))
        cache.set(NAVIGATION, sections, NAVIGATION_SECONDS)
    return sections


def forget_navigation() -> None:
    cache.delete(NAVIGATION)
