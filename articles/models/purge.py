import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_WAIT = datetime.timedelta(hours=1)
WHILE_SENDING = datetime.timedelta(minutes=1)  # after that whoever sent it is taken for dead


class PurgeQuerySet(models.QuerySet["Purge"]):
    def due(self, at: datetime.datetime | None = None) -> "PurgeQuerySet":
        """What should be sent now, the oldest first."""
        return self.filter(next_at__lte=at or timezone.now()).order_by("next_at", "id")


class Purge(models.Model):
    """Keys that the cache in front of the site has not been told to forget yet. Told, the row goes."""

    keys = models.JSONField(_("keys"))
    tries = models.PositiveIntegerField(_("tries"), default=0)
    next_at = models.DateTimeField(_("next try"), default=timezone.now, db_index=True)

    objects = PurgeQuerySet.as_manager()

    class Meta:
        verbose_name = _("purge")
        verbose_name_plural = _("purges")

    def __str__(self) -> str:
        return " ".join(self.keys)

    def claim(self, at: datetime.datetime) -> bool:
        """Whether it is ours to send: of several processes exactly one gets it."""
        until = at + WHILE_SENDING
        claimed = type(self).objects.filter(pk=self.pk, next_at=self.next_at).update(next_at=until)
        self.next_at = until
        return claimed == 1

    def put_off(self, at: datetime.datetime) -> None:
        """It could not be sent: try again later, and ever more rarely."""
        self.tries += 1
        self.next_at = at + min(datetime.timedelta(seconds=2**self.tries), LONGEST_WAIT)
        self.save(update_fields=["tries", "next_at"])
