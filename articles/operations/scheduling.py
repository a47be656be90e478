"""Lets go out what is due, once, never early, one article's trouble never another one's."""

import datetime
import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Event, Schedule

BATCH = 100  # publications of one round
logger = logging.getLogger(__name__)


def publish_due(at: datetime.datetime | None = None) -> int:
    """Publish every article whose time has come, the longest overdue first, and return how many went out.

    Preflight runs again at that instant. What is refused is recorded as missed and shown to the desk; it does not keep the
    others back. Any number of processes may do this at once.
    """
    due = Schedule.objects.due(at).values_list("pk", "article_id")
    return sum(_publish_one(pk, article, at or timezone.now()) for pk, article in list(due[:BATCH]))


def _publish_one(pk: int, article_id: int, at: datetime.datetime) -> bool:
    """Publish one, and say whether it went out. A database that is busy leaves it for the next round."""
    try:
        return _claim_and_publish(pk, article_id, at)
    except OperationalError:
        logger.exception("Scheduled publication %d waits for the next round", pk)
        return False


@transaction.atomic
def _claim_and_publish(pk: int, article_id: int, at: datetime.datetime) -> bool:
    # The article's row is always locked first, as every verb does; then whoever changes the row of the schedule has it.
    article = Article.objects.select_for_update().get(pk=article_id)
    claimed = Schedule.objects.due(at).filter(pk=pk)
    if claimed.order_by().update(outcome=Schedule.Outcome.PUBLISHED, ended_at=at) != 1:
        return False
    schedule = Schedule.objects.select_related("by").get(pk=pk)
    try:
        with transaction.atomic():
            article.publish(by=schedule.by, at=at, scheduled=True)
    except OperationalError:
        raise
    except ValidationError as refused:
        _miss(schedule, article, at, "\n".join(refused.messages))
    except Exception:  # a fault of ours: recorded with the article, so that the others still go out
        logger.exception("Scheduled publication %d failed", pk)
        _miss(
            schedule, article, at, _("An error of the system kept it back; the log of the jobs says which.")
        )
    else:
        return True
    return False


def _miss(schedule: Schedule, article: Article, at: datetime.datetime, why: str) -> None:
    """Record that it did not go out, and let the article wait for people again."""
    Schedule.objects.filter(pk=schedule.pk).update(outcome=Schedule.Outcome.FAILED, why=why)
    waits: dict[str, Any] = {"scheduled_for": None}
    if article.public_status == Article.PublicStatus.SCHEDULED:
        waits["public_status"] = Article.PublicStatus.NEVER
    Article.objects.filter(pk=article.pk).update(**waits)
    Event.objects.create(
        kind="article.schedule_missed",
        article=article,
        by=schedule.by,
        at=at,
        data={"for": schedule.at.isoformat(), "why": why},
    )
