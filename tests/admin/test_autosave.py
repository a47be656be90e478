"""What is typed reaches the server every few seconds, and is offered to whoever typed it, and to nobody else."""

import json

import pytest
from django.urls import reverse

from articles.models import Draft, Lock
from articles.models.draft import TEXTS
from tests.desk_forms import opened
from tests.factories import (
    make_admin,
    make_article,
    make_author,
    make_member,
    make_section,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return make_admin("ada")


@pytest.fixture
def desk(client, ada):
    client.force_login(ada)
    return client


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def send(client, user, article=None, dek=None, **members):
    name = "articles_article_autosave" if article else "articles_article_autosave_new"
    address = reverse(f"admin:{name}", args=[article.pk] if article else [])
    message = {"person": user.pk, "window": "w1", "version": article.version if article else 0, **members}
    if dek is not None:
        message["fields"] = {"dek": dek, "headline": "Pier", "body": "<p>Typed.</p>"}
    return client.post(address, json.dumps(message), content_type="application/json")


def test_what_is_typed_is_kept_and_the_clock_says_when(desk, ada):
    article = make_article()
    response = send(desk, ada, article, "Typed.")
    assert response.status_code == 200 and response.json()["is_kept"] and ":" in response.json()["clock"]
    assert Draft.objects.of(article, ada).fields["dek"] == "Typed."
    assert "no-store" in response["Cache-Control"]
    article.refresh_from_db()
    assert article.dek != "Typed." and article.version == 1


def test_a_heartbeat_without_text_keeps_what_was_kept(desk, ada):
    article = make_article()
    send(desk, ada, article, "Typed.")
    assert not send(desk, ada, article).json()["is_kept"]
    assert Draft.objects.get().fields["dek"] == "Typed."


def test_unsaved_text_is_offered_restored_and_gone_after_the_save(desk, ada):
    article = make_article()
    send(desk, ada, article, "Typed.")
    draft = Draft.objects.get()
    page = desk.get(change(article)).content.decode()
    assert f"?draft={draft.pk}" in page and "was not saved" in page and ">Typed.</textarea>" not in page
    page = desk.get(f"{change(article)}?draft={draft.pk}").content.decode()
    assert ">\nTyped.</textarea>" in page and 'name="continues" value="w1"' in page
    data = {"headline": "Pier", "dek": "Typed.", "body": "<p>Typed.</p>", "kind": "news", "language": "en"}
    forms = {"bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0}
    desk.post(change(article), {**data, **forms, "opened_version": 1, "window": "w2", "continues": "w1"})
    article.refresh_from_db()
    assert article.dek == "Typed." and not Draft.objects.exists()


def test_a_new_article_has_a_draft_before_it_has_a_row(desk, ada):
    assert send(desk, ada, None, "Typed.").status_code == 200
    add = reverse("admin:articles_article_add")
    draft = Draft.objects.get()
    assert "You began an article" in desk.get(add).content.decode()
    page = desk.get(f"{add}?draft={draft.pk}").content.decode()
    assert ">\nTyped.</textarea>" in page
    data = {
        "headline": "Pier",
        "dek": "Typed.",
        "body": "",
        "kind": "news",
        "language": "en",
        "continues": "w1",
    }
    desk.post(add, {**data, "window": "w2", "bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0})
    assert not Draft.objects.exists()


def test_unsaved_text_of_others_is_never_seen(desk, ada):
    bo, article = make_user("bo"), make_article()
    theirs = Draft.objects.keep(article, by=bo, window="b", version=1, fields={"dek": "A secret of Bo."})
    new = Draft.objects.keep(None, by=bo, window="b", version=0, fields={"dek": "A secret of Bo."})
    for address in (change(article), f"{change(article)}?draft={theirs.pk}"):
        assert "A secret of Bo." not in desk.get(address).content.decode()
    add = reverse("admin:articles_article_add")
    assert "A secret of Bo." not in desk.get(f"{add}?draft={new.pk}").content.decode()
    assert desk.post(reverse("admin:articles_article_forget", args=[theirs.pk])).status_code == 404


def test_unsaved_text_can_be_forgotten(desk, ada):
    article = make_article()
    send(desk, ada, article, "Typed.")
    desk.post(reverse("admin:articles_article_forget", args=[Draft.objects.get().pk]))
    assert not Draft.objects.exists()


def test_two_windows_of_one_person_do_not_overwrite_each_other(desk, ada):
    article = make_article()
    send(desk, ada, article, "In one.", window="one")
    refused = send(desk, ada, article, "In two.", window="two")
    assert refused.status_code == 409 and refused.json()["problem"] == "elsewhere"
    assert send(desk, ada, article, "In two.", window="two", continues="one").status_code == 200
    assert send(desk, ada, article, "In one, more.", window="one").status_code == 409
    assert send(desk, ada, article, "In one, more.", window="one", take_over=True).status_code == 200
    assert article.revisions.first().snapshot["dek"] == "In two." and article.revisions.first().is_aside


def test_somebody_else_in_the_same_browser_is_refused(desk):
    bo = make_user("bo")
    refused = send(desk, bo, make_article(), "Typed.")
    assert refused.status_code == 409 and refused.json()["problem"] == "person"
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "message",
    [
        "no json",
        "[]",
        '{"window": "w"}{',
        '{"fields": {"dek": "x"}}',
        '{"window": "w", "fields": {"stage": "published"}}',
        '{"window": "w", "fields": {"dek": 1}}',
        '{"window": "w", "version": "x"}',
        '{"window": "w", "fields": {"dek": "x"}, "choices": [["kind"]]}',
        '{"window": "w", "fields": {"dek": "x"}, "choices": {"kind": "news"}}',
    ],
)
def test_odd_messages_are_refused_with_what_is_wrong(desk, message):
    address = reverse("admin:articles_article_autosave", args=[make_article().pk])
    assert desk.post(address, message, content_type="application/json").status_code == 400
    assert not Draft.objects.exists()


def test_who_may_not_see_the_article_keeps_nothing_in_it(client):
    rosa = make_member("Reporter", "rosa")
    client.force_login(rosa)
    assert send(client, rosa, make_article(), "Typed.").status_code == 404
    nobody = make_user("nobody")
    client.force_login(nobody)
    assert send(client, nobody, None, "Typed.").status_code == 403


def test_an_ended_session_is_a_redirect_that_the_page_can_tell(client, ada):
    assert send(client, ada, make_article(), "Typed.").status_code == 302


def test_others_are_seen_and_who_types_is_named(desk, ada, django_user_model):
    article, dana = make_article(), make_admin("dana")
    send(desk, ada, article, "Typed.", is_typing=True)
    desk.force_login(dana)
    shown = send(desk, dana, article).json()["presence"]
    assert "ada is editing" in shown and "Take over" in shown and "Also here" not in shown
    desk.force_login(ada)
    assert "Also here" in send(desk, ada, article).json()["presence"]
    desk.force_login(dana)
    page = desk.get(change(article)).content.decode()
    assert "ada is editing" in page


def test_taking_over_tells_the_other_and_takes_nothing(desk, ada):
    article, dana = make_article(), make_admin("dana")
    send(desk, ada, article, "Typed.", is_typing=True)
    desk.force_login(dana)
    assert desk.post(reverse("admin:articles_article_take_over", args=[article.pk])).status_code == 302
    assert Lock.objects.held(article).by == dana
    desk.force_login(ada)
    told = send(desk, ada, article, "Typed on.", is_typing=True).json()["presence"]
    assert "dana took over" in told and 'role="alert"' in told
    assert Draft.objects.of(article, ada).fields["dek"] == "Typed on."


def test_a_save_by_somebody_else_is_told_before_one_saves(desk, ada):
    article = make_article()
    opened = article.version
    article.dek = "Theirs."
    article.save_working_copy(by=make_user("bo"))
    told = send(desk, ada, article, version=opened).json()["presence"]
    assert "bo saved at" in told and "brought together" in told


def test_a_heartbeat_costs_the_same_however_many_are_here(desk, ada, django_assert_max_num_queries):
    article = make_article()
    for number in range(5):
        user = make_admin(f"user{number}x")
        desk.force_login(user)
        send(desk, user, article)
    desk.force_login(ada)
    send(desk, ada, article)
    with django_assert_max_num_queries(14):
        send(desk, ada, article)


def chosen(article, **changes):
    """The form as it was opened, with other choices, as the page sends it."""
    data = {**opened(article), **changes}
    return [[name, str(value)] for name, value in data.items() if name not in TEXTS and name != "_continue"]


def test_a_form_is_shown_as_it_was_left_with_section_bylines_and_earlier_quotations(desk, ada):
    article, other, topic = make_article(), make_section("Harbor"), make_topic("Ferries")
    ida = make_author("Ida Brandt")
    rows = {
        "bylines-TOTAL_FORMS": 2,
        "bylines-1-author": ida.pk,
        "bylines-1-role": "editing",
        "bylines-1-order": 1,
    }
    choices = chosen(article, section=other.pk, topics=topic.pk, kind="analysis", **rows)
    choices.append(["inserted", "abcd1234"])
    answer = send(desk, ada, article, article.dek, choices=choices).json()
    article.kind = "opinion"
    article.save_working_copy(by=ada)
    page = desk.get(f"{change(article)}?draft={answer['draft']}")
    html = page.content.decode()
    form = page.context["adminform"].form
    assert (form["section"].value(), form["kind"].value(), form["topics"].value()) == (
        str(other.pk),
        "analysis",
        [str(topic.pk)],
    )
    assert form["opened_version"].value() == "1" and "errorlist" not in html
    assert '<input type="hidden" name="inserted" value="abcd1234">' in html and "data-chosen" in html
    authors = [one["author"].value() for one in page.context["inline_admin_formsets"][0].formset.forms]
    assert authors == [str(article.bylines.get().author_id), str(ida.pk)]
    assert not desk.get(change(article)).context["adminform"].form.is_bound


def test_a_byline_that_is_gone_meanwhile_is_not_asked_for(desk, ada):
    article = make_article()
    answer = send(desk, ada, article, "Typed.", choices=chosen(article, kind="analysis")).json()
    article.bylines.all().delete()
    page = desk.get(f"{change(article)}?draft={answer['draft']}")
    assert page.context["adminform"].form["kind"].value() == "analysis"
    assert page.context["inline_admin_formsets"][0].formset.forms == []


def test_a_new_article_is_shown_as_it_was_left(desk, ada):
    section = make_section("Harbor")
    choices = [
        ["section", str(section.pk)],
        ["kind", "analysis"],
        ["bylines-TOTAL_FORMS", "0"],
        ["bylines-INITIAL_FORMS", "0"],
    ]
    answer = send(desk, ada, None, "Typed.", choices=choices).json()
    form = (
        desk.get(f"{reverse('admin:articles_article_add')}?draft={answer['draft']}").context["adminform"].form
    )
    assert form["section"].value() == str(section.pk) and form["dek"].value() == "Typed."
