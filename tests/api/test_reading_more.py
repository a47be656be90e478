"""Order, words, what stands beside a row, and what is refused: the same for every resource."""

import pytest

from articles.api.urls import RESOURCES
from tests.factories import (
    make_article,
    make_author,
    make_occasion,
    make_person,
    make_published,
    make_quoted_article,
    make_role,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db
LISTS = [*RESOURCES, "corrections"]


@pytest.fixture
def story():
    article = make_quoted_article(topics=[make_topic()])
    quote = article.quote_uses.first().quote
    quote.occasion = make_occasion()
    quote.save()
    publish(article)
    make_role(make_person())
    article.correct(by=None, note="It was Monday, not Sunday.")
    return article


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    "query",
    ["ordering=sideways", "ordering=", "fields=secret", "fields=", "include=secret", "q=+", "colour=red"],
)
def test_every_list_refuses_by_name_what_it_does_not_know_even_while_it_is_empty(client, name, query):
    response = client.get(f"/api/v1/{name}/?{query}")
    assert response.status_code == 400 and query.partition("=")[0] in response.json()["errors"]


@pytest.mark.parametrize("name", RESOURCES)
def test_one_record_refuses_fields_that_it_does_not_have(client, name):
    response = client.get(f"/api/v1/{name}/whatever/?fields=secret")
    assert response.status_code == 400 and "secret" in response.json()["errors"]["fields"][0]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("articles", "sails ferry"),
        ("quotes", "SAIL waited"),
        ("people", "quill"),
        ("authors", "lantern"),
        ("sections", "harbor"),
        ("topics", "ferr"),
        ("occasions", "meeting quay"),
        ("corrections", "sunday"),
    ],
)
def test_words_are_found_in_any_order_and_case(client, story, name, words):
    assert len(client.get(f"/api/v1/{name}/", {"q": words}).json()["results"]) == 1
    assert client.get(f"/api/v1/{name}/", {"q": f"{words} zebra"}).json()["results"] == []


@pytest.mark.parametrize("field", ["published", "updated"])
def test_articles_follow_one_another_as_asked(client, field):
    articles = make_published(4)
    articles[0].correct(by=None, note="Corrected.")
    wanted = [article.short_id for article in articles]
    wanted = [*wanted[1:], wanted[0]] if field == "updated" else wanted
    for ordering, expected in ((field, wanted), (f"-{field}", wanted[::-1])):
        address, seen = f"/api/v1/articles/?limit=3&ordering={ordering}", []
        while address:
            page = client.get(address).json()
            seen += [row["short_id"] for row in page["results"]]
            address = page["next"]
        assert seen == expected


@pytest.mark.parametrize(("name", "key"), [("authors", "slug"), ("occasions", "short_id")])
def test_records_follow_one_another_both_ways(client, name, key):
    for index in range(3):
        article = make_quoted_article(author=make_author(f"Bo {index}"))
        quote = article.quote_uses.first().quote
        quote.occasion = make_occasion(f"Meeting {index}")
        quote.save()
        publish(article)
    seen = {}
    for ordering in (key, f"-{key}"):
        address, seen[ordering] = f"/api/v1/{name}/?limit=2&ordering={ordering}", []
        while address:
            page = client.get(address).json()
            seen[ordering] += [row[key] for row in page["results"]]
            address = page["next"]
    assert seen[key] == sorted(seen[key]) == seen[f"-{key}"][::-1] and len(seen[key]) == 3


def test_what_is_asked_for_stands_beside_the_row(client, story):
    address = "/api/v1/articles/"
    plain = client.get(address).json()["results"][0]
    more = client.get(f"{address}?include=body,quotes,corrections,sources").json()["results"][0]
    assert set(more) - set(plain) == {"body_html", "body_text", "quotes", "corrections", "sources"}
    one = client.get(f"{address}{story.short_id}/").json()
    assert {name: one[name] for name in more} == more
    only = client.get(f"{address}?include=quotes&fields=short_id,quotes").json()["results"][0]
    assert set(only) == {"short_id", "quotes"}
    person = client.get("/api/v1/people/?include=roles").json()["results"][0]
    assert person == client.get("/api/v1/people/ada-quill/").json() and person["roles"]


def test_occasions_by_kind_and_day(client, story):
    def found(**query):
        return len(client.get("/api/v1/occasions/", query).json()["results"])

    assert found(kind="speech") == 1 and found(kind="hearing") == 0
    assert found(on_after="2026-10-11", on_before="2026-10-13") == 1 and found(on_after="2026-10-12") == 0
    assert found(ordering="-on") == 1


@pytest.mark.parametrize("number", [1, 20])
@pytest.mark.parametrize(
    ("address", "most"),
    [("articles/?include=body,quotes", 1), ("people/?include=roles", 2), ("articles/?q=ferry", 1)],
)
def test_query_counts(client, number, address, most, django_assert_max_num_queries):
    for index in range(number):
        article = make_article(f"Ferry {index}")
        publish(article)
    publish(make_quoted_article())
    with django_assert_max_num_queries(most):
        assert client.get(f"/api/v1/{address}").status_code == 200
