"""The front, search, corrections, and the parts of an article that apps need no HTML for."""

import datetime
from urllib.parse import urlsplit

import pytest
from django.db import connection
from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft202012Validator

from articles.models import Banner, FrontPage, Placement
from articles.operations.fronts import arrange
from tests.factories import (
    BODY,
    make_article,
    make_image,
    make_published,
    make_quoted_article,
    make_section,
    publish,
    retract,
)

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 10, 1, 8, tzinfo=datetime.UTC)


@pytest.fixture
def story():
    image = make_image()
    body = f'{BODY}<figure data-image="{image.short_id}"></figure>'
    article = make_quoted_article(body=body, lead_image=image)
    publish(article, AT)
    article.correct(by=None, note="It was Monday.", wrong="Sunday", right="Monday")
    return article


@pytest.fixture(scope="module")
def schema():
    return SchemaGenerator().get_schema(request=None, public=True)


def answers(client, schema, address, path=None):
    """The body of the answer, which is what the schema says."""
    response = client.get(address)
    assert response.status_code == 200, response.json()
    operation = schema["paths"][(path or address.split("?")[0]).rstrip("/")]["get"]
    said = operation["responses"]["200"]["content"]["application/json"]["schema"]
    Draft202012Validator({**said, "components": schema["components"]}).validate(response.json())
    return response.json()


def test_an_article_has_blocks_with_quotations_pictures_and_all_its_versions(client, schema, story):
    body = answers(client, schema, f"/api/v1/articles/{story.short_id}/", "/api/v1/articles/{key}/")
    spans = [(b, s) for b in body["blocks"] for s in b["spans"] if s["type"] == "quote"]
    assert [block["text"][span["start"] : span["end"]] for block, span in spans] == [
        "“We have waited long enough,”",
        "“Now we sail.”",
    ]
    assert {span["quote"] for _block, span in spans} == {body["quotes"][0]["short_id"]}
    places = [(block["start"] + span["start"], block["start"] + span["end"]) for block, span in spans]
    assert places == [(s["start"], s["end"]) for s in body["quotes"][0]["segments"]]
    figure = body["blocks"][-1]
    assert figure["type"] == "figure" and figure["image"]["renditions"]
    assert figure["image"]["renditions"] == body["lead_image"]["renditions"]
    assert all(one["url"].startswith("http") for one in body["lead_image"]["renditions"])
    assert [(v["number"], v["kind"]) for v in body["versions"]] == [(2, "correction"), (1, "publish")]
    assert body["versions"][1]["url"].endswith("/history/1/")


def test_the_words_of_a_retracted_article_have_no_address(client, story):
    retract(story, "We cannot stand by it.")
    body = client.get(f"/api/v1/articles/{story.short_id}/").json()
    assert body["blocks"] == []
    assert [bool(version["url"]) for version in body["versions"]] == [True, False, False]


def test_corrections_name_the_article_that_readers_have_now(client, schema, story):
    (row,) = answers(client, schema, "/api/v1/corrections/")["results"]
    assert (row["note"], row["right"], row["article"]["short_id"]) == (
        "It was Monday.",
        "Monday",
        story.short_id,
    )
    for query, number in (
        (f"article={story.short_id}", 1),
        ("quote=" + story.quote_uses.first().quote.short_id, 0),
        ("kind=clarification", 0),
        ("section=harbor", 1),
        ("after=2999-01-01", 0),
        ("before=2999-01-01", 1),
    ):
        assert len(client.get(f"/api/v1/corrections/?{query}").json()["results"]) == number, query
    story.withdraw(by=None, reason="Court order")
    assert client.get("/api/v1/corrections/").json()["results"] == []


def test_the_index_leads_everywhere(client, schema, story):
    body = answers(client, schema, "/api/v1/")
    papers = [body[name] for name in ("schema", "documentation", "desk_schema", "desk_documentation")]
    for address in (*papers, *body["resources"].values(), *body["exports"].values()):
        path = urlsplit(address).path
        assert client.get(path, {"q": "ferry"} if "search" in path else {}).status_code == 200, path
    assert body["limits"]["rows_per_page"] == 100
    assert {path.split("/")[3] for path in schema["paths"] if path.count("/") > 2} == {
        *body["resources"],
        "desk",
        "export",
    }
    assert client.get("/api/v1").json() == body and client.get("/api/v1/?x=1").status_code == 400


def test_search_finds_articles_and_quotations_with_their_words_marked(client, schema, story):
    (hit,) = answers(client, schema, "/api/v1/search/?q=ferry")["results"]
    assert hit["article"]["short_id"] == story.short_id and hit["quote"] is None
    assert "<mark>Ferry</mark>" in hit["highlight"]["headline"]
    (hit,) = answers(client, schema, "/api/v1/search/?q=waited&type=quotes")["results"]
    assert hit["quote"]["article"]["short_id"] == story.short_id
    assert "<mark>waited</mark>" in hit["highlight"]["passage"]


def test_search_pages_without_repeats(client):
    articles = make_published(5)
    seen, address = [], "/api/v1/search/?q=ferry&limit=2"
    while address:
        response = client.get(address)
        body = response.json()
        seen += [hit["article"]["short_id"] for hit in body["results"]]
        assert ('rel="next"' in response.get("Link", "")) is bool(body["next"])
        address = body["next"]
    assert sorted(seen) == sorted(article.short_id for article in articles)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("", "q"), ("q=+", "q"), ("q=a&type=x", "type"), ("q=a&cursor=zz", "cursor"), ("q=a&size=2", "size")],
)
def test_search_refuses_what_it_does_not_know(client, query, parameter):
    response = client.get(f"/api/v1/search/?{query}")
    assert response.status_code == (404 if parameter == "cursor" else 400)
    assert parameter in response.json()["errors"]


def test_the_front_is_that_of_the_page(client, schema, story):
    chosen = make_article("Chosen by hand")
    publish(chosen, AT - datetime.timedelta(days=9))
    make_published(3)
    front = FrontPage.objects.create(section=None)
    Placement.objects.create(front=front, article=chosen, slot="lead")
    Banner.objects.create(
        text="The ferry sails", link="/articles/x/", starts_at=AT, ends_at=AT.replace(year=2999)
    )
    body = answers(client, schema, "/api/v1/front/")
    page = arrange(None, datetime.datetime.now(datetime.UTC))
    assert body["lead"]["headline"] == "Chosen by hand" == page.lead.headline
    assert [row["short_id"] for row in body["secondary"]] == [one.short_id for one in page.secondary]
    assert body["banner"]["text"] == "The ferry sails" and body["banner"]["link"].startswith("http")
    assert body["changes_at"] == "2999-10-01T08:00:00Z"


def test_the_front_of_a_section(client, schema, story):
    make_section("Culture")
    assert answers(client, schema, "/api/v1/front/?section=harbor")["lead"]["short_id"] == story.short_id
    assert answers(client, schema, "/api/v1/front/?section=culture")["lead"] is None
    nowhere = client.get("/api/v1/front/?section=nowhere")
    assert (nowhere.status_code, list(nowhere.json()["errors"])) == (404, ["section"])


@pytest.mark.parametrize("number", [1, 20])
def test_query_counts(client, number, django_assert_num_queries):
    make_published(number, lead_image=make_image())
    article = make_quoted_article()
    publish(article)
    article.correct(by=None, note="It was Monday.")
    search = (
        3 if connection.vendor == "postgresql" else 2
    )  # PostgreSQL is also asked from when to when its index reaches
    for address, budget in (
        ("/api/v1/corrections/", 1),
        ("/api/v1/articles/?limit=20", 1),
        ("/api/v1/search/?q=sail", search),
        ("/api/v1/search/?q=waited&type=quotes", search),
    ):
        with django_assert_num_queries(budget):
            assert client.get(address).json()["results"], address
