"""The verbs that change what the public gets of an article. Each is one transaction and says who."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models.edition import Edition
from articles.models.edition_content import build_edition, build_retraction, build_tombstone
from articles.models.event import Event
from articles.models.listing_rows import replace_listings
from articles.models.preflight import article_view
from articles.models.redirect import Redirect
from articles.preflight import Finding, check
from articles.signals import edition_published, edition_withdrawn


class PublicationRefused(ValidationError):
    """What stands in the way of publication, one message each, in words that say what to do."""


class Lifecycle(models.Model):
    """Publishing, correcting, retracting and withdrawing. Callers have asked for permission before."""

    class Meta:
        abstract = True

    def preflight(self, at: datetime.datetime | None = None, kind: str = "publish") -> list[Finding]:
        """What is to be said before the article goes out at that time as that kind of edition, the gravest first, what
        was waived last. Queries."""
        return check(article_view(self, at or timezone.now(), kind=kind))

    def publication_blockers(self, at: datetime.datetime | None = None, kind: str = "publish") -> list[str]:
        """What must be done before the article can be published at that time. Queries."""
        return [finding.message for finding in self.preflight(at, kind) if finding.is_blocker]

    @transaction.atomic
    def publish(
        self, *, by: Any, at: datetime.datetime | None = None, kind: str = "publish", note: str = ""
    ) -> Edition:
        """Write the edition that readers get from now on and return it.

        ``at`` is the time readers see; it is now unless an archive is loaded. Publishing what is live already,
        unchanged, returns the live edition. Raises ``PublicationRefused`` with everything that stands in the way.
        """
        at = at or timezone.now()
        article = type(self).objects.select_for_update().get(pk=self.pk)
        blockers = article.publication_blockers(at, kind)
        if blockers:
            raise PublicationRefused(blockers)
        live = article.live_edition()
        article.first_published_at = article.first_published_at or at
        if live and kind != Edition.Kind.MINOR:
            article.updated_at = at
        edition = build_edition(article, at=at, by=by, kind=kind, previous=live)
        if live and live.status == Edition.Status.LIVE and live.content_hash == edition.content_hash:
            return live
        if live and kind == Edition.Kind.PUBLISH:
            edition.kind = Edition.Kind.UPDATE
        article.stage, article.public_status, article.scheduled_for = "published", "live", None
        article._put_live(edition, live)
        Event.objects.create(
            kind=f"article.{edition.kind}",
            article=article,
            by=by,
            data={"edition": edition.number, "note": note},
        )
        self.refresh_from_db()
        transaction.on_commit(lambda: edition_published.send(sender=type(self), edition=edition))
        return edition

    @transaction.atomic
    def correct(
        self,
        *,
        by: Any,
        note: str,
        wrong: str = "",
        right: str = "",
        kind: str = "correction",
        quote: Any = None,
        at: datetime.datetime | None = None,
    ) -> Edition:
        """Publish the working copy together with a note to readers that stands above the text from now on."""
        if not note.strip():
            raise ValidationError({"note": _("Tell readers what was wrong and what is right.")})
        if self.public_status != "live":
            raise PublicationRefused([_("Only a live article can be corrected.")])
        at = at or timezone.now()
        self.corrections.create(kind=kind, note=note, wrong=wrong, right=right, quote=quote, by=by, at=at)
        return self.publish(by=by, at=at, kind=Edition.Kind.CORRECTION, note=note)

    @transaction.atomic
    def retract(self, *, by: Any, notice: str, at: datetime.datetime | None = None) -> Edition:
        """Replace the article by a notice; its address stays."""
        if not notice.strip():
            raise ValidationError({"notice": _("Tell readers why the article is retracted.")})
        at = at or timezone.now()
        article, live = self._locked_live()
        article.corrections.create(kind="retraction", note=notice, by=by, at=at)
        article.public_status, article.updated_at = "retracted", at
        edition = build_retraction(article, live, notice=notice, at=at, by=by)
        article._put_live(edition, live)
        Event.objects.create(
            kind="article.retraction", article=article, by=by, data={"edition": edition.number}
        )
        self.refresh_from_db()
        transaction.on_commit(lambda: edition_published.send(sender=type(self), edition=edition))
        return edition

    @transaction.atomic
    def withdraw(self, *, by: Any, reason: str, at: datetime.datetime | None = None) -> Edition:
        """Take the article away from readers; its address answers 410 from now on."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the article is withdrawn.")})
        at = at or timezone.now()
        article, live = self._locked_live()
        article.public_status = "withdrawn"
        edition = build_tombstone(article, live, at=at, by=by)
        article._put_live(edition, live)
        Event.objects.create(kind="article.withdrawal", article=article, by=by, data={"reason": reason})
        self.refresh_from_db()
        transaction.on_commit(lambda: edition_withdrawn.send(sender=type(self), edition=edition))
        return edition

    def live_edition(self) -> Edition | None:
        """The edition that readers get now, also where it is a notice or a tombstone. Queries."""
        return self.editions.filter(is_live=True).first()

    def _locked_live(self) -> tuple[Any, Edition]:
        article = type(self).objects.select_for_update().get(pk=self.pk)
        live = article.live_edition()
        if live is None or live.status == Edition.Status.WITHDRAWN:
            raise PublicationRefused([_("Readers do not have this article.")])
        return article, live

    def _put_live(self, edition: Edition, previous: Edition | None) -> None:
        if previous:
            Edition.objects.filter(pk=previous.pk).update(is_live=False)
        edition.save(force_insert=True)
        replace_listings(self, edition)
        if previous and previous.slug != edition.slug:
            Redirect.objects.move(previous.get_absolute_url(), edition.get_absolute_url())
        self.save(
            update_fields=[
                "stage",
                "public_status",
                "scheduled_for",
                "first_published_at",
                "updated_at",
                "saved_at",
            ]
        )
