"""Addresses by which people without an account read one revision: a lawyer, a source, an author."""

import datetime
import hashlib
import secrets
from typing import Any

from django.conf import settings
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition
from articles.models.edition_content import build_edition
from articles.models.event import Event

LONGEST = datetime.timedelta(days=30)


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def open(self, at: datetime.datetime | None = None) -> "PreviewLinkQuerySet":
        """Links that still lead somewhere."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at or timezone.now())

    def by_token(self, token: str) -> "PreviewLink | None":
        """The link of this address, whether or not it still leads somewhere. Queries."""
        return self.filter(token_hash=digest(token)).select_related("made_by", "revision").first()

    @transaction.atomic
    def make(
        self,
        article: Any,
        *,
        by: Any,
        expires_at: datetime.datetime,
        for_whom: str = "",
        now: datetime.datetime | None = None,
    ) -> tuple["PreviewLink", str]:
        """A new link to the working copy as it is now, and its token, which is shown once and stored nowhere.

        The page is bound to this revision: it is rendered now and does not follow later edits.
        """
        now = now or timezone.now()
        if not now < expires_at <= now + LONGEST:
            raise ValidationError({"expires_at": _now("Choose an end within the next 30 days.")})
        article = type(article).objects.select_for_update().get(pk=article.pk)
        for_whom = " ".join(for_whom.split())[:80]
        revisions = article.revisions.model.objects
        revision = revisions.saved().filter(article=article).order_by("-number").first()
        if revision is None or revision.snapshot != article.snapshot():
            revision = revisions.record(article, by, why=_now("For a preview"))
        edition = build_edition(article, at=now, by=None, previous=article.live_edition())
        token = secrets.token_urlsafe(32)
        link = self.create(
            article=article,
            revision=revision,
            token_hash=digest(token),
            page=serializers.serialize("python", [edition])[0]["fields"],
            for_whom=for_whom,
            made_by=by,
            made_at=now,
            expires_at=expires_at,
        )
        Event.objects.create(
            kind="preview.made",
            article=article,
            by=by,
            at=now,
            data={"revision": revision.number, "for": for_whom, "until": expires_at.isoformat()},
        )
        return link, token


class PreviewLink(models.Model):
    """One secret address for one revision, until a moment, or until somebody ends it."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="preview_links")
    revision = models.ForeignKey("articles.Revision", models.CASCADE, related_name="preview_links")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    page = models.JSONField(editable=False, encoder=DjangoJSONEncoder)
    for_whom = models.CharField(_("for whom"), max_length=80, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made"))
    expires_at = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(_("ended"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened = models.PositiveIntegerField(_("opened"), default=0)
    opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")),
                name="preview_link_expires_after_it_is_made",
                violation_error_message=_("A preview link ends after it is made."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="preview_link_revoked_says_who",
                violation_error_message=_("Say who ended the preview link."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.for_whom or self.made_by} · {self.expires_at:%Y-%m-%d %H:%M}"

    def is_open(self, at: datetime.datetime | None = None) -> bool:
        """Whether the address still leads somewhere at that time."""
        return self.revoked_at is None and self.expires_at > (at or timezone.now())

    def edition(self) -> Edition:
        """The page that the revision would have given, unsaved."""
        record = {"model": Edition._meta.label_lower, "fields": self.page}
        return next(iter(serializers.deserialize("python", [record], ignorenonexistent=True))).object

    def count(self, at: datetime.datetime | None = None) -> None:
        """Somebody opened it."""
        PreviewLink.objects.filter(pk=self.pk).update(opened=F("opened") + 1, opened_at=at or timezone.now())

    @transaction.atomic
    def revoke(self, *, by: Any, at: datetime.datetime | None = None) -> None:
        """End the link now. Ending it again changes nothing."""
        at = at or timezone.now()
        still = PreviewLink.objects.filter(pk=self.pk, revoked_at__isnull=True)
        if still.update(revoked_at=at, revoked_by=by):
            Event.objects.create(
                kind="preview.ended", article_id=self.article_id, by=by, at=at, data={"for": self.for_whom}
            )
        self.refresh_from_db()


def digest(token: str) -> str:
    """What is stored of a token; tokens are long and random, so that a fast hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
