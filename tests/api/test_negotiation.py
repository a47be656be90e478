"""In which form an answer comes, from where it may be read, and what stands beside it."""

import datetime
import json

import pytest
from drf_spectacular.generators import SchemaGenerator

from articles.api.views import SectionList
from articles.models import Edition
from tests.factories import (
    make_image,
    make_published,
    make_quoted_article,
    make_source,
    make_topic,
    publish,
    retract,
)

pytestmark = pytest.mark.django_db
LIST = "/api/v1/articles/"
# Members of ninjs 3.1 that are used here, as its schema names them.
ITEM = set(
    "uri type representationType profile version firstCreated versionCreated contentCreated embargoedUntil pubStatus urgency copyrightHolder "
    "copyrightNotice usageTerms edNote language descriptions bodies headlines people organisations places subjects events infoSources title by "
    "slugline located renditions associations altIds standard genres expires rightsInfo digitalSourceType".split()
)
WITHIN = {
    "standard": "name version schema",
    "headlines": "role contentType value",
    "descriptions": "role contentType value",
    "bodies": "role contentType value",
    "subjects": "name rel uri",
    "people": "name rel uri",
    "organisations": "name rel uri",
    "places": "name rel uri",
    "infoSources": "name role uri",
    "altIds": "role value",
    "renditions": "name href contentType width",
}


@pytest.fixture
def article():
    article = make_quoted_article(topics=[make_topic()], lead_image=make_image())
    quote = article.quote_uses.first().quote
    quote.quote_sources.create(source=make_source())
    publish(article)
    return article


def as_ninjs(client, article):
    return client.get(f"{LIST}{article.short_id}/", headers={"Accept": "application/ninjs+json"})


def keeps_to_ninjs(item, *more):
    """No member that ninjs 3.1 does not have, at any depth, and none without a value."""
    assert set(item) <= ITEM | set(more) and item["uri"].startswith("http")
    assert all(value not in (None, "", [], {}) for value in item.values())
    for name, members in WITHIN.items():
        parts = item.get(name, [])
        for part in [parts] if isinstance(parts, dict) else parts:
            assert set(part) <= set(members.split()), name
            assert all(isinstance(value, int if key == "width" else str) for key, value in part.items())
    assert item.get("pubStatus", "usable") in ("usable", "withheld", "canceled")
    for one in item.get("associations", []):
        keeps_to_ninjs(one, "name")


def test_an_article_comes_as_ninjs_with_its_quotations_and_its_picture(client, article):
    response = as_ninjs(client, article)
    item = response.json()
    assert response["Content-Type"] == "application/ninjs+json" and "Accept" in response["Vary"]
    assert item["standard"]["version"] == "3.1" and item["pubStatus"] == "usable"
    keeps_to_ninjs(item)
    assert item["headlines"][0]["value"] == article.headline and item["by"] == "Bo Lantern"
    assert {body["contentType"] for body in item["bodies"]} == {"text/html", "text/plain"}
    picture, quote = item["associations"]
    assert len(picture["renditions"]) >= 3
    assert quote["bodies"][0]["value"] == "We have waited long enough, Now we sail."
    assert quote["people"][0]["name"] == "Ada Quill" and quote["infoSources"][0]["name"].startswith(
        "Recording"
    )
    assert [person["name"] for person in item["people"]] == ["Ada Quill"]
    assert [subject["rel"] for subject in item["subjects"]] == ["about", "section"]
    known = {"Accept": "application/ninjs+json", "If-None-Match": response["ETag"]}
    assert client.get(f"{LIST}{article.short_id}/", headers=known).status_code == 304
    assert client.get(f"{LIST}{article.short_id}/", headers=known | {"Accept": "*/*"}).status_code == 200


def test_a_retracted_article_is_canceled_and_a_withdrawn_one_gone(client, article):
    retract(article, "We cannot stand by it.")
    item = as_ninjs(client, article).json()
    keeps_to_ninjs(item)
    assert item["pubStatus"] == "canceled" and "pilot" not in json.dumps(item["bodies"])
    assert "We cannot stand by it." in [body["value"] for body in item["bodies"]]
    [other] = make_published(1)
    other.withdraw(by=None, reason="Court order")
    gone = as_ninjs(client, other)
    assert gone.status_code == 410 and gone["Content-Type"] == "application/problem+json"


def test_fields_are_not_for_other_forms(client, article):
    address = f"{LIST}{article.short_id}/?fields=headline"
    assert client.get(address, headers={"Accept": "application/ninjs+json"}).status_code == 400


def test_a_list_comes_as_lines(client):
    make_published(3)
    response = client.get(f"{LIST}?limit=2", headers={"Accept": "application/jsonl"})
    rows = [json.loads(line) for line in response.content.splitlines()]
    assert rows == client.get(f"{LIST}?limit=2").json()["results"]
    assert response["Content-Type"] == "application/jsonl" and 'rel="next"' in response["Link"]
    known = {"Accept": "application/jsonl", "If-None-Match": response["ETag"]}
    assert client.get(f"{LIST}?limit=2", headers=known).status_code == 304
    assert client.get(f"{LIST}?limit=x", headers={"Accept": "application/jsonl"}).json()["status"] == 400


@pytest.mark.parametrize(
    ("address", "accept"),
    [
        (LIST, "application/ninjs+json"),
        (LIST, "text/html"),
        ("/api/v1/export/articles.jsonl", "application/json"),
        ("/api/v1/search/?q=ferry", "application/jsonl"),
    ],
)
def test_what_there_is_not_is_406(client, address, accept):
    response = client.get(address, headers={"Accept": accept})
    assert (response.status_code, response.json()["title"]) == (406, "Not acceptable")


def test_lines_are_shown_as_plain_text_and_in_no_other_file(client):
    make_published(1)
    plain = client.get("/api/v1/export/articles.jsonl", headers={"Accept": "text/plain"})
    assert plain["Content-Type"] == "text/plain" and b"".join(plain.streaming_content)
    assert client.get("/api/v1/export/articles.csv").status_code == 404


def test_other_sites_may_read_what_is_public_and_nothing_else(client, article):
    origin = {"Origin": "https://app.example"}
    asked = {
        **origin,
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
    }
    answer = client.options(LIST, headers=asked)
    assert (
        answer["Access-Control-Allow-Origin"] == "*"
        and "if-none-match" in answer["Access-Control-Allow-Headers"]
    )
    assert "DELETE" not in answer["Access-Control-Allow-Methods"]
    read = client.get(LIST, headers=origin)
    assert read["Access-Control-Allow-Origin"] == "*" and "ETag" in read["Access-Control-Expose-Headers"]
    for address in (f"/api/v1/desk/articles/{article.short_id}/quotes/", "/", article.get_absolute_url()):
        for response in (client.get(address, headers=origin), client.options(address, headers=asked)):
            assert "Access-Control-Allow-Origin" not in response, address


@pytest.mark.parametrize(
    "address", [LIST, "/api/v1/export/articles.jsonl", "/api/v1/search/", "/api/v1/changes/"]
)
def test_options_says_what_can_be_done(client, address):
    answer = client.options(address)
    assert (answer.status_code, answer["Allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(
    "name", ["articles", "quotes", "people", "occasions", "front", "changes", "corrections"]
)
def test_head_is_get_without_a_body(client, article, name):
    head, get = client.head(f"/api/v1/{name}/"), client.get(f"/api/v1/{name}/")
    assert head.content == b"" and head["ETag"] == get["ETag"]


def test_caches_in_front_know_what_an_answer_shows(client, article):
    assert client.get(LIST)["Surrogate-Key"] == "site lists"
    assert client.get(f"{LIST}{article.short_id}/")["Surrogate-Key"] == f"site article-{article.short_id}"
    quote = Edition.objects.live().get().quotes[0]["short_id"]
    assert client.get(f"/api/v1/quotes/{quote}/")["Surrogate-Key"] == f"site quote-{quote}"
    assert client.get("/api/v1/people/ada-quill/")["Surrogate-Key"] == "site person-ada-quill"


def test_the_slash_at_the_end_may_be_left_out(client, article):
    assert client.get("/api/v1/articles?limit=1").json() == client.get(f"{LIST}?limit=1").json()
    assert client.get(f"/api/v1/articles/{article.short_id}").status_code == 200
    assert client.get("/api/v1/export/articles.jsonl/").status_code == 404


def test_what_is_to_end_says_so_in_every_answer_and_in_the_schema(client, monkeypatch):
    since, until = (datetime.datetime(year, 3, 1, tzinfo=datetime.UTC) for year in (2027, 2028))
    monkeypatch.setattr(SectionList, "ends", (since, until))
    answer = client.get("/api/v1/sections/")
    assert (
        answer["Deprecation"] == f"@{int(since.timestamp())}"
        and answer["Sunset"] == "Wed, 01 Mar 2028 00:00:00 GMT"
    )
    assert "Deprecation" not in client.get("/api/v1/topics/")
    paths = SchemaGenerator().get_schema(request=None, public=True)["paths"]
    assert [path for path, said in paths.items() if said.get("get", {}).get("deprecated")] == [
        "/api/v1/sections"
    ]


def test_one_record_names_its_page(client, article):
    link = client.get(f"{LIST}{article.short_id}/")["Link"]
    assert article.get_absolute_url() in link and 'rel="alternate"' in link
