from django.db import models
from django.utils.translation import gettext_lazy as _


class Byline(models.Model):
    """One author's part in one article."""

    class Role(models.TextChoices):
        REPORTING = "reporting", _("Reporting")
        WRITING = "writing", _("Writing")
        ADDITIONAL_REPORTING = "additional_reporting", _("Additional reporting")
        EDITING = "editing", _("Editing")
        PHOTOGRAPHY = "photography", _("Photography")
        VIDEO = "video", _("Video")
        GRAPHICS = "graphics", _("Graphics")
        TRANSLATION = "translation", _("Translation")
        RESEARCH = "research", _("Research")
        DATA = "data", _("Data")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        "articles.Author", models.PROTECT, related_name="bylines", verbose_name=_("author")
    )
    role = models.CharField(_("role"), max_length=24, choices=Role, default=Role.REPORTING)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    credited_as = models.CharField(
        _("credited as"),
        max_length=120,
        blank=True,
        help_text=_("Only where it differs from the author's name."),
    )

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author", "role"],
                name="byline_author_once_per_role",
                violation_error_message=_("This author already stands in the byline with this role."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.credited_as or self.author.name} ({self.get_role_display()})"

    def as_json(self) -> dict:
        """The byline as an edition carries it; needs ``author`` loaded."""
        return {
            "name": self.author.name,
            "credited_as": self.credited_as or self.author.name,
            "slug": self.author.slug,
            "kind": self.author.kind,
            "role": self.role,
            "role_label": str(self.get_role_display()),
            "job_title": self.author.job_title,
            "bio": self.author.bio,
        }
