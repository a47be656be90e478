"""The calendar stands by the newsroom's clock, also where that clock changes, and shows what its reader may see."""

import datetime

import pytest
from django.utils import timezone

from articles.models import Article
from articles.text.calendar import bounds, month_of, week_of
from tests.factories import approve, make_article, make_member

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/calendar/"


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


@pytest.fixture
def editor(client):
    user = make_member("Editor", "edda")
    client.force_login(user)
    return user


def planned(headline: str, moment: str) -> Article:
    article = approve(make_article(headline))
    Article.objects.filter(pk=article.pk).update(scheduled_for=at(moment), public_status="scheduled")
    return article


def days(client, query):
    weeks = client.get(f"{ADDRESS}?{query}").context["weeks"]
    return {
        str(day["date"]): [entry.article.headline for entry in day["entries"]]
        for week in weeks
        for day in week
        if day["entries"]
    }


def test_a_month_has_whole_weeks_and_leads_on():
    span = month_of(datetime.date(2026, 11, 27))
    assert (str(span.first), str(span.last), len(span.weeks)) == ("2026-10-26", "2026-12-06", 6)
    assert (str(span.before), str(span.after)) == ("2026-10-01", "2026-12-01")
    assert len(month_of(datetime.date(2027, 2, 10)).weeks) == 4  # 28 days from a Monday
    sunday = week_of(datetime.date(2026, 11, 27), first_weekday=6)
    assert (str(sunday.first), str(sunday.before)) == ("2026-11-22", "2026-11-15")


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-11-27", 24)])
def test_a_day_lasts_as_long_as_the_clocks_say(day, hours):
    import zoneinfo

    date = datetime.date.fromisoformat(day)
    start, end = bounds(date, date, zoneinfo.ZoneInfo("Europe/Berlin"))
    assert end - start == datetime.timedelta(hours=hours)


def test_pieces_stand_on_the_newsrooms_day_also_when_the_clocks_change(client, editor):
    with timezone.override("Europe/Berlin"):
        planned("Before midnight", "2026-10-25T22:59:00+00:00")  # 23:59, the 25th hour of that day
        planned("After midnight", "2026-10-25T23:00:00+00:00")
        planned("First half past two", "2026-10-25T00:30:00+00:00")
        planned("Second half past two", "2026-10-25T01:30:00+00:00")
        assert days(client, "view=week&day=2026-10-25") == {
            "2026-10-25": ["First half past two", "Second half past two", "Before midnight"]
        }
        assert days(client, "view=week&day=2026-10-26") == {"2026-10-26": ["After midnight"]}
        html = client.get(f"{ADDRESS}?view=week&day=2026-10-25").content.decode()
        assert "02:30" in html and "CEST (00:30 UTC)" in html and "CET (01:30 UTC)" in html


def test_only_what_the_reader_of_the_page_may_see_in_as_many_statements(
    client, editor, django_assert_num_queries, django_assert_max_num_queries
):
    planned("Secret plan", "2026-11-12T12:00:00+00:00")
    with django_assert_max_num_queries(8) as one:
        assert days(client, "day=2026-11-03") == {"2026-11-12": ["Secret plan"]}
    for number in range(20):
        planned(f"Plan {number}", "2026-11-12T12:00:00+00:00")
    with django_assert_num_queries(len(one)):
        client.get(f"{ADDRESS}?day=2026-11-03")
    client.force_login(make_member("Reporter"))
    assert days(client, "day=2026-11-03") == {}


@pytest.mark.parametrize(
    "query", ["day=nonsense", "day=2026-02-31", "view=year&day=9999-12-31", "day=0001-01-01"]
)
def test_an_address_that_makes_no_sense_shows_today(client, editor, query):
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 200
    assert any(day["is_today"] for week in response.context["weeks"] for day in week)


def test_the_calendar_is_for_the_newsroom_only(client):
    assert client.get(ADDRESS).status_code == 302
