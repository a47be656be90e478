"""A copy that follows the changes has, in the end, exactly what readers have."""

import random
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing

import pytest
from django.db import connection, transaction
from django.test import Client

from articles.models import Change, Edition
from tests.factories import make_article, make_published, publish, retract

START = "/api/v1/changes/"


class Copy:
    """A client that remembers nothing but where it was."""

    def __init__(self, client, limit=2):
        self.client, self.address = client, f"{START}?limit={limit}"
        self.articles, self.seen = {}, []

    def read_page(self):
        body = self.client.get(self.address).json()
        for change in body["results"]:
            self.seen.append((change["short_id"], change["edition"]))
            if change["action"] == "put":
                self.articles[change["short_id"]] = change["article"]
            else:
                self.articles.pop(change["short_id"], None)
        self.address = body["next"]
        return len(body["results"])

    def catch_up(self):
        while self.read_page():
            pass


def as_readers_have_it():
    return {edition.short_id: edition.content_hash for edition in Edition.objects.live()}


def hashes(copy):
    return {short_id: article["content_hash"] for short_id, article in copy.articles.items()}


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_a_copy_made_while_everything_changes_is_complete_and_gets_no_state_twice(client, seed):
    chance, copy = random.Random(seed), Copy(client)
    articles = make_published(6)
    for step in range(25):
        if chance.random() < 0.5:
            copy.read_page()
        what, article = chance.choice(["new", "correct", "correct", "withdraw"]), chance.choice(articles)
        if what == "new":
            articles += make_published(1)
        elif article.public_status == "live" and what == "correct":
            article.correct(by=None, note=f"Note {step}.")
        elif what == "withdraw" and chance.random() < 0.4:
            article.withdraw(by=None, reason="Court order")
            articles.remove(article)
    copy.catch_up()
    assert hashes(copy) == as_readers_have_it()
    assert len(copy.seen) == len(set(copy.seen))
    before = list(copy.seen)
    copy.catch_up()
    assert copy.seen == before


@pytest.mark.django_db
def test_words_that_were_taken_back_are_in_no_page(client):
    gone, kept = make_published(2)
    Copy(client).catch_up()
    gone.withdraw(by=None, reason="Court order")
    retract(kept, "We cannot stand by it.")
    body = client.get(START).json()
    assert [(change["action"], change["edition"]) for change in body["results"]] == [
        ("delete", 2),
        ("put", 2),
    ]
    assert body["results"][0]["article"] is None
    assert "pilot" not in body["results"][1]["article"]["body_text"]


@pytest.mark.django_db
@pytest.mark.parametrize("cursor", ["x", "-1", "9" * 19, "1.0", "²"])
def test_a_made_up_cursor_is_refused(client, cursor):
    response = client.get(START, {"cursor": cursor})
    assert response.status_code == 400 and "cursor" in response.json()["errors"]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 20])
def test_query_counts(client, number, django_assert_num_queries):
    make_published(number)
    client.get(START)
    with django_assert_num_queries(2):
        assert client.get(START).json()["results"]


@pytest.mark.django_db(transaction=True)
def test_a_copy_that_runs_free_beside_many_writers_ends_with_what_readers_have(client):
    """Nobody waits for anybody: three desks publish, correct and withdraw while two copies read as fast as they can."""
    if connection.vendor == "sqlite":
        pytest.skip("writers of SQLite queue up, and its memory has one connection")
    desks = [make_published(4) for _ in range(3)]
    are_done = threading.Event()

    def write(articles, seed):
        chance = random.Random(seed)
        for step in range(12):
            what, article = chance.choice(["new", "correct", "correct", "withdraw"]), chance.choice(articles)
            if what == "new":
                articles += make_published(1)
            elif what == "correct":
                article.correct(by=None, note=f"Note {step}.")
            elif len(articles) > 2:
                article.withdraw(by=None, reason="Court order")
                articles.remove(article)

    def read(copy):
        while not are_done.is_set():
            copy.read_page()

    def run(work, *given):
        with closing(connection):
            work(*given)

    copies = [Copy(Client(), limit) for limit in (1, 7)]
    with ThreadPoolExecutor(5) as pool:
        readers = [pool.submit(run, read, copy) for copy in copies]
        writers = [pool.submit(run, write, *pair) for pair in zip(desks, range(3), strict=True)]
        wait(writers)
        are_done.set()
        for one in (*writers, *readers):
            one.result()
    for copy in copies:
        copy.catch_up()
        assert hashes(copy) == as_readers_have_it() and len(copy.seen) == len(set(copy.seen))


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_is_committed_late_is_not_missed(client):
    """Both publish; the one that began first is seen last."""
    if connection.vendor == "sqlite":
        pytest.skip("writers of SQLite queue up: none can begin first and be seen last")
    known, slow, fast = (make_article("Ferry sails again") for _ in range(3))
    publish(
        known
    )  # its words are known to search by now: publications with the same new words wait for each other
    has_written, may_commit = threading.Event(), threading.Event()

    def publish_slowly():
        with transaction.atomic():
            publish(slow)
            has_written.set()
            may_commit.wait(20)
        connection.close()

    copy = Copy(client)
    thread = threading.Thread(target=publish_slowly)
    thread.start()
    assert has_written.wait(20)
    publish(fast)
    copy.catch_up()
    assert set(copy.articles) == {known.short_id, fast.short_id}
    may_commit.set()
    thread.join()
    copy.catch_up()
    assert set(copy.articles) == {known.short_id, fast.short_id, slow.short_id}
    assert list(Change.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3]
