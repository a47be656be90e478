from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.text.slugs import new_short_id

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000  # more is refused before anything is decoded


def upload_path(image: "Image", filename: str) -> str:
    """A name that cannot be guessed, so that pictures of unpublished articles stay unseen."""
    suffix = filename.rsplit(".", 1)[-1].lower()[:5] if "." in filename else "bin"
    return f"images/{new_short_id()}{new_short_id()}.{suffix}"


def check_upload(file) -> None:
    """Refuse a picture that is too heavy, before anything decodes it."""
    if file.size > MAX_BYTES:
        raise ValidationError(_("This file is larger than 20 MB. Export a smaller copy and upload that."))


class Image(models.Model):
    """A picture with what a newsroom must know of it: alternative text, credit, licence.

    Size and renditions are written by ``operations.images.make_renditions``, which every upload goes through.
    """

    file = models.ImageField(_("file"), upload_to=upload_path, validators=[check_upload])
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
    credit = models.CharField(_("credit"), max_length=200)
    licence = models.CharField(_("licence"), max_length=200, blank=True)
    focal_x = models.FloatField(_("focal point, from the left (0–1)"), default=0.5)
    focal_y = models.FloatField(_("focal point, from the top (0–1)"), default=0.5)
    renditions = models.JSONField(_("renditions"), default=list, blank=True, editable=False)
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at", "-id"]
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
        ]

    def __str__(self) -> str:
        return self.alt or self.caption or self.file.name

    def as_json(self) -> dict:
        """The picture as an edition carries it."""
        url = self.file.storage.url
        return {
            "url": self.file.url,
            "srcset": [{"url": url(r["path"]), "width": r["width"]} for r in self.renditions],
            "width": self.width,
            "height": self.height,
            "alt": "" if self.is_decorative else self.alt,
            "caption": self.caption,
            "credit": self.credit,
            "decorative": self.is_decorative,
        }
