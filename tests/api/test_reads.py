import base64
import datetime

import pytest
from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from articles.api import names
from articles.api.urls import RESOURCES
from articles.models import Quote
from tests.factories import (
    make_article,
    make_author,
    make_occasion,
    make_organization,
    make_person,
    make_published,
    make_quoted_article,
    make_role,
    make_section,
    make_source,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    article = make_quoted_article(topics=[make_topic()])
    words = Quote.objects.create(
        text="Now we sail.", record="on_record", speaker_organization=make_organization()
    )
    article.quote_uses.filter(segment=1).update(quote=words, segment=0)
    Quote.objects.update(occasion=make_occasion(source=make_source()))
    publish(article)
    make_role(article.quote_uses.first().quote.speaker_person)
    return article


@pytest.fixture(scope="module")
def schema():
    return SchemaGenerator().get_schema(request=None, public=True)


def first_key(client, name):
    row = client.get(f"/api/v1/{name}/").json()["results"][0]
    return row["short_id"] if name in ("articles", "quotes", "occasions") else row["slug"]


@pytest.mark.parametrize("name", RESOURCES)
def test_answers_keep_the_published_schema_to_the_letter(client, article, schema, name):
    for operation, address in (
        (f"/api/v1/{name}/", f"/api/v1/{name}/"),
        (f"/api/v1/{name}/{{key}}/", f"/api/v1/{name}/{first_key(client, name)}/"),
    ):
        answer = schema["paths"][operation.rstrip("/")]["get"]["responses"]["200"]["content"][
            "application/json"
        ]["schema"]
        document = {**answer, "components": schema["components"]}
        response = client.get(address)
        assert response.status_code == 200
        Draft202012Validator(document).validate(response.json())
        whole = answer["anyOf"][0] if "anyOf" in answer else answer
        named = schema["components"]["schemas"][whole["$ref"].split("/")[-1]]
        assert set(named["required"]) <= set(response.json()) <= set(named["properties"])


def test_the_schema_is_valid_openapi(schema):
    validate(schema)
    assert schema["openapi"].startswith("3.1")


def test_lists_page_by_cursor_with_links(client):
    make_published(5)
    first = client.get("/api/v1/articles/?limit=2")
    assert 'rel="next"' in first["Link"]
    second = client.get(first.json()["next"])
    assert len(second.json()["results"]) == 2
    assert client.get(second.json()["previous"]).json()["results"] == first.json()["results"]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("colour=red", "colour"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=x", "limit"),
        ("kind=song", "kind"),
        ("published_after=yesterday", "published_after"),
        ("published_after=2026-13-01", "published_after"),
        ("updated_since=2026-10-14T12:00", "updated_since"),
        ("fields=headline,secret", "fields"),
        ("section=a&section=b", "section"),
        ("section=%00", "section"),
        ("q=%1C", "q"),
    ],
)
def test_bad_parameters_are_refused_by_name(client, article, query, parameter):
    response = client.get(f"/api/v1/articles/?{query}")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert parameter in response.json()["errors"]


def test_a_page_that_does_not_exist_is_named(client):
    response = client.get("/api/v1/articles/?cursor=zzz")
    assert response.status_code == 404 and "cursor" in response.json()["errors"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("section=harbor", True),
        ("topic=ferries", True),
        ("author=bo-lantern", True),
        ("person=ada-quill", True),
        ("kind=opinion", False),
        ("language=en", True),
        ("published_after=2020-01-01", True),
        ("published_before=2020-01-01", False),
        ("updated_since=2020-01-01T00:00:00Z", True),
    ],
)
def test_filters(client, article, query, found):
    assert bool(client.get(f"/api/v1/articles/?{query}").json()["results"]) is found


@pytest.mark.parametrize("name", names.OF_ARTICLES)
def test_a_name_that_readers_do_not_have_is_told_from_an_empty_list(client, article, name):
    make_section("Culture")
    make_person("Una Draft"), make_topic("Later"), make_author("Nobody Yet"), make_organization("Hidden Body")
    drafts = {
        "person": "una-draft",
        "topic": "later",
        "author": "nobody-yet",
        "organization": "hidden-body",
        "section": "x",
    }
    for value in ("nowhere", drafts[name]):
        response = client.get(f"/api/v1/articles/?{name}={value}&kind=opinion")
        assert (response.status_code, list(response.json()["errors"])) == (404, [name])
        assert value in response.json()["detail"]
    known = {"section": "culture", "person": "ada-quill", "topic": "ferries", "author": "bo-lantern"}
    if name in known:
        empty = client.get(f"/api/v1/articles/?{name}={known[name]}&kind=opinion")
        assert (empty.status_code, empty.json()["results"]) == (200, [])


def test_what_was_withdrawn_names_nothing_any_more(client, article):
    short_id = article.short_id
    quote = article.quote_uses.first().quote.short_id
    found = f"/api/v1/quotes/?article={short_id}", f"/api/v1/corrections/?quote={quote}"
    assert [client.get(address).status_code for address in found] == [200, 200]
    article.withdraw(by=None, reason="Court order")
    assert [client.get(address).status_code for address in found] == [404, 404]


def test_fields_choose_what_comes(client, article):
    assert client.get("/api/v1/articles/?fields=headline").json()["results"] == [
        {"headline": article.headline}
    ]


def test_errors_are_problems(client, article):
    for method, address, status in (
        ("get", "/api/v1/articles/zzzzzzzz/", 404),
        ("get", "/api/v1/nothing/", 404),
        ("post", "/api/v1/articles/", 405),
    ):
        response = getattr(client, method)(address)
        assert (response.status_code, response.json()["status"]) == (status, status)
        assert response["Content-Type"] == "application/problem+json"


def test_withdrawn_is_gone_and_out_of_every_list(client, article):
    article.withdraw(by=None, reason="Court order")
    assert client.get(f"/api/v1/articles/{article.short_id}/").status_code == 410
    for name in ("articles", "quotes", "people", "organizations", "authors", "topics"):
        assert client.get(f"/api/v1/{name}/").json()["results"] == []


def test_what_is_known_already_is_304(client, article):
    for address in ("/api/v1/articles/", f"/api/v1/articles/{article.short_id}/"):
        etag = client.get(address)["ETag"]
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304


def test_other_sites_may_read(client, article):
    assert (
        client.get("/api/v1/articles/", headers={"Origin": "https://app.example"})[
            "Access-Control-Allow-Origin"
        ]
        == "*"
    )


@pytest.mark.parametrize("number", [1, 20])
def test_query_counts(client, number, django_assert_num_queries):
    topic = make_topic()
    for index in range(number):
        article = make_article(topics=[topic])
        publish(article, datetime.datetime(2026, 10, 1, index, tzinfo=datetime.UTC))
    budgets = {f"/api/v1/articles/{article.short_id}/": 2} | {f"/api/v1/{name}/": 1 for name in RESOURCES}
    for address, budget in budgets.items():
        with django_assert_num_queries(budget):
            assert client.get(address).status_code == 200
    with django_assert_num_queries(1):  # the editions that readers had are known by now
        assert client.get(f"/api/v1/articles/{article.short_id}/").json()["versions"]


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-14:00"])
def test_moments_at_the_end_of_time_are_refused_and_not_stumbled_over(client, moment):
    response = client.get(f"/api/v1/articles/?updated_since={moment}")
    assert response.status_code == 400 and "updated_since" in response.json()["errors"]


@pytest.mark.parametrize("key", ['[0, "0001-01-01T00:00:00+14:00", 1]', "[" * 3000, "[0, 7, 1]", "{}"])
def test_a_made_up_cursor_is_refused(client, key):
    cursor = base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")
    assert client.get(f"/api/v1/articles/?cursor={cursor}").status_code in (400, 404)
