"""A request that is sent twice under one name is carried out once."""

import threading

import pytest
from django.db import connection

from articles.models import Article, IdempotencyKey
from articles.operations import working_copies
from tests.api.desk_client import program
from tests.factories import make_article

pytestmark = pytest.mark.django_db
NEW = {"headline": "Ferry sails", "body": "<p>It sails.</p>"}


@pytest.fixture
def editor():
    return program("Editor")


def make(desk, given=None, key="a-key-of-mine", **headers):
    return desk.post("/articles/", given or NEW, Idempotency_Key=key, **headers)


def test_the_second_time_it_is_answered_as_the_first(editor):
    first, second = make(editor), make(editor)
    assert Article.objects.count() == 1
    assert (second.status_code, second.content) == (first.status_code, first.content)
    assert "Idempotency-Replayed" not in first and second["Idempotency-Replayed"] == "true"
    for name in ("ETag", "Cache-Control", "Content-Type"):
        assert second[name] == first[name]
    assert make(editor, key="another").status_code == 201 and Article.objects.count() == 2


def test_the_same_name_for_another_request_is_refused(editor):
    make(editor)
    response = make(editor, {**NEW, "dek": "x"})
    assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")
    article = make_article()
    step = editor.on(article, "post", "review/", {}, Idempotency_Key="a-key-of-mine")
    assert step.status_code == 422
    assert Article.objects.count() == 2


def test_two_persons_may_use_the_same_name(editor):
    make(editor), make(program("Publisher"))
    assert Article.objects.count() == 2


def test_while_it_is_carried_out_the_same_is_told_to_wait(editor, monkeypatch):
    answers, save = [], working_copies.save

    def slowly(*args, **kwargs):
        if not answers:
            answers.append(None)
            answers[0] = make(editor)
        return save(*args, **kwargs)

    monkeypatch.setattr(working_copies, "save", slowly)
    assert make(editor).status_code == 201
    assert answers[0].status_code == 409 and "wait" in answers[0].json()["detail"]
    assert Article.objects.count() == 1


def test_what_was_refused_may_be_tried_again(editor):
    assert make(editor, {**NEW, "section": "harbor"}).status_code == 409
    assert make(editor, {"headline": ""}).status_code == 400
    assert not IdempotencyKey.objects.exists()
    assert make(editor).status_code == 201


def test_an_answer_that_cannot_be_kept_is_no_deed(editor, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("broken")

    monkeypatch.setattr(IdempotencyKey, "keep", fail)
    editor.client.raise_request_exception = False
    assert make(editor).status_code == 500
    assert not Article.objects.exists() and not IdempotencyKey.objects.exists()


def test_steps_are_taken_once(editor):
    article = make_article()
    given = {"note": "Who is she?"}
    article.submit(by=None)
    for _ in range(2):
        response = editor.on(article, "post", "return/", given, Idempotency_Key="once")
        assert response.json()["stage"] == "draft"
    assert article.events.filter(kind="article.sent_back").count() == 1


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256, "schlüssel"])
def test_a_name_that_is_none(editor, key):
    response = make(editor, key=key)
    assert response.status_code == 400 and "Idempotency-Key" in response.json()["errors"]


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="a test database in memory has one connection")
@pytest.mark.django_db(transaction=True)
def test_of_two_that_come_at_the_same_time_one_is_carried_out(monkeypatch):
    editor, save = program("Editor"), working_copies.save
    has_begun, may_go_on, answers = threading.Event(), threading.Event(), []

    def slowly(*args, **kwargs):
        has_begun.set()
        assert may_go_on.wait(20)
        return save(*args, **kwargs)

    def first():
        answers.append(make(editor))
        connection.close()

    monkeypatch.setattr(working_copies, "save", slowly)
    thread = threading.Thread(target=first)
    thread.start()
    assert has_begun.wait(20)
    assert make(editor).status_code == 409
    may_go_on.set()
    thread.join()
    assert answers[0].status_code == 201 and Article.objects.count() == 1
    assert make(editor)["Idempotency-Replayed"] == "true"
