"""Pictures of the library: what a newsroom must know of them, and where they were used."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models.fields import ShortIdField
from articles.text.figures import figure_ids
from articles.text.slugs import new_short_id

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000  # more is refused before anything is decoded
FORMATS = ("avif", "webp", "jpeg")  # best first; the last is what every browser knows
MASTERS, PUBLIC = "masters", "images"  # folders of the storage; only the second is served
PLAIN_WIDTH = 1280  # the file for whoever takes just one
SHAPES = {
    "16x9": (16, 9),
    "4x3": (4, 3),
    "1x1": (1, 1),
}  # what search engines cut a picture to; we cut it ourselves


def new_name(folder: str, ending: str) -> str:
    """A name that cannot be guessed, so that pictures of unpublished articles stay unseen."""
    return f"{folder}/{new_short_id()}{new_short_id()}{ending}"


def upload_path(image: "Image", filename: str) -> str:
    suffix = filename.rsplit(".", 1)[-1].lower()[:5] if "." in filename else "bin"
    return new_name(MASTERS, f".{suffix}")


def check_upload(file: Any) -> None:
    """Refuse a picture that is too heavy, before anything decodes it."""
    if file.size > MAX_BYTES:
        raise ValidationError(_("This file is larger than 20 MB. Export a smaller copy and upload that."))


class ImageQuerySet(models.QuerySet["Image"]):
    def with_usage(self) -> "ImageQuerySet":
        """Each image with whether readers get it now (``is_public``) and whether they ever did (``was_public``)."""
        editions = EditionImage.objects.filter(image=OuterRef("pk"))
        return self.annotate(is_public=Exists(editions.live()), was_public=Exists(editions))

    def expired(self, on: datetime.date) -> "ImageQuerySet":
        """Those that may not be used any more on that day."""
        return self.filter(rights_until__lt=on)

    def expiring(self, first: datetime.date, last: datetime.date) -> "ImageQuerySet":
        """Those whose last day is one of these."""
        return self.filter(rights_until__range=(first, last))


class Image(models.Model):
    """A picture with what a newsroom must know of it: alternative text, credit, licence.

    The file is the cleaned master, which is never served; readers get the renditions, which
    ``operations.images.make_renditions`` writes ahead of any page.
    """

    short_id = ShortIdField(_("id"))
    file = models.FileField(_("file"), upload_to=upload_path, validators=[check_upload])
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for people who do not see it."),
    )
    is_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("Adds nothing to the words; screen readers skip it.")
    )
    caption = models.TextField(_("caption"), blank=True)
    credit = models.CharField(
        _("credit"), max_length=200, help_text=_("Who made it, and for whom. Readers see it.")
    )
    licence = models.CharField(
        _("licence"), max_length=200, blank=True, help_text=_("On which terms we may use it.")
    )
    rights_until = models.DateField(
        _("rights until"), null=True, blank=True, help_text=_("The last day on which it may be published.")
    )
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    focal_x = models.FloatField(
        _("focal point, from the left (0–1)"),
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    focal_y = models.FloatField(
        _("focal point, from the top (0–1)"),
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    renditions = models.JSONField(_("renditions"), default=list, blank=True, editable=False)
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    objects = ImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="image_newest"),
            models.Index(
                fields=["embargo_until"],
                name="image_under_embargo",
                condition=models.Q(embargo_until__isnull=False),
            ),
            models.Index(fields=["rights_until"], name="image_by_rights"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(credit=""),
                name="image_has_credit",
                violation_error_message=_("A picture needs a credit: who made it, and for whom."),
            ),
            models.CheckConstraint(
                condition=Q(is_decorative=True) | ~Q(alt=""),
                name="image_has_alt_or_is_decorative",
                violation_error_message=_(
                    "Describe the picture in the alternative text, or mark it as decorative."
                ),
            ),
            models.CheckConstraint(
                condition=Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
                name="image_focal_point_inside",
                violation_error_message=_("The focal point lies in the picture: numbers from 0 to 1."),
            ),
        ]

    def __str__(self) -> str:
        return self.alt or self.caption or self.credit

    def files(self, form: str) -> list[dict[str, Any]]:
        """The whole picture in one format, smallest first."""
        whole = (r for r in self.renditions if r["format"] == form and "shape" not in r)
        return sorted(whole, key=lambda r: r["width"])

    def url_for(self, width: int, form: str = FORMATS[-1]) -> str:
        """The address of the smallest rendition that is as wide, else of the widest; empty while there is none."""
        files = self.files(form)
        chosen = next((r for r in files if r["width"] >= width), files[-1] if files else None)
        return self.file.storage.url(chosen["path"]) if chosen else ""

    def as_json(self) -> dict[str, Any]:
        """The picture as an edition carries it."""
        url = self.file.storage.url
        *better, plain = (
            [{"url": url(r["path"]), "width": r["width"]} for r in self.files(form)] for form in FORMATS
        )
        return {
            "short_id": self.short_id,
            "url": self.url_for(PLAIN_WIDTH),
            "srcset": plain,
            "sources": [
                {"type": f"image/{form}", "srcset": files}
                for form, files in zip(FORMATS, better, strict=False)
                if files
            ],
            "shapes": [
                {"url": url(r["path"]), "width": r["width"], "height": r["height"]}
                for r in self.renditions
                if "shape" in r
            ],
            "width": self.width,
            "height": self.height,
            "focus": {"x": round(self.focal_x, 2), "y": round(self.focal_y, 2)},
            "alt": "" if self.is_decorative else self.alt,
            "caption": self.caption,
            "credit": self.credit,
            "decorative": self.is_decorative,
        }


class EditionImageQuerySet(models.QuerySet["EditionImage"]):
    def live(self) -> "EditionImageQuerySet":
        """Where readers get the image now."""
        return self.filter(edition__is_live=True).exclude(edition__status="withdrawn")


class EditionImage(models.Model):
    """That an edition carries an image. Written with the edition and as lasting as it is."""

    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="edition_images")
    image = models.ForeignKey(Image, models.PROTECT, related_name="edition_images")

    objects = EditionImageQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "image"], name="edition_image_once")]

    def __str__(self) -> str:
        return f"{self.edition_id} · {self.image_id}"


def record_images(edition: Any) -> None:
    """Remember which images a new edition carries. Queries only when it carries some."""
    carried = {(edition.lead_image or {}).get("short_id", ""), *figure_ids(edition.body_html)} - {""}
    if carried:
        found = Image.objects.filter(short_id__in=carried)
        EditionImage.objects.bulk_create(EditionImage(edition=edition, image=image) for image in found)
