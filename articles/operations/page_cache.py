"""Whole pages, kept in the cache as they go over the wire.

A page is kept under the version of the site and its path: a publication makes every older copy unreachable, in every
process at once, and nothing has to be found and deleted. What pages cost then is in docs/bench.md.
"""

import dataclasses
import gzip
import hashlib
import time
from collections.abc import Callable

import brotli
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.http import HttpResponse

from articles.operations.caching import site_version

LARGEST = 1_000_000  # bytes; larger ones are made for each reader
PLAIN = "identity"
WAIT_SECONDS = 3.0  # for whoever is making the page; after that we make it ourselves
POLL_SECONDS = 0.005
_COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}


@dataclasses.dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it is sent: headers and bytes, with what says whether a reader has it already."""

    headers: dict[str, str]
    body: bytes
    etag: str
    changed_at: int  # seconds since 1970
    until: float

    def as_response(self) -> HttpResponse:
        return HttpResponse(self.body, headers=self.headers)

    def compressed(self, encoding: str) -> "KeptPage":
        """The same page for who accepts this encoding."""
        body = _COMPRESS[encoding](self.body)
        headers = {**self.headers, "Content-Encoding": encoding, "Content-Length": str(len(body))}
        return dataclasses.replace(self, headers=headers, body=body)


def compress(body: bytes, encoding: str) -> bytes:
    """The body in an encoding that ``best_encoding`` named."""
    return _COMPRESS[encoding](body)


def best_encoding(accepted: str) -> str:
    """The smallest encoding that the header ``Accept-Encoding`` allows."""
    allowed = {}
    for part in accepted.split(","):
        name, _semicolon, weight = part.partition(";")
        allowed[name.strip().lower()] = weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((name for name in _COMPRESS if allowed.get(name)), PLAIN)


def find_or_make(
    path: str, encoding: str, make: Callable[[], KeptPage | HttpResponse]
) -> KeptPage | HttpResponse:
    """The page from the cache, else from ``make``; however many ask at once, one of them makes it.

    What ``make`` returns as a response is nobody else's business and is passed on.
    """
    name = hashlib.blake2b(path.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    key = f"page:{site_version().number}:{_release()}:{name}:"
    page = cache.get(key + encoding)
    if page is not None:
        return page
    whole = _made_once(key, make) if encoding == PLAIN else cache.get(key + PLAIN) or _made_once(key, make)
    if isinstance(whole, HttpResponse) or encoding == PLAIN:
        return whole
    page = whole.compressed(encoding)
    cache.set(key + encoding, page, page.until - time.time())
    return page


def _made_once(key: str, make: Callable[[], KeptPage | HttpResponse]) -> KeptPage | HttpResponse:
    lock = f"{key}lock"
    if not cache.add(lock, 1, WAIT_SECONDS):
        page = _awaited(key, lock)
        return make() if page is None else page
    try:
        page = make()
        if isinstance(page, KeptPage):
            cache.set(key + PLAIN, page, page.until - time.time())
        return page
    finally:
        cache.delete(lock)


def _awaited(key: str, lock: str) -> KeptPage | None:
    """What somebody else is making; None when it is not to be kept, or takes too long."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        is_over = cache.get(lock) is None
        page = cache.get(key + PLAIN)
        if page is not None or is_over:
            return page
        time.sleep(POLL_SECONDS)
    return None


def _release() -> str:
    """Changes with the static files: a page of before the update names style sheets that are no longer there."""
    return getattr(staticfiles_storage, "manifest_hash", "")


def seconds_kept(max_age: int | None) -> int:
    """How long a page may be kept here, given what it says itself."""
    return settings.PAGE_CACHE_SECONDS if max_age is None else min(max_age, settings.PAGE_CACHE_SECONDS)
