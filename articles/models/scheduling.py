"""Going out at a set time: a row says who set it, for when, and what became of it."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.event import Event
from articles.models.workflow import PublicationRefused, TransitionRefused
from articles.text.messages import local_time


class ScheduleQuerySet(models.QuerySet["Schedule"]):
    def waiting(self) -> "ScheduleQuerySet":
        """Those whose time has not come or whose turn it is; the next one first."""
        return self.filter(outcome="").order_by("at", "id")

    def due(self, at: datetime.datetime | None = None) -> "ScheduleQuerySet":
        """Those that may go out now. Never one before its time."""
        return self.waiting().filter(at__lte=at or timezone.now())

    def missed(self) -> "ScheduleQuerySet":
        """Those that did not go out although their time had come, until somebody does something about it."""
        return self.filter(outcome=Schedule.Outcome.FAILED, settled_at__isnull=True).order_by("-at", "-id")


class Schedule(models.Model):
    """That an article goes out at a time. Stays as a record of what became of it."""

    class Outcome(models.TextChoices):
        PUBLISHED = "published", gettext_lazy("published")
        CANCELLED = "cancelled", gettext_lazy("cancelled")
        FAILED = "failed", gettext_lazy("missed")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="schedules")
    at = models.DateTimeField(gettext_lazy("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(gettext_lazy("set"), default=timezone.now)
    outcome = models.CharField(gettext_lazy("what became of it"), max_length=10, choices=Outcome, blank=True)
    ended_at = models.DateTimeField(gettext_lazy("ended"), null=True)
    why = models.TextField(gettext_lazy("why it was missed"), blank=True)
    settled_at = models.DateTimeField(null=True)

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("scheduled publication")
        verbose_name_plural = gettext_lazy("scheduled publications")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["at", "id"], name="schedule_waiting", condition=Q(outcome=""))]
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(outcome=""),
                name="schedule_one_waiting",
                violation_error_message=gettext_lazy("The article is scheduled already."),
            ),
            models.CheckConstraint(
                condition=Q(outcome="", ended_at__isnull=True) | (~Q(outcome="") & Q(ended_at__isnull=False)),
                name="schedule_ended_has_time",
                violation_error_message=gettext_lazy("What ended has a time."),
            ),
            models.CheckConstraint(
                condition=~Q(outcome="failed") | ~Q(why=""),
                name="schedule_missed_says_why",
                violation_error_message=gettext_lazy("Say why it was missed."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} · {local_time(self.at)}"


class Scheduling(models.Model):
    """The verbs that set a time and take it back. Callers have asked for permission before."""

    scheduled_for = models.DateTimeField(gettext_lazy("scheduled for"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @transaction.atomic
    def schedule(self, *, by: Any, to: datetime.datetime, at: datetime.datetime | None = None) -> Schedule:
        """Let the article go out at the time ``to``; a time that was set before is replaced.

        Raises ``TransitionRefused`` for a time that is past or before the end of an embargo, and for a text that nobody
        has approved. Preflight runs again when the time has come.
        """
        at = at or timezone.now()
        article = self._locked()
        if article.public_status in ("retracted", "withdrawn") or article.stage == "spiked":
            raise PublicationRefused(article.publication_blockers(at) or [_("The article was retracted.")])
        if to < at:
            raise TransitionRefused({"to": _("This time is past. Take a later one, or publish now.")})
        last = max(article.embargoes(), default=None)
        if last and to < last:
            message = _("This is before the end of an embargo. The first possible time is %(time)s.")
            raise TransitionRefused({"to": message % {"time": local_time(last)}})
        article._require_approval(by, at)
        waiting = article.schedules.waiting().first()
        if waiting and waiting.at == to:
            return waiting
        article._end_schedule(Schedule.Outcome.CANCELLED, by, at)
        made = article.schedules.create(at=to, by=by, made_at=at)
        article.scheduled_for = to
        if article.public_status == "never":
            article.public_status = "scheduled"
        article.save(update_fields=["scheduled_for", "public_status", "saved_at"])
        Event.objects.create(
            kind="article.scheduled", article=article, by=by, at=at, data={"for": to.isoformat()}
        )
        self.refresh_from_db()
        return made

    @transaction.atomic
    def unschedule(self, *, by: Any, at: datetime.datetime | None = None) -> None:
        """Take the time back; also settles one that was missed. Without any it does nothing."""
        at = at or timezone.now()
        article = self._locked()
        if article._end_schedule(Schedule.Outcome.CANCELLED, by, at):
            Event.objects.create(kind="article.unscheduled", article=article, by=by, at=at)
        self.refresh_from_db()

    def _end_schedule(self, outcome: str, by: Any, at: datetime.datetime, why: str = "") -> bool:
        """Close what waits, and what was missed before, of the locked article; say whether something waited."""
        self.schedules.missed().update(settled_at=at)
        ended = self.schedules.waiting().update(outcome=outcome, ended_at=at, why=why)
        if ended or self.scheduled_for:
            self.scheduled_for = None
            if self.public_status == "scheduled":
                self.public_status = "never"
            self.save(update_fields=["scheduled_for", "public_status", "saved_at"])
        return bool(ended)
