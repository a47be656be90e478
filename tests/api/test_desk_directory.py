"""People, organizations, authors, topics, occasions and evidence for programs: the rights and refusals of the admin."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Event, Person, Source
from tests.api.desk_client import program
from tests.factories import (
    make_article,
    make_author,
    make_image,
    make_occasion,
    make_organization,
    make_person,
    make_role,
    make_section,
    make_source,
    make_topic,
)

pytestmark = pytest.mark.django_db
ADA = {
    "name": "Ada Quill",
    "description": "Pilots ships.",
    "wikidata": "Q42",
    "is_public_figure": True,
    "names": [{"name": "A. Quill"}, {"name": "עדה קוויל", "language": "he"}],
    "roles": [{"title": "Harbor pilot", "organization": "pilots-guild", "start_date": "2021-03"}],
}


@pytest.fixture
def editor():
    return program("Editor")


@pytest.fixture
def reporter():
    return program("Reporter")


def test_a_reporter_adds_somebody_with_names_and_roles(reporter):
    make_organization("Pilots Guild")
    response = reporter.post("/people/", ADA)
    body = response.json()
    assert (response.status_code, body["slug"], body["names"][1]["language"]) == (201, "ada-quill", "he")
    assert body["wikidata"] == Person.objects.get().wikidata_id == "Q42"
    assert body["roles"] == [
        {
            "title": "Harbor pilot",
            "short_title": "",
            "organization": "pilots-guild",
            "start_date": "2021-03",
            "end_date": "",
        }
    ]
    assert reporter.get("/people/ada-quill/").json() == body
    assert reporter.post("/people/", ADA).json()["slug"] == "ada-quill-2"
    assert LogEntry.objects.filter(user=reporter.owner, object_repr="Ada Quill").count() == 2


def test_names_and_roles_are_given_whole_and_each_row_asks_for_its_right(editor, reporter):
    ada = make_person()
    make_role(ada, start_date="2020"), ada.names.create(name="A. Quill")
    one = "/people/ada-quill/"
    assert reporter.send("patch", one, {"description": "x"}).status_code == 403
    former = ada.names.get().pk
    names = [{"name": "A. Quill", "language": "en"}, {"name": "Mrs. Quill"}]
    body = editor.send("patch", one, {"names": names, "roles": []}).json()
    assert body["names"] == [names[0], {"name": "Mrs. Quill", "language": ""}] and body["roles"] == []
    assert ada.names.get(name="A. Quill").pk == former
    copyeditor = program("Copy editor")
    assert copyeditor.send("patch", one, {"names": [*names, {"name": "Ada"}]}).status_code == 200
    assert copyeditor.send("patch", one, {"names": []}).status_code == 403  # deletes nothing
    assert ada.names.count() == 3
    twice = editor.send("patch", one, {"names": [{"name": "X"}, {"name": "X"}]})
    assert twice.status_code == 409 and "names" in twice.json()["errors"]
    assert ada.names.count() == 3


def test_what_was_edited_since_is_not_overwritten(editor):
    make_person()
    one = "/people/ada-quill/"
    etag = editor.get(one)["ETag"]
    changed = editor.send("patch", one, {"description": "Pilot"}, If_Match=etag)
    assert changed.status_code == 200 and changed["ETag"] == editor.get(one)["ETag"] != etag
    assert editor.send("patch", one, {"description": "Other"}, If_Match=etag).status_code == 412
    assert Person.objects.get().description == "Pilot"


@pytest.mark.parametrize(
    ("noun", "body", "status", "member"),
    [
        ("people", {}, 400, "name"),
        ("people", {"name": "Ada", "mood": "good"}, 400, "mood"),
        ("people", {"name": "Ada", "roles": [{"title": "x", "start_date": "May"}]}, 400, "roles"),
        ("people", {"name": "Ada", "roles": [{"title": "x", "organization": "nobody"}]}, 409, "organization"),
        (
            "people",
            {"name": "Ada", "roles": [{"title": "x", "start_date": "2021", "end_date": "2020"}]},
            409,
            "roles",
        ),
        ("people", {"name": "Ada", "slug": "taken"}, 409, "slug"),
        ("organizations", {"name": "Guild", "website": "no address"}, 409, "website"),
        ("topics", {"name": "Ships", "kind": "feeling"}, 400, "kind"),
        ("occasions", {"title": "Talk", "kind": "speech"}, 409, ""),
        ("occasions", {"title": "Talk", "precision": "unknown", "source": "00000000"}, 409, "source"),
        ("sources", {"title": "Tape", "access": "secret"}, 400, "access"),
        ("sources", {"title": "Tape", "url": "javascript:alert(1)"}, 409, "url"),
    ],
)
def test_what_is_refused_is_named_and_leaves_nothing(editor, noun, body, status, member):
    make_person(slug="taken")
    response = editor.post(f"/{noun}/", body)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert not member or member in response.json()["errors"]
    assert Person.objects.count() == 1 and not LogEntry.objects.exists()


def test_everybody_sees_and_the_role_decides_who_writes(editor, reporter):
    make_topic(), make_section(), make_author(), make_organization(), make_occasion(), make_source()
    for noun in ("people", "organizations", "authors", "topics", "sections", "occasions", "sources"):
        assert reporter.get(f"/{noun}/").status_code == 200
        assert reporter.get(f"/{noun}/zzzzzzzz/").status_code == 404
    assert reporter.post("/authors/", {"name": "Bo"}).status_code == 403
    assert (
        editor.post("/authors/", {"name": "Bo", "kind": "desk", "expertise": ["ferries"]}).status_code == 201
    )
    assert reporter.send("patch", "/topics/ferries/", {"description": "Ships"}).status_code == 200
    assert reporter.post("/sections/", {"name": "Sport"}).status_code == 405
    assert program("Reporter", "reader").get("/people/?colour=red").status_code == 400


def test_lists_are_found_by_words_of_any_name_page_by_page_at_one_cost(editor):
    ada = make_person()
    (
        ada.names.create(name="The Pilot"),
        make_person("Una Foreman"),
        make_person("A resident", is_unnamed=True, is_public_figure=False),
    )
    assert [one["slug"] for one in editor.get("/people/?q=pilot").json()["results"]] == ["ada-quill"]
    assert [one["slug"] for one in editor.get("/people/").json()["results"]] == ["ada-quill", "una-foreman"]
    first = editor.get("/people/?limit=1").json()
    with CaptureQueriesContext(connection) as one:
        second = editor.client.get(first["next"]).json()
    assert [row["slug"] for row in second["results"]] == ["una-foreman"] and second["next"] is None
    for number in range(5):
        make_role(make_person(f"Xi {number}"))
    with CaptureQueriesContext(connection) as many:
        editor.get("/people/")
    assert len(many) <= len(one) + 1  # the organizations of roles


def test_an_occasion_names_its_source_to_whoever_may_see_that(editor):
    sten = program("Standards editor")
    secret, open_one = make_source("Tape 7", access="confidential"), make_source()
    make_occasion(source=secret, title="Meeting")
    assert editor.get("/occasions/").json()["results"][0]["source"] is None
    assert sten.get("/occasions/").json()["results"][0]["source"] == secret.short_id
    body = {"title": "Talk", "on": "2026-10-12", "source": secret.short_id}
    assert editor.post("/occasions/", body).status_code == 409
    assert editor.post("/occasions/", {**body, "source": open_one.short_id}).status_code == 201


def test_confidential_evidence_does_not_exist_for_others_and_every_look_is_kept(editor, reporter):
    body = reporter.post("/sources/", {"title": "Tape 7", "access": "confidential"}).json()
    assert body["access"] == "confidential"
    key = f"/sources/{body['short_id']}/"
    assert reporter.get(key).json() == body
    assert editor.get(key).status_code == 404 and editor.get("/sources/").json()["results"] == []
    assert editor.send("patch", key, {"access": "public"}).status_code == 404
    before = Event.objects.filter(kind="evidence.viewed").count()
    reporter.get("/sources/")
    looks = list(Event.objects.filter(kind="evidence.viewed").order_by("pk"))
    assert [(one.by, one.data) for one in looks[before:]] == [
        (reporter.owner, {"evidence": Source.objects.get().pk})
    ]
    assert "Tape 7" not in str(list(LogEntry.objects.values_list("object_repr", "change_message")))


def test_evidence_of_a_working_copy_is_set_whole_but_for_what_one_may_not_see(editor):
    secret, tape, paper = (
        make_source("Secret", access="confidential"),
        make_source("Tape"),
        make_source("Paper"),
    )
    article = make_article()
    article.sources.add(secret, tape)
    assert editor.on(article, "get").json()["sources"] == [tape.short_id]
    changed = editor.on(article, "patch", "", {"sources": [paper.short_id]}, If_Match="*")
    assert changed.json()["sources"] == [paper.short_id]
    assert {one.title for one in article.sources.all()} == {"Secret", "Paper"}
    refused = editor.on(article, "patch", "", {"sources": [secret.short_id]}, If_Match="*")
    assert refused.status_code == 409 and "sources" in refused.json()["errors"]


def test_related_articles_that_one_may_not_see_stay(reporter):
    hidden, own, article = make_article(), make_article(by=reporter.owner), make_article(by=reporter.owner)
    article.related.add(hidden)
    changed = reporter.on(article, "patch", "", {"related": [own.short_id]}, If_Match="*")
    assert changed.json()["related"] == [own.short_id]
    assert set(article.related.all()) == {hidden, own}


def test_the_facts_of_a_picture_are_edited_and_it_is_cut_anew(editor):
    image = make_image()
    one = f"/images/{image.short_id}/"
    before = editor.get(one)
    facts = {"alt": "The quay", "credit": "Bo", "focal_x": 0.2, "rights_until": "2027-01-31"}
    body = editor.send("patch", one, facts, If_Match=before["ETag"]).json()
    assert (body["alt"], body["focus"], body["rights_until"]) == (
        "The quay",
        {"x": 0.2, "y": 0.5},
        "2027-01-31",
    )
    assert body["renditions"] != before.json()["renditions"]
    assert editor.send("patch", one, facts, If_Match=before["ETag"]).status_code == 412
    assert editor.send("patch", one, {"alt": ""}).status_code == 409
    for bad in ({"focal_x": 2}, {"focal_x": "0.1"}, {"file": "x"}, {"credit": ""}):
        assert editor.send("patch", one, bad).status_code == 400
    assert editor.send("patch", one, {"alt": "", "decorative": True}).json()["decorative"] is True
