"""The desk's first page: each list holds what it promises, to whom it may, in a fixed number of statements."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from articles.models import Article, Byline, ConfidentialSource, Note, QuoteLink, Retraction, Task
from articles.models.preflight_check import PreflightCheck
from articles.operations.preflight_watch import look_at_changed
from articles.permissions import GROUPS
from tests import factories
from tests.factories import make_article, make_member, make_quote, make_quoted_article

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def editor(client):
    user = make_member("Publisher", "pia")
    user.groups.add(Group.objects.get(name="Standards editor"))
    client.force_login(user)
    return user


def home(client, query=""):
    response = client.get(f"/admin/{query}")
    assert response.status_code == 200
    return response.context


def headlines(rows):
    return [row.article.headline for row in rows]


def titles(context):
    return [str(item.title) for item in context["waiting_others"]]


def fill(number: int, user) -> None:
    """So many of everything that the page has a list for."""
    now = timezone.now()
    sten = make_member("Standards editor", f"sten{number}")
    for index in range(number):
        author = factories.make_author(f"Writer {number} {index}", user=factories.make_user())
        mine = make_article(author=author, by=user)
        mine.assign(by=user, to=user, due_at=now + HOUR)
        Note.objects.write(mine, by=sten, text=f"@{user.username} please look")
        reviewed = make_article(author=author)
        Article.objects.filter(pk=reviewed.pk).update(stage="review")
        factories.approve(make_article(author=author))
        held = make_article(author=author, embargo_until=now + 5 * HOUR)
        Article.objects.filter(pk=held.pk).update(stage="review")
        planned = factories.approve(make_article(author=author))
        planned.schedule(by=user, to=now + 3 * HOUR)
        PreflightCheck.objects.create(article=planned, at=now, blockers=1, first="No byline.")
        live = make_quoted_article(author=author)
        factories.publish(live)
        live.quote_uses.update(match="drift")
        live.request_retraction(by=sten, notice="It was wrong.")
        one, other = make_quote(), make_quote()
        QuoteLink.objects.create(quote=one, other=other, kind="contradicts", proposed_by=sten)
        Task.objects.create(kind="reader_report", quote=one, text="He never said that.")
        ConfidentialSource.objects.request(by=sten, public_description="an official", public_reason="fear")


def test_the_page_takes_the_same_number_of_statements_however_much_there_is(
    client, editor, django_assert_num_queries, django_assert_max_num_queries
):
    fill(1, editor)
    with django_assert_max_num_queries(32) as few:
        home(client)
    fill(12, editor)
    with django_assert_num_queries(len(few)):
        context = home(client)
    assert len(context["waiting_others"]) == 5 * 4 and context["waiting_total"] == 13 * 8
    assert len(context["mine"]) == 8 and context["mine_total"] == 13
    assert {column["key"]: column["total"] for column in context["board"]} == {
        "draft": 13,
        "review": 26,
        "approved": 13,
        "scheduled": 13,
        "live": 0,
    }


def test_what_waits_leads_to_where_it_is_decided(client, editor):
    fill(1, editor)
    found = {str(item.title).split(":")[0]: item.url for item in home(client)["waiting_others"]}
    for url in found.values():
        assert client.get(url.split("#")[0]).status_code == 200, url
    assert {"Retraction asked for", "Confidential source", "Report by a reader"} <= set(found)
    assert "Contradiction needs a second person" in found and "@pia please look" in found


def test_a_reporter_sees_nothing_of_others(client):
    reporter, editor = make_member("Reporter", "rosa"), make_member("Publisher", "pia")
    fill(2, editor)
    mine = make_article("Mine alone", by=reporter)
    client.force_login(reporter)
    response = client.get("/admin/")
    context = response.context
    assert headlines(context["mine"]) == [mine.headline] and context["waiting_total"] == 0
    assert [headlines(column["rows"]) for column in context["board"]] == [[mine.headline], [], [], [], []]
    assert not context["clock"] and not context["problems"]
    html = response.content.decode()
    sources = ConfidentialSource.objects.values_list("codename", flat=True)
    assert ">Fronts</a>" not in html and ">Quotations</a>" in html  # what one may not do is absent
    assert not any(name in html for name in [*sources, "Ferry sails again", "He never said", "an official"])


def test_nobody_is_asked_to_approve_what_they_alone_reported(client, settings):
    copy = make_member("Copy editor", "cora")
    own = make_article("Own", author=factories.make_author("Cora", user=copy))
    shared = make_article("Shared", author=factories.make_author("Cora"))
    Byline.objects.create(article=shared, author=factories.make_desk())
    foreign = make_article("Foreign", by=copy)
    Article.objects.update(stage="review")
    client.force_login(copy)
    assert set(headlines(home(client)["waiting_articles"])) == {"Shared", "Foreign"}
    for article in (own, shared, foreign):
        row = next(
            row for column in home(client)["board"] for row in column["rows"] if row.article == article
        )
        assert (row.step is None) is article.is_only_reporter(copy)
    settings.FOUR_EYES = False
    assert len(home(client)["waiting_articles"]) == 3


@pytest.mark.parametrize("asks", GROUPS)
def test_a_retraction_waits_for_whoever_makes_the_pair(asks):
    first = make_member(asks, "first")
    article = make_article()
    factories.publish(article)
    waiting = Retraction.objects.create(article=article, requested_by=first, notice="It was wrong.")
    for group in GROUPS:
        user = make_member(group, f"second {group}")
        waits = Retraction.objects.waiting_for(user).exists()
        assert waits is waiting.may_be_agreed_by(user), (asks, group)
    assert not Retraction.objects.waiting_for(first).exists()


def test_a_button_of_the_board_takes_the_step_and_comes_back(client):
    reporter = make_member("Reporter", "rosa")
    article = make_article("To review", by=reporter)
    client.force_login(reporter)
    html = client.get("/admin/").content.decode()
    address = f"/admin/articles/article/{article.pk}/steps/submit/"
    assert f'action="{address}"' in html
    response = client.post(address, {"from_desk": "1"})
    assert response.status_code == 302 and response.url == "/admin/"
    article.refresh_from_db()
    assert article.stage == "review"
    assert "Sent to review." in client.get("/admin/").content.decode()


def test_mine_are_those_assigned_to_me_or_to_nobody_else(client):
    rosa, rob = make_member("Reporter", "rosa"), make_member("Reporter", "rob")
    begun, given, taken = (make_article(name, by=rosa) for name in ("Begun", "Given away", "Begun too"))
    given.assign(by=rosa, to=rob)
    taken.assign(by=rosa, to=rosa, due_at=timezone.now())
    client.force_login(rosa)
    assert headlines(home(client)["mine"]) == [taken.headline, begun.headline]  # what is due comes first
    whose = home(client, "?whose=mine")["board"][0]
    assert set(headlines(whose["rows"])) == {"Begun", "Begun too"} and whose["total"] == 2


def test_the_clock_shows_times_with_utc_and_the_embargo_of_an_occasion(client, editor, settings):
    settings.TIME_ZONE = "America/New_York"
    now = timezone.now()
    held = make_quoted_article(headline="Held by its occasion")
    quote = held.quote_uses.first().quote
    quote.occasion = factories.make_occasion(embargo_until=now + 2 * HOUR)
    quote.save()
    held.quote_uses.update(attribution="confirmed")
    make_article("Under embargo", embargo_until=now + HOUR)
    make_article("Embargo is over", embargo_until=now - HOUR)
    response = client.get("/admin/")
    assert headlines(response.context["clock"]) == ["Under embargo", "Held by its occasion"]
    html = response.content.decode()
    assert "UTC)" in html and "Embargo of an occasion until" in html and "data-until" in html


def test_problems_say_what_and_why_the_missed_first(client, editor):
    now = timezone.now()
    late = factories.approve(make_article("Late"))
    late.schedule(by=editor, to=now, at=now)
    late.schedules.update(outcome="failed", ended_at=now, why="The lead image has no credit.")
    Article.objects.filter(pk=late.pk).update(scheduled_for=None, public_status="never")
    drifted = make_quoted_article(headline="Drifted")
    factories.publish(drifted)
    drifted.quote_uses.filter(segment=0).update(match="drift")
    stopped = make_article("Stopped", section=factories.make_section())
    Article.objects.filter(pk=stopped.pk).update(stage="review", section=None)
    look_at_changed()
    first, second, third = home(client)["problems"]
    assert first.title.startswith("Missed") and "Late" in first.title and "no credit" in first.why
    assert "Drifted" in second.why and "Stopped" in third.title and "section" in third.why
    assert {one.url.split("#")[1] for one in (first, second, third)} == {"panel-preflight", "panel-quotes"}


def test_the_clock_knows_the_embargoes_of_pictures_in_lead_and_text(client, editor):
    now = timezone.now()
    lead, inside = (factories.make_image(embargo_until=now + hours * HOUR) for hours in (2, 3))
    make_article("Lead", lead_image=lead)
    make_article("Inside", body=f'<p>Sails.</p><figure data-image="{inside.short_id}"></figure>')
    make_article(
        "Both",
        lead_image=lead,
        embargo_until=now - HOUR,
        body=f'<figure data-image="{inside.short_id}"></figure>',
    )
    make_article("Neither", lead_image=factories.make_image(embargo_until=now - HOUR))
    clock = home(client)["clock"]
    assert headlines(clock) == ["Lead", "Inside", "Both"]
    assert [row.article.clock_at for row in clock] == [
        lead.embargo_until,
        inside.embargo_until,
        inside.embargo_until,
    ]
    html = client.get("/admin/").content.decode()
    assert html.count("Embargo of a picture until") == 3
    assert html.count("data-until") == 6  # on the clock, and on their cards; “Neither” has no time
