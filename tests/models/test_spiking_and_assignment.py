import datetime

import pytest

from articles.models import Article, TransitionRefused
from tests.factories import approve, make_article, make_member, make_user, publish

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)


def test_a_spiked_article_is_kept_with_its_reason_and_can_be_restored():
    editor = make_member("Editor")
    article = approve(make_article())
    with pytest.raises(TransitionRefused):
        article.spike(by=editor, reason="")
    article.spike(by=editor, reason="Overtaken", at=NOW)
    article.spike(by=editor, reason="Again", at=NOW)
    assert article.stage == "spiked" and article.spikes.get().reason == "Overtaken"
    with pytest.raises(TransitionRefused):
        article.restore(by=editor, reason=" ")
    article.restore(by=editor, reason="New facts", at=NOW)
    spike = article.spikes.get()
    assert (article.stage, spike.restored_by, spike.restored_because) == ("draft", editor, "New facts")
    assert article.standing_approval() is None


def test_what_readers_had_is_not_spiked():
    article = make_article()
    publish(article, NOW)
    with pytest.raises(TransitionRefused):
        article.spike(by=None, reason="Thin")


def test_an_assigned_article_has_a_person_a_due_time_and_a_priority():
    reporter = make_member("Reporter")
    article = make_article()
    article.assign(by=None, to=reporter, due_at=NOW, priority=Article.Priority.URGENT)
    article.assign(by=None, to=reporter, due_at=NOW, priority=Article.Priority.URGENT)
    assert (article.assigned_to, article.due_at, article.priority) == (reporter, NOW, 4)
    assert article.events.filter(kind="article.assigned").count() == 1
    assert reporter.has_perm("articles.change_article", article)
    article.assign(by=None, to=None)
    assert article.assigned_to is None and article.priority == 4


def test_nobody_is_given_what_they_cannot_edit():
    with pytest.raises(TransitionRefused):
        make_article().assign(by=None, to=make_user("guest"))
