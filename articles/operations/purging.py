"""Tells the cache in front of the site what to forget. Written down first, so that nothing is lost."""

import datetime
import json
import logging
from collections.abc import Iterable
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from articles.models import Purge

TIMEOUT = 2  # seconds
FURTHER = 200  # keys; what concerns more is a matter of everything
logger = logging.getLogger(__name__)


def purge(keys: Iterable[str], at: datetime.datetime | None = None) -> None:
    """Have the pages with these surrogate keys forgotten, now or as soon as the cache in front answers.

    To be called after the transaction. Does nothing without ``PURGE_URL``; takes two seconds at most.
    """
    wanted = sorted(set(keys))
    if not settings.PURGE_URL or not wanted:
        return
    at = at or timezone.now()
    _send(Purge.objects.create(keys=wanted if len(wanted) <= FURTHER else ["site"], next_at=at), at)


def send_due_purges(at: datetime.datetime | None = None) -> int:
    """Try again what could not be sent; returns how many were. For a job that runs now and then."""
    at = at or timezone.now()
    return sum(_send(row, at) for row in Purge.objects.due(at)[:100])


def _send(row: Purge, at: datetime.datetime) -> bool:
    if not row.claim(at):
        return False
    try:
        _post(row.keys)
    except (OSError, HTTPException) as error:
        logger.warning("The cache at PURGE_URL was not told of %d keys: %s", len(row.keys), error)
        row.put_off(at)
        return False
    row.delete()
    return True


def _post(keys: list[str]) -> None:
    """To the address of the settings and nowhere else: no proxy, and no redirect is followed."""
    parts = urlsplit(settings.PURGE_URL)
    connect = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    headers = {"Content-Type": "application/json", "Surrogate-Key": " ".join(keys)}
    if settings.PURGE_TOKEN:
        headers["Authorization"] = f"Bearer {settings.PURGE_TOKEN}"
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    with closing(connect(parts.hostname or "", parts.port, timeout=TIMEOUT)) as connection:
        connection.request("POST", path, json.dumps({"keys": keys}), headers)
        status = connection.getresponse().status
    if not 200 <= status < 300:
        raise HTTPException(f"answered {status}")
