"""The page before publication over HTTP: kinds, prefilled notes, times, and two people."""

import datetime
import re

import pytest
from django.urls import reverse

from articles.models import Edition, Schedule
from tests.factories import approve, make_article, make_member, make_quoted_article, publish

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)


def address(article, name="publish"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def decide(client, article, **data):
    seen = re.search(r'name="seen" value="(\w+)"', client.get(address(article)).content.decode())[1]
    return client.post(address(article), {"decide": "", "seen": seen, **data})


@pytest.fixture
def live():
    article = make_quoted_article()
    publish(article, NOW)
    article.body = article.body.replace("on Monday", "on Tuesday")
    article.save_working_copy(by=None)
    return article


@pytest.fixture
def editor(client):
    client.force_login(make_member("Editor"))
    return client


def test_an_update_and_a_correction_each_have_their_way(editor, live):
    page = editor.get(address(live)).content.decode()
    assert "<del>Monday</del><ins>Tuesday</ins>" in page
    assert "The ferry will sail again on Tuesday" in page and "An earlier version" in page
    decide(editor, live, kind="correction", note="")
    assert live.live_edition().number == 1
    decide(editor, live, kind="correction", note="It is Tuesday.", wrong="Monday", right="Tuesday")
    assert live.corrections.get().wrong == "Monday"
    assert live.live_edition().kind == "correction"


def test_a_minor_update_is_refused_with_its_reason_before_and_after_the_button(editor, live):
    assert "Monday" in editor.get(address(live)).content.decode()
    answer = decide(editor, live, kind="minor")
    assert answer.status_code == 200 and "Names differ" in answer.content.decode()
    assert live.live_edition().number == 1


def test_what_a_person_may_not_do_is_absent_and_refused(client, live):
    client.force_login(make_member("Copy editor"))
    page = client.get(address(live)).content.decode()
    assert 'id="k-minor"' in page and 'id="k-correction"' not in page and 'id="k-withdrawal"' not in page
    assert decide(client, live, kind="withdrawal", reason="x").status_code == 200
    assert live.live_edition().number == 1


def test_a_time_in_the_newsroom_is_a_moment_in_utc(editor, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    article = approve(make_article())
    decide(editor, article, kind="publish", when="at", to_at="2031-05-12T14:30")
    assert Schedule.objects.get().at == datetime.datetime(2031, 5, 12, 12, 30, tzinfo=datetime.UTC)
    article.refresh_from_db()
    assert article.public_status == "scheduled"
    assert "(12:30 UTC)" in editor.get(address(article)).content.decode()


def test_hours_that_the_clocks_leave_out_or_show_twice_are_asked_about(editor, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    article = approve(make_article())
    gap = decide(editor, article, kind="publish", when="at", to_at="2031-03-30T02:30").content.decode()
    assert "there is no 02:30 on 2031-03-30. Take 01:30 or 03:30." in gap
    twice = decide(editor, article, kind="publish", when="at", to_at="2031-10-26T02:30").content.decode()
    assert "comes twice" in twice and 'name="to_which"' in twice
    assert not Schedule.objects.exists()
    decide(editor, article, kind="publish", when="at", to_at="2031-10-26T02:30", to_which="later")
    assert Schedule.objects.get().at == datetime.datetime(2031, 10, 26, 1, 30, tzinfo=datetime.UTC)


def test_a_set_time_without_a_time_says_so(editor):
    article = approve(make_article())
    assert "Give the time" in decide(editor, article, kind="publish", when="at").content.decode()


def test_a_missed_schedule_is_shown(editor):
    article = make_article()
    article.schedules.create(at=NOW, outcome="failed", ended_at=NOW, why="Nobody approved it.")
    page = editor.get(address(article)).content.decode()
    assert "Missed" in page and "Nobody approved it." in page


def test_a_step_that_is_refused_leaves_the_decision_as_it_was(editor, live):
    live.headline = ""
    live.save_working_copy(by=None)
    page = editor.get(address(live)).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    refused = editor.post(address(live), {"step": "submit", "seen": seen}).content.decode()
    picked = re.compile(r'id="k-(\w+)" value="\1" checked')
    assert "headline" in refused and picked.findall(page) == picked.findall(refused) == ["update"]


def test_two_people_retract_in_the_admin(client, live):
    standards, publisher = make_member("Standards editor"), make_member("Publisher")
    client.force_login(standards)
    decide(client, live, kind="retraction", notice="It never took place.")
    page = client.get(address(live)).content.decode()
    assert "Another person has to agree" not in page or 'value="agree_retraction"' not in page
    seen = {"seen": re.search(r'name="seen" value="(\w+)"', page)[1]}
    assert client.post(address(live), {"step": "agree_retraction", **seen}).status_code == 403
    client.force_login(publisher)
    assert 'value="agree_retraction"' in client.get(address(live)).content.decode()
    client.post(address(live), {"step": "agree_retraction", **seen})
    assert Edition.objects.live().get().retraction_notice == "It never took place."


def test_a_former_edition_is_restored_by_a_post(editor, live):
    decide(editor, live, kind="update")
    restore = reverse("admin:articles_article_restore_edition", args=[live.pk, 1])
    assert editor.get(restore).status_code == 200
    live.refresh_from_db()
    assert "Tuesday" in live.body
    assert editor.post(restore).status_code == 302
    live.refresh_from_db()
    assert "Monday" in live.body and live.live_edition().number == 2


def test_the_page_says_one_thing_about_what_stands_in_the_way(editor):
    article = make_quoted_article()
    page = editor.get(address(article)).content.decode()
    assert "nothing stands in the way" not in page and "Nobody has approved this text yet." in page
    assert "waits for approval" in page and "somebody has to approve it" in page
    approve(article)
    page = editor.get(address(article)).content.decode()
    assert "nothing stands in the way" in page and "waits for approval" not in page
