import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class HeartbeatQuerySet(models.QuerySet["Heartbeat"]):
    def beat(self, name: str, at: datetime.datetime | None = None) -> None:
        """Note that this job has just been looked after."""
        self.update_or_create(name=name, defaults={"at": at or timezone.now()})


class Heartbeat(models.Model):
    """When a job of ``run_jobs`` was last looked after, by whichever process."""

    name = models.CharField(_("job"), max_length=40, primary_key=True)
    at = models.DateTimeField(_("last looked after"))

    objects = HeartbeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("heartbeat")
        verbose_name_plural = _("heartbeats")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
