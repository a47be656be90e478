"""Taking an article back before everybody's eyes: one asks, another one agrees, the address keeps a notice."""

import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.edition import Edition
from articles.models.edition_content import build_retraction
from articles.models.event import Event
from articles.models.workflow import PublicationRefused, TransitionRefused
from articles.signals import edition_published


class RetractionQuerySet(models.QuerySet["Retraction"]):
    def waiting(self) -> "RetractionQuerySet":
        """Those that were asked for and neither agreed to nor declined."""
        return self.filter(agreed_at__isnull=True, declined_at__isnull=True)

    def waiting_for(self, user: Any) -> "RetractionQuerySet":
        """Those that this person could complete as the second one, see ``may_be_agreed_by``."""
        people = get_user_model().objects
        found = Q(pk__in=[])
        for own, other in (PAIR, PAIR[::-1]):
            if user.has_perm(own):
                found |= Q(requested_by__in=people.with_perm(other, backend=BACKEND).values("pk"))
        return self.waiting().exclude(requested_by=user).filter(found)

    def agreed(self) -> "RetractionQuerySet":
        return self.filter(agreed_at__isnull=False)


class Retraction(models.Model):
    """The request to retract an article, and what a second person said to it."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="retractions")
    notice = models.TextField(gettext_lazy("notice to readers"))
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(default=timezone.now)
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    declined_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    declined_at = models.DateTimeField(null=True)

    objects = RetractionQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("retraction")
        verbose_name_plural = gettext_lazy("retractions")
        ordering = ["-requested_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(notice=""),
                name="retraction_has_notice",
                violation_error_message=gettext_lazy("Tell readers why the article is retracted."),
            ),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("requested_by")),
                name="retraction_by_two_people",
                violation_error_message=gettext_lazy("Somebody else than who asked has to agree."),
            ),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True, agreed_at__isnull=True)
                | Q(agreed_by__isnull=False, agreed_at__isnull=False, declined_at__isnull=True),
                name="retraction_agreed_has_who_and_when",
                violation_error_message=gettext_lazy("Agreement has a person and a time."),
            ),
            models.CheckConstraint(
                condition=Q(declined_by__isnull=True, declined_at__isnull=True)
                | Q(declined_by__isnull=False, declined_at__isnull=False),
                name="retraction_declined_has_who_and_when",
                violation_error_message=gettext_lazy("A refusal has a person and a time."),
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(agreed_at__isnull=True, declined_at__isnull=True),
                name="retraction_one_waiting",
                violation_error_message=gettext_lazy("Somebody has asked for this already."),
            ),
        ]

    def __str__(self) -> str:
        return self.notice

    def may_be_agreed_by(self, user: Any) -> bool:
        """Whether this person completes the pair: somebody of standards and a publisher, two people. Queries."""
        if user.pk == self.requested_by_id:
            return False
        asked, agrees = (
            {name for name in PAIR if person.has_perm(name)} for person in (self.requested_by, user)
        )
        standards, publisher = PAIR
        return (standards in asked and publisher in agrees) or (publisher in asked and standards in agrees)


PAIR = ("articles.judge_retraction", "articles.publish_article")
BACKEND = "articles.permissions.NewsroomBackend"


class Retracting(models.Model):
    """The verbs of a retraction. Callers have asked for permission before."""

    class Meta:
        abstract = True

    @transaction.atomic
    def request_retraction(self, *, by: Any, notice: str, at: datetime.datetime | None = None) -> Retraction:
        """Ask for a retraction with this notice to readers. Again, by whomever: returns the request that waits."""
        if not notice.strip():
            raise TransitionRefused({"notice": _("Tell readers why the article is retracted.")})
        at = at or timezone.now()
        article = self._locked()
        if article.public_status != "live":
            raise PublicationRefused([_("Only an article that readers have can be retracted.")])
        waiting = article.waiting_retraction()
        if waiting:
            return waiting
        made = article.retractions.create(notice=notice.strip(), requested_by=by, requested_at=at)
        Event.objects.create(kind="article.retraction_requested", article=article, by=by, at=at)
        return made

    @transaction.atomic
    def agree_retraction(self, *, by: Any, at: datetime.datetime | None = None) -> Edition:
        """Retract what another person asked to retract; readers get the notice in place of the words.

        Of the two one has to be of standards and one a publisher. Raises ``TransitionRefused`` otherwise.
        """
        at = at or timezone.now()
        article = self._locked()
        live = article.live_edition()
        if article.public_status == "retracted":
            return live
        waiting = article.waiting_retraction()
        if waiting is None or article.public_status != "live":
            raise TransitionRefused(_("Nobody has asked for a retraction of this article."))
        if not waiting.may_be_agreed_by(by):
            raise TransitionRefused(
                _(
                    "A retraction takes two people: a standards editor and a publisher, one asks and the other agrees."
                )
            )
        waiting.agreed_by, waiting.agreed_at = by, at
        waiting.save(update_fields=["agreed_by", "agreed_at"])
        article.corrections.create(kind="retraction", note=waiting.notice, by=by, at=at)
        article.public_status, article.updated_at = "retracted", at
        edition = build_retraction(article, live, notice=waiting.notice, at=at, by=by)
        article._put_live(edition, live)
        article._end_schedule("cancelled", by, at)
        Event.objects.create(
            kind="article.retraction",
            article=article,
            by=by,
            at=at,
            data={"edition": edition.number, "requested_by": waiting.requested_by_id},
        )
        self.refresh_from_db()
        transaction.on_commit(lambda: edition_published.send(sender=type(self), edition=edition))
        return edition

    @transaction.atomic
    def decline_retraction(self, *, by: Any, at: datetime.datetime | None = None) -> None:
        """Take a request for retraction off the table: the one who asked takes it back, or another one declines."""
        at = at or timezone.now()
        article = self._locked()
        waiting = article.waiting_retraction()
        if waiting is None:
            return
        waiting.declined_by, waiting.declined_at = by, at
        waiting.save(update_fields=["declined_by", "declined_at"])
        Event.objects.create(kind="article.retraction_declined", article=article, by=by, at=at)

    def waiting_retraction(self) -> Retraction | None:
        """The request that nobody has answered yet. Queries."""
        return self.retractions.waiting().select_related("requested_by").first()
