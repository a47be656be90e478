"""What the working copy was after each save. Every save is kept; the history shows what belongs together as one."""

import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.models.event import Event

TOGETHER = datetime.timedelta(minutes=10)


class RevisionQuerySet(models.QuerySet["Revision"]):
    def record(
        self, article: Any, by: Any, why: str = "", now: datetime.datetime | None = None
    ) -> "Revision":
        """Keep a snapshot of the working copy.

        The saves of one person within ten minutes are one line of the history, unless there is a reason to name; each
        of them can still be found. Called again for the same save it completes the snapshot, and one that equals the
        newest is not written again.
        """
        now = now or timezone.now()
        snapshot = article.snapshot()
        last = self.saved().filter(article=article).order_by("-number").first()
        if last and last.snapshot == snapshot and not why:
            return last
        if last and (last.version, last.by, last.why) == (article.version, by, why):
            last.snapshot, last.at = snapshot, now
            last.save(update_fields=["snapshot", "at"])
            return last
        goes_on = last and by and last.by == by and not why and not last.why and not last.name
        is_soon = last and now - last.started_at < TOGETHER
        return self.create(
            article=article,
            number=self.next_number(article),
            version=article.version,
            snapshot=snapshot,
            by=by,
            why=why,
            started_at=last.started_at if last and goes_on and is_soon else now,
            at=now,
        )

    def next_number(self, article: Any) -> int:
        """The number after the last one of the article. Queries."""
        last = self.filter(article=article).order_by("-number").values_list("number", flat=True).first()
        return (last or 0) + 1

    def set_aside(self, article: Any, fields: dict[str, str], by: Any, at: datetime.datetime) -> "Revision":
        """Keep text that was typed and never saved, so that it can be compared and taken over later."""
        snapshot = article.snapshot()
        known = {name: text for name, text in fields.items() if name in snapshot}
        return self.create(
            article=article,
            number=self.next_number(article),
            version=article.version,
            snapshot={**snapshot, **known},
            by=by,
            why=_now("Typed, and not saved as it was"),
            is_aside=True,
            started_at=at,
            at=at,
        )

    def saved(self) -> "RevisionQuerySet":
        """What was the working copy once, without text that was only set aside."""
        return self.filter(is_aside=False)

    def as_of(self, article: Any, version: int) -> "Revision | None":
        """The working copy as it was at that version, or None when it was not kept. Queries."""
        return self.saved().filter(article=article, version__lte=version).order_by("-number").first()

    def for_history(self) -> "RevisionQuerySet":
        """The lines of the history, without the texts: of saves that belong together the last one."""
        later = self.model.objects.filter(
            article=OuterRef("article"),
            by=OuterRef("by"),
            started_at=OuterRef("started_at"),
            number__gt=OuterRef("number"),
            is_aside=False,
        )
        named = ~Q(name="") | ~Q(why="") | Q(is_aside=True)
        return self.filter(named | ~Exists(later)).select_related("by").defer("snapshot").order_by("-number")


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
    name = models.CharField(_("name"), max_length=80, blank=True)
    is_aside = models.BooleanField(_("set aside"), default=False, editable=False)
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

    def call(self, name: str, *, by: Any) -> None:
        """Give the revision a name to find it by: “as sent to the lawyer”. The same name again changes nothing."""
        name = " ".join(name.split())
        if not name:
            raise ValidationError({"name": _now("Write the name of this revision.")})
        if len(name) > 80:
            raise ValidationError({"name": _now("Keep the name within 80 characters.")})
        if name == self.name:
            return
        self.name = name
        self.save(update_fields=["name"])
        Event.objects.create(
            kind="revision.named",
            article_id=self.article_id,
            by=by,
            data={"revision": self.number, "name": name},
        )
