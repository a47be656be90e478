"""Everything that happens because something else happened, in one file."""

from typing import Any

from django.db.models.signals import post_delete, post_migrate, post_save

from articles.models import Section
from articles.operations import caching
from articles.operations.tasks import settle_by_edition
from articles.permissions import ensure_groups
from articles.signals import edition_published, edition_withdrawn


def connect() -> None:
    """Called once, when the app is ready."""
    post_migrate.connect(_make_groups, dispatch_uid="articles.groups")
    for signal in (post_save, post_delete):
        signal.connect(_forget_navigation, sender=Section, dispatch_uid=f"articles.navigation.{id(signal)}")
    edition_published.connect(_forget_pages, dispatch_uid="articles.published")
    edition_withdrawn.connect(_forget_pages, dispatch_uid="articles.withdrawn")
    for signal in (edition_published, edition_withdrawn):
        signal.connect(_settle_tasks, dispatch_uid="articles.tasks")


def _make_groups(sender: Any, using: str, **kwargs: Any) -> None:
    if sender.name == "articles":
        ensure_groups(using)


def _forget_navigation(**kwargs: Any) -> None:
    caching.forget_navigation()


def _forget_pages(**kwargs: Any) -> None:
    caching.forget_navigation()


def _settle_tasks(edition: Any, **kwargs: Any) -> None:
    settle_by_edition(edition)
