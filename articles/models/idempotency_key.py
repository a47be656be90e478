"""Requests that programs may send twice: under which name each was sent, and what was answered."""

import datetime
import hashlib
from typing import Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = datetime.timedelta(hours=24)
GIVEN_UP_AFTER = datetime.timedelta(minutes=2)  # whoever has not answered by then never will


class UsedOtherwise(Exception):
    """The key was used for another request."""


class StillRunning(Exception):
    """The same request is being carried out."""


class IdempotencyKeyQuerySet(models.QuerySet["IdempotencyKey"]):
    def of(self, by: Any, token: Any, key: str) -> "IdempotencyKeyQuerySet":
        """What was sent under that name by that token, or by that person's session."""
        return self.filter(by=by, token=token, key_hash=_hash(key))

    def claim(
        self, by: Any, token: Any, key: str, request: str, at: datetime.datetime | None = None
    ) -> "IdempotencyKey":
        """The record of this request: a new one that is to be carried out now, or one that has its answer.

        ``request`` stands for everything that was asked for. Raises ``UsedOtherwise`` and ``StillRunning``.
        """
        at = at or timezone.now()
        found = self.of(by, token, key).first()
        if found is None:
            try:
                with transaction.atomic():
                    return self.create(
                        by=by, token=token, key_hash=_hash(key), request_hash=_hash(request), at=at
                    )
            except IntegrityError:  # somebody was quicker
                found = self.of(by, token, key).get()
        if found.at <= at - KEPT or (not found.is_answered and found.at <= at - GIVEN_UP_AFTER):
            anew = {"request_hash": _hash(request), "at": at, "status": None, "body": "", "headers": {}}
            if not self.filter(pk=found.pk, at=found.at, status=found.status).update(**anew):
                raise StillRunning
            return self.get(pk=found.pk)
        if found.request_hash != _hash(request):
            raise UsedOtherwise
        if not found.is_answered:
            raise StillRunning
        return found

    def forget_old(self, at: datetime.datetime | None = None) -> int:
        """Delete what is kept no longer, and return how many."""
        return self.filter(at__lte=(at or timezone.now()) - KEPT).delete()[0]


class IdempotencyKey(models.Model):
    """One request of one token, or of one person's session, with its answer once there is one. Only hashes of key and request."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    token = models.ForeignKey("articles.ApiToken", models.CASCADE, null=True, blank=True, related_name="+")
    key_hash = models.CharField(max_length=64)
    request_hash = models.CharField(max_length=64)
    at = models.DateTimeField(_("when"), default=timezone.now)
    status = models.PositiveSmallIntegerField(_("status"), null=True)
    body = models.TextField(_("answer"), blank=True)
    headers = models.JSONField(default=dict, blank=True)

    objects = IdempotencyKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("idempotency key")
        verbose_name_plural = _("idempotency keys")
        indexes = [models.Index(fields=["at"], name="idempotency_key_by_age")]
        constraints = [
            models.UniqueConstraint(
                fields=["token", "key_hash"],
                condition=Q(token__isnull=False),
                name="idempotency_key_once_per_token",
            ),
            models.UniqueConstraint(
                fields=["by", "key_hash"],
                condition=Q(token__isnull=True),
                name="idempotency_key_once_per_person",
            ),
            models.CheckConstraint(
                condition=Q(status__isnull=True, body="") | Q(status__gte=200, status__lt=300),
                name="idempotency_key_keeps_what_succeeded",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by} {self.at:%Y-%m-%d %H:%M}"

    @property
    def is_answered(self) -> bool:
        return self.status is not None

    def keep(self, status: int, body: str, headers: dict[str, str]) -> None:
        """Keep the answer; to be called in the transaction that does what was asked for.

        Raises ``StillRunning`` when this took so long that somebody else does it now.
        """
        if not self._mine().update(status=status, body=body, headers=headers):
            raise StillRunning

    def give_up(self) -> None:
        """Nothing was done: the key may be used again."""
        self._mine().delete()

    def _mine(self) -> models.QuerySet:
        return IdempotencyKey.objects.filter(pk=self.pk, at=self.at, status=None)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
