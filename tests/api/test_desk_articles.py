"""Working copies for programs: what is seen, what is saved, and that a save is the save of the admin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, QuoteUse
from tests.api.desk_client import Program, program
from tests.factories import (
    approve,
    make_article,
    make_author,
    make_image,
    make_member,
    make_quoted_article,
    make_section,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db
NEW = {"headline": "Ferry sails", "body": "<p>It sails.</p>"}


@pytest.fixture
def editor():
    return program("Editor")


def test_the_list_holds_what_one_sees_the_last_saved_first(editor):
    reporter = program("Reporter")
    foreign, own = make_article(), make_article(by=reporter.owner)
    assert [row["short_id"] for row in editor.get("/articles/").json()["results"]] == [
        own.short_id,
        foreign.short_id,
    ]
    assert [row["short_id"] for row in reporter.get("/articles/").json()["results"]] == [own.short_id]
    assert reporter.on(foreign, "get").status_code == 404
    assert reporter.on(foreign, "patch", "", {"dek": "x"}, If_Match="*").status_code == 404


def test_the_list_costs_the_same_for_one_and_for_many(editor):
    counts = []
    editor.get("/articles/")  # the use of the token is noted
    for number in (1, 5):
        for _ in range(number):
            make_quoted_article()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            rows = editor.get("/articles/").json()["results"]
        counts.append(len(queries))
    assert len(rows) == 6 and rows[0]["quotes"] == 1
    assert counts[0] == counts[1] <= 5


def test_filters_and_pages(editor):
    sport = make_section("Sport")
    one = make_article("About boats", section=sport, by=editor.owner)
    two = make_article("About the quay", language="de")
    one.assign(by=None, to=editor.owner)
    publish(two)

    def ids(query: str) -> list[str]:
        return [row["short_id"] for row in editor.get(f"/articles/?{query}").json()["results"]]

    for query in ("section=sport", "stage=draft", "public_status=never", "assigned_to=me", "q=boats"):
        assert ids(query) == [one.short_id], query
    for query in ("language=de", "public_status=live", f"q={two.short_id}"):
        assert ids(query) == [two.short_id], query
    assert editor.get("/articles/?cursor=zz").status_code == 404
    first = editor.get("/articles/?limit=1").json()
    assert first["previous"] is None and len(first["results"]) == 1
    second = editor.client.get(first["next"]).json()
    assert first["results"] + second["results"] == editor.get("/articles/").json()["results"]
    for query in (
        "colour=red",
        "stage=lost",
        "limit=0",
        "saved_after=soon",
        "stage=draft&stage=review",
    ):
        assert editor.get(f"/articles/?{query}").status_code == 400, query


def test_a_new_article_has_what_was_sent_and_a_first_revision(editor):
    make_section("Harbor"), make_topic("Ferries"), make_author("Bo Lantern"), make_author("Ines Fell")
    picture, other = make_image(), make_article()
    given = {
        **NEW,
        "headline": " Ferry\nsails ",
        "section": "harbor",
        "topics": ["ferries"],
        "bylines": [{"author": "ines-fell", "role": "photography"}, {"author": "bo-lantern"}],
        "lead_image": picture.short_id,
        "related": [other.short_id],
        "embargo_until": "2031-01-01T00:00:00+01:00",
        "dateline_date": "2026-10-14",
    }
    response = editor.post("/articles/", given)
    body = response.json()
    assert response.status_code == 201, body
    assert (body["headline"], body["slug"], body["version"]) == ("Ferry sails", "ferry-sails", 1)
    assert [(one["author"], one["role"]) for one in body["bylines"]] == [
        ("ines-fell", "photography"),
        ("bo-lantern", "reporting"),
    ]
    assert (body["related"], body["topics"]) == ([other.short_id], ["ferries"])
    assert body["embargo_until"] == "2030-12-31T23:00:00Z"
    article = Article.objects.get(short_id=body["short_id"])
    assert article.created_by == editor.owner
    revision = article.revisions.get()
    assert revision.by == editor.owner and len(revision.snapshot["bylines"]) == 2
    assert editor.get(f"/articles/{body['short_id']}/").json() == body


@pytest.mark.parametrize(
    ("given", "status", "member"),
    [
        ({}, 400, "headline"),
        ({"headline": " "}, 400, "headline"),
        ({"headline": "x" * 201}, 400, "headline"),
        ({"headline": "a\x00b"}, 400, "headline"),
        ({**NEW, "stage": "approved"}, 400, "stage"),
        ({**NEW, "kind": "poem"}, 400, "kind"),
        ({**NEW, "topics": "ferries"}, 400, "topics"),
        ({**NEW, "bylines": [{"role": "reporting"}]}, 400, "bylines"),
        ({**NEW, "bylines": [{"author": "x", "salary": 1}]}, 400, "bylines"),
        ({**NEW, "embargo_until": "tomorrow"}, 400, "embargo_until"),
        ({**NEW, "section": "nowhere"}, 409, "section"),
        ({**NEW, "topics": ["nothing"]}, 409, "topics"),
        ({**NEW, "bylines": [{"author": "nobody"}]}, 409, "bylines"),
        ({**NEW, "lead_image": "00000000"}, 409, "lead_image"),
        ({**NEW, "dateline_date": "1026-10-14"}, 409, "dateline_date"),
        ({**NEW, "canonical_url": "not an address"}, 409, "canonical_url"),
    ],
)
def test_what_is_refused_is_named_and_makes_nothing(editor, given, status, member):
    response = editor.post("/articles/", given)
    assert response.status_code == status and member in response.json()["errors"], response.content
    assert not Article.objects.exists()


def test_another_persons_draft_is_no_related_article():
    reporter, foreign = program("Reporter"), make_article()
    response = reporter.post("/articles/", {**NEW, "related": [foreign.short_id]})
    assert response.status_code == 409 and not Article.objects.filter(headline="Ferry sails").exists()


def test_who_may_not_write_reads(editor):
    outsider = make_member("Editor", "none")
    outsider.groups.clear()
    assert Program(outsider).post("/articles/", NEW).status_code == 403
    assert Program(outsider).get("/articles/").json()["results"] == []
    assert Program(editor.owner, "read").post("/articles/", NEW).status_code == 403


def test_an_edit_keeps_the_quotations_and_ends_an_approval(editor):
    article = make_quoted_article()
    approve(article)
    before = list(article.quote_uses.order_by("ordinal").values_list("quote", "attribution"))
    body = article.body.replace("<p>The ferry", "<p>At last the ferry")
    response = editor.on(article, "patch", "", {"body": body}, If_Match=f'"{article.version}"')
    assert response.status_code == 200 and response["ETag"] == f'"{article.version + 1}"'
    assert response.json()["stage"] == "review"
    uses = QuoteUse.objects.filter(article=article).order_by("ordinal")
    assert list(uses.values_list("quote", "attribution")) == before
    text = Article.objects.get(pk=article.pk).body_text
    assert all(text[use.start : use.end] == use.exact for use in uses)
    assert article.revisions.saved().first().by == editor.owner
    again = editor.on(article, "patch", "", {"dek": "x"}, If_Match=f'"{article.version}"')
    assert again.status_code == 412 and article.revisions.saved().count() == 2


def test_what_is_not_given_stays(editor):
    article = make_quoted_article(topics=[make_topic()])
    whole = editor.on(article, "get").json()
    response = editor.on(article, "patch", "", {"dek": "Another dek", "section": None}, If_Match="*")
    changed = {name for name, value in response.json().items() if whole[name] != value}
    assert changed == {"dek", "section", "version", "saved_at"}


def test_two_bylines_of_one_author_need_two_roles(editor):
    article = make_article(author=make_author("Bo Lantern"))
    twice = {"bylines": [{"author": "bo-lantern"}, {"author": "bo-lantern"}]}
    response = editor.on(article, "patch", "", twice, If_Match="*")
    assert response.status_code == 409 and "bylines" in response.json()["errors"]
    twice["bylines"][1]["role"] = "photography"
    assert len(editor.on(article, "patch", "", twice, If_Match="*").json()["bylines"]) == 2
    assert editor.on(article, "patch", "", {"bylines": []}, If_Match="*").json()["bylines"] == []


def test_what_is_not_json_is_415_or_400(editor):
    post = editor.client.post
    assert post("/api/v1/desk/articles/", "a=b", content_type="text/plain").status_code == 415
    for text in ("{", "[1]", "[" * 100_000, '{"headline": NaN}', "1" * 5000, '"x"'):
        response = post("/api/v1/desk/articles/", text, content_type="application/json")
        assert response.status_code == 400, text[:20]
    response = post("/api/v1/desk/articles/", " " * 5_300_000, content_type="application/json")
    assert response.status_code == 413


@pytest.mark.parametrize("text", ["null", '""', "[]", "0", "false"])
def test_an_empty_body_is_an_empty_object_and_nothing_else_is(editor, text):
    article = make_article()
    send = editor.client.generic
    one, headers = f"/api/v1/desk/articles/{article.short_id}/", {"If-Match": "*"}
    assert send("PATCH", one, "", content_type="application/json", headers=headers).status_code == 200
    assert send("PATCH", one, text, content_type="application/json", headers=headers).status_code == 400


def test_a_member_that_is_given_twice_is_refused_by_name(editor):
    text = '{"headline": "One", "bylines": [{"author": "a", "author": "b"}]}'
    response = editor.client.post("/api/v1/desk/articles/", text, content_type="application/json")
    assert response.status_code == 400 and "“author” is given more than once" in response.json()["detail"]


@pytest.mark.parametrize(
    ("kind", "encoding", "status"),
    [
        ("application/json; charset=UTF-8", "", 201),
        ("application/json; charset=latin-1", "", 415),
        ("application/json", "gzip", 415),
    ],
)
def test_json_is_taken_in_utf_8_and_not_packed(editor, kind, encoding, status):
    packed = {"Content-Encoding": encoding} if encoding else {}
    sent = '{"headline": "Café"}'.encode()
    assert (
        editor.client.generic("POST", "/api/v1/desk/articles/", sent, kind, headers=packed).status_code
        == status
    )


def test_one_article_costs_the_same_however_much_belongs_to_it(editor):
    counts = []
    for number in (1, 6):
        article = make_quoted_article(topics=[make_topic(f"Topic {n}") for n in range(number)])
        for n in range(number):
            article.bylines.create(author=make_author(f"Author {n}"), role="research")
            article.related.add(make_article())
        editor.on(article, "get")
        with CaptureQueriesContext(connection) as queries:
            body = editor.on(article, "get").json()
        counts.append(len(queries))
    assert len(body["related"]) == len(body["topics"]) == 6
    assert counts[0] == counts[1] <= 25, counts
