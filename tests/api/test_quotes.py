"""Quotations for programs: every filter, every order, annotations, and all of them as lines of JSON."""

import datetime
import gzip
import json

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models.structured_data import absolute
from articles.operations.quote_status import dispute_quote
from articles.operations.verification import verify
from tests.factories import (
    make_article,
    make_author,
    make_occasion,
    make_organization,
    make_person,
    make_quote,
    make_quoted_article,
    make_section,
    make_source,
    make_topic,
    make_use,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 10, 1, 8, tzinfo=datetime.UTC)
LIST = "/api/v1/quotes/"


def published(words: str, hours: int = 0, article=None, **quote):
    article = article or {}
    story = make_article(body=f"<p>“{words}” it was said.</p>", **article)
    record = make_quote(words, **quote)
    make_use(story, f"“{words}”", record)
    publish(story, AT + datetime.timedelta(hours=hours))
    return story, record


@pytest.fixture
def world():
    """Two quotations that differ in everything."""
    first = published(
        "The ferry sails at noon",
        article={
            "section": make_section("Harbor"),
            "topics": [make_topic("Ferries")],
            "author": make_author("Bo Lantern"),
        },
        occasion=make_occasion(),
        said_on=datetime.date(2025, 3, 1),
        said_on_precision="day",
    )
    second = published(
        "La grue est haute",
        hours=5,
        article={
            "section": make_section("Culture"),
            "topics": [make_topic("Cranes")],
            "author": make_author("Ida Moss"),
            "kind": "opinion",
        },
        speaker_organization=make_organization(),
        speaker_person=None,
        language="fr",
    )
    verify(second[1], by=make_user(), verbatim="La grue est haute")
    return {"ferry": first, "crane": second}


def found(client, query: str = "") -> list[str]:
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 200, response.json()
    return [row["text"].split()[1] for row in response.json()["results"]]


FILTERS = {
    "person=ada-quill": "ferry",
    "organization=ferry-company": "grue",
    "section=harbor": "ferry",
    "topic=cranes": "grue",
    "author=ida-moss": "grue",
    "kind=opinion": "grue",
    "language=fr": "grue",
    "status=verified": "grue",
    "verified=true": "grue",
    "verified=false": "ferry",
    "said_after=2025-02-28": "ferry",
    "said_before=2025-03-02": "ferry",
    "published_after=2026-10-01T10:00:00Z": "grue",
    "published_before=2026-10-01T10:00:00Z": "ferry",
    "q=NOON+ferry": "ferry",
    "q=haute&section=culture": "grue",
}


@pytest.mark.parametrize("query", FILTERS)
def test_each_filter_leaves_what_fits(client, world, query):
    assert found(client, query) == [FILTERS[query]]


def test_filters_by_records(client, world):
    article, quote = world["ferry"]
    assert found(client, f"article={article.short_id}") == ["ferry"]
    assert found(client, f"occasion={quote.occasion.short_id}") == ["ferry"]
    later = make_article(body="<p>“The ferry sails at noon” again.</p>")
    make_use(later, "“The ferry sails at noon”", quote)
    publish(later)
    assert found(client, f"article={later.short_id}") == ["ferry"]


def test_what_changed_since_a_moment_counts_disputes_too(client, world):
    moment = datetime.datetime.now(datetime.UTC).isoformat().replace("+00:00", "Z")
    assert found(client, f"updated_since={moment}") == []
    dispute_quote(world["ferry"][1], by=make_user(), notice="The company denies it.")
    assert found(client, f"updated_since={moment}") == ["ferry"]


@pytest.mark.parametrize(
    "query",
    [
        "verified=yes",
        "kind=poem",
        "status=lost",
        "said_after=soon",
        "q=+",
        "ordering=rank",
        "include=all",
        "colour=red",
    ],
)
def test_bad_values_are_refused_by_name(client, query):
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 400
    assert query.split("=")[0] in response.json()["errors"]


@pytest.mark.parametrize("ordering", ["-published", "published", "-said_on", "said_on"])
def test_every_order_is_read_to_the_end_without_gaps_or_repeats(client, ordering):
    for number in range(7):
        day = datetime.date(2025, 1, 1 + number // 2)
        published(f"We sail {number}", hours=number // 3, said_on=day, said_on_precision="day")
    published("Nobody knows when", hours=9)
    texts, address = [], f"{LIST}?limit=2&ordering={ordering}"
    backwards = ""
    while address:
        body = client.get(address).json()
        texts += [row["text"] for row in body["results"]]
        backwards, address = body["previous"] or backwards, body["next"]
    assert len(texts) == len(set(texts)) == (8 if "published" in ordering else 7)
    assert client.get(backwards).json()["results"][-1]["text"] in texts
    other = f"{LIST}?limit=2&ordering={ordering.removeprefix('-') if ordering[0] == '-' else '-' + ordering}"
    reverse, address = [], other
    while address:
        body = client.get(address).json()
        reverse += [row["text"] for row in body["results"]]
        address = body["next"]
    assert reverse == texts[::-1]


def test_a_cursor_of_another_order_is_refused(client, world):
    published("One more", hours=9)
    link = client.get(f"{LIST}?limit=1").json()["next"]
    assert client.get(link.replace("limit=1", "limit=1&ordering=said_on")).status_code == 404


def test_all_articles_that_use_it_on_request(client, world):
    _story, quote = world["ferry"]
    later = make_article("A second story", body="<p>“The ferry sails at noon” again.</p>")
    make_use(later, "“The ferry sails at noon”", quote)
    publish(later)
    rows = client.get(f"{LIST}?include=articles").json()["results"]
    assert {len(row["articles"]) for row in rows} == {1, 2}
    assert "articles" not in client.get(LIST).json()["results"][0]


def test_statements_do_not_grow_with_rows(client):
    counts = []
    for size in (1, 20):
        while client.get(f"{LIST}?limit=100").json()["results"].__len__() < size:
            published(f"We sail {size} {counts} {len(client.get(f'{LIST}?limit=100').json()['results'])}")
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            client.get(f"{LIST}?include=articles&topic=&limit=20".replace("&topic=", ""))
        counts.append(len(captured))
    assert counts == [2, 2]


ANNOTATION = "http://www.w3.org/ns/anno.jsonld"


def test_a_quotation_as_a_web_annotation(client):
    article = make_quoted_article()
    edition = publish(article)
    quote = article.quote_uses.first().quote
    address = f"{LIST}{quote.short_id}/"
    body = client.get(f"{address}annotation/").json()
    negotiated = client.get(address, HTTP_ACCEPT=f'application/ld+json;profile="{ANNOTATION}"')
    assert negotiated["Content-Type"].startswith("application/ld+json") and negotiated.json() == body
    assert client.get(address)["Content-Type"] == "application/json"
    assert body["@context"][0] == ANNOTATION and body["type"] == "Annotation"
    assert body["body"]["schema:creator"]["name"] == "Ada Quill"
    assert body["body"]["id"] == absolute(quote.get_absolute_url())
    for target in body["target"]:
        words, place, anchor = target["selector"]
        text = edition.body_text
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text[: place["start"]].endswith(words["prefix"])
        assert text[place["end"] :].startswith(words["suffix"])
        assert f'id="{anchor["value"]}"' in edition.body_html
    assert len(body["target"]) == 2
    page = client.get(f"/api/v1/articles/{article.short_id}/annotations/").json()
    assert page["type"] == "AnnotationPage" and page["items"][0]["id"] == body["id"]


def test_annotations_of_old_editions_have_no_positions(client):
    article = make_quoted_article()
    publish(article)
    row = article.quote_uses.first().quote.listings.get()
    row.data["segments"] = [{"anchor": one["anchor"], "text": one["text"]} for one in row.data["segments"]]
    row.save()
    body = client.get(f"{LIST}{row.short_id}/annotation/").json()
    assert [one["type"] for one in body["target"][0]["selector"]] == ["TextQuoteSelector", "FragmentSelector"]


def test_what_is_withdrawn_or_unknown_has_no_annotations(client):
    article = make_quoted_article()
    publish(article)
    article.withdraw(by=None, reason="Court order")
    assert client.get(f"/api/v1/articles/{article.short_id}/annotations/").status_code == 410
    assert client.get("/api/v1/articles/nothing0/annotations/").status_code == 404
    assert client.get("/api/v1/quotes/nothing0/annotation/").status_code == 404


def lines(response) -> list[dict]:
    data = b"".join(response.streaming_content)
    if response.get("Content-Encoding") == "gzip":
        data = gzip.decompress(data)
    return [json.loads(line) for line in data.splitlines()]


def test_the_export_holds_what_the_list_holds_and_can_be_resumed(client, monkeypatch):
    monkeypatch.setattr("articles.api.exports.CHUNK", 2)
    for number in range(5):
        published(f"We sail {number}", hours=number // 2)
    rows = lines(client.get("/api/v1/export/quotes.jsonl"))
    listed = client.get(f"{LIST}?ordering=published").json()["results"]
    assert [{key: value for key, value in row.items() if key != "cursor"} for row in rows] == listed
    rest = lines(client.get("/api/v1/export/quotes.jsonl", {"cursor": rows[2]["cursor"]}))
    assert rest == rows[3:]
    packed = client.get("/api/v1/export/quotes.jsonl", HTTP_ACCEPT_ENCODING="gzip")
    assert packed["Content-Encoding"] == "gzip" and lines(packed) == rows
    assert len(lines(client.get("/api/v1/export/quotes.jsonl", {"q": "3"}))) == 1


@pytest.mark.parametrize("query", [{"cursor": "x"}, {"limit": "3"}, {"verified": "x"}])
def test_an_export_refuses_what_it_does_not_know(client, query):
    status = 404 if "cursor" in query else 400
    assert client.get("/api/v1/export/quotes.jsonl", query).status_code == status


def test_occasions_of_public_statements_only_and_no_internal_source(client):
    secret = make_source("Notes of a meeting", access="internal")
    published("We sail", occasion=make_occasion("Hearing", source=secret))
    make_quote("Not yet", occasion=make_occasion("Secret meeting"))
    body = client.get("/api/v1/occasions/").json()
    assert [row["title"] for row in body["results"]] == ["Hearing"]
    assert body["results"][0]["source"] is None
    assert make_person  # the speaker has a page of her own


@pytest.mark.parametrize("query", ["person=ada-quill", "section=harbor", ""])
def test_common_lists_are_read_along_an_index(client, world, query):
    with CaptureQueriesContext(connection) as captured:
        client.get(f"{LIST}?{query}")
    explain = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": "EXPLAIN"}[connection.vendor]
    with connection.cursor() as cursor:
        if (
            connection.vendor == "postgresql"
        ):  # which reads a table of two rows as a whole, unless asked not to
            for way in ("seqscan", "bitmapscan", "sort"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"{explain} {captured[-1]['sql']}")
        plan = " ".join(str(row[-1]) for row in cursor.fetchall())
    assert "INDEX edition_quote" in plan or "using edition_quote" in plan
    assert "TEMP B-TREE" not in plan and "Sort Key" not in plan
