import datetime

import pytest
from django.db import IntegrityError, transaction

from articles.models import Event, Lock, Presence
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


def test_somebody_is_here_for_a_minute_after_the_last_heartbeat():
    ada, article = make_user("ada"), make_article()
    Presence.objects.beat(article, by=ada, now=NOW - MINUTE)
    Presence.objects.beat(article, by=ada, now=NOW)
    assert [one.by for one in article.presences.here(NOW + MINUTE / 2)] == [ada]
    assert not article.presences.here(NOW + MINUTE).exists()


def test_who_types_first_holds_the_lock_until_a_minute_after_the_last_heartbeat():
    ada, bo, article = make_user("ada"), make_user("bo"), make_article()
    assert Lock.objects.claim(article, by=ada, now=NOW)
    assert not Lock.objects.claim(article, by=bo, now=NOW + MINUTE / 2)
    assert Lock.objects.claim(article, by=ada, now=NOW + MINUTE / 2)
    assert Lock.objects.held(article, NOW + MINUTE).by == ada
    assert Lock.objects.held(article, NOW + 2 * MINUTE) is None
    assert Lock.objects.claim(article, by=bo, now=NOW + 2 * MINUTE)
    assert Lock.objects.held(article, NOW + 2 * MINUTE).by == bo


def test_taking_over_says_from_whom_and_is_noted():
    ada, bo, article = make_user("ada"), make_user("bo"), make_article()
    Lock.objects.claim(article, by=ada, now=NOW)
    Lock.objects.take_over(article, by=bo, now=NOW)
    lock = Lock.objects.held(article, NOW)
    assert (lock.by, lock.taken_from, lock.taken_at) == (bo, ada, NOW)
    assert not Lock.objects.claim(article, by=ada, now=NOW)
    assert Event.objects.get(kind="lock.taken").data == {"from": "ada"}


def test_taking_over_what_is_free_or_ones_own_takes_it_from_nobody():
    ada, article = make_user("ada"), make_article()
    Lock.objects.take_over(article, by=ada, now=NOW)
    Lock.objects.take_over(article, by=ada, now=NOW)
    assert Lock.objects.held(article, NOW).taken_from is None
    assert not Event.objects.filter(kind="lock.taken").exists()


def test_only_the_holder_releases_the_lock():
    ada, bo, article = make_user("ada"), make_user("bo"), make_article()
    Lock.objects.claim(article, by=ada, now=NOW)
    Lock.objects.release(article, by=bo)
    assert Lock.objects.held(article, NOW)
    Lock.objects.release(article, by=ada)
    assert Lock.objects.held(article, NOW) is None


def test_lock_not_taken_from_oneself():
    ada, article = make_user("ada"), make_article()
    with pytest.raises(IntegrityError, match="lock_not_taken_from_oneself"), transaction.atomic():
        Lock.objects.create(article=article, by=ada, since=NOW, seen_at=NOW, taken_from=ada)


def test_presence_once_per_person():
    ada, article = make_user("ada"), make_article()
    Presence.objects.beat(article, by=ada, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Presence.objects.create(article=article, by=ada, seen_at=NOW)
