"""One article through its whole life, by the API alone."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from articles.models import Article, Event
from articles.operations.scheduling import publish_due
from tests.api.desk_client import program
from tests.factories import make_author, make_section

pytestmark = pytest.mark.django_db
BODY = (
    "<p>Harbor Chief Edda Marlow met the council.</p>"
    "<p>“The lamp is out,” Marlow said. “It has been out since May.”</p>"
    "<p>There was money “for walls, not for lamps,” in spring.</p>"
)
TOMORROW = datetime.timedelta(days=1)


def ok(response, status=200):
    assert response.status_code == status, response.content.decode()
    return response.json()


def test_one_article_through_its_whole_life(client, django_capture_on_commit_callbacks):
    make_section("Harbor")
    reporter, editor, publisher, standards = (
        program(role) for role in ("Reporter", "Editor", "Publisher", "Standards editor")
    )
    make_author("Rosa Quay", user=reporter.owner)
    made = reporter.post("/articles/", {"headline": "The lamp is out", "body": BODY})
    body = ok(made, 201)
    address = f"/articles/{body['short_id']}/"
    assert made["ETag"] == f'"{body["version"]}"'
    assert (body["stage"], body["open_quotes"], body["steps"]) == ("draft", 2, ["submit"])

    # It lacks a byline and a section: the desk does not take it, and says what is missing.
    refused = ok(reporter.post(f"{address}review/"), 409)
    assert "byline" in refused["detail"] and "section" in refused["detail"]
    assert ok(reporter.send("patch", address, {"dek": "x"}), 428)
    assert ok(reporter.send("patch", address, {"dek": "x"}, If_Match='"99"'), 412)
    edit = {"section": "harbor", "bylines": [{"author": "rosa-quay"}], "dateline_date": "2026-10-14"}
    body = ok(reporter.send("patch", address, edit, If_Match=made["ETag"]))
    assert (body["section"], body["bylines"][0]["name"]) == ("harbor", "Rosa Quay")

    # Every quotation is settled: one is what it seems, one is nobody's statement.
    version = f'"{body["version"]}"'
    ok(reporter.send("put", f"{address}quotes/body-0/confirmation/", {}, If_Match=version))
    panel = ok(reporter.send("put", f"{address}quotes/body-2/rejection/", {}, If_Match=version))
    assert panel["open"] == 0

    # Review, back with a note, review again; nobody approves alone what they reported alone.
    assert ok(reporter.post(f"{address}review/"))["stage"] == "review"
    ok(reporter.post(f"{address}approval/"), 403)
    assert ok(editor.post(f"{address}return/", {"note": "Who is she?"}))["stage"] == "draft"
    ok(reporter.post(f"{address}review/"))
    findings = ok(editor.get(f"{address}preflight/"))["findings"]
    for finding in findings:
        if finding["severity"] == "warning":
            given = {"finding": finding["id"], "reason": "It was looked at and is right."}
            ok(editor.post(f"{address}preflight/waivers/", given), 201)
    report = ok(editor.get(f"{address}preflight/"))
    assert report["open"] == 0, report
    assert ok(editor.post(f"{address}approval/"))["stage"] == "approved"
    assert ok(editor.get(f"{address}approval/")) == {
        "by": editor.owner.username,
        "at": ok(editor.get(f"{address}approval/"))["at"],
        "is_standing": True,
    }

    # Scheduled by an editor, who may not publish; it goes out at its time.
    at = timezone.now() + TOMORROW
    ok(editor.send("put", f"{address}publication/", {}), 403)
    past = ok(editor.send("put", f"{address}publication/", {"at": "2020-01-01T00:00:00Z"}), 409)
    assert "at" in past["errors"] or "to" in past["errors"]
    body = ok(editor.send("put", f"{address}publication/", {"at": at.isoformat()}))
    assert body["public_status"] == "scheduled" and body["url"] is None
    assert ok(editor.send("delete", f"{address}publication/"))["public_status"] == "never"
    ok(editor.send("put", f"{address}publication/", {"at": at.isoformat()}))
    with (
        time_machine.travel(at + datetime.timedelta(seconds=1)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        assert publish_due() == 1
    body = ok(editor.get(address))
    assert (body["stage"], body["public_status"]) == ("published", "live")
    assert client.get(f"/api/v1{address}").status_code == 200

    # What was wrong is corrected before everybody's eyes.
    changed = BODY.replace("met the council", "met the town council")
    body = ok(editor.send("patch", address, {"body": changed}, If_Match=f'"{body["version"]}"'))
    assert body["has_pending_changes"] and "correct" in body["steps"]
    minor = ok(editor.get(f"{address}publication/"))
    assert (minor["edition"], minor["public_status"]) == (1, "live")
    body = ok(editor.post(f"{address}corrections/", {"note": "It was the town council."}))
    assert not body["has_pending_changes"]
    (note,) = ok(editor.get(f"{address}corrections/"))["results"]
    assert (note["note"], note["by"]) == ("It was the town council.", editor.owner.username)

    # Two people retract it, and it is taken away in the end.
    ok(editor.post(f"{address}retraction/", {"notice": "She was misheard."}), 403)
    ok(standards.post(f"{address}retraction/", {"notice": "She was misheard."}))
    ok(standards.post(f"{address}retraction/agreement/"), 403)
    assert ok(publisher.post(f"{address}retraction/agreement/"))["public_status"] == "retracted"
    (request,) = ok(publisher.get(f"{address}retraction/"))["results"]
    assert (request["requested_by"], request["agreed_by"]) == (
        standards.owner.username,
        publisher.owner.username,
    )
    ok(editor.post(f"{address}withdrawal/", {"reason": "Court order"}), 403)
    body = ok(publisher.post(f"{address}withdrawal/", {"reason": "Court order"}))
    assert (body["public_status"], body["url"]) == ("withdrawn", None)
    assert client.get(f"/api/v1{address}").status_code == 410

    article = Article.objects.get(short_id=body["short_id"])
    kinds = list(Event.objects.filter(article=article).order_by("id").values_list("kind", flat=True))
    for kind in (
        "submitted",
        "sent_back",
        "approved",
        "scheduled",
        "publish",
        "correction",
        "retraction",
        "withdrawal",
    ):
        assert f"article.{kind}" in kinds
