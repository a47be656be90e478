"""The notes pane: with and without scripts, for whoever sees the article and nobody else."""

import pytest
from django.urls import reverse

from articles.models import Note
from tests.factories import BODY, make_article, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    editor = make_member("Editor", "edna")
    client.force_login(editor)
    return editor


def address(article):
    return reverse("admin:articles_article_notes", args=[article.pk])


def test_a_note_is_written_answered_resolved_and_opened_again_without_scripts(client, editor):
    article = make_article(body=BODY, by=editor)
    done = client.post(address(article), {"text": "Who says so?", "spot": "p1"})
    assert done.status_code == 302 and done.url.endswith("#panel-notes")
    note = Note.objects.get()
    client.post(address(article), {"reply": note.pk, f"reply-{note.pk}": "The company."})
    client.post(address(article), {"resolve": note.pk})
    note.refresh_from_db()
    assert note.resolved_by == editor and note.replies.get().text == "The company."
    client.post(address(article), {"reopen": note.pk})
    html = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert "Who says so?" in html and "The company." in html and 'id="tab-notes"' in html


def test_what_is_refused_is_shown_again_with_the_reason(client, editor):
    article = make_article(by=editor)
    response = client.post(address(article), {"text": "Ask @nobody", "spot": "dek"}, headers={"X-Pane": "1"})
    html = response.content.decode()
    assert response.status_code == 400
    assert "Nobody is called @nobody" in html and "Ask @nobody</textarea>" in html
    assert '<option value="dek" selected>' in html


def test_a_script_gets_the_pane_alone(client, editor):
    response = client.post(address(make_article(by=editor)), {"text": "Sure?"}, headers={"X-Pane": "1"})
    html = response.content.decode()
    assert response.status_code == 200 and "<html" not in html and 'data-count="1"' in html


def test_a_note_of_another_article_is_not_touched_from_here(client, editor):
    note = Note.objects.write(make_article(by=editor), by=editor, text="Sure?")
    other = make_article(by=editor)
    for given in ({"resolve": note.pk}, {"reply": note.pk}, {"resolve": "x"}):
        assert client.post(address(other), given).status_code == 404
    note.refresh_from_db()
    assert note.resolved_at is None


def test_what_somebody_may_not_see_is_not_there(client):
    article = make_article(by=make_member("Editor"))
    client.force_login(make_member("Reporter", "rosa"))
    assert client.get(address(article)).status_code == 404
    assert client.post(address(article), {"text": "Sure?"}).status_code == 404


def test_what_is_written_is_text_and_no_markup(client, editor):
    article = make_article(by=editor)
    client.post(address(article), {"text": "<script>alert(1)</script>"})
    html = client.get(address(article)).content.decode()
    assert "<script>alert" not in html and "&lt;script&gt;alert" in html


@pytest.mark.parametrize("number", [1, 20])
def test_the_pane_asks_as_often_for_one_note_as_for_twenty(
    client, editor, number, django_assert_max_num_queries
):
    article = make_article(body=BODY, by=editor)
    for _ in range(number):
        Note.objects.write(article, by=editor, text="Sure?").reply(by=editor, text="Yes.")
    with django_assert_max_num_queries(12):
        client.get(address(article), headers={"X-Pane": "1"})
