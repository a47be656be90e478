"""Who is told by request when readers get something new: partners, apps, search services."""

import base64
import datetime
import hashlib
import hmac
import secrets
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.models.event import Event
from articles.models.fields import ShortIdField

OVERLAP = datetime.timedelta(days=1)  # for so long messages carry the signature of the former secret too


class WebhookQuerySet(models.QuerySet["Webhook"]):
    def subscribed_to(self, kind: str) -> list["Webhook"]:
        """Those that want to know of it, the paused ones too: what they miss waits for them. One statement."""
        return [webhook for webhook in self.order_by("pk") if kind in webhook.kinds]


class Webhook(models.Model):
    """An address of somebody else's that is told what happens.

    The secret with which messages are signed stands nowhere: it is derived from the key of the site and ``nonce``, so that a copy
    of the database signs nothing.
    """

    class Kind(models.TextChoices):
        ARTICLE_PUBLISHED = "article.published", _("article published")
        ARTICLE_UPDATED = "article.updated", _("article updated")
        ARTICLE_CORRECTED = "article.corrected", _("article corrected")
        ARTICLE_RETRACTED = "article.retracted", _("article retracted")
        ARTICLE_WITHDRAWN = "article.withdrawn", _("article withdrawn")
        QUOTE_VERIFIED = "quote.verified", _("quotation verified")
        QUOTE_CHANGED = "quote.changed", _("quotation changed")
        QUOTE_RETRACTED = "quote.retracted", _("quotation retracted")

    short_id = ShortIdField()
    name = models.CharField(_("whose it is"), max_length=80)
    url = models.URLField(_("address"), max_length=300)
    kinds = models.JSONField(_("what it is told"), default=list)
    nonce = models.CharField(max_length=32, editable=False, default="")
    former_nonce = models.CharField(max_length=32, editable=False, blank=True, default="")
    rotated_at = models.DateTimeField(_("secret made"), default=timezone.now, editable=False)
    failing_since = models.DateTimeField(_("failing since"), null=True, editable=False)
    paused_at = models.DateTimeField(_("paused"), null=True, editable=False)
    why_paused = models.CharField(_("why it is paused"), max_length=200, blank=True, editable=False)

    objects = WebhookQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(paused_at__isnull=True, why_paused="")
                | (Q(paused_at__isnull=False) & ~Q(why_paused="")),
                name="webhook_paused_says_why",
                violation_error_message=_("Say why the webhook is paused."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        try:
            parts = urlsplit(self.url)
            is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            is_address = False
        if not is_address:
            raise ValidationError({"url": _now("This is no address that can be told anything.")})
        if parts.username or parts.password or parts.fragment:
            raise ValidationError({"url": _now("Leave out user name, password and #: messages are signed.")})

    @transaction.atomic
    def rotate(self, *, by: Any, at: datetime.datetime | None = None) -> str:
        """Make a new secret and return it, the only time that it is shown. The former one signs too for a day."""
        self.former_nonce, self.nonce = self.nonce, secrets.token_hex(16)
        self.rotated_at = at or timezone.now()
        self.save(update_fields=["former_nonce", "nonce", "rotated_at"])
        kind = "webhook.rotated" if self.former_nonce else "webhook.made"
        Event.objects.create(kind=kind, by=by, at=self.rotated_at, data={"webhook": self.name})
        return f"whsec_{base64.b64encode(self._key(self.nonce, settings.SECRET_KEY)).decode()}"

    def signatures(self, message_id: str, body: bytes, at: datetime.datetime) -> str:
        """What the header ``webhook-signature`` says of a message that is sent at that time: one for each secret that holds."""
        signed = f"{message_id}.{int(at.timestamp())}.".encode() + body
        nonces = [self.nonce]
        if self.former_nonce and at < self.rotated_at + OVERLAP:
            nonces.append(self.former_nonce)
        keys = [
            self._key(nonce, key)
            for nonce in nonces
            for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        ]
        digests = [hmac.new(key, signed, hashlib.sha256).digest() for key in keys]
        return " ".join(f"v1,{base64.b64encode(digest).decode()}" for digest in digests)

    def _key(self, nonce: str, site_key: str) -> bytes:
        return hmac.new(
            site_key.encode(), f"webhook {self.short_id} {nonce}".encode(), hashlib.sha256
        ).digest()

    @transaction.atomic
    def pause(self, *, by: Any, why: str, at: datetime.datetime | None = None) -> None:
        """Tell it nothing until ``resume``; what happens meanwhile is kept for it. Again: changes nothing."""
        at = at or timezone.now()
        running = Webhook.objects.filter(pk=self.pk, paused_at__isnull=True)
        if running.update(paused_at=at, why_paused=why[:200]):
            Event.objects.create(kind="webhook.paused", by=by, at=at, data={"webhook": self.name, "why": why})
        self.refresh_from_db()

    @transaction.atomic
    def resume(self, *, by: Any, at: datetime.datetime | None = None) -> None:
        """Go on with what waits, at once and with all tries."""
        at = at or timezone.now()
        paused = Webhook.objects.filter(pk=self.pk, paused_at__isnull=False)
        if paused.update(paused_at=None, why_paused="", failing_since=None):
            self.deliveries.waiting().update(next_at=at, tries=0)
            Event.objects.create(kind="webhook.resumed", by=by, at=at, data={"webhook": self.name})
        self.refresh_from_db()
