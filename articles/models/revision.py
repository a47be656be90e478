import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

COALESCE = datetime.timedelta(minutes=10)


class RevisionQuerySet(models.QuerySet["Revision"]):
    def record(
        self, article: Any, by: Any, why: str = "", now: datetime.datetime | None = None
    ) -> "Revision":
        """Keep a snapshot of the working copy.

        Saves of one person within ten minutes become one revision, unless there is a reason to name. A snapshot
        that equals the newest one is not written again.
        """
        now = now or timezone.now()
        snapshot = article.snapshot()
        last = self.filter(article=article).order_by("-number").first()
        if last and last.snapshot == snapshot and not why:
            return last
        if last and not why and not last.why and last.by == by and by and now - last.started_at < COALESCE:
            last.snapshot, last.at, last.version = snapshot, now, article.version
            last.save(update_fields=["snapshot", "at", "version"])
            return last
        return self.create(
            article=article,
            number=last.number + 1 if last else 1,
            version=article.version,
            snapshot=snapshot,
            by=by,
            why=why,
            started_at=now,
            at=now,
        )


class Revision(models.Model):
    """The whole working copy as it stood after somebody's save: article, bylines and uses of quotations."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    version = models.PositiveIntegerField(_("version"))
    snapshot = models.JSONField(_("snapshot"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who"),
    )
    why = models.CharField(_("why"), max_length=200, blank=True)
    started_at = models.DateTimeField(_("begun"))
    at = models.DateTimeField(_("when"))

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]

    def __str__(self) -> str:
        return f"{self.number} · {self.at:%Y-%m-%d %H:%M}"
