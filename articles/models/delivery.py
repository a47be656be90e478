"""The outbox of the webhooks: what has to be told to whom, written with the publication, and every attempt to tell it."""

import datetime
import secrets
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.webhook import Webhook

MOST_TRIES = 16  # within about eighteen hours
FIRST_WAIT, LONGEST_WAIT = datetime.timedelta(seconds=5), datetime.timedelta(hours=4)
WHILE_SENDING = datetime.timedelta(minutes=3)  # after that whoever sent it is taken for dead
KEPT = datetime.timedelta(days=30)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def waiting(self) -> "DeliveryQuerySet":
        return self.filter(state=Delivery.State.WAITING)

    def due(self, at: datetime.datetime | None = None) -> "DeliveryQuerySet":
        """What should be sent now: of each record only what happened to it first, so that its order is kept."""
        earlier = self.model._default_manager.filter(
            state=Delivery.State.WAITING,
            webhook=OuterRef("webhook"),
            subject=OuterRef("subject"),
            pk__lt=OuterRef("pk"),
        )
        ready = self.waiting().filter(next_at__lte=at or timezone.now(), webhook__paused_at__isnull=True)
        return ready.filter(~Exists(earlier)).select_related("webhook").order_by("next_at", "pk")

    def outlived(self, at: datetime.datetime | None = None) -> "DeliveryQuerySet":
        """What is too old to be of use to anybody, sent or not."""
        return self.filter(at__lt=(at or timezone.now()) - KEPT)


class Delivery(models.Model):
    """One message to one webhook. ``event_id`` is the same however often it is sent, and for all webhooks."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DELIVERED = "delivered", _("delivered")
        FAILED = "failed", _("given up")

    webhook = models.ForeignKey(
        "articles.Webhook", models.CASCADE, related_name="deliveries", verbose_name=_("webhook")
    )
    event_id = models.CharField(_("message"), max_length=40)
    kind = models.CharField(_("what"), max_length=20, choices=Webhook.Kind)
    subject = models.CharField(
        _("record"), max_length=20
    )  # “article 7k3m9xwd”: its messages keep their order
    body = models.TextField(_("body"))
    at = models.DateTimeField(_("happened"), default=timezone.now)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    tries = models.PositiveIntegerField(_("tries"), default=0)
    next_at = models.DateTimeField(_("next try"), default=timezone.now)
    delivered_at = models.DateTimeField(_("delivered"), null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["next_at", "id"], name="delivery_due", condition=Q(state="waiting")),
            models.Index(
                fields=["webhook", "subject", "id"], name="delivery_in_order", condition=Q(state="waiting")
            ),
            models.Index(fields=["at"], name="delivery_by_age"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["webhook", "event_id"], name="delivery_once"),
            models.CheckConstraint(
                condition=~Q(state="delivered") | Q(delivered_at__isnull=False),
                name="delivery_delivered_has_when",
                violation_error_message=_("Say when it was delivered."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.event_id}"

    def claim(self, at: datetime.datetime) -> bool:
        """Whether it is ours to send: of several processes exactly one gets it."""
        until = at + WHILE_SENDING
        unclaimed = Delivery.objects.waiting().filter(pk=self.pk, next_at=self.next_at, tries=self.tries)
        claimed = unclaimed.update(next_at=until, tries=F("tries") + 1)
        self.next_at, self.tries = until, self.tries + 1
        return claimed == 1

    def succeed(self, at: datetime.datetime) -> None:
        Delivery.objects.filter(pk=self.pk).update(state=self.State.DELIVERED, delivered_at=at)

    def put_off(self, at: datetime.datetime) -> None:
        """Try again later and ever more rarely, not all at once; after the last try give it up, so that others follow."""
        ours = Delivery.objects.waiting().filter(pk=self.pk, next_at=self.next_at)
        if self.tries >= MOST_TRIES:
            ours.update(state=self.State.FAILED)
            return
        wait = min(FIRST_WAIT * 2**self.tries, LONGEST_WAIT)
        ours.update(next_at=at + wait * (500 + secrets.randbelow(1001)) / 1000)

    def send_again(self, at: datetime.datetime | None = None) -> None:
        """Have it sent once more, under the same id, with all tries."""
        again: dict[str, Any] = {"state": self.State.WAITING, "next_at": at or timezone.now(), "tries": 0}
        Delivery.objects.filter(pk=self.pk).update(**again)


class Attempt(models.Model):
    """What came of sending a delivery once."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="attempts")
    at = models.DateTimeField(_("when"))
    status = models.PositiveIntegerField(_("answer"), null=True)
    error = models.CharField(_("why it failed"), max_length=200, blank=True)
    milliseconds = models.PositiveIntegerField(_("milliseconds"), default=0)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.error or str(self.status)
