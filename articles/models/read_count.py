import datetime
from collections.abc import Mapping

from django.db import models, transaction
from django.db.models import Case, F, Sum, Value, When
from django.utils.translation import gettext_lazy as _


class ReadCountQuerySet(models.QuerySet["ReadCount"]):
    def add(self, hour: datetime.datetime, numbers: Mapping[int, int]) -> None:
        """Count so many more readers of each article in that hour. Two statements, whoever else counts meanwhile."""
        rows = [self.model(article_id=pk, hour=hour) for pk in sorted(numbers)]
        more = Case(*(When(article=pk, then=Value(number)) for pk, number in numbers.items()))
        with transaction.atomic():
            self.bulk_create(rows, ignore_conflicts=True)
            self.filter(hour=hour, article__in=numbers).update(number=F("number") + more)

    def most_read(self, since: datetime.datetime, most: int) -> list[int]:
        """Keys of the articles that most readers opened since then. One statement."""
        sums = self.filter(hour__gte=since).values("article").annotate(readers=Sum("number"))
        return [row["article"] for row in sums.order_by("-readers", "-article")[:most]]


class ReadCount(models.Model):
    """How many readers an article had in one hour; nothing about any of them."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="read_counts")
    hour = models.DateTimeField(_("hour"))
    number = models.PositiveIntegerField(_("readers"), default=0)

    objects = ReadCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("number of readers")
        verbose_name_plural = _("numbers of readers")
        indexes = [models.Index(fields=["hour", "article"], name="read_count_by_hour")]
        constraints = [models.UniqueConstraint(fields=["article", "hour"], name="read_count_once_an_hour")]

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H}: {self.number}"
