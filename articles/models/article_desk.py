"""Sets of working copies as the desk asks for them: whose they are, what waits, what has a time."""

import datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce, Greatest, NullIf, RowNumber
from django.utils import timezone

from articles.models.preflight_check import is_out_of_date
from articles.models.transitions import IN_WORK, NEVER_OUT, OUT, STILL_OURS

LONG_AGO = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
COUNTED = 2000  # articles of a set; more are “2000+”
LOOK_AGAIN = datetime.timedelta(minutes=5)  # at what goes out at a set time: the world around it changes


def _embargoed_pictures(at: datetime.datetime) -> models.QuerySet:
    """The pictures that an article may not show yet, in its lead or in its text, the last one first. Few pictures are under embargo:
    these are looked for in the text by their ids."""
    body = ExpressionWrapper(OuterRef("body"), output_field=models.TextField())
    held = apps.get_model("articles.Image").objects.filter(embargo_until__gt=at).alias(_body=body)
    shown = Q(pk=OuterRef("lead_image")) | Q(_body__contains=F("short_id"))
    return held.filter(shown).order_by("-embargo_until")


class DeskSets(models.QuerySet):
    """Mixed into the queryset of articles."""

    def of(self, user: Any) -> "DeskSets":
        """Those that are this person's work: assigned to them, or begun or signed by them and assigned to nobody else."""
        own = Q(created_by=user) | Q(bylines__author__user=user)
        theirs = Q(assigned_to=user) | (Q(assigned_to=None) & own)
        return self.filter(pk__in=self.model.objects.filter(theirs).values("pk"))

    def in_work(self) -> "DeskSets":
        """Those with something that readers do not have yet: drafts, and changes of what is live."""
        return self.filter(stage__in=IN_WORK, public_status__in=STILL_OURS)

    def to_approve(self, user: Any) -> "DeskSets":
        """Those that wait for approval and that this person, with the permission, could approve."""
        waiting = self.filter(stage="review", public_status__in=STILL_OURS).with_only_reporter(user)
        return waiting.filter(is_only_reporter_here=False) if settings.FOUR_EYES else waiting

    def to_publish(self) -> "DeskSets":
        """Those that were approved and have no time to go out at."""
        return self.filter(stage="approved", public_status__in=STILL_OURS, scheduled_for=None)

    def with_open_quotes(self) -> "DeskSets":
        """Those in whose text a quotation waits for a person."""
        uses = apps.get_model("articles.QuoteUse").objects.in_text().open()
        return self.filter(pk__in=uses.order_by().values("article"))

    def with_drifted_quotes(self) -> "DeskSets":
        """Those with words that are not those of the evidence any more."""
        uses = apps.get_model("articles.QuoteUse").objects.in_text().filter(match="drift")
        return self.filter(pk__in=uses.order_by().values("article"))

    def desk_counts(self) -> dict[str, int]:
        """How many stand in each of the views that everybody has, each counted to one more than ``COUNTED``: at 400,000 articles nobody
        waits for the exact number. One short statement for each."""
        pending = self.filter(stage__in=IN_WORK)
        views = {
            "all": self,
            "in_work": pending,
            "review": self.filter(stage="review"),
            "pending": pending.filter(public_status__in=OUT),
            "scheduled": self.filter(public_status="scheduled"),
            "open_quotes": self.with_open_quotes(),
            "drifted": self.with_drifted_quotes(),
        }
        return {name: view.count_up_to(COUNTED + 1) for name, view in views.items()}

    def count_up_to(self, number: int) -> int:
        """How many there are, if they are no more than so many. One statement, which stops looking there."""
        return self.order_by().values("pk")[:number].count()

    def with_clock(self, at: datetime.datetime) -> "DeskSets":
        """Each with the end of an embargo of what it quotes (``occasion_embargo``) and of its pictures (``picture_embargo``), and with
        the time that it waits for (``clock_at``): the one that was set, else the end of its last embargo, if there is one yet."""
        uses = apps.get_model("articles.QuoteUse").objects.in_text().confirmed().order_by()
        held = uses.filter(article=OuterRef("pk"), quote__occasion__embargo_until__gt=at)
        until = held.values("article").annotate(last=Max("quote__occasion__embargo_until")).values("last")
        own = Case(When(embargo_until__gt=at, then="embargo_until"))
        embargoes = (own, "occasion_embargo", "picture_embargo")
        ends = [Coalesce(one, Value(LONG_AGO), output_field=models.DateTimeField()) for one in embargoes]
        return self.annotate(
            occasion_embargo=Subquery(until),
            picture_embargo=Subquery(_embargoed_pictures(at).values("embargo_until")[:1]),
            clock_at=Coalesce("scheduled_for", NullIf(Greatest(*ends), Value(LONG_AGO))),
        )

    def on_the_clock(self, at: datetime.datetime | None = None) -> "DeskSets":
        """Those that go out at a set time, or are under an embargo, their own or one of an occasion or a picture; the next one first."""
        at = at or timezone.now()
        found = self.filter(Q(stage__in=IN_WORK) | Q(scheduled_for__isnull=False)).with_clock(at)
        ends = Q(embargo_until__gt=at) | Q(occasion_embargo__gt=at) | Q(picture_embargo__gt=at)
        embargoed = Q(public_status__in=NEVER_OUT) & ends
        return found.filter(Q(scheduled_for__isnull=False) | embargoed).order_by("clock_at", "pk")

    def blocked(self) -> "DeskSets":
        """Those in review or later of which preflight said that they cannot go out; what has a time comes first."""
        stopped = self.filter(preflight_check__blockers__gt=0, stage__in=("review", "approved"))
        return stopped.order_by(F("scheduled_for").asc(nulls_last=True), "-saved_at")

    def to_look_at(self, at: datetime.datetime) -> "DeskSets":
        """Those in work of which preflight has not seen the last state; what has a time comes first."""
        changed = self.model.objects.filter(is_out_of_date(at, LOOK_AGAIN), stage__in=IN_WORK).values("pk")
        return self.filter(pk__in=changed).order_by(F("scheduled_for").asc(nulls_last=True), "-saved_at")

    def with_only_reporter(self, user: Any) -> "DeskSets":
        """Each with whether this person's is the only reporting byline (``is_only_reporter_here``)."""
        reporting = apps.get_model("articles.Byline").objects.filter(article=OuterRef("pk"), role="reporting")
        mine = reporting.filter(author__user=user)
        return self.annotate(
            is_only_reporter_here=Exists(mine) & ~Exists(reporting.exclude(author__user=user))
        )

    def first_keys(self, number: int) -> tuple[list[int], int]:
        """The keys of the first so many, and how many there are. One statement."""
        rows = list(self.annotate(_all=Window(Count("pk"))).values_list("pk", "_all")[:number])
        return [pk for pk, _all in rows], rows[0][1] if rows else 0

    def first_keys_by(self, column: Any, number: int) -> dict[str, tuple[list[int], int]]:
        """By each value of the column what ``first_keys`` says, the last saved first. One statement."""
        newest = [F("saved_at").desc(), F("pk").desc()]
        rows = (
            self.annotate(_column=column)
            .annotate(
                _all=Window(Count("pk"), partition_by="_column"),
                _place=Window(RowNumber(), partition_by="_column", order_by=newest),
            )
            .filter(_place__lte=number)
            .order_by("_column", "_place")
            .values_list("_column", "pk", "_all")
        )
        found: dict[str, tuple[list[int], int]] = {}
        for name, pk, total in rows:
            found.setdefault(name, ([], total))[0].append(pk)
        return found

    def for_desk_home(self, user: Any) -> "DeskSets":
        """What a row or a card of the desk shows. Two statements, however many there are."""
        rows = self.for_desk_list().select_related("preflight_check").with_quote_counts()
        return rows.with_only_reporter(user).prefetch_related("bylines__author__user")
