"""What editors put on the front of the paper and of its sections, where and from when until when."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _


class FrontPage(models.Model):
    """The front of the paper, or of one section. Whatever is not placed is filled with the latest stories."""

    section = models.ForeignKey(
        "articles.Section",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="fronts",
        verbose_name=_("section"),
        help_text=_("Empty: the front page of the paper."),
    )

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")
        ordering = [F("section__order").asc(nulls_first=True), "section__name"]
        constraints = [
            models.UniqueConstraint(
                Coalesce("section", Value(0)),
                name="front_page_once",
                violation_error_message=_("This front is there already: change that one."),
            )
        ]

    def __str__(self) -> str:
        return self.section.name if self.section else str(_("Front page"))

    def get_absolute_url(self) -> str:
        return self.section.get_absolute_url() if self.section else "/"


class Strip(models.Model):
    """A row of stories of one section on the front of the paper."""

    class Look(models.TextChoices):
        PLAIN = "plain", _("four stories")
        FEATURE = "feature", _("one large, four small")
        OPINION = "opinion", _("opinions with their authors")

    front = models.ForeignKey(FrontPage, models.CASCADE, related_name="strips", verbose_name=_("front page"))
    section = models.ForeignKey(
        "articles.Section", models.CASCADE, related_name="strips", verbose_name=_("section")
    )
    look = models.CharField(_("look"), max_length=8, choices=Look, default=Look.PLAIN)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("strip")
        verbose_name_plural = _("strips by section")
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["front", "section"],
                name="strip_once",
                violation_error_message=_("This section has a strip already."),
            )
        ]

    def __str__(self) -> str:
        return self.section.name


class PlacementQuerySet(models.QuerySet["Placement"]):
    def not_over(self, at: datetime.datetime) -> "PlacementQuerySet":
        """Those that are shown at that time or will be."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at))

    def in_order(self) -> "PlacementQuerySet":
        return self.order_by("order", "id")


class Placement(models.Model):
    """A story in a slot, for as long as it is to stay there. Readers get it only while the story is live."""

    class Slot(models.TextChoices):
        LEAD = "lead", _("Lead")
        SECONDARY = "secondary", _("Below the lead")
        RAIL = "rail", _("Rail")
        STRIP = "strip", _("Strip of its section")

    front = models.ForeignKey(
        FrontPage, models.CASCADE, related_name="placements", verbose_name=_("front page")
    )
    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="placements", verbose_name=_("article")
    )
    slot = models.CharField(_("slot"), max_length=9, choices=Slot, default=Slot.SECONDARY)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placed stories")
        ordering = ["order", "id"]
        indexes = [models.Index(fields=["front", "order", "id"], name="placement_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at=None) | Q(ends_at=None) | Q(starts_at__lt=F("ends_at")),
                name="placement_ends_after_it_starts",
                violation_error_message=_("It ends before it starts: put a later time under “until”."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_slot_display()} · {self.article}"

    def clean(self) -> None:
        if self.slot == self.Slot.STRIP and self.front_id and self.front.section_id:
            raise ValidationError({"slot": _("Only the front page of the paper has strips.")})

    def is_shown(self, at: datetime.datetime) -> bool:
        """Whether its time is now; whether its story is live is another question."""
        return (self.starts_at is None or self.starts_at <= at) and (
            self.ends_at is None or at < self.ends_at
        )


class BannerQuerySet(models.QuerySet["Banner"]):
    def not_over(self, at: datetime.datetime) -> "BannerQuerySet":
        """Those that are shown at that time or will be, the youngest first."""
        return self.filter(ends_at__gt=at).order_by("-starts_at", "-id")


def check_link(link: str) -> None:
    """A page of the site, or of another one over HTTPS; nothing that a browser would run."""
    if not (link.startswith("https://") or (link.startswith("/") and not link.startswith("//"))):
        raise ValidationError(_("Write an address that begins with / for a page of ours, or with https://."))


class Banner(models.Model):
    """A line of breaking news above the front, which ends by itself."""

    text = models.CharField(_("text"), max_length=160)
    link = models.CharField(
        _("link"),
        max_length=300,
        blank=True,
        validators=[check_link],
        help_text=_("Such as /articles/…; empty while there is nothing to read yet."),
    )
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))

    objects = BannerQuerySet.as_manager()

    class Meta:
        verbose_name = _("breaking banner")
        verbose_name_plural = _("breaking banners")
        ordering = ["-starts_at", "-id"]
        indexes = [models.Index(fields=["ends_at"], name="banner_by_end")]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__lt=F("ends_at")),
                name="banner_ends_after_it_starts",
                violation_error_message=_("It ends before it starts: put a later time under “until”."),
            )
        ]

    def __str__(self) -> str:
        return self.text

    def is_shown(self, at: datetime.datetime) -> bool:
        return self.starts_at <= at < self.ends_at

    def as_json(self) -> dict[str, Any]:
        return {"text": self.text, "link": self.link, "at": self.starts_at, "until": self.ends_at}
