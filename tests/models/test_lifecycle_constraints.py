"""What must never be false in the life of an article is refused by the database, by name."""

import datetime

import pytest

from articles.models import Article, Retraction
from tests.factories import approve, make_article, make_user, publish
from tests.models.test_constraints import refuses

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)


@pytest.fixture
def article():
    return make_article()


def rows_of(article):
    return Article.objects.filter(pk=article.pk)


def test_article_scheduled_has_time(article):
    refuses("article_scheduled_has_time", lambda: rows_of(article).update(public_status="scheduled"))
    rows_of(article).update(public_status="scheduled", scheduled_for=NOW)


def test_article_scheduled_not_before_embargo(article):
    later = NOW + datetime.timedelta(seconds=1)
    refuses(
        "article_scheduled_not_before_embargo",
        lambda: rows_of(article).update(scheduled_for=NOW, embargo_until=later),
    )
    rows_of(article).update(scheduled_for=NOW, embargo_until=NOW)


def test_article_priority_is_known(article):
    refuses("article_priority_is_known", lambda: rows_of(article).update(priority=5))
    rows_of(article).update(priority=4)


def test_article_spiked_was_never_published(article):
    rows_of(article).update(stage="spiked")
    publish(article, NOW)
    refuses("article_spiked_was_never_published", lambda: rows_of(article).update(stage="spiked"))


def test_approval_one_standing(article):
    approve(article)
    refuses("approval_one_standing", lambda: article.approvals.create(digest="x"))
    article.approvals.create(digest="x", ended_at=NOW)


def test_schedule_one_waiting(article):
    article.schedules.create(at=NOW)
    refuses("schedule_one_waiting", lambda: article.schedules.create(at=NOW))
    article.schedules.create(at=NOW, outcome="cancelled", ended_at=NOW)


def test_schedule_ended_has_time(article):
    refuses("schedule_ended_has_time", lambda: article.schedules.create(at=NOW, outcome="published"))
    refuses("schedule_ended_has_time", lambda: article.schedules.create(at=NOW, ended_at=NOW))
    article.schedules.create(at=NOW, outcome="published", ended_at=NOW)


def test_schedule_missed_says_why(article):
    missed = {"at": NOW, "outcome": "failed", "ended_at": NOW}
    refuses("schedule_missed_says_why", lambda: article.schedules.create(**missed))
    article.schedules.create(**missed, why="Nobody approved it.")


def test_retraction_has_notice(article):
    refuses("retraction_has_notice", lambda: article.retractions.create(notice="", requested_by=make_user()))


def test_retraction_by_two_people_who_and_when(article):
    first, second = make_user(), make_user()
    asked = article.retractions.create(notice="Wrong.", requested_by=first)
    rows = Retraction.objects.filter(pk=asked.pk)
    refuses("retraction_by_two_people", lambda: rows.update(agreed_by=first, agreed_at=NOW))
    refuses("retraction_agreed_has_who_and_when", lambda: rows.update(agreed_by=second))
    refuses("retraction_agreed_has_who_and_when", lambda: rows.update(agreed_at=NOW))
    refuses("retraction_declined_has_who_and_when", lambda: rows.update(declined_at=NOW))
    refuses(
        "retraction_one_waiting", lambda: article.retractions.create(notice="Wrong.", requested_by=second)
    )
    rows.update(agreed_by=second, agreed_at=NOW)
    refuses("retraction_agreed_has_who_and_when", lambda: rows.update(declined_by=second, declined_at=NOW))


def test_spike_has_reasons(article):
    refuses("spike_has_reason", lambda: article.spikes.create(reason=""))
    article.spikes.create(reason="Thin")
    refuses("spike_one_standing", lambda: article.spikes.create(reason="Thin"))
    refuses("spike_restored_has_reason", lambda: article.spikes.update(restored_at=NOW))
    article.spikes.update(restored_at=NOW, restored_because="New facts")
    article.spikes.create(reason="Thin again")
