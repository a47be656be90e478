from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models.fields import Precision, ShortIdField, validate_day


class OccasionQuerySet(models.QuerySet["Occasion"]):
    def public(self) -> "OccasionQuerySet":
        """Occasions of statements that readers have: others are the newsroom's own business."""
        rows = apps.get_model("articles.EditionQuote").objects.filter(occasion=OuterRef("pk"))
        return self.filter(Exists(rows))


class Occasion(models.Model):
    """The event or document at which several statements fell; their date, place and source are given once here."""

    class Kind(models.TextChoices):
        INTERVIEW = "interview", _("interview")
        PRESS_CONFERENCE = "press_conference", _("press conference")
        PRESS_REMARKS = "press_remarks", _("remarks to the press")
        SPEECH = "speech", _("speech")
        STATEMENT = "statement", _("statement")
        HEARING = "hearing", _("hearing")
        DOCUMENT = "document", _("document")
        SOCIAL_POST = "social_post", _("social media post")
        BROADCAST = "broadcast", _("broadcast")
        OTHER = "other", _("other")

    short_id = ShortIdField(_("id"))
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    on = models.DateField(_("date"), null=True, blank=True, validators=[validate_day])
    precision = models.CharField(
        _("date known to the"), max_length=8, choices=Precision, default=Precision.DAY
    )
    place = models.CharField(_("place"), max_length=160, blank=True)
    addressee = models.CharField(_("said to"), max_length=160, blank=True)
    source = models.ForeignKey(
        "articles.Source",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="occasions",
        verbose_name=_("source"),
    )
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)

    objects = OccasionQuerySet.as_manager()

    class Meta:
        verbose_name = _("occasion")
        verbose_name_plural = _("occasions")
        ordering = ["-on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(precision="unknown") | Q(on__isnull=False),
                name="occasion_has_date_or_says_unknown",
                violation_error_message=_("Give the date, or say that it is unknown."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def as_json(self) -> dict:
        return {"short_id": self.short_id, "title": self.title, "kind": self.kind}
