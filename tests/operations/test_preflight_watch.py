"""What lists say of preflight follows the articles in the background."""

import datetime

import pytest
from django.utils import timezone

from articles.models import Article, PreflightCheck
from articles.operations.preflight_watch import look_at_changed
from tests.factories import approve, make_article, make_quoted_article, publish
from tests.models.test_constraints import refuses

pytestmark = pytest.mark.django_db


def test_each_article_in_work_is_looked_at_once_until_it_changes():
    article, live = make_article("Pier"), make_article("Live")
    publish(live)
    assert look_at_changed() == 1 and look_at_changed() == 0
    assert article.preflight_check.blockers == 0
    article.section = None
    article.save_working_copy(by=None)
    assert look_at_changed() == 1
    check = PreflightCheck.objects.get(article=article)
    assert check.blockers == 1 and "section" in check.first


def test_a_decision_about_a_quotation_counts_as_a_change():
    article = make_quoted_article()
    look_at_changed()
    article.events.create(kind="quote.reopened")
    assert look_at_changed() == 1


def test_what_has_a_time_is_looked_at_again_and_its_embargo_is_no_blocker():
    soon = timezone.now() + datetime.timedelta(hours=1)
    article = approve(make_article(embargo_until=soon))
    article.schedule(by=None, to=soon)
    look_at_changed()
    assert PreflightCheck.objects.get().blockers == 0
    PreflightCheck.objects.update(at=timezone.now() - datetime.timedelta(minutes=6))
    Article.objects.update(saved_at=timezone.now() - datetime.timedelta(hours=1))
    assert look_at_changed() == 1


def test_one_turn_takes_a_few_and_what_has_a_time_first():
    make_article("Later")
    planned = approve(make_article("Planned"))
    planned.schedule(by=None, to=timezone.now() + datetime.timedelta(hours=1))
    assert look_at_changed(1) == 1
    assert PreflightCheck.objects.get().article == planned


def test_preflight_check_blocked_says_why():
    check = PreflightCheck.objects.create(article=make_article(), at=timezone.now())
    rows = PreflightCheck.objects.filter(pk=check.pk)
    refuses("preflight_check_blocked_says_why", lambda: rows.update(blockers=1))
    rows.update(blockers=1, first="No byline.")
