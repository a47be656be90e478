"""Steps by program: asked and refused as in the admin, with the reasons as problems."""

import datetime

import pytest

from articles.models import TRANSITIONS
from articles.operations.quotes import scan_article
from tests.api.desk_client import Program, program
from tests.factories import approve, make_article, make_member, make_quoted_article, publish
from tests.models.test_transitions import ALLOWED, ROLES, ready_for

pytestmark = pytest.mark.django_db
LATER = "2031-05-06T07:30:00Z"
REQUESTS = {
    "submit": ("post", "review/", {}),
    "return": ("post", "return/", {"note": "The second paragraph lacks a source."}),
    "approve": ("post", "approval/", {}),
    "publish": ("put", "publication/", {"kind": "publish"}),
    "schedule": ("put", "publication/", {"at": LATER}),
    "unschedule": ("delete", "publication/", None),
    "minor": ("put", "publication/", {"kind": "minor"}),
    "update": ("put", "publication/", {"kind": "update"}),
    "correct": ("post", "corrections/", {"note": "It was another pilot."}),
    "request_retraction": ("post", "retraction/", {"notice": "It never took place."}),
    "agree_retraction": ("post", "retraction/agreement/", {}),
    "decline_retraction": ("delete", "retraction/", None),
    "withdraw": ("post", "withdrawal/", {"reason": "Court order"}),
    "spike": ("post", "spike/", {"reason": "Thin"}),
    "restore": ("post", "restore/", {"reason": "New facts"}),
    "assign": ("put", "assignment/", {"to": None, "priority": 3}),
}


def test_every_step_has_a_request():
    assert set(REQUESTS) == set(TRANSITIONS)


@pytest.mark.parametrize("step", TRANSITIONS)
@pytest.mark.parametrize("role", ROLES)
def test_a_step_is_taken_by_those_who_may_and_by_nobody_else(role, step):
    """The same matrix as over the admin."""
    desk = program(role)
    article = ready_for(step, desk.owner)
    before = (article.stage, article.public_status, article.events.count())
    may = role == "Administrator" or role in ALLOWED[step]
    assert desk.on(article, *REQUESTS[step]).status_code == (200 if may else 403)
    article.refresh_from_db()
    assert ((article.stage, article.public_status, article.events.count()) != before) is may


@pytest.mark.parametrize("step", TRANSITIONS)
def test_a_step_is_asked_for_before_it_is_taken(step):
    article = ready_for(step, None)
    before = (article.stage, article.public_status, article.events.count())
    assert program("Reporter").on(article, *REQUESTS[step]).status_code == 404
    reads = Program(make_member("Administrator"), "read")
    assert reads.on(article, *REQUESTS[step]).status_code == 403
    writes = Program(reads.owner)
    assert writes.on(article, *REQUESTS[step], If_Match='"0"').status_code == 412
    article.refresh_from_db()
    assert (article.stage, article.public_status, article.events.count()) == before
    response = writes.on(article, *REQUESTS[step])
    assert response.status_code == 200, response.content
    article.refresh_from_db()
    assert (article.stage, article.public_status, article.events.count()) != before


@pytest.mark.parametrize(
    ("method", "path", "body", "member"),
    [
        ("post", "return/", {}, "note"),
        ("post", "return/", {"note": " "}, "note"),
        ("post", "return/", {"note": "x", "mood": 1}, "mood"),
        ("post", "spike/", {}, "reason"),
        ("post", "corrections/", {"note": "x", "kind": "poem"}, "kind"),
        ("put", "publication/", {"at": "soon"}, "at"),
        ("put", "publication/", {"kind": "loudly"}, "kind"),
        ("put", "assignment/", {}, "to"),
        ("post", "retraction/", {"notice": ""}, "notice"),
        ("post", "review/", {"please": True}, "please"),
    ],
)
def test_bad_bodies_are_refused_by_member(method, path, body, member):
    article = publish(make_article()).article if path == "retraction/" else make_article()
    response = program("Publisher").on(article, method, path, body)
    assert response.status_code == 400 and member in response.json()["errors"]


def test_what_stands_in_the_way_comes_with_what_preflight_found():
    article = make_article(body="<p>“We sail,” said Ada Quill, the pilot.</p>", dateline_date=None)
    desk = program("Publisher")
    scan_article(article)
    article.submit(by=None)
    response = desk.on(article, "post", "approval/")
    body = response.json()
    assert response.status_code == 409 and response["Content-Type"] == "application/problem+json"
    assert body["title"] == "Conflict" and any(one["severity"] == "blocker" for one in body["findings"])
    assert {one["id"] for one in body["findings"]} <= {
        one["id"] for one in desk.on(article, "get", "preflight/").json()["findings"]
    }


def test_a_step_that_is_not_open_says_where_the_article_stands():
    article = make_article()
    response = program("Editor").on(article, "post", "approval/")
    assert response.status_code == 409 and "Draft" in response.json()["detail"]
    assert "findings" not in response.json()


def test_a_time_that_is_past_or_within_an_embargo_is_refused_by_its_member():
    end = datetime.datetime(2031, 1, 1, tzinfo=datetime.UTC)
    article = approve(make_article(embargo_until=end))
    desk = program("Editor")
    for at in ("2020-01-01T00:00:00Z", "2030-12-31T00:00:00Z"):
        response = desk.on(article, "put", "publication/", {"at": at})
        assert response.status_code == 409 and "at" in response.json()["errors"]
    assert desk.on(article, "get", "publication/").json()["embargoes"] == ["2031-01-01T00:00:00Z"]
    assert desk.on(article, "put", "publication/", {"at": LATER}).status_code == 200
    shown = desk.on(article, "get", "publication/").json()
    assert (shown["scheduled_for"], shown["scheduled_by"]) == (LATER, desk.owner.username)


def test_a_correction_names_a_quotation_of_the_article_and_no_other():
    article, other = make_quoted_article(), make_quoted_article()
    publish(article)
    desk = program("Editor")
    mine, foreign = (one.quote_uses.first().quote.short_id for one in (article, other))
    note = {"note": "She was misheard."}
    assert desk.on(article, "post", "corrections/", {**note, "quote": foreign}).status_code == 409
    assert desk.on(article, "post", "corrections/", {**note, "quote": mine}).status_code == 200
    assert desk.on(article, "get", "corrections/").json()["results"][0]["quote"] == mine


def test_an_assignment_goes_to_somebody_who_works_here():
    article, desk = make_article(), program("Editor")
    make_member("Reporter", "rosa")
    response = desk.on(article, "put", "assignment/", {"to": "nobody"})
    assert response.status_code == 409 and "to" in response.json()["errors"]
    body = desk.on(article, "put", "assignment/", {"to": "rosa", "due_at": LATER}).json()
    assert (body["assigned_to"], body["due_at"], body["priority"]) == ("rosa", LATER, 2)


def test_a_waiver_holds_and_is_taken_back():
    article, desk = make_article(dateline_date=None), program("Copy editor")
    found = desk.on(article, "get", "preflight/").json()
    warning = next(one for one in found["findings"] if one["can_be_waived"])
    given = {"finding": warning["id"], "reason": "It is right as it is."}
    assert program("Reporter").on(article, "post", "preflight/waivers/", given).status_code == 404
    response = desk.on(article, "post", "preflight/waivers/", given)
    assert response.status_code == 201
    waived = next(one for one in response.json()["findings"] if one["id"] == warning["id"])
    assert (waived["waived"], waived["waived_because"]) == (True, "It is right as it is.")
    assert response.json()["open"] == found["open"] - 1
    address = f"preflight/waivers/{warning['id']}/"
    assert desk.on(article, "delete", address).json()["open"] == found["open"]
    assert desk.on(article, "delete", address).status_code == 404
    for wrong, status in (({**given, "reason": "so"}, 409), ({**given, "finding": "0" * 32}, 409), ({}, 400)):
        assert desk.on(article, "post", "preflight/waivers/", wrong).status_code == status


def test_a_fix_is_carried_out_on_the_version_that_was_looked_at():
    article, desk = make_article(body="<p>The ferry ferry sails on Monday .</p>"), program("Editor")
    found = desk.on(article, "get", "preflight/")
    fixable = [one for one in found.json()["findings"] if one["can_be_fixed"]]
    assert desk.on(article, "post", "preflight/fixes/", {"finding": "0" * 32}).status_code == 428
    for one in fixable[:1]:
        response = desk.on(
            article, "post", "preflight/fixes/", {"finding": one["id"]}, If_Match=found["ETag"]
        )
        assert response.status_code == 200 and response.json()["version"] == article.version + 1
        assert one["id"] not in {now["id"] for now in response.json()["findings"]}
    response = desk.on(article, "post", "preflight/fixes/", {"finding": "0" * 32}, If_Match="*")
    assert response.status_code == 409
