"""That readers have something new of an article, in an order in which a copy can follow without gaps.

A change is written in the publishing transaction, without a number. Whoever asks for changes first numbers those that
are committed, one process at a time: so a number never becomes visible after a higher one, however long the
transaction took that it belongs to, and publishing waits for nobody.
"""

from django.db import models, transaction
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from articles.models.site_version import SiteVersion

AT_ONCE = 1000  # changes that are numbered in one transaction


class ChangeQuerySet(models.QuerySet["Change"]):
    def after(self, number: int) -> "ChangeQuerySet":
        """The newest change of every article that changed after that number, in order, with the live editions."""
        heavy = ("edition__json_ld", "edition__suggested", "edition__pulls")
        found = self.filter(number__gt=number, edition__is_live=True).order_by("number")
        return found.select_related("edition").defer(*heavy)

    def give_numbers(self) -> None:
        """Number what is committed and has no number yet. One statement where there is nothing to number."""
        while self.filter(number=None).exists():
            self._number_some()

    @transaction.atomic
    def _number_some(self) -> None:
        if not SiteVersion.objects.select_for_update().filter(pk=1).exists():
            SiteVersion.objects.move_on()  # makes the row that everybody waits for, and holds it
        highest = self.aggregate(highest=Max("number"))["highest"] or 0
        waiting = list(self.filter(number=None).order_by("id")[:AT_ONCE])
        for number, change in enumerate(waiting, highest + 1):
            change.number = number
        self.bulk_update(waiting, ["number"])


class Change(models.Model):
    edition = models.OneToOneField("articles.Edition", models.CASCADE, related_name="change")
    number = models.PositiveBigIntegerField(_("number"), null=True, unique=True, editable=False)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        indexes = [models.Index(fields=["id"], name="change_without_number", condition=Q(number=None))]

    def __str__(self) -> str:
        return str(self.number or "…")
