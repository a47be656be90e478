from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address
from articles.models.fields import ShortIdField
from articles.models.listing import OrganizationListing


class OrganizationQuerySet(models.QuerySet["Organization"]):
    def public(self) -> "OrganizationQuerySet":
        """Organizations with a statement in a live edition."""
        return self.filter(Exists(OrganizationListing.objects.filter(organization=OuterRef("pk"))))


class Organization(models.Model):
    """A body that speaks or employs speakers: an office, a company, a union."""

    short_id = ShortIdField(_("id"))
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=200, unique=True)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    description = models.TextField(_("description"), blank=True)
    url = models.URLField(_("website"), blank=True)
    wikidata_id = models.CharField(_("Wikidata id"), max_length=20, blank=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("organization", self.slug)


class OrganizationName(models.Model):
    """Another name or spelling of an organization."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=12, blank=True)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "name"], name="organization_name_once")
        ]

    def __str__(self) -> str:
        return self.name
