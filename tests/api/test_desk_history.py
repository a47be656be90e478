"""Revisions and the trace of an article, for programs."""

import json

import pytest

from articles.models import Event
from articles.operations.verification import verify
from tests.api.desk_client import Program, program
from tests.factories import make_article, make_image, make_member, make_quoted_article, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return program("Editor")


def test_a_revision_names_records_by_their_public_names(editor):
    picture = make_image()
    article = make_quoted_article(lead_image=picture, topics=[make_topic()])
    article.save_working_copy(by=editor.owner, why="Before the lawyer")
    body = editor.on(article, "get", "revisions/").json()
    newest = body["results"][0]
    assert (newest["why"], newest["by"], body["next"]) == ("Before the lawyer", editor.owner.username, None)
    whole = editor.on(article, "get", f"revisions/{newest['number']}/").json()
    assert (whole["section"], whole["lead_image"], whole["topics"]) == (
        "harbor",
        picture.short_id,
        ["ferries"],
    )
    assert [one["author"] for one in whole["bylines"]] == ["bo-lantern"]
    quote = article.quote_uses.first().quote.short_id
    assert {one["quote"] for one in whole["quotes"]} == {quote}
    assert whole["headline"] == article.headline and "section_id" not in json.dumps(whole)


def test_revisions_come_in_pages(editor):
    article = make_article()
    for number in range(3):
        article.save_working_copy(by=editor.owner, why=f"Reason {number}")
    first = editor.on(article, "get", "revisions/?limit=2").json()
    second = editor.on(article, "get", f"revisions/?limit=2&before={first['next']}").json()
    numbers = [one["number"] for one in first["results"] + second["results"]]
    assert numbers == sorted(numbers, reverse=True) and len(numbers) == 4 and second["next"] is None
    for query in ("before=x", "limit=0", "after=1"):
        assert editor.on(article, "get", f"revisions/?{query}").status_code == 400


def test_a_revision_comes_back_as_a_new_one(editor):
    article = make_quoted_article(headline="As it was")
    number = article.revisions.first().number
    changed = editor.on(article, "patch", "", {"headline": "Changed"}, If_Match="*").json()
    stale = editor.on(article, "post", f"revisions/{number}/restore/", {}, If_Match='"1"')
    assert stale.status_code == 412
    response = editor.on(article, "post", f"revisions/{number}/restore/", {"why": "It was better"})
    body = response.json()
    assert response.status_code == 200 and body["article"]["headline"] == "As it was"
    assert body["missing"] == [] and body["article"]["version"] == changed["version"] + 1
    assert response["ETag"] == f'"{body["article"]["version"]}"'
    assert article.revisions.first().why == "It was better"
    for unknown in (99, 10**20):
        assert editor.on(article, "get", f"revisions/{unknown}/").status_code == 404


def test_a_revision_gets_a_name(editor):
    article = make_article()
    number = article.revisions.first().number
    named = editor.on(article, "patch", f"revisions/{number}/", {"name": "As sent"})
    assert named.json()["name"] == "As sent" and article.revisions.get(number=number).name == "As sent"
    for wrong in ({}, {"name": " "}, {"name": "x" * 81}):
        assert editor.on(article, "patch", f"revisions/{number}/", wrong).status_code == 400


def test_the_trace_says_who_did_what_and_names_no_key(editor):
    article = make_article()
    article.submit(by=editor.owner)
    article.assign(by=editor.owner, to=editor.owner)
    article.send_back(by=editor.owner, note="Who is she?")
    note = editor.on(article, "post", "notes/", {"text": "Ask her."})
    assert note.status_code == 201
    body = editor.on(article, "get", "timeline/").json()
    kinds = [one["kind"] for one in body["results"]]
    assert kinds == ["note.written", "article.sent_back", "article.assigned", "article.submitted"]
    written, back, assigned, _submitted = body["results"]
    assert back["details"] == {"was": "review", "note": "Who is she?"}
    assert written["details"] == assigned["details"] == {}
    first = editor.on(article, "get", "timeline/?limit=3").json()
    assert len(first["results"]) == 3 and len(editor.client.get(first["next"]).json()["results"]) == 1
    assert Event.objects.filter(article=article).count() == 4


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("get", "revisions/", None),
        ("get", "revisions/1/", None),
        ("patch", "revisions/1/", {"name": "x"}),
        ("post", "revisions/1/restore/", {}),
        ("get", "timeline/", None),
        ("get", "lock/", None),
        ("post", "lock/", {}),
        ("get", "notes/", None),
        ("post", "notes/", {"text": "x"}),
        ("patch", "notes/1/", {"resolved": True}),
        ("post", "notes/1/replies/", {"text": "x"}),
        ("get", "preview-links/", None),
        ("post", "preview-links/", {"for_whom": "x"}),
        ("delete", "preview-links/1/", None),
        ("get", "preflight/", None),
        ("get", "publication/", None),
        ("get", "approval/", None),
        ("get", "corrections/", None),
        ("get", "retraction/", None),
    ],
)
def test_what_belongs_to_an_article_is_as_hidden_as_the_article(method, path, body):
    article = make_article()
    assert program("Reporter").on(article, method, path, body).status_code == 404
    if method != "get":
        reads = Program(make_member("Administrator"), "read")
        assert reads.on(article, method, path, body).status_code == 403


def test_the_timeline_tells_what_the_desk_tells(editor):
    """Also what was done to the records that the article quotes, wherever that was done."""
    article = make_quoted_article()
    quote = article.quote_uses.first().quote
    verify(quote, by=editor.owner, verbatim=quote.text)
    told = [one["kind"] for one in editor.on(article, "get", "timeline/").json()["results"]]
    assert told == [one.kind for one in Event.objects.of_article(article)]
    assert "quote.verified" in told
