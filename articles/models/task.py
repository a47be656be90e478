from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TaskQuerySet(models.QuerySet["Task"]):
    def open(self) -> "TaskQuerySet":
        return self.filter(done_at__isnull=True)

    def visible_to(self, user: Any) -> "TaskQuerySet":
        """All for editors, for others those of articles that they see."""
        if user.has_perm("articles.edit_any_article"):
            return self
        return self.filter(article__in=apps.get_model("articles.Article").objects.visible_to(user))


class Task(models.Model):
    """Something about a quotation that somebody in the newsroom has to look at, until a person says what was done."""

    class Kind(models.TextChoices):
        QUOTE_RETRACTED = "quote_retracted", _("retracted quotation in use")
        QUOTE_CHANGED = "quote_changed", _("quotation changed after publication")
        READER_REPORT = "reader_report", _("report by a reader")

    kind = models.CharField(_("what"), max_length=20, choices=Kind)
    quote = models.ForeignKey(
        "articles.Quote", models.CASCADE, related_name="tasks", verbose_name=_("quotation")
    )
    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("article"),
    )
    text = models.TextField(_("details"), blank=True)
    at = models.DateTimeField(_("since"), default=timezone.now)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("done by"),
    )
    answer = models.TextField(_("what was done"), blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["-at"], name="task_open", condition=Q(done_at__isnull=True))]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by__isnull=True)
                | (Q(done_at__isnull=False, done_by__isnull=False) & ~Q(answer="")),
                name="task_done_says_who_and_what",
                violation_error_message=_("Say what was done."),
            ),
            models.UniqueConstraint(
                fields=["kind", "quote", "article"],
                condition=Q(done_at__isnull=True) & ~Q(kind="reader_report"),
                name="task_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.quote}"
