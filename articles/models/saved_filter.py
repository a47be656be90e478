"""Views of the list of articles that somebody comes back to."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

LEFT_OUT = ("p", "e", "_popup", "_to_field", "_changelist_filters")  # pages and errors are no view


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    def of(self, user: Any) -> "SavedFilterQuerySet":
        return self.filter(user=user).order_by("name", "id")

    def remember(self, user: Any, *, name: str, query: str) -> "SavedFilter":
        """Keep a view under a name; the same name again means this view from now on. Raises ``ValidationError``."""
        name = " ".join(name.split())
        if not name:
            raise ValidationError({"name": _now("Give the view a name.")})
        given = QueryDict(query, mutable=True)
        for key in LEFT_OUT:
            given.pop(key, None)
        kept = self.filter(user=user, name=name).first() or self.model(user=user, name=name)
        kept.query = given.urlencode()
        kept.full_clean(validate_constraints=False)
        kept.save()
        return kept


class SavedFilter(models.Model):
    """What one person filters the articles by, under a name of their own."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters", verbose_name=_("whose")
    )
    name = models.CharField(_("name"), max_length=40)
    query = models.CharField(_("filters"), max_length=1000, blank=True)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "name"],
                name="saved_filter_one_name",
                violation_error_message=_("You have a view of this name already."),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="saved_filter_has_name",
                violation_error_message=_("Give the view a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
