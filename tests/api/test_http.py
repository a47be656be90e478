"""What holds for every answer of the API: one shape of errors, limits, ids, validators, compression."""

import datetime
import gzip
import json

import brotli
import pytest
from django.core.cache import cache
from django.test import Client

from articles.api import exports, rows
from articles.operations import caching
from articles.operations.limits import count_in_minute
from tests.factories import make_image, make_published, make_quoted_article, publish

pytestmark = pytest.mark.django_db
LIST = "/api/v1/articles/"


@pytest.mark.parametrize(
    ("method", "address", "headers", "status"),
    [
        ("get", f"{LIST}zzzzzzzz/", {}, 404),
        ("get", "/api/", {}, 404),
        ("get", "/api/v2/articles/", {}, 404),
        ("delete", LIST, {}, 405),
        ("get", LIST, {"Accept": "image/png"}, 406),
        ("get", LIST, {"Host": "elsewhere.example"}, 400),
    ],
)
def test_every_error_is_a_problem(client, method, address, headers, status):
    response = getattr(client, method)(address, headers=headers)
    assert (response.status_code, response.json()["status"]) == (status, status)
    assert response["Content-Type"] == "application/problem+json" and response.json()["detail"]


def test_our_own_failure_is_a_problem_that_is_logged_by_its_id(monkeypatch, caplog):
    make_published(1)
    monkeypatch.setattr("articles.api.views.ArticleList.row", lambda item: 1 / 0)
    response = Client(raise_request_exception=False).get(LIST, headers={"X-Request-ID": "phone-app.7"})
    assert (response.status_code, response["Content-Type"]) == (500, "application/problem+json")
    assert "ZeroDivision" not in response.content.decode()
    assert response["X-Request-ID"] == "phone-app.7" and "phone-app.7" in caplog.text


@pytest.mark.parametrize("given", ["", "short", "a" * 65, "with space", "a\tb-12345678", "ünsafe-id"])
def test_an_id_that_is_not_sane_is_replaced(client, given):
    made = client.get(LIST, headers={"X-Request-ID": given})["X-Request-ID"]
    assert made != given and len(made) == 32


def test_limits_are_told_and_then_kept(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 2
    headers = {"Origin": "https://app.example"}
    answers = [client.get(LIST, headers=headers) for _ in range(5)]
    # A minute may end in between.
    refused = [answer for answer in answers if answer.status_code == 429]
    assert refused and answers[0]["RateLimit-Policy"] == '"address";q=2;w=60'
    assert answers[0]["RateLimit"].startswith('"address";r=1;t=')
    assert 1 <= int(refused[0]["Retry-After"]) <= 60
    assert refused[0].json()["title"] == "Too many requests"
    assert refused[0]["Access-Control-Allow-Origin"] == "*"
    assert client.get(LIST, REMOTE_ADDR="192.0.2.9").status_code == 200
    assert client.get("/articles/").status_code == 404


def test_a_minute_begins_anew_and_a_proxy_is_believed_only_when_there_is_one(rf, settings):
    first = rf.get("/", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.5"})
    other = rf.get("/", headers={"X-Forwarded-For": "203.0.113.6"})
    assert [count_in_minute("x", first, 119.0), count_in_minute("x", other, 119.5)] == [(1, 1), (2, 1)]
    assert count_in_minute("x", first, 120.0) == (1, 60)
    settings.BEHIND_PROXY = True
    assert [count_in_minute("x", one, 120.0)[0] for one in (first, other, first)] == [1, 1, 2]


def test_answers_are_compressed_where_that_is_accepted(client):
    make_published(5)
    plain = client.get(LIST)
    assert "Content-Encoding" not in plain and "Accept-Encoding" in plain["Vary"]
    packed = client.get(LIST, headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed.content) == plain.content
    packed = client.get(LIST, headers={"Accept-Encoding": "gzip, br"})
    assert brotli.decompress(packed.content) == plain.content
    assert int(packed["Content-Length"]) == len(packed.content)
    etag = {"If-None-Match": packed["ETag"], "Accept-Encoding": "br"}
    assert client.get(LIST, headers=etag).status_code == 304


def test_everything_that_changes_with_the_site_has_validators(client):
    article = make_quoted_article(lead_image=make_image())
    publish(article)
    for address in (LIST, f"{LIST}{article.short_id}/", "/api/v1/people/", "/api/v1/search/?q=ferry"):
        response = client.get(address)
        since = {"If-Modified-Since": response["Last-Modified"]}
        assert client.get(address, headers=since).status_code == 304, address
        assert client.head(address)["ETag"] == response["ETag"]


def test_each_form_of_an_answer_has_an_etag_of_its_own(client):
    make_published(1)
    forms = ("application/json", "application/jsonl")
    assert len({client.get(LIST, headers={"Accept": form})["ETag"] for form in forms}) == 2


def test_a_client_that_wants_another_state_is_refused_and_not_told_that_nothing_changed(client):
    make_published(1)
    response = client.get(LIST, headers={"If-Match": '"another"'})
    assert response.status_code == 412 and "If-Match" in response.json()["detail"]


def test_the_second_304_makes_no_body_until_the_site_moves_on(client, settings, django_assert_num_queries):
    settings.PAGE_CACHE_SECONDS = 60
    make_published(2)
    first = client.get(LIST)
    known = {"If-None-Match": first["ETag"]}
    assert client.get(LIST, headers=known).status_code == 304
    with django_assert_num_queries(0):
        again = client.get(LIST, headers=known)
        assert again.status_code == 304 and again["ETag"] == first["ETag"]
        assert again["Cache-Control"] == first["Cache-Control"]
    assert client.get(f"{LIST}?limit=1", headers=known).status_code == 200
    make_published(1)
    caching.remember(caching.Version(2, datetime.datetime.now(datetime.UTC), 2**40))
    assert client.get(LIST, headers=known).status_code == 200


def test_the_front_is_looked_at_each_time(client, settings):
    settings.PAGE_CACHE_SECONDS = 60
    response = client.get("/api/v1/front/")
    assert "Last-Modified" not in response
    known = {"If-None-Match": response["ETag"]}
    assert client.get("/api/v1/front/", headers=known).status_code == 304
    make_published(1)
    cache.clear()
    assert client.get("/api/v1/front/", headers=known).status_code == 200


def lines_of(response) -> list[dict]:
    return [json.loads(line) for line in b"".join(response.streaming_content).splitlines()]


def test_all_articles_as_lines_that_go_on_where_they_were_cut_off(client, monkeypatch):
    monkeypatch.setattr(exports, "CHUNK", 2)
    articles = make_published(5)
    lines = lines_of(client.get("/api/v1/export/articles.jsonl"))
    assert [line["short_id"] for line in lines] == [article.short_id for article in articles]
    detail = client.get(f"{LIST}{articles[0].short_id}/").json()
    assert {name: detail[name] for name in lines[0] if name != "cursor"} == {
        name: value for name, value in lines[0].items() if name != "cursor"
    }
    for place, line in enumerate(lines):
        rest = lines_of(client.get(f"/api/v1/export/articles.jsonl?cursor={line['cursor']}"))
        assert rest == lines[place + 1 :]


def test_the_export_has_live_articles_only_and_reads_them_in_chunks(client, django_assert_num_queries):
    *_kept, gone = make_published(3)
    gone.withdraw(by=None, reason="Court order")
    packed = client.get("/api/v1/export/articles.jsonl", headers={"Accept-Encoding": "br, gzip"})
    assert packed["Content-Encoding"] == "gzip"
    with django_assert_num_queries(0):
        text = gzip.decompress(b"".join(packed.streaming_content))
    assert gone.short_id.encode() not in text and text.count(b"\n") == 2
    assert client.get("/api/v1/export/articles.jsonl?section=nowhere").status_code == 404
    assert lines_of(client.get("/api/v1/export/articles.jsonl?kind=opinion")) == []
    assert client.get("/api/v1/export/articles.jsonl?cursor=zz").status_code == 404


def test_updated_since_tells_what_was_withdrawn_and_nothing_of_its_words(client):
    kept, gone = make_published(2)
    gone.withdraw(by=None, reason="Court order")
    assert [row["short_id"] for row in client.get(LIST).json()["results"]] == [kept.short_id]
    first, second = client.get(f"{LIST}?updated_since=2026-01-01").json()["results"]
    assert (first["short_id"], first["status"], first["headline"], first["dek"]) == (
        gone.short_id,
        "withdrawn",
        "",
        "",
    )
    assert first["bylines"] == [] and second["status"] == "live"
    assert set(first) == set(rows.article(kept.live_edition()))
