"""Tells webhooks what readers get. Written down in the publishing transaction, sent by ``run_jobs``, at least once, in order.

A message names records and says nothing of their words: what was taken back since is not in a message that is still under way.
"""

import datetime
import json
import logging
import secrets
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db.models import F
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from articles.models import Attempt, Delivery, Edition, EditionQuote, Quote, Webhook
from articles.models.structured_data import absolute
from articles.operations.outbound import Answer, post

AT_ONCE = 16  # messages under way at one time
FOR_ONE = 4  # of them to one webhook, so that a slow one does not keep the others waiting
ROUNDS = 50  # of one turn of the job
DEAD_AFTER = datetime.timedelta(hours=12)
GONE = 410  # the receiver says that nobody listens any more
KINDS = {
    Edition.Kind.PUBLISH: Webhook.Kind.ARTICLE_PUBLISHED,
    Edition.Kind.MINOR: Webhook.Kind.ARTICLE_UPDATED,
    Edition.Kind.UPDATE: Webhook.Kind.ARTICLE_UPDATED,
    Edition.Kind.CORRECTION: Webhook.Kind.ARTICLE_CORRECTED,
    Edition.Kind.RETRACTION: Webhook.Kind.ARTICLE_RETRACTED,
    Edition.Kind.WITHDRAWAL: Webhook.Kind.ARTICLE_WITHDRAWN,
}
SHOWN = ("text", "speaker", "speaker_label", "on_behalf_of", "said_on", "occasion", "verbatim", "status")
logger = logging.getLogger(__name__)


def tell_of_edition(edition: Edition, previous: Edition | None) -> None:
    """Write what subscribers are told of a new edition, and of the quotations that are others by it than before."""
    data = {
        "short_id": edition.short_id,
        "edition": edition.number,
        "kind": edition.kind,
        "url": absolute(edition.get_absolute_url()),
        "api": absolute(reverse("api-articles-detail", args=[edition.short_id])),
    }
    _write(KINDS[edition.kind], {"article": data}, f"article {edition.short_id}", edition.at)
    before = {record["short_id"]: record for record in (previous.quotes if previous else ())}
    if not before or not Webhook.objects.subscribed_to(Webhook.Kind.QUOTE_CHANGED):
        return
    now = {record["short_id"]: record for record in edition.quotes}
    others = [key for key, record in before.items() if key not in now or _differs(record, now[key])]
    for quote in Quote.objects.filter(short_id__in=others).order_by("pk"):
        _tell_of_quote(quote, Webhook.Kind.QUOTE_CHANGED, edition.at, is_public=quote.is_public)


def _differs(before: dict[str, Any], now: dict[str, Any]) -> bool:
    return any(before.get(name) != now.get(name) for name in SHOWN)


def tell_of_record(quote: Quote, kind: str) -> None:
    """Write what subscribers are told of a record that somebody changed, if readers have it."""
    if EditionQuote.objects.filter(quote=quote).exists():
        _tell_of_quote(quote, kind, timezone.now(), is_public=True)


def _tell_of_quote(quote: Quote, kind: str, at: datetime.datetime, *, is_public: bool) -> None:
    data = {
        "short_id": quote.short_id,
        "status": quote.status,
        "is_public": is_public,
        "url": absolute(reverse("quote", args=[quote.short_id])),
        "api": absolute(reverse("api-quotes-detail", args=[quote.short_id])),
    }
    _write(kind, {"quote": data}, f"quote {quote.short_id}", at)


def _write(kind: str, data: dict[str, Any], subject: str, at: datetime.datetime) -> None:
    event_id = f"evt_{secrets.token_hex(16)}"
    message = {"id": event_id, "type": kind, "at": at.isoformat().replace("+00:00", "Z"), **data}
    body = json.dumps(message)
    Delivery.objects.bulk_create(
        Delivery(webhook=webhook, event_id=event_id, kind=kind, subject=subject, body=body)
        for webhook in Webhook.objects.subscribed_to(kind)
    )


def send_due(at: datetime.datetime | None = None) -> int:
    """Send what is due and return how much arrived. Any number of processes may do this at once."""
    arrived = 0
    with ThreadPoolExecutor(AT_ONCE, "webhook") as pool:
        for _round in range(ROUNDS):
            now = at or timezone.now()
            claimed = [one for one in _picked(Delivery.objects.due(now)[: 20 * AT_ONCE]) if one.claim(now)]
            if not claimed:
                break
            # The threads only talk to the outside; what came of it is written here.
            answers = list(pool.map(_send, claimed, [now] * len(claimed)))
            arrived += sum(_record(*pair, now) for pair in zip(claimed, answers, strict=True))
    return arrived


def _picked(due: Iterable[Delivery]) -> list[Delivery]:
    """A few of them for each webhook; of one that fails a single one, to see whether it is back."""
    picked, number = [], Counter[int]()
    for delivery in due:
        webhook = delivery.webhook
        if len(picked) < AT_ONCE and number[webhook.pk] < (1 if webhook.failing_since else FOR_ONE):
            number[webhook.pk] += 1
            picked.append(delivery)
    return picked


def _send(delivery: Delivery, at: datetime.datetime) -> Answer:
    body = delivery.body.encode()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "newsroom-webhooks/1",
        "webhook-id": delivery.event_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": delivery.webhook.signatures(delivery.event_id, body, at),
    }
    return post(delivery.webhook.url, body, headers)


def _record(delivery: Delivery, answer: Answer, at: datetime.datetime) -> bool:
    """Keep what came of it. A webhook that is gone, or from which nothing but failures came for long, is paused."""
    webhook = Webhook.objects.filter(pk=delivery.webhook_id)
    if not webhook.exists():  # it was deleted meanwhile, with everything that belonged to it
        return False
    Attempt.objects.create(
        delivery=delivery,
        at=at,
        status=answer.status,
        error=answer.error,
        milliseconds=answer.milliseconds,
    )
    if answer.is_good:
        delivery.succeed(at)
        webhook.filter(failing_since__isnull=False).update(failing_since=None)
        return True
    delivery.put_off(at)
    webhook.update(failing_since=Coalesce(F("failing_since"), at))
    now = webhook.get()
    if answer.status == GONE or at - now.failing_since >= DEAD_AFTER:
        logger.warning("The webhook “%s” is paused: %s", now, answer.error)
        now.pause(by=None, why=answer.error, at=at)
    return False


def forget_old(at: datetime.datetime | None = None) -> int:
    """Delete the deliveries of more than thirty days ago, with their attempts; returns how many."""
    return Delivery.objects.outlived(at).delete()[1].get(Delivery._meta.label, 0)
