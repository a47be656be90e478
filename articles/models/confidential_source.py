"""Whom the newsroom quotes and does not name. Who it is stands nowhere in this system."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from articles.models.event import Event
from articles.text.codenames import random_codename

STANDARDS = "Standards editor"


def may_judge_sources(user: Any) -> bool:
    """Whether somebody was given the right to approve confidential sources. To be a superuser is not enough. Queries."""
    if user.pk is None or not user.is_active:
        return False
    given = Permission.objects.filter(codename="approve_confidentialsource").filter(
        Q(user=user) | Q(group__user=user)
    )
    return user.groups.filter(name=STANDARDS).exists() or given.exists()


class ConfidentialSourceQuerySet(models.QuerySet["ConfidentialSource"]):
    def visible_to(self, user: Any) -> "ConfidentialSourceQuerySet":
        """Those that this person asked for or knows, and all for whoever judges them. Superusers see no more than others."""
        if user.pk is None:
            return self.none()
        if may_judge_sources(user):
            return self
        known = self.model.known_by.through.objects.filter(user=user).values("confidentialsource")
        return self.filter(Q(requested_by=user) | Q(pk__in=known))

    def hidden_from(self, user: Any) -> "ConfidentialSourceQuerySet":
        return self.exclude(pk__in=self.visible_to(user).values("pk"))

    def leave_views(self, by: Any) -> None:
        """Keep that somebody has looked at each of these."""
        Event.objects.bulk_create(
            Event(kind="source.viewed", confidential_source=source, by=by) for source in self
        )

    def waiting(self) -> "ConfidentialSourceQuerySet":
        """Those about which nobody has decided yet."""
        return self.filter(decision="")

    def waiting_for(self, user: Any) -> "ConfidentialSourceQuerySet":
        """Those that this person can decide about."""
        return (
            self.waiting().visible_to(user).exclude(requested_by=user)
            if may_judge_sources(user)
            else self.none()
        )

    @sensitive_variables()
    @transaction.atomic
    def request(
        self,
        *,
        by: Any,
        public_description: str,
        public_reason: str,
        known_by: Iterable[Any] = (),
        at: datetime.datetime | None = None,
    ) -> "ConfidentialSource":
        """Ask that somebody may be quoted without a name. Another person decides."""
        source = self.model(
            codename=self._free_codename(),
            public_description=" ".join(public_description.split()),
            public_reason=" ".join(public_reason.split()),
            requested_by=by,
            requested_at=at or timezone.now(),
        )
        source.full_clean()
        source.save(force_insert=True)
        source.known_by.set(known_by)
        source.leave_event("source.requested", by, source.requested_at)
        return source

    def _free_codename(self) -> str:
        for _try in range(20):
            name = random_codename()
            if not self.model.objects.filter(codename=name).exists():
                return name
        return f"{random_codename()} {self.model.objects.count() + 1}"


class ConfidentialSource(models.Model):
    """Somebody who is quoted by description only: what readers are told, why, who asked for it and who let it pass.

    There is no field for who it is, and none for notes in which it could be written.
    """

    class Decision(models.TextChoices):
        APPROVED = "approved", _("approved")
        REFUSED = "refused", _("refused")

    codename = models.CharField(_("codename"), max_length=60, unique=True, editable=False)
    public_description = models.CharField(
        _("what readers are told"), max_length=160, help_text=_("In place of a name: a port official")
    )
    public_reason = models.CharField(
        _("why no name is given"),
        max_length=300,
        blank=True,
        help_text=_("Readers see it, too: because the person feared to lose the job"),
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("asked for by"),
        editable=False,
    )
    requested_at = models.DateTimeField(_("asked for"), default=timezone.now, editable=False)
    decision = models.CharField(
        _("decision"), max_length=8, choices=Decision, blank=True, default="", editable=False
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
        editable=False,
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    remark = models.CharField(_("what has to change"), max_length=300, blank=True, editable=False)
    known_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="+",
        verbose_name=_("who else knows the person"),
        help_text=_("They see this record and may quote the same source."),
    )

    objects = ConfidentialSourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("confidential source")
        verbose_name_plural = _("confidential sources")
        ordering = ["-requested_at", "-id"]
        permissions = [("approve_confidentialsource", _("Can approve confidential sources"))]
        constraints = [
            models.CheckConstraint(
                condition=~Q(public_description=""),
                name="confidential_source_is_described",
                violation_error_message=_("Say what readers are told in place of a name."),
            ),
            models.CheckConstraint(
                condition=~Q(decision="approved") | ~Q(public_reason=""),
                name="confidential_source_approved_gives_reason",
                violation_error_message=_("Readers are told why no name is given: write the reason first."),
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("requested_by")),
                name="confidential_source_second_person",
                violation_error_message=_("Somebody else than who asked for it has to decide."),
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_by__isnull=True, decided_at__isnull=True)
                | Q(decision__in=["approved", "refused"], decided_by__isnull=False, decided_at__isnull=False),
                name="confidential_source_decision_says_who_and_when",
                violation_error_message=_("A decision says who made it, and when."),
            ),
            models.CheckConstraint(
                condition=~Q(decision="refused") | ~Q(remark=""),
                name="confidential_source_refusal_says_why",
                violation_error_message=_("Say what has to change."),
            ),
        ]

    def __str__(self) -> str:
        return self.codename

    def __repr__(self) -> str:
        """Says nothing: this is what logs and error reports print."""
        return "<ConfidentialSource>"

    @property
    def name(self) -> str:
        """What stands where others have a name."""
        return self.public_description

    @property
    def is_approved(self) -> bool:
        return self.decision == self.Decision.APPROVED

    def approve(self, *, by: Any, at: datetime.datetime | None = None) -> None:
        """Let the source be quoted with this description and this reason. Again: changes nothing."""
        self._decide(self.Decision.APPROVED, "", by, at)

    def refuse(self, *, by: Any, remark: str, at: datetime.datetime | None = None) -> None:
        """Say that it may not stand like this, and what has to change."""
        if not remark.strip():
            raise ValidationError({"remark": _now("Say what has to change.")})
        self._decide(self.Decision.REFUSED, " ".join(remark.split()), by, at)

    @sensitive_variables()
    @transaction.atomic
    def change(
        self, *, by: Any, public_description: str, public_reason: str, at: datetime.datetime | None = None
    ) -> None:
        """Tell readers something else. Whatever was decided about the former words ends with them."""
        source = self._locked()
        words = " ".join(public_description.split()), " ".join(public_reason.split())
        if words == (source.public_description, source.public_reason):
            return
        source.public_description, source.public_reason = words
        source.decision, source.decided_by, source.decided_at, source.remark = "", None, None, ""
        source.full_clean()
        source.save()
        source.leave_event("source.changed", by, at)
        self.refresh_from_db()

    @transaction.atomic
    def share(self, *, by: Any, known_by: Iterable[Any], at: datetime.datetime | None = None) -> None:
        """Set who else knows the person."""
        before = set(self.known_by.values_list("pk", flat=True))
        self.known_by.set(known_by)
        if before != set(self.known_by.values_list("pk", flat=True)):
            self.leave_event("source.shared", by, at)

    def leave_event(self, kind: str, by: Any, at: datetime.datetime | None = None) -> None:
        """Keep that somebody did something about it; never what it says."""
        Event.objects.create(kind=kind, confidential_source=self, by=by, at=at or timezone.now())

    @sensitive_variables()
    @transaction.atomic
    def _decide(self, decision: str, remark: str, by: Any, at: datetime.datetime | None) -> None:
        source, at = self._locked(), at or timezone.now()
        if source.decision != decision or source.remark != remark:
            source.decision, source.remark = decision, remark
            source.decided_by, source.decided_at = by, at
            source.full_clean()
            source.save()
            source.leave_event(f"source.{decision}", by, at)
        self.refresh_from_db()

    def _locked(self) -> "ConfidentialSource":
        return ConfidentialSource.objects.select_for_update().get(pk=self.pk)
