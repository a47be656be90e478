"""Every role × every step: the table, the permissions and the admin say the same."""

import datetime

import pytest
from django.urls import reverse

from articles.models import TRANSITIONS, Article
from articles.permissions import GROUPS
from tests.factories import approve, make_article, make_author, make_member, publish

pytestmark = pytest.mark.django_db

ROLES = (*GROUPS, "Administrator")
# Who may take which step of an article that they may see; the law of the newsroom, written out once more by hand.
ALLOWED = {
    "submit": ("Reporter", "Copy editor", "Editor", "Publisher", "Standards editor"),
    "return": ("Copy editor", "Editor", "Publisher"),
    "approve": ("Copy editor", "Editor", "Publisher"),
    "publish": ("Publisher",),
    "schedule": ("Editor", "Publisher"),
    "unschedule": ("Editor", "Publisher"),
    "minor": ("Copy editor", "Editor", "Publisher"),
    "update": ("Editor", "Publisher", "Standards editor"),
    "correct": ("Editor", "Publisher", "Standards editor"),
    "request_retraction": ("Publisher", "Standards editor"),
    "agree_retraction": ("Publisher",),  # of what a standards editor asked for
    "decline_retraction": ("Publisher", "Standards editor"),
    "withdraw": ("Publisher",),
    "spike": ("Editor", "Publisher"),
    "restore": ("Editor", "Publisher"),
    "assign": ("Editor", "Publisher"),
}
GIVEN = {
    "note": "The second paragraph lacks a source.",
    "notice": "The meeting never took place.",
    "reason": "Overtaken by events.",
    "to_at": "2031-05-06T07:30",
    "kind": "correction",
    "priority": "3",
}


def ready_for(step: str, reporter) -> Article:
    """An article of the reporter's that stands where the step starts."""
    article = make_article(by=reporter, author=make_author(), dateline_date=datetime.date(2026, 10, 14))
    stage = TRANSITIONS[step].stages[0]
    if step == "unschedule":
        approve(article).schedule(by=None, to=datetime.datetime(2031, 5, 6, tzinfo=datetime.UTC))
    elif TRANSITIONS[step].statuses[0] == "live":
        publish(article)
        if step in ("minor", "update"):
            article.dek = "The company has found a new pilot."
            article.save_working_copy(by=None)
        elif step in ("agree_retraction", "decline_retraction"):
            asks = make_member("Standards editor", "sten")
            article.request_retraction(by=asks, notice=GIVEN["notice"])
    elif stage == "approved":
        approve(article)
    elif stage == "spiked":
        article.spike(by=None, reason="Thin")
    else:
        Article.objects.filter(pk=article.pk).update(stage=stage)
    article.refresh_from_db()
    return article


def test_the_matrix_names_every_step():
    assert set(ALLOWED) == set(TRANSITIONS)


@pytest.mark.parametrize("step", TRANSITIONS)
@pytest.mark.parametrize("role", ROLES)
def test_a_step_is_taken_by_those_who_may_and_by_nobody_else(client, role, step):
    user = make_member(role)
    article = ready_for(step, user)
    before = (article.stage, article.public_status, article.events.count())
    may = role == "Administrator" or role in ALLOWED[step]
    assert TRANSITIONS[step].is_open(article)
    assert user.has_perm(TRANSITIONS[step].codename, article) is (may or _asks(step, role))
    client.force_login(user)
    answer = client.post(reverse("admin:articles_article_step", args=[article.pk, step]), GIVEN)
    assert answer.status_code == (302 if may else 403)
    article.refresh_from_db()
    after = (article.stage, article.public_status, article.events.count())
    assert (after != before) is may


def _asks(step: str, role: str) -> bool:
    """Of a pair that retracts, the one who completes nothing has the permission all the same."""
    return step == "agree_retraction" and role == "Standards editor"


@pytest.mark.parametrize("step", TRANSITIONS)
def test_a_step_of_an_article_that_one_may_not_see_is_not_found(client, step):
    article = ready_for(step, None)
    client.force_login(make_member("Reporter"))
    address = reverse("admin:articles_article_step", args=[article.pk, step])
    assert client.post(address, GIVEN).status_code == 404
    assert not make_member("Reporter", "other").has_perm(TRANSITIONS[step].codename, article)


@pytest.mark.parametrize("step", TRANSITIONS)
def test_every_step_has_a_page_that_asks_for_what_it_needs(client, step):
    article = ready_for(step, None)
    client.force_login(make_member("Administrator"))
    page = client.get(reverse("admin:articles_article_step", args=[article.pk, step]))
    assert page.status_code == 200
    for need in TRANSITIONS[step].needs:
        assert f'name="{need.rstrip("?")}' in page.content.decode()


def test_there_is_no_step_of_another_name(client):
    client.force_login(make_member("Administrator"))
    address = reverse("admin:articles_article_step", args=[make_article().pk, "vanish"])
    assert client.post(address).status_code == 404


def test_the_only_reporter_may_not_approve_and_a_second_byline_frees_them(settings):
    editor = make_member("Editor")
    article = make_article(author=make_author("Edna Proof", user=editor))
    assert not editor.has_perm("articles.approve_article", article)
    settings.FOUR_EYES = False
    assert editor.has_perm("articles.approve_article", article)
    settings.FOUR_EYES = True
    article.bylines.create(author=make_author("Bo Lantern"), order=1)
    assert editor.has_perm("articles.approve_article", article)


def test_without_four_eyes_a_publisher_goes_straight(settings):
    article = make_article()
    assert not TRANSITIONS["publish"].is_open(article)
    settings.FOUR_EYES = False
    assert TRANSITIONS["publish"].is_open(article) and TRANSITIONS["schedule"].is_open(article)
