import datetime

import pytest

from articles.models import PublicationRefused, Retraction, TransitionRefused
from tests.factories import make_article, make_member, publish

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=2)
NOTICE = "The meeting never took place."


@pytest.fixture
def article():
    article = make_article()
    publish(article, NOW)
    return article


def test_one_asks_and_the_other_agrees(article):
    standards, publisher = make_member("Standards editor"), make_member("Publisher")
    asked = article.request_retraction(by=standards, notice=NOTICE, at=NOW)
    assert article.live_edition().status == "live"
    edition = article.agree_retraction(by=publisher, at=LATER)
    asked.refresh_from_db()
    assert (asked.requested_by, asked.agreed_by, asked.agreed_at) == (standards, publisher, LATER)
    assert (edition.status, edition.retraction_notice, article.public_status) == (
        "retracted",
        NOTICE,
        "retracted",
    )
    assert article.agree_retraction(by=publisher) == edition


def test_nobody_agrees_with_themselves_or_with_their_like(article):
    publisher = make_member("Publisher")
    article.request_retraction(by=publisher, notice=NOTICE)
    for by in (publisher, make_member("Publisher", "second"), make_member("Editor")):
        with pytest.raises(TransitionRefused):
            article.agree_retraction(by=by)
    assert article.agree_retraction(by=make_member("Standards editor")).status == "retracted"


def test_asking_twice_is_asking_once(article):
    first = article.request_retraction(by=make_member("Publisher"), notice=NOTICE)
    assert article.request_retraction(by=make_member("Standards editor"), notice="Other words.") == first


def test_a_request_can_be_declined_and_made_again(article):
    publisher = make_member("Publisher")
    article.request_retraction(by=make_member("Standards editor"), notice=NOTICE)
    article.decline_retraction(by=publisher)
    article.decline_retraction(by=publisher)
    with pytest.raises(TransitionRefused):
        article.agree_retraction(by=publisher)
    article.request_retraction(by=publisher, notice=NOTICE)
    assert Retraction.objects.waiting().count() == 1 and Retraction.objects.count() == 2


def test_only_what_readers_have_is_retracted_and_never_without_a_notice(article):
    publisher = make_member("Publisher")
    with pytest.raises(TransitionRefused):
        article.request_retraction(by=publisher, notice=" ")
    with pytest.raises(PublicationRefused):
        make_article().request_retraction(by=publisher, notice=NOTICE)
