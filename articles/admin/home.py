"""The desk's first page: what waits for this person, what is theirs, what the clock says, what is wrong, and the board.

The number of statements does not depend on how much there is: each list asks once for keys and its total, and the articles of
all lists are then loaded together.
"""

import dataclasses
import datetime
from typing import Any

from django.db.models import Case, F, Value, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin import waiting
from articles.models import Article, Presence, QuoteUse, Schedule
from articles.models.article_desk import DeskSets
from articles.models.transitions import IN_WORK, OUT, Transition, next_step

ROWS = 8
OF_EACH_KIND = 4  # rows of what waits beside articles
CARDS = 5
PUBLIC = ("live", "retracted")
PUBLISH_PAGE = ("publish", "schedule")  # steps that ask on a page of their own
COLUMNS = (
    ("draft", _("Draft"), "?stage__exact=draft"),
    ("review", _("Review"), "?stage__exact=review"),
    ("approved", _("Approved"), "?stage__exact=approved"),
    ("scheduled", _("Scheduled"), "?public_status__exact=scheduled"),
    ("live", _("Just published"), "?public_status__exact=live&o=-9"),
)


@dataclasses.dataclass(frozen=True)
class Row:
    """An article as a list or the board shows it, with the step that this person may take next."""

    article: Any
    step: Transition | None

    @property
    def check(self) -> Any:
        return getattr(self.article, "preflight_check", None)

    @property
    def settled(self) -> int:
        return self.article.all_quotes - self.article.open_quotes

    @property
    def asks_on_a_page(self) -> bool:
        return self.step is not None and self.step.name in PUBLISH_PAGE

    @property
    def people(self) -> list[Any]:
        """Who writes it, as far as they have an account."""
        users = [byline.author.user for byline in self.article.bylines.all() if byline.author.user]
        return list(dict.fromkeys(users))[:3]


@dataclasses.dataclass(frozen=True)
class Problem:
    """Something that went wrong or will, with where to mend it."""

    tone: str
    icon: str
    title: str
    why: str
    url: str


def context(request: HttpRequest) -> dict[str, Any]:
    user, now = request.user, timezone.now()
    whose = "mine" if request.GET.get("whose") == "mine" else "all"
    seen = Article.objects.visible_to(user)
    mine, mine_total = _by_due(seen.of(user).in_work()).first_keys(ROWS)
    steps, steps_total = waiting.articles(seen, user).first_keys(ROWS)
    blocked, blocked_total = seen.blocked().first_keys(ROWS)
    clock, clock_total = seen.on_the_clock(now).first_keys(ROWS)
    board = _board(seen.of(user) if whose == "mine" else seen)
    keys = {*mine, *steps, *blocked, *clock, *(pk for column in board for pk in column["keys"])}
    rows = _rows(seen, keys, user, now)
    for column in board:
        column["rows"] = [rows[pk] for pk in column["keys"] if pk in rows]
    others = waiting.others(user, OF_EACH_KIND)
    problems = _problems(seen, [rows[pk] for pk in blocked if pk in rows])
    return {
        "mine": [rows[pk] for pk in mine if pk in rows],
        "mine_total": mine_total,
        "waiting_articles": [rows[pk] for pk in steps if pk in rows],
        "waiting_others": others.items,
        "waiting_total": steps_total + others.total,
        "waiting_more": steps_total + others.total - len(steps) - len(others.items),
        "clock": [rows[pk] for pk in clock if pk in rows],
        "clock_total": clock_total,
        "problems": problems,
        "more_problems": blocked_total - len(blocked),
        "board": board,
        "board_total": sum(column["total"] for column in board if column["key"] != "live"),
        "whose": whose,
        "here": list(Presence.objects.others(user, now).order_by("-seen_at")[:12]),
        "now": now,
    }


def _by_due(articles: DeskSets) -> DeskSets:
    return articles.order_by(F("due_at").asc(nulls_last=True), "-priority", "-saved_at")


def _rows(seen: DeskSets, keys: set[int], user: Any, now: datetime.datetime) -> dict[int, Row]:
    """Every article that some list of the page shows, by its key."""
    found = seen.filter(pk__in=keys).for_desk_home(user).with_clock(now)
    return {
        article.pk: Row(article, next_step(user, article, is_only_reporter=article.is_only_reporter_here))
        for article in found
    }


def _board(articles: DeskSets) -> list[dict[str, Any]]:
    """The columns by stage; what has a time to go out at stands in a column of its own."""
    column = Case(When(scheduled_for__isnull=False, then=Value("scheduled")), default=F("stage"))
    in_work = articles.filter(stage__in=IN_WORK, public_status__in=(*OUT, "never", "scheduled"))
    found = in_work.first_keys_by(column, CARDS)
    out = articles.filter(public_status__in=PUBLIC).newest_first().values_list("pk", flat=True)
    found["live"] = (list(out[:CARDS]), 0)
    address = reverse("admin:articles_article_changelist")
    return [
        {"key": key, "name": name, "url": address + query, "keys": keys, "total": total}
        for key, name, query in COLUMNS
        for keys, total in [found.get(key, ([], 0))]
    ]


def _problems(seen: DeskSets, blocked: list[Row]) -> list[Problem]:
    """Missed times first, then what will be missed, words that drifted in what readers have, and other blockers."""
    missed = Schedule.objects.missed().filter(article__in=seen).select_related("article")[:ROWS]
    drifted = QuoteUse.objects.in_text().confirmed().filter(match="drift", article__in=seen.live())
    drifted = drifted.order_by("-pk").select_related("article")[:ROWS]
    drifted = {use.quote_id: use for use in drifted}.values()  # a quotation may have several segments
    will_miss = [row for row in blocked if row.article.scheduled_for]
    rest = [row for row in blocked if not row.article.scheduled_for]
    return [
        *(
            Problem(
                "red",
                "scheduled",
                _("Missed %(time)s: %(headline)s")
                % {"time": _clock(one.at), "headline": one.article.headline},
                one.why,
                _change(one.article_id, "preflight"),
            )
            for one in missed
        ),
        *(
            _blocker(row, _("Will miss %(time)s: %(headline)s"), _clock(row.article.scheduled_for))
            for row in will_miss
        ),
        *(
            Problem(
                "red",
                "diff",
                _("Words drifted in a live article"),
                f"{use.exact} · {use.article.headline}",
                _change(use.article_id, "quotes"),
            )
            for use in drifted
        ),
        *(_blocker(row, _("Cannot go out: %(headline)s")) for row in rest),
    ]


def _blocker(row: Row, words: Any, time: str = "") -> Problem:
    title = words % {"time": time, "headline": row.article.headline}
    return Problem("red", "stop", title, row.check.first, _change(row.article.pk, "preflight"))


def _clock(at: datetime.datetime) -> str:
    return f"{timezone.localtime(at):%H:%M}"


def _change(pk: int, panel: str) -> str:
    return f"{reverse('admin:articles_article_change', args=[pk])}#panel-{panel}"
