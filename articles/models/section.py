from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address


class SectionQuerySet(models.QuerySet["Section"]):
    def active(self) -> "SectionQuerySet":
        """The sections that readers see, in navigation order."""
        return self.filter(is_active=True).order_by("order", "name")


class Section(models.Model):
    """A part of the paper, such as Harbour or Opinion."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    description = models.TextField(_("description"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("shown to readers"), default=True)

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("section", self.slug)
