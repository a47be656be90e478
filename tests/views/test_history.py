import datetime

import pytest
from django.core.cache import cache

from tests.factories import make_article, make_quoted_article, make_user, publish, retract

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=2)


@pytest.fixture
def article():
    article = make_article()
    publish(article, NOW)
    article.body = article.body.replace("on Monday", "on Tuesday")
    article.save_working_copy(by=None)
    article.correct(
        by=make_user("edna"), note="It sails on Tuesday.", wrong="Monday", right="Tuesday", at=LATER
    )
    return article


def history_of(article, number: int | None = None) -> str:
    return f"{article.get_absolute_url()}history/" + (f"{number}/" if number else "")


def test_readers_see_what_changed_word_by_word(client, article):
    page = client.get(history_of(article)).content.decode()
    assert history_of(article, 1) in page and history_of(article, 2) in page
    assert "edna" not in page
    second = client.get(history_of(article, 2)).content.decode()
    assert "<del>Monday</del><ins>Tuesday</ins>" in second and "It sails on Tuesday." in second
    first = client.get(history_of(article, 1))
    assert "<ins>" not in first.content.decode().split("story-body")[1] and "Monday" in first.content.decode()
    assert first["X-Robots-Tag"] == "noindex"


def test_another_slug_leads_to_the_right_one_and_another_number_nowhere(client, article):
    wrong = f"/articles/{article.short_id}/other-words/history/"
    assert client.get(wrong)["Location"] == history_of(article)
    assert client.get(f"{wrong}2/")["Location"] == history_of(article, 2)
    assert client.get(history_of(article, 3)).status_code == 404
    assert client.get(history_of(make_article())).status_code == 404


def test_pending_words_are_in_no_history(client, article):
    article.headline = "Secret headline"
    article.save_working_copy(by=None)
    for address in (history_of(article), history_of(article, 1), history_of(article, 2)):
        assert "Secret" not in client.get(address).content.decode()


def test_the_words_of_a_retracted_article_are_taken_back_in_its_history_too(client, article):
    retract(article, "The ferry never sailed.", LATER)
    cache.clear()
    page = client.get(history_of(article)).content.decode()
    assert "Edition 1" in page and history_of(article, 1) not in page
    assert {client.get(history_of(article, n)).status_code for n in (1, 2)} == {410}
    notice = client.get(history_of(article, 3))
    assert notice.status_code == 200 and "The ferry never sailed." in notice.content.decode()
    assert "will sail again" not in notice.content.decode()


def test_the_history_of_a_withdrawn_article_is_gone(client, article):
    article.withdraw(by=None, reason="Court order")
    cache.clear()
    for address in (history_of(article), history_of(article, 1), history_of(article, 3)):
        assert client.get(address).status_code == 410
    assert "It sails on Tuesday" not in client.get("/corrections/").content.decode()


def test_an_article_leads_to_its_history_once_there_is_one(client, article):
    assert history_of(article) in client.get(article.get_absolute_url()).content.decode()
    fresh = make_article()
    publish(fresh, NOW)
    assert history_of(fresh) not in client.get(fresh.get_absolute_url()).content.decode()


@pytest.mark.parametrize("number", [1, 20])
def test_corrections_cost_the_same_however_many_there_are(client, django_assert_max_num_queries, number):
    for index in range(number):
        article = make_quoted_article()
        publish(article, NOW)
        article.correct(by=None, note=f"Note {index}.", at=LATER)
    cache.clear()
    client.get("/corrections/")
    with django_assert_max_num_queries(3):
        page = client.get("/corrections/?after=").content.decode()
    assert all(f"Note {index}." in page for index in range(number))


@pytest.mark.parametrize("editions", [2, 20])
def test_a_history_costs_the_same_however_long_it_is(client, django_assert_max_num_queries, editions):
    article = make_article()
    for number in range(editions):
        article.dek = f"Dek {number}."
        article.save_working_copy(by=None)
        publish(article, NOW + datetime.timedelta(hours=number))
    cache.clear()
    client.get("/corrections/")
    for address in (history_of(article), history_of(article, 2)):
        with django_assert_max_num_queries(4):
            assert client.get(address).status_code == 200
