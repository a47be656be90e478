"""What the public gets: the first edition, updates, and the withdrawal of everything."""

import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.edition import Edition
from articles.models.edition_content import build_edition, build_tombstone
from articles.models.event import Event
from articles.models.listing_rows import replace_listings
from articles.models.redirect import Redirect
from articles.models.workflow import PublicationRefused, TransitionRefused
from articles.signals import edition_published, edition_put_live, edition_withdrawn

MORE_THAN_MINOR = ("number-changed", "name-changed", "quotation-changed")


class Publication(models.Model):
    """Publishing, updating and withdrawing. Callers have asked for permission before."""

    class PublicStatus(models.TextChoices):
        NEVER = "never", gettext_lazy("Never published")
        SCHEDULED = "scheduled", gettext_lazy("Scheduled")
        LIVE = "live", gettext_lazy("Live")
        RETRACTED = "retracted", gettext_lazy("Retracted")
        WITHDRAWN = "withdrawn", gettext_lazy("Withdrawn")

    public_status = models.CharField(
        gettext_lazy("public status"),
        max_length=10,
        choices=PublicStatus,
        default=PublicStatus.NEVER,
        editable=False,
    )
    first_published_at = models.DateTimeField(
        gettext_lazy("first published"), null=True, blank=True, editable=False
    )
    updated_at = models.DateTimeField(
        gettext_lazy("updated for readers"), null=True, blank=True, editable=False
    )

    class Meta:
        abstract = True

    @transaction.atomic
    def publish(self, *, by: Any, at: datetime.datetime | None = None, **details: Any) -> Edition:
        """Write the edition that readers get from now on and return it.

        ``at`` is the time readers see; it is now unless an archive is loaded. Publishing what is live already,
        unchanged, returns the live edition; ``details`` are kept with the event. Raises ``PublicationRefused`` with
        everything that stands in the way, the missing approval included.
        """
        at = at or timezone.now()
        article = self._locked()
        article._require_approval(by, at)
        kind = Edition.Kind.UPDATE if article.first_published_at else Edition.Kind.PUBLISH
        return self._go_out(article, kind, by, at, **details)

    @transaction.atomic
    def update_live(self, *, by: Any, at: datetime.datetime | None = None, note: str = "") -> Edition:
        """Publish the changes of a live article; readers see the time. Whoever does it has approved it by that."""
        at = at or timezone.now()
        article = self._locked()
        article._require_live()
        article._require_approval(by, at, may_stand_in=True)
        return self._go_out(article, Edition.Kind.UPDATE, by, at, note=note)

    @transaction.atomic
    def update_minor(self, *, by: Any, at: datetime.datetime | None = None) -> Edition:
        """Publish small changes of a live article without a time that readers see.

        Raises ``PublicationRefused`` that names each quotation, number or name which has changed.
        """
        at = at or timezone.now()
        article = self._locked()
        article._require_live()
        reasons = article.more_than_minor(at)
        if reasons:
            raise PublicationRefused(reasons)
        article._require_approval(by, at, may_stand_in=True)
        return self._go_out(article, Edition.Kind.MINOR, by, at)

    @transaction.atomic
    def withdraw(self, *, by: Any, reason: str, at: datetime.datetime | None = None) -> Edition:
        """Take the article away from readers; its address answers 410 from now on. Again: returns the tombstone."""
        if not reason.strip():
            raise TransitionRefused({"reason": _("Say why the article is withdrawn.")})
        at = at or timezone.now()
        article = self._locked()
        live = article.live_edition()
        if live is None:
            raise PublicationRefused([_("Readers do not have this article.")])
        if live.status == Edition.Status.WITHDRAWN:
            return live
        article.public_status = self.PublicStatus.WITHDRAWN
        edition = build_tombstone(article, live, at=at, by=by)
        article._put_live(edition, live)
        article._end_schedule("cancelled", by, at)
        Event.objects.create(
            kind="article.withdrawal", article=article, by=by, at=at, data={"reason": reason.strip()}
        )
        self.refresh_from_db()
        transaction.on_commit(lambda: edition_withdrawn.send(sender=type(self), edition=edition))
        return edition

    def more_than_minor(self, at: datetime.datetime | None = None) -> list[str]:
        """Why the changes of a live article are more than minor, one message each; empty when they are not. Queries.

        What preflight says of numbers, names and quotations cannot be waived here: then it is an update.
        """
        at, live = at or timezone.now(), self.live_edition()
        new = self._candidate(at, live)
        found = [f for f in self.preflight(at, Edition.Kind.MINOR) if f.rule in MORE_THAN_MINOR]
        reasons = [finding.message for finding in found]
        if _attributions(live) != _attributions(new) and "quotation-changed" not in {f.rule for f in found}:
            reasons.append(_("A quotation or its speaker changed."))
        if _credits(live) != _credits(new):
            reasons.append(_("The byline changed."))
        return reasons

    def live_edition(self) -> Edition | None:
        """The edition that readers get now, also where it is a notice or a tombstone. Queries."""
        return self.editions.filter(is_live=True).first()

    @property
    def has_pending_changes(self) -> bool:
        """Whether the working copy says something that readers do not have yet, beside a live edition."""
        return self.public_status == self.PublicStatus.LIVE and self.stage != "published"

    def _candidate(self, at: datetime.datetime, live: Edition | None) -> Edition:
        return build_edition(self, at=at, by=None, previous=live)

    def _require_live(self) -> None:
        if self.public_status != self.PublicStatus.LIVE:
            raise PublicationRefused([_("Only an article that readers have can be updated or corrected.")])

    def _go_out(
        self, article: Any, kind: str, by: Any, at: datetime.datetime, note: str = "", **details: Any
    ) -> Edition:
        """Write the edition of the locked article, unless readers have exactly that."""
        blockers = article.publication_blockers(at, kind)
        if article.public_status == self.PublicStatus.RETRACTED:
            blockers.append(_("The article was retracted; readers keep the notice."))
        if blockers:
            raise PublicationRefused(blockers)
        live = article.live_edition()
        before = article.updated_at
        article.first_published_at = article.first_published_at or at
        if live and kind != Edition.Kind.MINOR:
            article.updated_at = at
        edition = build_edition(article, at=at, by=by, kind=kind, previous=live)
        is_new = not (live and live.content_hash == edition.content_hash)
        article.stage, article.public_status = "published", self.PublicStatus.LIVE
        if is_new:
            why = _("Edition %(number)d") % {"number": edition.number}
            edition.revision = article.revisions.model.objects.record(article, by, why, at)
            article._put_live(edition, live)
            Event.objects.create(
                kind=f"article.{kind}",
                article=article,
                by=by,
                at=at,
                data={"edition": edition.number, "note": note, **details},
            )
            transaction.on_commit(lambda: edition_published.send(sender=type(self), edition=edition))
        else:
            article.updated_at = before
            article.save(update_fields=["stage", "public_status", "saved_at"])
        article._end_schedule("published" if details.get("scheduled") else "cancelled", by, at)
        self.refresh_from_db()
        return edition if is_new else live

    def _put_live(self, edition: Edition, previous: Edition | None) -> None:
        if previous:
            Edition.objects.filter(pk=previous.pk).update(is_live=False)
        edition.save(force_insert=True)
        replace_listings(self, edition)
        if previous and previous.slug != edition.slug:
            Redirect.objects.move(previous.get_absolute_url(), edition.get_absolute_url())
        self.save(update_fields=["stage", "public_status", "first_published_at", "updated_at", "saved_at"])
        edition_put_live.send(sender=type(self), edition=edition, previous=previous)


def _attributions(edition: Edition) -> list[tuple[str, str, str]]:
    """Which words of whom the edition has as quotations."""
    return [
        (record["short_id"], record["text"], (record["speaker"] or {}).get("name", ""))
        for record in edition.quotes
    ]


def _credits(edition: Edition) -> list[tuple[str, str]]:
    return [(byline["credited_as"], byline["role"]) for byline in edition.bylines]
