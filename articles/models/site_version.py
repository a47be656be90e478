import datetime

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SiteVersionQuerySet(models.QuerySet["SiteVersion"]):
    def today(self) -> "SiteVersion":
        """The one row; unsaved before anything was ever published. One statement."""
        return self.filter(pk=1).first() or self.model(pk=1, number=0, at=timezone.now())

    def move_on(self, at: datetime.datetime | None = None) -> None:
        """Count one up: from now on nothing that was made of the site before is good any more."""
        at = at or timezone.now()
        with transaction.atomic():
            if not self.filter(pk=1).update(number=F("number") + 1, at=at):
                self.bulk_create([self.model(pk=1, number=0, at=at)], ignore_conflicts=True)
                self.filter(pk=1).update(number=F("number") + 1, at=at)


class SiteVersion(models.Model):
    """One row with a number that goes up whenever readers get something new.

    It is in the database because every process of every machine can see it there, whatever they use as a cache.
    """

    number = models.PositiveBigIntegerField(_("number"), default=0)
    at = models.DateTimeField(_("at"))

    objects = SiteVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of the site")
        verbose_name_plural = _("versions of the site")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=1),
                name="site_version_one_row",
                violation_error_message=_("The site has one version."),
            )
        ]

    def __str__(self) -> str:
        return str(self.number)
