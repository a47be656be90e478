import datetime

import pytest
import time_machine

from articles.models import Article, Revision
from tests.factories import make_article, make_author, make_member, make_person, make_role, make_user

pytestmark = pytest.mark.django_db


def test_saves_of_one_person_within_ten_minutes_are_one_line_of_the_history_and_each_is_kept():
    user, article = make_user(), make_article()
    start = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
    for minutes in (0, 5, 9, 11):
        with time_machine.travel(start + datetime.timedelta(minutes=minutes), tick=False):
            article.dek = f"After {minutes} minutes"
            article.save_working_copy(by=user)
    lines, kept = Revision.objects.for_history().filter(by=user), Revision.objects.filter(by=user)
    assert [r.snapshot["dek"] for r in lines] == ["After 11 minutes", "After 9 minutes"]
    assert [r.snapshot["dek"] for r in kept] == [f"After {minutes} minutes" for minutes in (11, 9, 5, 0)]


def test_an_unchanged_save_writes_no_revision_but_counts_the_version_up():
    article = make_article()
    article.save_working_copy(by=None)
    before, version = article.revisions.count(), article.version
    article.save_working_copy(by=None)
    assert (article.revisions.count(), article.version) == (before, version + 1)


def test_visible_to_is_everything_for_editors_own_for_reporters_nothing_for_others():
    reporter, other = make_member("Reporter"), make_member("Reporter", "other")
    mine, theirs = make_article(by=reporter), make_article(by=other)
    bylined = make_article(by=other, author=make_author("Rae Porter", user=reporter))
    assert set(Article.objects.visible_to(reporter)) == {mine, bylined}
    assert set(Article.objects.visible_to(make_member("Copy editor"))) == {mine, theirs, bylined}
    assert not Article.objects.visible_to(make_user()).exists()


@pytest.mark.parametrize(
    ("group", "may"),
    [
        ("Reporter", False),
        ("Copy editor", False),
        ("Editor", False),
        ("Publisher", True),
        ("Administrator", True),
    ],
)
def test_publishing_is_a_permission_of_publishers(group, may):
    assert make_member(group).has_perm("articles.publish_article", make_article()) is may


def test_a_reporter_may_not_change_an_article_of_somebody_else():
    reporter = make_member("Reporter")
    assert reporter.has_perm("articles.change_article", make_article(by=reporter))
    assert not reporter.has_perm("articles.change_article", make_article())


def test_role_on_a_date_reads_partial_dates():
    ada = make_person()
    pilot = make_role(ada, "Pilot", start_date="2019", end_date="2021-06")
    master = make_role(ada, "Harbor master", start_date="2021-07")
    assert ada.role_on(datetime.date(2021, 6, 30)) == pilot
    assert ada.role_on(datetime.date(2021, 7, 1)) == master
    assert ada.role_on(datetime.date(2018, 12, 31)) is None
