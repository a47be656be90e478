import datetime

import pytest

from articles.models import Article, Edition, Event, Schedule
from articles.operations.scheduling import publish_due
from tests.factories import approve, make_article, make_member, publish

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


def scheduled(to=NOW, **values):
    article = approve(make_article(**values), NOW - 10 * MINUTE)
    article.schedule(by=make_member("Editor", f"editor-{article.pk}"), to=to, at=NOW - 10 * MINUTE)
    return article


def test_what_is_due_goes_out_with_the_name_of_who_set_the_time():
    article = scheduled()
    assert publish_due(NOW) == 1
    edition = Edition.objects.live().get()
    assert (edition.by, edition.first_published_at) == (Schedule.objects.get().by, NOW)
    article.refresh_from_db()
    assert (article.public_status, article.stage, article.scheduled_for) == ("live", "published", None)
    assert Schedule.objects.get().outcome == "published"
    assert Event.objects.get(kind="article.publish").data["scheduled"] is True


def test_nothing_goes_out_early_or_twice():
    scheduled()
    assert publish_due(NOW - datetime.timedelta(microseconds=1)) == 0
    assert not Edition.objects.exists()
    assert (publish_due(NOW), publish_due(NOW), publish_due(NOW + MINUTE)) == (1, 0, 0)
    assert Edition.objects.count() == 1


def test_after_a_downtime_everything_is_caught_up_with_at_its_real_time():
    for minutes in range(3):
        scheduled(NOW - minutes * MINUTE)
    assert publish_due(NOW + 60 * MINUTE) == 3
    assert set(Edition.objects.values_list("first_published_at", flat=True)) == {NOW + 60 * MINUTE}


def test_what_is_refused_is_recorded_as_missed_and_keeps_nobody_back():
    late, fine = scheduled(NOW - MINUTE), scheduled()
    late.headline = "Changed after approval"
    late.save_working_copy(by=None)
    assert publish_due(NOW) == 1
    late.refresh_from_db()
    fine.refresh_from_db()
    assert (late.public_status, late.scheduled_for, fine.public_status) == ("never", None, "live")
    missed = Schedule.objects.missed().get()
    assert missed.article == late and "approved" in missed.why
    assert Event.objects.get(kind="article.schedule_missed").article == late
    assert publish_due(NOW + MINUTE) == 0


def test_an_error_of_the_system_is_a_missed_schedule_too(monkeypatch):
    late, fine = scheduled(NOW - MINUTE), scheduled()
    real = Article.publish

    def failing(self, **given):
        if self.pk == late.pk:
            raise ZeroDivisionError
        return real(self, **given)

    monkeypatch.setattr(Article, "publish", failing)
    assert publish_due(NOW) == 1
    assert Schedule.objects.missed().get().article == late
    fine.refresh_from_db()
    assert fine.public_status == "live"


def test_a_missed_schedule_is_settled_by_a_new_time_or_by_publication():
    article = scheduled()
    article.headline = "Changed"
    article.save_working_copy(by=None)
    publish_due(NOW)
    assert Schedule.objects.missed().count() == 1
    publish(article, NOW + MINUTE)
    assert not Schedule.objects.missed().exists()


def test_changes_of_a_live_article_go_out_at_their_time_as_an_update():
    article = make_article()
    publish(article, NOW - 60 * MINUTE)
    article.dek = "The company found two pilots."
    article.save_working_copy(by=None)
    approve(article).schedule(by=None, to=NOW, at=NOW - MINUTE)
    assert (article.public_status, article.live_edition().number) == ("live", 1)
    publish_due(NOW)
    edition = Edition.objects.live().get()
    assert (edition.number, edition.kind, edition.updated_at) == (2, "update", NOW)
