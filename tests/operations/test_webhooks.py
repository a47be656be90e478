"""Who subscribed is told what readers get: at least once, in order, and never where nobody meant it to go."""

import datetime
import inspect
import logging
import threading
import time
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles.models import Attempt, Delivery, Event, Webhook
from articles.models.delivery import KEPT, MOST_TRIES
from articles.operations import outbound, webhooks
from articles.operations.quote_status import dispute_quote, retract_quote
from articles.operations.verification import verify
from articles.operations.webhooks import DEAD_AFTER, forget_old, send_due
from tests.factories import (
    make_article,
    make_published,
    make_quoted_article,
    make_user,
    make_webhook,
    publish,
    retract,
)
from tests.receiver import is_ours, receiver

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _our_own_machine(settings, caplog):
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    caplog.set_level(logging.CRITICAL)


def kinds() -> list[str]:
    return list(Delivery.objects.order_by("pk").values_list("kind", flat=True))


def turn(at: datetime.datetime | None = None) -> int:
    """One turn of the job in which every waiting message may be tried."""
    Delivery.objects.waiting().update(next_at=at or timezone.now())
    return send_due(at)


def test_the_life_of_an_article_is_told_step_by_step():
    make_webhook()
    article, other = make_published(2)
    article.dek = "The company found two pilots."
    article.save_working_copy(by=None)
    article.update_live(by=None)
    article.correct(by=None, note="There are two pilots.")
    retract(article, "We cannot stand by it.")
    other.withdraw(by=None, reason="Court order")
    told = [kind.removeprefix("article.") for kind in kinds()]
    assert told == ["published", "published", "updated", "corrected", "retracted", "withdrawn"]
    publish(article := make_article())
    publish(article)  # unchanged: nothing new
    assert kinds()[6:] == ["article.published"]


def test_only_what_was_asked_for_is_told():
    make_webhook(kinds=["article.withdrawn"])
    [article] = make_published(1)
    assert not Delivery.objects.exists()
    article.withdraw(by=None, reason="Court order")
    assert kinds() == ["article.withdrawn"]


def test_quotations_are_told_of_while_readers_have_them():
    make_webhook(kinds=["quote.verified", "quote.changed", "quote.retracted"])
    article, by = make_quoted_article(), make_user()
    quote = article.quote_uses.first().quote
    dispute_quote(quote, by=by, notice="The pilot says otherwise.")
    assert kinds() == []  # nobody has it yet
    publish(article)
    verify(quote, by=by, verbatim=quote.text)
    dispute_quote(quote, by=by, notice="The pilot says otherwise.")
    retract_quote(quote, by=by, notice="Said by somebody else.")
    assert kinds() == ["quote.verified", "quote.changed", "quote.retracted"]


def test_words_that_an_edition_changes_or_drops_are_told_of():
    make_webhook(kinds=["quote.changed"])
    article = make_quoted_article()
    publish(article)
    quote = article.quote_uses.first().quote
    article.body = "<p>The ferry will sail again on Monday, the company said.</p>"
    article.quote_uses.all().delete()
    article.save_working_copy(by=None)
    publish(article)
    [delivery] = Delivery.objects.all()
    assert delivery.subject == f"quote {quote.short_id}" and '"is_public": false' in delivery.body


def test_a_publication_that_is_rolled_back_tells_nobody():
    make_webhook()
    with transaction.atomic():
        make_published(1)
        assert Delivery.objects.count() == 1
        transaction.set_rollback(True)
    assert not Delivery.objects.exists()


def test_a_message_is_signed_and_names_records_without_their_words():
    with receiver() as server:
        _webhook, secret = make_webhook(server.url)
        [article] = make_published(1)
        assert send_due() == 1
        [(path, headers, body)] = server.got
        [message] = server.messages()
    assert path == "/hook?x=1" and headers["Content-Type"] == "application/json"
    assert is_ours(secret, headers, body) and not is_ours(secret, headers, body + b" ")
    assert not is_ours(secret, {**headers, "webhook-timestamp": str(int(time.time()) - 301)}, body)
    assert not is_ours(make_webhook(name="Other")[1], headers, body)
    delivery = Delivery.objects.first()
    assert (message["id"], message["type"]) == (headers["webhook-id"], "article.published")
    assert message["article"]["short_id"] == article.short_id and message["article"]["edition"] == 1
    assert delivery.state == "delivered" and delivery.delivered_at
    assert "Ferry" not in body.decode().replace(article.slug, "")
    assert list(delivery.attempts.values_list("status", "error")) == [(200, "")]


def test_after_a_new_secret_both_hold_for_a_day():
    webhook, old = make_webhook()
    new = webhook.rotate(by=None)
    assert old != new and old.startswith("whsec_") and webhook.nonce not in new
    now = timezone.now()
    for at, holds in ((now, True), (now + 25 * HOUR, False)):
        headers = {"webhook-id": "evt_1", "webhook-timestamp": str(int(time.time()))}
        moment = now if at == now else at
        signed = webhook.signatures("evt_1", b"{}", moment)
        headers["webhook-signature"] = signed
        assert len(signed.split()) == (2 if holds else 1)
    headers["webhook-signature"] = webhook.signatures("evt_1", b"{}", now)
    assert is_ours(old, headers, b"{}") and is_ours(new, headers, b"{}")


def test_a_key_of_the_site_that_is_rotated_still_signs(settings):
    webhook, secret = make_webhook()
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another key"
    now = timezone.now()
    headers = {"webhook-id": "evt_1", "webhook-timestamp": str(int(now.timestamp()))}
    headers["webhook-signature"] = webhook.signatures("evt_1", b"{}", now)
    assert is_ours(secret, headers, b"{}")


def test_a_receiver_that_fails_gets_it_again_and_the_order_of_an_article_is_kept():
    with receiver(500, 503) as server:
        make_webhook(server.url)
        first, _other = make_published(2)
        first.correct(by=None, note="Corrected.")
        assert turn() == 0  # of a webhook that fails one at a time is tried after the first round
        failed = Attempt.objects.values_list("error", flat=True)
        assert set(failed) == {"answered 500", "answered 503"}
        assert Webhook.objects.get().failing_since
        assert turn() == 3
        arrived = [m for m in server.messages()[2:] if m["article"]["short_id"] == first.short_id]
    assert [m["type"] for m in arrived] == ["article.published", "article.corrected"]
    assert Webhook.objects.get().failing_since is None
    ids = [m["id"] for m in server.messages()]
    assert len(set(ids)) == 3 and len(ids) == 5  # sent again under the same id


def test_what_fails_waits_ever_longer_and_is_given_up_in_the_end():
    webhook, _secret = make_webhook()
    make_published(1)
    delivery, waits, at = Delivery.objects.get(), [], timezone.now()
    for _try in range(MOST_TRIES):
        assert delivery.claim(delivery.next_at)
        delivery.put_off(at)
        delivery = Delivery.objects.get()
        waits.append((delivery.next_at - at).total_seconds())
    assert delivery.state == "failed"
    assert all(5 <= wait <= 15 for wait in waits[:1]) and all(7200 <= wait <= 21600 for wait in waits[12:-1])
    assert webhook.deliveries.waiting().count() == 0


def test_a_receiver_that_hangs_is_left_and_keeps_no_other_waiting(monkeypatch):
    monkeypatch.setattr(outbound, "SECONDS", 0.05)
    with receiver("hang") as slow, receiver() as quick:
        make_webhook(slow.url)
        make_webhook(quick.url, name="Quick")
        make_published(1)
        assert turn() == 1
        assert len(slow.got) == len(quick.got) == 1
    assert Attempt.objects.exclude(error="").get().delivery.webhook.name == "Partner"


def test_a_redirect_is_a_failure_and_is_not_followed():
    with receiver(307, 301) as server:
        make_webhook(server.url)
        make_published(1)
        assert (turn(), turn(), turn()) == (0, 0, 1)
        assert [path for path, *_more in server.got] == ["/hook?x=1"] * 3


def test_of_two_processes_one_sends():
    make_webhook()
    make_published(1)
    mine, twin = Delivery.objects.get(), Delivery.objects.get()
    assert (mine.claim(timezone.now()), twin.claim(timezone.now())) == (True, False)
    assert not Delivery.objects.due().exists()


@pytest.mark.django_db(transaction=True)
def test_many_processes_send_each_message_once():
    if connection.vendor == "sqlite":
        pytest.skip("a database in memory has one connection")
    with receiver() as server:
        make_webhook(server.url)
        make_published(30)
        start = threading.Barrier(3)

        def work():
            start.wait(20)
            send_due()
            connection.close()

        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        send_due()
        ids = [message["id"] for message in server.messages()]
    assert len(ids) == len(set(ids)) == 30


def test_a_webhook_from_which_only_failures_come_is_paused_keeps_what_it_misses_and_goes_on():
    now = timezone.now()
    with receiver(500, 500) as server:
        webhook, _secret = make_webhook(server.url)
        make_published(1)
        turn(now)
        assert Webhook.objects.get().paused_at is None
        turn(now + DEAD_AFTER)
        webhook.refresh_from_db()
        assert webhook.paused_at and webhook.why_paused == "answered 500"
        make_published(1)
        assert turn(now + DEAD_AFTER + HOUR) == 0
        webhook.resume(by=make_user())
        assert send_due() == 2
    assert list(
        Event.objects.filter(kind__startswith="webhook").order_by("pk").values_list("kind", flat=True)
    ) == [
        "webhook.made",
        "webhook.paused",
        "webhook.resumed",
    ]


def test_a_receiver_that_is_gone_is_paused_at_once():
    with receiver(410) as server:
        make_webhook(server.url)
        make_published(1)
        turn()
    assert Webhook.objects.get().why_paused == "answered 410"


def test_a_delivered_message_is_sent_again_by_hand_under_the_same_id():
    with receiver() as server:
        make_webhook(server.url)
        make_published(1)
        send_due()
        Delivery.objects.get().send_again()
        send_due()
        first, second = server.messages()
    assert first == second


def test_a_webhook_that_is_deleted_while_it_is_told_leaves_nothing(monkeypatch):
    make_webhook()
    make_published(1)

    def post_and_lose_it(*args):
        return outbound.Answer(200)

    monkeypatch.setattr(webhooks, "post", post_and_lose_it)
    [delivery] = Delivery.objects.due()
    Webhook.objects.all().delete()
    assert webhooks._record(delivery, outbound.Answer(200), timezone.now()) is False
    assert not Attempt.objects.exists()


def test_old_deliveries_are_forgotten():
    make_webhook()
    make_published(2)
    assert forget_old() == 0
    assert forget_old(timezone.now() + KEPT + HOUR) == 2


@pytest.mark.parametrize("number", [1, 3])
def test_what_publishing_costs_does_not_grow_with_the_subscribers(number, django_assert_num_queries):
    for _ in range(number):
        make_webhook()
    edition = make_published(1)[0].live_edition()
    with django_assert_num_queries(2):
        webhooks.tell_of_edition(edition, None)


def test_the_paper_shows_the_receiver_that_is_tested():
    paper = (Path(__file__).parents[2] / "docs" / "api" / "webhooks.md").read_text(encoding="utf-8")
    assert inspect.getsource(is_ours) in paper
    assert [kind for kind in Webhook.Kind.values if f"`{kind}`" not in paper] == []
