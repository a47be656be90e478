"""Locks, notes, preview links and pictures, for programs."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from articles.models import Image, Lock, PreviewLink
from tests.api.contract import hold
from tests.api.desk_client import program
from tests.factories import make_article, make_image, make_quoted_article, picture_bytes

pytestmark = pytest.mark.django_db
LINKS, UPLOAD = "preview-links/", "/api/v1/desk/images/"


@pytest.fixture
def editor():
    return program("Editor")


def test_a_lock_is_taken_taken_over_and_let_go(editor):
    article, other = make_article(), program("Publisher")
    assert editor.on(article, "get", "lock/").json()["held_by"] is None
    mine = editor.on(article, "post", "lock/").json()
    assert mine["is_mine"] and mine["version"] == article.version
    refused = other.on(article, "post", "lock/", {})
    assert refused.status_code == 409
    seen = other.on(article, "get", "lock/").json()
    assert (seen["held_by"], seen["others"]) == (editor.owner.username, [editor.owner.username])
    taken = other.on(article, "post", "lock/", {"take_over": True}).json()
    assert taken["is_mine"] and taken["taken_from"] == editor.owner.username
    editor.on(article, "delete", "lock/")
    assert Lock.objects.held(article).by == other.owner
    assert other.on(article, "delete", "lock/").json()["held_by"] is None


def test_notes_are_written_answered_and_resolved(editor):
    article = make_quoted_article()
    colleague = program("Copy editor", "cora")
    given = {"text": "@cora is that so?", "words": "the company said"}
    note = editor.on(article, "post", "notes/", given).json()
    text = article.body_text
    assert (note["number"], note["words"]) == (1, text[note["start"] : note["end"]])
    editor.on(article, "post", "notes/", {"text": "Too long.", "on": "headline"})
    answered = colleague.on(article, "post", "notes/1/replies/", {"text": "It is."})
    assert answered.status_code == 201
    assert [one["by"] for one in answered.json()["replies"]] == ["cora"]
    assert colleague.on(article, "patch", "notes/3/", {"resolved": True}).status_code == 404  # a reply
    done = colleague.on(article, "patch", "notes/1/", {"resolved": True}).json()
    assert done["resolved_by"] == "cora"
    first, second = editor.on(article, "get", "notes/").json()["results"]
    assert {first["number"], second["number"]} == {1, 2}
    assert editor.on(article, "patch", "notes/1/", {"resolved": False}).json()["resolved_by"] is None


@pytest.mark.parametrize(
    ("given", "status", "member"),
    [
        ({}, 400, "text"),
        ({"text": " "}, 400, "text"),
        ({"text": "x" * 4001}, 400, "text"),
        ({"text": "x", "on": "p1"}, 400, "on"),
        ({"text": "@nobody?"}, 409, "text"),
    ],
)
def test_notes_that_are_refused(editor, given, status, member):
    response = editor.on(make_article(), "post", "notes/", given)
    assert response.status_code == status and member in response.json()["errors"]


def test_the_address_of_a_preview_link_is_told_once(editor, client):
    article, given = make_quoted_article(), {"for_whom": "the lawyer", "days": 2}
    made = editor.on(article, "post", LINKS, given, Idempotency_Key="k")
    body = made.json()
    assert made.status_code == 201 and client.get(body["address"]).status_code == 200
    link = PreviewLink.objects.get()
    assert link.expires_at - timezone.now() < datetime.timedelta(days=2)
    again = editor.on(article, "post", LINKS, given, Idempotency_Key="k")
    assert again.status_code == 201 and again.json() == {**body, "address": None}
    assert PreviewLink.objects.count() == 1
    (listed,) = editor.on(article, "get", LINKS).json()["results"]
    assert (listed["address"], listed["is_open"], listed["opened"]) == (None, True, 1)
    ended = editor.on(article, "delete", f"{LINKS}1/").json()
    assert (ended["is_open"], ended["revoked_by"]) == (False, editor.owner.username)
    assert client.get(body["address"]).status_code in (404, 410)
    assert editor.on(article, "delete", f"{LINKS}2/").status_code == 404
    for wrong in ({}, {"for_whom": "x", "days": 31}, {"for_whom": " "}):
        assert editor.on(article, "post", LINKS, wrong).status_code == 400


def upload(desk, content: bytes, key: str = "", **facts):
    file = SimpleUploadedFile("a.jpg", content, "image/jpeg")
    headers = {"Idempotency-Key": key} if key else {}
    response = desk.client.post(UPLOAD, {"file": file, **facts}, headers=headers)
    hold("post", UPLOAD, response)
    return response


def test_a_picture_is_taken_in_once_with_its_facts(editor):
    facts = {"credit": "Bo Lantern", "alt": "A blue field", "focal_x": "0.25", "rights_until": "2031-01-01"}
    response = upload(editor, picture_bytes(), "k", **facts)
    body = response.json()
    assert response.status_code == 201, body
    assert (body["width"], body["focus"]["x"], body["rights_until"]) == (400, 0.25, "2031-01-01")
    assert {one["type"] for one in body["renditions"]} == {"image/avif", "image/webp", "image/jpeg"}
    assert upload(editor, picture_bytes(), "k", **facts).content == response.content
    assert upload(editor, picture_bytes(color="red"), "k", **facts).status_code == 422
    assert Image.objects.count() == 1
    assert editor.get(f"/images/{body['short_id']}/").json() == body
    make_image(alt="A red field")
    assert [one["alt"] for one in editor.get("/images/").json()["results"]] == ["A red field", "A blue field"]
    assert len(editor.get("/images/?q=blue").json()["results"]) == 1
    assert editor.get("/images/?colour=red").status_code == 400
    assert editor.get("/images/00000000/").status_code == 404


@pytest.mark.parametrize(
    ("content", "facts", "status", "member"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", {"credit": "x", "alt": "x"}, 409, "file"),
        (b"GIF89a", {"credit": "x", "alt": "x"}, 409, "file"),
        (b"", {"credit": "x", "alt": "x"}, 409, "file"),
        (picture_bytes() + b"<?php", {"credit": "x", "alt": "x"}, 409, "file"),
        (picture_bytes()[:200], {"credit": "x", "alt": "x"}, 409, "file"),
        (picture_bytes(), {"alt": "x"}, 400, "credit"),
        (picture_bytes(), {"credit": "x", "alt": "x", "focal_x": "2"}, 400, "focal_x"),
        (picture_bytes(), {"credit": "x", "alt": "x", "focal_x": "nan"}, 400, "focal_x"),
        (picture_bytes(), {"credit": "x", "alt": "x", "embargo_until": ""}, 400, "embargo_until"),
        (picture_bytes(), {"credit": "x", "alt": "x", "decorative": "1"}, 400, "decorative"),
        (picture_bytes(), {"credit": "x", "alt": "x", "mood": "good"}, 400, "mood"),
        (picture_bytes(), {"credit": "x"}, 409, ""),
    ],
)
def test_pictures_that_are_refused_leave_nothing(editor, content, facts, status, member):
    response = upload(editor, content, **facts)
    assert response.status_code == status, response.content
    assert not member or member in response.json()["errors"]
    assert not Image.objects.exists()


def test_pictures_are_sent_as_forms(editor):
    assert editor.post("/images/", {"credit": "x"}).status_code == 415
