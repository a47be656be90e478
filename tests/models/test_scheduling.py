import datetime

import pytest
from django.core.exceptions import ValidationError

from articles.models import PublicationRefused, Schedule, TransitionRefused
from articles.operations.scheduling import publish_due
from tests.factories import (
    approve,
    make_article,
    make_image,
    make_member,
    make_occasion,
    make_quoted_article,
    publish,
)

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def test_scheduling_leaves_a_row_with_who_and_when_and_the_article_unseen():
    editor = make_member("Editor")
    article = approve(make_article())
    made = article.schedule(by=editor, to=NOW + HOUR, at=NOW)
    assert (made.by, made.at, article.scheduled_for) == (editor, NOW + HOUR, NOW + HOUR)
    assert (article.public_status, article.live_edition()) == ("scheduled", None)
    assert article.schedule(by=editor, to=NOW + HOUR, at=NOW) == made


def test_a_new_time_replaces_the_old_one():
    article = approve(make_article())
    article.schedule(by=None, to=NOW + HOUR, at=NOW)
    article.schedule(by=None, to=NOW + 2 * HOUR, at=NOW)
    assert Schedule.objects.waiting().get().at == NOW + 2 * HOUR
    assert Schedule.objects.filter(outcome="cancelled").count() == 1


def test_a_time_that_is_past_or_before_any_embargo_is_refused():
    article = make_quoted_article(embargo_until=NOW + HOUR)
    quote = article.quote_uses.first().quote
    quote.occasion = make_occasion(embargo_until=NOW + 3 * HOUR)
    quote.save()
    approve(article)
    for to in (NOW - HOUR, NOW + HOUR, NOW + 2 * HOUR):
        with pytest.raises(TransitionRefused) as caught:
            article.schedule(by=None, to=to, at=NOW)
        assert "to" in caught.value.message_dict
    assert article.schedule(by=None, to=NOW + 3 * HOUR, at=NOW).at == NOW + 3 * HOUR


@pytest.mark.parametrize("place", ["lead", "text"])
def test_a_picture_keeps_the_article_back_until_its_embargo_ends(place):
    image = make_image(embargo_until=NOW + HOUR)
    shown = (
        {"lead_image": image}
        if place == "lead"
        else {"body": f'<p>It sails.</p><figure data-image="{image.short_id}"></figure>'}
    )
    article = approve(make_article(**shown))
    assert article.embargoes() == [NOW + HOUR]
    with pytest.raises(TransitionRefused) as caught:
        article.schedule(by=None, to=NOW + HOUR / 2, at=NOW)
    assert "end of an embargo" in caught.value.message_dict["to"][0]
    article.schedule(by=None, to=NOW + HOUR, at=NOW)
    assert publish_due(NOW + HOUR - HOUR / 60) == 0 and publish_due(NOW + HOUR) == 1


def test_an_embargo_that_is_set_after_the_time_was_is_kept_as_well():
    article = make_quoted_article(lead_image=make_image())
    quote = article.quote_uses.first().quote
    quote.occasion = make_occasion()
    quote.save()
    approve(article).schedule(by=None, to=NOW + HOUR, at=NOW)
    for record in (quote.occasion, article.lead_image):
        record.embargo_until = NOW + 2 * HOUR
        record.save()
    assert publish_due(NOW + HOUR) == 0
    why = Schedule.objects.missed().get().why
    assert article.lead_image.credit and why.lower().count("embargo") >= 2


def test_what_nobody_approved_is_not_scheduled(settings):
    article = make_article()
    with pytest.raises(PublicationRefused):
        article.schedule(by=None, to=NOW + HOUR, at=NOW)
    settings.FOUR_EYES = False
    article.schedule(by=None, to=NOW + HOUR, at=NOW)
    assert article.public_status == "scheduled"


def test_taking_the_time_back_twice_is_taking_it_back_once():
    article = approve(make_article())
    article.schedule(by=None, to=NOW + HOUR, at=NOW)
    article.unschedule(by=None, at=NOW)
    article.unschedule(by=None, at=NOW)
    assert (article.public_status, article.scheduled_for) == ("never", None)
    assert article.events.filter(kind="article.unscheduled").count() == 1


def test_publishing_spiking_and_withdrawing_end_the_schedule():
    for act in (
        lambda article: article.publish(by=None, at=NOW),
        lambda article: article.spike(by=None, reason="Overtaken", at=NOW),
    ):
        article = approve(make_article())
        article.schedule(by=None, to=NOW + HOUR, at=NOW)
        act(article)
        assert article.scheduled_for is None
    live = make_article()
    publish(live, NOW)
    live.dek = "More."
    live.save_working_copy(by=None)
    approve(live).schedule(by=None, to=NOW + HOUR, at=NOW)
    assert live.public_status == "live"
    live.withdraw(by=None, reason="Court order", at=NOW)
    assert not Schedule.objects.waiting().exists()


def test_due_is_never_before_its_time():
    article = approve(make_article())
    made = article.schedule(by=None, to=NOW + HOUR, at=NOW)
    assert list(Schedule.objects.due(NOW + HOUR - datetime.timedelta(microseconds=1))) == []
    assert list(Schedule.objects.due(NOW + HOUR)) == [made]


def test_an_embargo_cannot_be_moved_behind_the_time():
    article = approve(make_article())
    article.schedule(by=None, to=NOW + HOUR, at=NOW)
    article.embargo_until = NOW + 2 * HOUR
    with pytest.raises(ValidationError) as caught:
        article.clean()
    assert "embargo_until" in caught.value.message_dict
