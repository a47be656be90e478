"""Pieces that will not run: on the spike, with who, when and why, and back again."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.workflow import TransitionRefused


class Spike(models.Model):
    """That somebody decided against an article, and, when it was taken up again, who did and why."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="spikes")
    reason = models.TextField(gettext_lazy("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    restored_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    restored_at = models.DateTimeField(null=True)
    restored_because = models.TextField(blank=True)

    class Meta:
        verbose_name = gettext_lazy("spike")
        verbose_name_plural = gettext_lazy("spikes")
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="spike_has_reason",
                violation_error_message=gettext_lazy("Say why the article will not run."),
            ),
            models.CheckConstraint(
                condition=Q(restored_at__isnull=True) | ~Q(restored_because=""),
                name="spike_restored_has_reason",
                violation_error_message=gettext_lazy("Say why the article is taken up again."),
            ),
            models.UniqueConstraint(
                fields=["article"], condition=Q(restored_at__isnull=True), name="spike_one_standing"
            ),
        ]

    def __str__(self) -> str:
        return self.reason


class Spiking(models.Model):
    """Putting on the spike and taking off again. Callers have asked for permission before."""

    class Meta:
        abstract = True

    @transaction.atomic
    def spike(self, *, by: Any, reason: str, at: datetime.datetime | None = None) -> None:
        """Decide against an article that readers never had. Nothing is deleted."""
        if not reason.strip():
            raise TransitionRefused({"reason": _("Say why the article will not run.")})
        at = at or timezone.now()
        article = self._locked()
        if article.stage == "spiked":
            return self.refresh_from_db()
        if article.first_published_at:
            raise TransitionRefused(
                _("Readers have had this article: correct, retract or withdraw it; it cannot be spiked.")
            )
        article._end_schedule("cancelled", by, at)
        article._end_approval(at)
        article.spikes.create(reason=reason.strip(), by=by, at=at)
        return self._move(article, "spiked", "article.spiked", by, at, reason=reason.strip())

    @transaction.atomic
    def restore(self, *, by: Any, reason: str, at: datetime.datetime | None = None) -> None:
        """Take a spiked article up again, as a draft."""
        if not reason.strip():
            raise TransitionRefused({"reason": _("Say why the article is taken up again.")})
        at = at or timezone.now()
        article = self._locked()
        if article.stage != "spiked":
            return self.refresh_from_db()
        article.spikes.filter(restored_at=None).update(
            restored_by=by, restored_at=at, restored_because=reason.strip()
        )
        return self._move(article, "draft", "article.restored", by, at, reason=reason.strip())
