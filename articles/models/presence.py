"""Who has an article open, and who is at work on it. A hint for people: what keeps texts safe is the version."""

import datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.event import Event

GONE_AFTER = datetime.timedelta(seconds=60)  # four missed heartbeats


class PresenceQuerySet(models.QuerySet["Presence"]):
    def here(self, now: datetime.datetime | None = None) -> "PresenceQuerySet":
        """Whose window has answered within the last minute."""
        return self.filter(seen_at__gt=(now or timezone.now()) - GONE_AFTER).select_related("by")

    def others(self, user: Any, now: datetime.datetime | None = None) -> "PresenceQuerySet":
        """Who else is here, on articles that this person sees."""
        seen = apps.get_model("articles.Article").objects.visible_to(user)
        return self.here(now).filter(article__in=seen).exclude(by=user).select_related("by", "article")

    def beat(self, article: Any, *, by: Any, now: datetime.datetime | None = None) -> None:
        """This person has the article open."""
        now = now or timezone.now()
        self.update_or_create(article=article, by=by, defaults={"seen_at": now})


class Presence(models.Model):
    """One person's window on one article, as of its last heartbeat."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="presences")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(_("last seen"))

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [models.UniqueConstraint(fields=["article", "by"], name="presence_once_per_person")]


class LockQuerySet(models.QuerySet["Lock"]):
    def held(self, article: Any, now: datetime.datetime | None = None) -> "Lock | None":
        """Who is at work on the article now, or None. Queries."""
        alive = self.filter(article=article, seen_at__gt=(now or timezone.now()) - GONE_AFTER)
        return alive.select_related("by", "taken_from").first()

    def claim(self, article: Any, *, by: Any, now: datetime.datetime | None = None) -> bool:
        """This person types: theirs if it is free, expired or theirs already. Whether it is theirs now."""
        now = now or timezone.now()
        free = Q(by=by) | Q(seen_at__lte=now - GONE_AFTER)
        if self.filter(article=article, by=by).update(seen_at=now):
            return True
        taken = self.filter(free, article=article).update(
            by=by, since=now, seen_at=now, taken_from=None, taken_at=None
        )
        if taken:
            return True
        _lock, is_new = self.get_or_create(article=article, defaults={"by": by, "since": now, "seen_at": now})
        return is_new

    @transaction.atomic
    def take_over(self, article: Any, *, by: Any, now: datetime.datetime | None = None) -> None:
        """Work on the article although somebody else does; that person is told, and keeps what was typed."""
        now = now or timezone.now()
        taken = self.filter(article=article).exclude(by=by)
        if taken.update(taken_from=F("by"), by=by, since=now, seen_at=now, taken_at=now):
            former = self.values_list("taken_from__username", flat=True).get(article=article)
            Event.objects.create(kind="lock.taken", article=article, by=by, at=now, data={"from": former})
        else:
            self.claim(article, by=by, now=now)

    def release(self, article: Any, *, by: Any) -> None:
        """This person has closed the article."""
        self.filter(article=article, by=by).delete()


class Lock(models.Model):
    """Who is at work on an article, since when, and from whom it was taken. It ends a minute after the last heartbeat.

    It warns and refuses nothing: what keeps two texts apart is the version that a save was opened at.
    """

    article = models.OneToOneField("articles.Article", models.CASCADE, related_name="lock", primary_key=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField(_("since"))
    seen_at = models.DateTimeField(_("last seen"))
    taken_from = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    taken_at = models.DateTimeField(_("taken over"), null=True, blank=True)

    objects = LockQuerySet.as_manager()

    class Meta:
        verbose_name = _("lock")
        verbose_name_plural = _("locks")
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_from__isnull=True) | ~Q(taken_from=F("by")),
                name="lock_not_taken_from_oneself",
                violation_error_message=_("A lock is taken over from somebody else."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} · {self.by}"
