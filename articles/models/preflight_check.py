"""What preflight last said of a working copy, for lists: nobody waits while it runs for twenty articles."""

import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class PreflightCheckQuerySet(models.QuerySet["PreflightCheck"]):
    def keep(self, article: Any, findings: Any, *, at: datetime.datetime) -> "PreflightCheck":
        """Remember what was found at that time, the gravest finding first."""
        blockers = [one for one in findings if one.is_blocker]
        warnings = sum(one.is_open and not one.is_blocker for one in findings)
        values = {
            "at": at,
            "blockers": len(blockers),
            "warnings": warnings,
            "first": blockers[0].message if blockers else "",
        }
        return self.update_or_create(article=article, defaults=values)[0]


class PreflightCheck(models.Model):
    """One row for each article in work. What stops a publication is asked anew at that moment, and never here."""

    article = models.OneToOneField(
        "articles.Article", models.CASCADE, related_name="preflight_check", primary_key=True
    )
    at = models.DateTimeField(_("looked at"))
    blockers = models.PositiveSmallIntegerField(_("blockers"), default=0)
    warnings = models.PositiveSmallIntegerField(_("warnings"), default=0)
    first = models.TextField(_("what stands in the way first"), blank=True)

    objects = PreflightCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("preflight of a working copy")
        verbose_name_plural = _("preflight of working copies")
        constraints = [
            models.CheckConstraint(
                condition=Q(blockers=0, first="") | (Q(blockers__gt=0) & ~Q(first="")),
                name="preflight_check_blocked_says_why",
                violation_error_message=_("Say what stands in the way."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.blockers}/{self.warnings}"


def is_out_of_date(at: datetime.datetime, again_after: datetime.timedelta) -> Q:
    """Of articles: never looked at; saved or touched by somebody since; or to go out at a set time and not looked at for a while."""
    since = F("preflight_check__at")
    return (
        Q(preflight_check__isnull=True)
        | Q(saved_at__gt=since)
        | Q(events__at__gt=since)
        | Q(scheduled_for__isnull=False, preflight_check__at__lt=at - again_after)
    )
