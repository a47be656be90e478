from typing import Any

from django.db import models
from django.db.models import Q


class ArticleQuerySet(models.QuerySet):
    """Named sets of working copies. Readers never see these: they read ``Edition.objects``."""

    def live(self) -> "ArticleQuerySet":
        return self.filter(public_status="live")

    def newest_first(self) -> "ArticleQuerySet":
        return self.order_by("-first_published_at", "-id")

    def visible_to(self, user: Any) -> "ArticleQuerySet":
        """The working copies that this person may see: all for editors, their own for reporters, none for others."""
        if not user.is_active or not user.has_perm("articles.view_article"):
            return self.none()
        if user.has_perm("articles.edit_any_article"):
            return self
        own = Q(created_by=user) | Q(assigned_to=user) | Q(bylines__author__user=user)
        return self.filter(pk__in=self.model.objects.filter(own).values("pk"))

    def for_desk_list(self) -> "ArticleQuerySet":
        """What a list in the admin shows, without the texts."""
        return self.select_related("section", "assigned_to").defer("body", "source_text")
