"""The desk's quotations for programs: the same decisions and the same questions of permission as in the admin."""

import pytest
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft202012Validator

from articles.models import Person
from articles.operations.quote_panel import rows_of
from articles.operations.quotes import scan_article
from tests.factories import (
    make_admin,
    make_article,
    make_member,
    make_occasion,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db
BODY = (
    "<p>Mayor Tomas Brandt met Harbor Chief Edda Marlow.</p>"
    "<p>“The lamp is out,” Marlow said. “It has been out since May.”</p>"
    "<p>“Nobody counted the lamps,” she added.</p>"
    "<p>“We shall see to it,” Brandt said.</p>"
    "<p>There was money “for walls, not for lamps,” in spring.</p>"
)


@pytest.fixture
def article():
    article = make_article(body=BODY)
    scan_article(article)
    return article


@pytest.fixture
def desk(client, article):
    """Sends to the quotations of the article as an administrator; answers with status and body."""
    client.force_login(make_admin())
    return Sender(client, article)


class Sender:
    def __init__(self, client, article):
        self.client, self.address = client, f"/api/v1/desk/articles/{article.short_id}/quotes/"
        self.match = f'"{article.version}"'

    def read(self) -> dict:
        return self.client.get(self.address).json()

    def send(self, method: str, path: str, body=None, **headers):
        headers = {"HTTP_IF_MATCH": self.match, **headers}
        call = getattr(self.client, method)
        response = call(f"{self.address}{path}", body or {}, content_type="application/json", **headers)
        return response.status_code, response.json()


def row(body: dict, place: str) -> dict:
    return next(one for one in body["quotes"] if one["place"] == place)


def test_the_list_says_what_the_panel_says(desk, article):
    body = desk.read()
    assert body["open"] == 4 and body["version"] == article.version
    lamp = row(body, "body-0")
    assert lamp["text"] == "The lamp is out, It has been out since May."
    assert lamp["candidates"][lamp["preselected"]]["name"] == "Edda Marlow"
    text = article.body_text
    assert all(text[one["start"] : one["end"]] == one["exact"] for one in lamp["segments"])
    assert lamp["followers"] == ["body-2"]


def test_answers_keep_the_schema(desk):
    schema = SchemaGenerator().get_schema(request=None, public=True)
    path = "/api/v1/desk/articles/{key}/quotes/"
    answer = schema["paths"][path.rstrip("/")]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    validator = Draft202012Validator({**answer, "components": schema["components"]})
    validator.validate(desk.read())
    _status, body = desk.send("put", "body-0/confirmation/")
    validator.validate(body)


def test_confirming_takes_whoever_is_preselected(desk):
    status, body = desk.send("put", "body-0/confirmation/")
    lamp = row(body, "body-0")
    assert status == 200 and lamp["state"] == "confirmed" and lamp["speaker"]["name"] == "Edda Marlow"
    assert body["open"] == 3


def test_confirming_by_slug_name_and_description(desk):
    make_person("Ines Fell"), make_organization("Harbor Fund")
    decision = {"speaker": {"slug": "ines-fell"}, "label": "Treasurer", "record": "on_record"}
    _status, body = desk.send("put", "body-4/confirmation/", decision)
    assert (row(body, "body-4")["speaker"]["slug"], row(body, "body-4")["label"]) == (
        "ines-fell",
        "Treasurer",
    )
    decision = {"speaker": {"type": "organization", "slug": "harbor-fund"}}
    _status, body = desk.send("put", "body-4/confirmation/", decision)
    assert row(body, "body-4")["speaker"]["type"] == "organization"
    decision = {"speaker": {"type": "unnamed", "name": "a treasurer"}}
    _status, body = desk.send("put", "body-4/confirmation/", decision)
    assert Person.objects.get(slug=row(body, "body-4")["speaker"]["slug"]).is_unnamed


def test_two_people_of_one_name_are_chosen_between_by_slug(desk):
    make_person("Edda Marlow"), make_person("Edda Marlow", slug="edda-marlow-2")
    lamp = row(desk.read(), "body-0")
    assert [one["slug"] for one in lamp["candidates"]][:2] == ["edda-marlow", "edda-marlow-2"]
    assert lamp["preselected"] is None and desk.send("put", "body-0/confirmation/")[0] == 409
    named = {"speaker": {"name": "Edda Marlow"}}
    status, problem = desk.send("put", "body-0/confirmation/", named)
    assert status in (400, 409) and "Several people are called Edda Marlow" in str(problem)
    _status, body = desk.send("put", "body-0/confirmation/", {"speaker": {"slug": "edda-marlow-2"}})
    assert row(body, "body-0")["speaker"]["slug"] == "edda-marlow-2"


def test_a_correction_is_carried_on_to_the_followers(desk):
    desk.send("put", "body-0/confirmation/", {"speaker": {"name": "Nora Weld"}, "followers": True})
    assert row(desk.read(), "body-2")["speaker"]["name"] == "Nora Weld"


def test_rejecting_reopening_and_occasions(desk):
    occasion = make_occasion()
    assert row(desk.send("put", "body-4/rejection/")[1], "body-4")["state"] == "not"
    assert row(desk.send("delete", "body-4/rejection/")[1], "body-4")["state"] in ("proposed", "unattributed")
    _status, body = desk.send("put", "body-3/occasion/", {"occasion": occasion.short_id})
    assert row(body, "body-3")["occasion"] == occasion.short_id
    assert row(body, "body-3")["state"] == "proposed"
    desk.send("put", "body-3/confirmation/")
    assert row(desk.send("delete", "body-3/confirmation/")[1], "body-3")["state"] == "proposed"


@pytest.mark.parametrize(
    ("path", "body", "member", "expected"),
    [
        ("body-4/confirmation/", {}, "speaker", 409),
        ("body-0/confirmation/", {"speaker": {}}, "speaker", 400),
        ("body-0/confirmation/", {"speaker": {"slug": "nobody"}}, "speaker", 409),
        ("body-0/confirmation/", {"speaker": {"slug": "a", "name": "b"}}, "speaker", 400),
        ("body-0/confirmation/", {"occasion": "n0th1ng0"}, "occasion", 409),
        ("body-0/confirmation/", {"record": "whispered"}, "record", 400),
        ("body-0/confirmation/", {"mood": "good"}, "mood", 400),
        ("body-0/occasion/", {}, "occasion", 400),
        ("body-0/rejection/", {"why": "x"}, "why", 400),
    ],
)
def test_bad_decisions_are_refused_by_member_and_change_nothing(desk, article, path, body, member, expected):
    status, answer = desk.send("put", path, body)
    assert status == expected and member in answer["errors"]
    assert all(one.is_open for one in rows_of(article))


def test_a_list_instead_of_an_object_is_refused(desk):
    response = desk.client.put(
        f"{desk.address}body-0/confirmation/",
        "[1]",
        content_type="application/json",
        HTTP_IF_MATCH=desk.match,
    )
    assert response.status_code == 400


def test_a_change_says_which_version_it_is_about(desk, article):
    response = desk.client.put(f"{desk.address}body-0/confirmation/", content_type="application/json")
    assert response.status_code == 428 and response["Content-Type"] == "application/problem+json"
    article.save_working_copy(by=None)
    assert desk.send("put", "body-0/confirmation/")[0] == 412
    assert all(one.is_open for one in rows_of(article))


def test_unknown_quotations_and_articles_are_404(desk):
    assert desk.send("put", "body-99/confirmation/")[0] == 404
    assert desk.client.get("/api/v1/desk/articles/nothing0/quotes/").status_code == 404


def test_who_may(client, article):
    address = f"/api/v1/desk/articles/{article.short_id}/quotes/"
    response = client.get(address)
    assert response.status_code == 401 and "Session" in response["WWW-Authenticate"]
    client.force_login(make_member("Reporter"))
    assert client.get(address).status_code == 404
    client.force_login(make_member("Copy editor"))
    response = client.get(address)
    assert response.status_code == 200 and response["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in client.get(address, HTTP_ORIGIN="https://app.example")


def test_a_session_needs_its_csrf_token(article):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_admin())
    response = strict.put(
        f"/api/v1/desk/articles/{article.short_id}/quotes/body-0/confirmation/",
        content_type="application/json",
        HTTP_IF_MATCH=f'"{article.version}"',
    )
    assert response.status_code == 403 and "CSRF" in response.json()["detail"]
