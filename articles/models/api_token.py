"""Keys by which programs come to the desk in a person's name. The secret is shown once; only its hash is stored."""

import datetime
import secrets
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from articles.models.event import Event
from articles.models.fields import ShortIdField
from articles.models.preview_link import digest

PREFIX = "newsroom_"  # by which a token that strayed into a log or a repository is recognized
LONGEST = datetime.timedelta(days=366)
NOTED_EVERY = datetime.timedelta(minutes=1)


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def visible_to(self, user: Any) -> "ApiTokenQuerySet":
        """Everybody sees their own; whoever looks after access sees all."""
        return self if user.has_perm("articles.change_apitoken") else self.filter(owner=user)

    @sensitive_variables("secret")
    def by_secret(self, secret: str) -> "ApiToken | None":
        """The token of that secret with its owner, whether or not it still opens anything. One query."""
        return self.filter(token_hash=digest(secret)).select_related("owner").first()

    @sensitive_variables("secret")
    @transaction.atomic
    def make(
        self,
        *,
        owner: Any,
        name: str,
        scope: str,
        expires_at: datetime.datetime,
        by: Any = None,
        now: datetime.datetime | None = None,
    ) -> tuple["ApiToken", str]:
        """A new token and its secret, which is stored nowhere. ``by`` is who made it, the owner unless said otherwise.

        Raises ``ValidationError`` for an end that is past or more than a year away.
        """
        now = now or timezone.now()
        if not now < expires_at <= now + LONGEST:
            raise ValidationError({"expires_at": _now("Choose an end within the next year.")})
        secret = PREFIX + secrets.token_urlsafe(32)
        token = self.model(
            owner=owner,
            name=" ".join(name.split()),
            scope=scope,
            token_hash=digest(secret),
            made_by=by or owner,
            made_at=now,
            expires_at=expires_at,
        )
        token.full_clean()
        token.save()
        token.leave_event("token.made", by or owner, now, scope=scope, until=expires_at.isoformat())
        return token, secret


class ApiToken(models.Model):
    """What a program may do in the name of its owner, until when, and whether somebody ended it.

    It never opens more than the owner's role does: every question of permission is asked of the owner.
    """

    class Scope(models.TextChoices):
        READ = "read", _("read the desk")
        DESK = "desk", _("work at the desk, as its owner may")

    short_id = ShortIdField(_("id"))
    name = models.CharField(_("name"), max_length=80, help_text=_("What uses it: “planning board”."))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="api_tokens", verbose_name=_("owner")
    )
    scope = models.CharField(_("scope"), max_length=8, choices=Scope, default=Scope.READ)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"), editable=False
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("until"))
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("API token")
        verbose_name_plural = _("API tokens")
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="api_token_has_name",
                violation_error_message=_("Say what uses the token."),
            ),
            models.CheckConstraint(
                condition=Q(scope__in=["read", "desk"]),
                name="api_token_scope_is_known",
                violation_error_message=_("A token reads the desk or works at it."),
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")),
                name="api_token_expires_after_it_is_made",
                violation_error_message=_("A token ends after it is made."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="api_token_revoked_says_who",
                violation_error_message=_("Say who revoked the token."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.short_id})"

    def refusal(self, at: datetime.datetime | None = None) -> str:
        """Why it opens nothing at that time, in words; empty while it does. Needs ``owner`` loaded."""
        if self.revoked_at:
            return _now("This token was revoked.")
        if self.expires_at <= (at or timezone.now()):
            return _now("This token has expired.")
        if not (self.owner.is_active and self.owner.is_staff):
            return _now("The owner of this token does not work here any more.")
        return ""

    def note_use(self, at: datetime.datetime | None = None) -> None:
        """Remember that it was used: a write a minute at most, and an event for the first use within an hour."""
        at, before = at or timezone.now(), self.last_used_at
        if before and at - before < NOTED_EVERY:
            return
        with transaction.atomic():
            same = ApiToken.objects.filter(pk=self.pk, last_used_at=before)
            if same.update(last_used_at=at) and (before is None or _hour(before) != _hour(at)):
                self.leave_event("token.used", self.owner, at)
        self.last_used_at = at

    @transaction.atomic
    def revoke(self, *, by: Any, at: datetime.datetime | None = None) -> None:
        """End it now. Ending it again changes nothing."""
        at = at or timezone.now()
        if ApiToken.objects.filter(pk=self.pk, revoked_at__isnull=True).update(revoked_at=at, revoked_by=by):
            self.leave_event("token.revoked", by, at)
        self.refresh_from_db()

    def leave_event(self, kind: str, by: Any, at: datetime.datetime, **data: Any) -> None:
        named = {"token": self.short_id, "name": self.name, "owner": self.owner.get_username()}
        Event.objects.create(kind=kind, by=by, at=at, data={**named, **data})


def _hour(at: datetime.datetime) -> datetime.datetime:
    return at.astimezone(datetime.UTC).replace(minute=0, second=0, microsecond=0)
