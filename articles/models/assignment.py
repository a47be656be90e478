"""Whose work an article is, until when, and how urgent."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.event import Event
from articles.models.workflow import TransitionRefused


class Assignment(models.Model):
    """Giving an article to somebody. Callers have asked for permission before."""

    class Priority(models.IntegerChoices):
        LOW = 1, gettext_lazy("Low")
        NORMAL = 2, gettext_lazy("Normal")
        HIGH = 3, gettext_lazy("High")
        URGENT = 4, gettext_lazy("Urgent")

    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="assigned_articles",
        verbose_name=gettext_lazy("assigned to"),
    )
    due_at = models.DateTimeField(gettext_lazy("due"), null=True, blank=True, editable=False)
    priority = models.PositiveSmallIntegerField(
        gettext_lazy("priority"), choices=Priority, default=Priority.NORMAL, editable=False
    )

    class Meta:
        abstract = True

    @transaction.atomic
    def assign(
        self,
        *,
        by: Any,
        to: Any,
        due_at: datetime.datetime | None = None,
        priority: int | None = None,
        at: datetime.datetime | None = None,
    ) -> None:
        """Give the article to somebody, or with ``to=None`` to nobody; priority stays as it is when none is given."""
        article = self._locked()
        if to is not None and not (to.is_active and to.has_perm("articles.change_article")):
            raise TransitionRefused({"to": _("%(name)s cannot edit articles.") % {"name": to}})
        if priority is not None and priority not in self.Priority.values:
            raise TransitionRefused({"priority": _("There is no such priority.")})
        wanted = (to, due_at, priority or article.priority)
        if wanted == (article.assigned_to, article.due_at, article.priority):
            return
        article.assigned_to, article.due_at, article.priority = wanted
        article.save(update_fields=["assigned_to", "due_at", "priority", "saved_at"])
        Event.objects.create(
            kind="article.assigned",
            article=article,
            by=by,
            at=at or timezone.now(),
            data={
                "to": to.pk if to else None,
                "due_at": due_at.isoformat() if due_at else None,
                "priority": article.priority,
            },
        )
        self.refresh_from_db()
