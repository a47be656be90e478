"""Draft, review, approval: where a working copy stands, and who moves it on. One half of the life of an article."""

import datetime
import hashlib
import json
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.event import Event
from articles.models.preflight import article_view
from articles.preflight import Finding, check


class TransitionRefused(ValidationError):
    """Why a step cannot be taken now, in words that say what to do."""


class PublicationRefused(TransitionRefused):
    """What stands in the way of publication, one message each, in words that say what to do."""


class ApprovalQuerySet(models.QuerySet["Approval"]):
    def standing(self) -> "ApprovalQuerySet":
        """Those that nobody has taken back and no change has overtaken."""
        return self.filter(ended_at__isnull=True)


class Approval(models.Model):
    """That somebody has read exactly this content and lets it go out. A change of the content ends it."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="approvals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    digest = models.CharField(max_length=64)
    ended_at = models.DateTimeField(null=True)

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("approval")
        verbose_name_plural = gettext_lazy("approvals")
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(ended_at__isnull=True),
                name="approval_one_standing",
                violation_error_message=gettext_lazy("The article is approved already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.by} {self.at:%Y-%m-%d %H:%M}"


class Workflow(models.Model):
    """The verbs of the desk before publication. Callers have asked for permission before."""

    class Stage(models.TextChoices):
        DRAFT = "draft", gettext_lazy("Draft")
        REVIEW = "review", gettext_lazy("In review")
        APPROVED = "approved", gettext_lazy("Approved")
        PUBLISHED = "published", gettext_lazy("Published")
        SPIKED = "spiked", gettext_lazy("Spiked")

    stage = models.CharField(
        gettext_lazy("stage"), max_length=10, choices=Stage, default=Stage.DRAFT, editable=False
    )

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
    def submit(self, *, by: Any, at: datetime.datetime | None = None) -> None:
        """Hand the draft over for review. Raises ``TransitionRefused`` that names every part that is missing."""
        article = self._locked()
        if article.stage == self.Stage.REVIEW:
            return self.refresh_from_db()
        article._require_stage(self.Stage.DRAFT)
        missing = article._missing_parts()
        if missing:
            raise TransitionRefused(missing)
        return self._move(article, self.Stage.REVIEW, "article.submitted", by, at)

    @transaction.atomic
    def send_back(self, *, by: Any, note: str, at: datetime.datetime | None = None) -> None:
        """Return the article to its writers, with a note that says what is to be done."""
        if not note.strip():
            raise TransitionRefused({"note": _("Say what is to be done.")})
        article = self._locked()
        if article.stage == self.Stage.DRAFT:
            return self.refresh_from_db()
        article._require_stage(self.Stage.REVIEW, self.Stage.APPROVED)
        article._end_approval(at)
        return self._move(article, self.Stage.DRAFT, "article.sent_back", by, at, note=note.strip())

    @transaction.atomic
    def approve(self, *, by: Any, at: datetime.datetime | None = None) -> None:
        """Say that this content may go out. Holds until the content changes.

        An embargo does not stand in the way of approval, only of publication. Raises ``TransitionRefused`` for the only
        reporter of the article (unless ``FOUR_EYES`` is off), ``PublicationRefused`` with everything that is neither mended
        nor waived.
        """
        article = self._locked()
        if article.stage == self.Stage.APPROVED and article.content_is_approved():
            return self.refresh_from_db()
        article._require_stage(self.Stage.REVIEW, self.Stage.APPROVED)
        if settings.FOUR_EYES and article.is_only_reporter(by):
            raise TransitionRefused(_("Somebody else has to approve what you alone reported."))
        at = at or timezone.now()
        findings = article.preflight(max([at, *article.embargoes()]))
        if any(finding.is_open for finding in findings):
            raise PublicationRefused([finding.message for finding in findings if finding.is_open])
        article._give_approval(by, at)
        return self._move(article, self.Stage.APPROVED, "article.approved", by, at)

    @transaction.atomic
    def content_changed(self, *, by: Any, at: datetime.datetime | None = None) -> bool:
        """Take the approval back if what was approved is not what stands here now, and say whether it was taken back.

        An approved article goes back to review; of a published one the changes are a draft again, while readers
        keep the live edition. Everything that writes content calls this. Queries.
        """
        if self.stage not in (self.Stage.APPROVED, self.Stage.PUBLISHED):
            return False
        article = self._locked()
        if article.content_is_approved():
            return False
        article._end_approval(at)
        back = self.Stage.REVIEW if article.stage == self.Stage.APPROVED else self.Stage.DRAFT
        self._move(article, back, "article.changed", by, at)
        return True

    def content_is_approved(self) -> bool:
        """Whether somebody's approval stands for exactly this content, or readers have exactly this. Queries."""
        standing = self.standing_approval()
        if standing is None:  # from before approvals were kept
            live = self.live_edition() if self.stage == self.Stage.PUBLISHED else None
            return live is not None and self._candidate(live.at, live).content_hash == live.content_hash
        return standing.digest == self.content_digest()

    def standing_approval(self) -> Approval | None:
        """Who let this content go out, and when. Queries."""
        return self.approvals.standing().select_related("by").first()

    def content_digest(self) -> str:
        """What stands for everything that an approval covers: the working copy and who says what in it. Queries.

        When it may go out is not content; neither is the verification of a quotation, which only makes it better.
        """
        content = {key: value for key, value in self.snapshot().items() if key != "embargo_until"}
        for use in content["quote_uses"]:
            use.pop("quote__status", None)
        content["said"] = list(
            self.quote_uses.in_text()
            .order_by("place", "ordinal", "id")
            .values_list(
                "quote__text",
                "quote__speaker_person",
                "quote__speaker_organization",
                "quote__speaker_label",
                "quote__record",
            )
        )
        anonymous = self.quote_uses.in_text().filter(quote__confidential_source__isnull=False)
        if anonymous.exists():  # what readers are told of them is approved with the text
            content["anonymous"] = list(
                anonymous.order_by("place", "ordinal", "id").values_list(
                    "quote__confidential_source__public_description",
                    "quote__confidential_source__public_reason",
                )
            )
        canonical = json.dumps(content, sort_keys=True, default=str)
        return hashlib.sha256(canonical.encode()).hexdigest()

    def is_only_reporter(self, user: Any) -> bool:
        """Whether this person's is the only reporting byline. Queries."""
        if user is None or user.pk is None:
            return False
        reporters = set(self.bylines.filter(role="reporting").values_list("author__user", flat=True))
        return reporters == {user.pk}

    def embargoes(self) -> list[datetime.datetime]:
        """The ends of every embargo that binds the article: its own, those of the occasions it quotes and of the pictures it
        shows. Queries."""
        said = self.quote_uses.in_text().confirmed().filter(quote__occasion__embargo_until__isnull=False)
        ends = set(said.order_by().values_list("quote__occasion__embargo_until", flat=True))
        ends |= {self.embargo_until, *(image.embargo_until for image in self.images().values())}
        return sorted(ends - {None})

    def _missing_parts(self) -> list[str]:
        parts = (
            (self.headline.strip(), _("Write a headline.")),
            (self.body_text.strip(), _("The text is empty.")),
            (self.bylines.exists(), _("Add a byline.")),
            (self.section_id, _("Choose a section.")),
        )
        return [message for is_there, message in parts if not is_there]

    def _require_approval(self, by: Any, at: datetime.datetime, *, may_stand_in: bool = False) -> None:
        """Refuse to let content out that nobody approved.

        Without ``FOUR_EYES``, and where ``may_stand_in`` says that sending it out is approval enough (an editor's update of what
        readers have already), the one who sends it out approves it by that, unless it is the only reporter.
        """
        if self.content_is_approved():
            return
        if not settings.FOUR_EYES or (may_stand_in and not self.is_only_reporter(by)):
            self._end_approval(at)
            self._give_approval(by, at)
            return
        raise PublicationRefused(
            [_("Nobody has approved this text: send it to review and have it approved.")]
        )

    def _give_approval(self, by: Any, at: datetime.datetime) -> None:
        self._end_approval(at)
        self.approvals.create(by=by, at=at, digest=self.content_digest())

    def _end_approval(self, at: datetime.datetime | None) -> None:
        self.approvals.standing().update(ended_at=at or timezone.now())

    def _locked(self) -> Any:
        """This article as the database has it, held until the transaction ends."""
        return type(self).objects.select_for_update().get(pk=self.pk)

    def _require_stage(self, *stages: str) -> None:
        if self.stage not in stages:
            names = ", ".join(str(self.Stage(stage).label) for stage in stages)
            raise TransitionRefused(
                _("The article is at “%(stage)s”. This step starts from: %(stages)s.")
                % {"stage": self.get_stage_display(), "stages": names}
            )

    def _move(
        self, article: Any, stage: str, event: str, by: Any, at: datetime.datetime | None, **data: Any
    ) -> None:
        was, article.stage = article.stage, stage
        article.save(update_fields=["stage", "saved_at"])
        Event.objects.create(
            kind=event, article=article, by=by, at=at or timezone.now(), data={"was": was, **data}
        )
        self.refresh_from_db()
