import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.event import Event
from articles.preflight import Finding

FEWEST = 8  # characters of a reason


class PreflightWaiverQuerySet(models.QuerySet["PreflightWaiver"]):
    def standing(self) -> "PreflightWaiverQuerySet":
        """Those that nobody has taken back."""
        return self.filter(ended_at__isnull=True)

    @transaction.atomic
    def waive(
        self, article: Any, finding: Finding, *, by: Any, reason: str, at: datetime.datetime | None = None
    ) -> "PreflightWaiver":
        """Let a finding of preflight stand in this article, for the very words it is about.

        Raises ``ValidationError`` where the rule allows no exception or the reason says nothing. Waiving again
        returns the waiver that stands.
        """
        if not finding.is_waivable:
            raise ValidationError(_("This cannot be waived: it has to be mended."))
        reason = " ".join(reason.split())
        if len(reason) < FEWEST:
            raise ValidationError(_("Say in a few words why this may stand."))
        same = {"article": article, "rule": finding.rule, "span_hash": finding.span_hash}
        standing = self.standing().filter(**same).first()
        if standing:
            return standing
        waiver = self.create(**same, words=finding.words, reason=reason, by=by, at=at or timezone.now())
        _record("preflight.waived", waiver, by)
        return waiver


class PreflightWaiver(models.Model):
    """That one finding of preflight may stand in one article: for which words, why, who says so and since when.

    It holds for exactly those words. When they change, the finding is another one and asks again; the row stays on
    record and is never changed but to say who took it back.
    """

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="waivers", verbose_name=_("article")
    )
    rule = models.CharField(_("rule"), max_length=60)
    span_hash = models.CharField(max_length=32, editable=False)
    words = models.TextField(_("words"), blank=True)
    reason = models.CharField(_("reason"), max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("who")
    )
    at = models.DateTimeField(_("when"), default=timezone.now)
    ended_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("taken back by"),
    )

    objects = PreflightWaiverQuerySet.as_manager()

    class Meta:
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "rule", "span_hash"],
                condition=Q(ended_at__isnull=True),
                name="preflight_waiver_stands_once",
                violation_error_message=_("This is waived already."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="preflight_waiver_has_reason",
                violation_error_message=_("Say in a few words why this may stand."),
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=models.F("at")),
                name="preflight_waiver_ends_after_it_began",
                violation_error_message=_("A waiver ends after it began."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"

    @transaction.atomic
    def take_back(self, *, by: Any, at: datetime.datetime | None = None) -> None:
        """From now on the finding asks again. Taking back twice changes nothing."""
        if self.ended_at is None:
            self.ended_at, self.ended_by = at or timezone.now(), by
            self.save(update_fields=["ended_at", "ended_by"])
            _record("preflight.unwaived", self, by)


def _record(kind: str, waiver: PreflightWaiver, by: Any) -> None:
    data = {"rule": waiver.rule, "words": waiver.words, "reason": waiver.reason}
    Event.objects.create(kind=kind, article=waiver.article, by=by, data=data)
