"""Telling readers what was wrong and what is right."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition
from articles.models.workflow import TransitionRefused
from articles.signals import quotation_corrected


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def public(self) -> "CorrectionQuerySet":
        """Those of articles that readers have, or have the notice of."""
        return self.filter(article__public_status__in=["live", "retracted"])

    def for_listing(self) -> "CorrectionQuerySet":
        """Each with the headline and the address that readers have now. One statement."""
        live = Edition.objects.filter(article=OuterRef("article"), is_live=True)
        return self.annotate(
            **{name: Subquery(live.values(name)) for name in ("headline", "slug", "short_id", "language")}
        )


class Correction(models.Model):
    """What was wrong, what is right, said to the reader. Never hidden, never deleted."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")
        UPDATE = "update", _("Update")
        EDITORS_NOTE = "editors_note", _("Editor's note")
        RETRACTION = "retraction", _("Retraction")

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="corrections")
    quote = models.ForeignKey(
        "articles.Quote",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("quotation"),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.CORRECTION)
    note = models.TextField(_("note to readers"))
    wrong = models.TextField(_("what was wrong"), blank=True)
    right = models.TextField(_("what is right"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
        editable=False,
    )
    at = models.DateTimeField(_("at"), default=timezone.now)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["-at", "-id"], name="correction_newest")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(note=""),
                name="correction_has_note",
                violation_error_message=_("Tell readers what was wrong and what is right."),
            )
        ]

    def __str__(self) -> str:
        return self.note

    def as_json(self) -> dict:
        return {
            "kind": self.kind,
            "note": self.note,
            "wrong": self.wrong,
            "right": self.right,
            "quote": self.quote.short_id if self.quote_id else None,
            "at": self.at.isoformat(),
        }


class Correcting(models.Model):
    """The verb that puts something right. Callers have asked for permission before."""

    class Meta:
        abstract = True

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
        """Publish the working copy together with a note to readers that stands above the text from now on.

        ``kind`` is one of ``NOTES``. The record of a quotation that is corrected takes the words that the text has now.
        Whoever corrects has approved the text by that. Raises ``PublicationRefused`` with
        everything that stands in the way.
        """
        if not note.strip():
            raise TransitionRefused({"note": _now("Tell readers what was wrong and what is right.")})
        if kind not in NOTES:
            raise TransitionRefused({"kind": _now("Choose what kind of note it is.")})
        at = at or timezone.now()
        article = self._locked()
        article._require_live()
        if quote is not None and kind == Correction.Kind.CORRECTION:
            quotation_corrected.send(sender=type(self), article=article, quote=quote, wrong=wrong, by=by)
            article.refresh_from_db()
        article._require_approval(by, at, may_stand_in=True)
        self.corrections.create(
            kind=kind, note=note.strip(), wrong=wrong.strip(), right=right.strip(), quote=quote, by=by, at=at
        )
        edition_kind = Edition.Kind.UPDATE if kind == Correction.Kind.UPDATE else Edition.Kind.CORRECTION
        return self._go_out(article, edition_kind, by, at, note=note.strip())


NOTES = ("correction", "clarification", "update", "editors_note")
