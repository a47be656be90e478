"""Everything about public pages that is the same for all of them: validators, caching, compression, the page cache."""

import hashlib
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_http_date

from articles.operations.caching import EVERYTHING, LISTS, site_version
from articles.operations.page_cache import (
    LARGEST,
    PLAIN,
    KeptPage,
    best_encoding,
    find_or_make,
    seconds_kept,
)

Respond = Callable[[HttpRequest], HttpResponse]
# Never public, whatever they answer. (Static files are served before.)
PRIVATE = ("/admin/", "/api/", "/preview/", "/media/", "/healthz/", "/metrics")
TEXTS = ("text/", "application/rss+xml", "application/atom+xml", "application/feed+json", "application/xml")
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")
NOT_FOR_EVERYBODY = ("private", "no-store", "no-cache")
IN_FRONT_SECONDS = (
    300  # a cache in front that is told what to forget; one that is not told must ask again after a second
)


class PublicPagesMiddleware:
    """Answers a public page from the page cache, or makes it once and keeps it.

    A page is for everybody if it sets no cookie, looks at none and does not say otherwise. Such a page gets an ETag of its
    bytes, ``Last-Modified``, ``Cache-Control``, surrogate keys and compression; who has it already gets 304. Stands before
    sessions and everything else that a page from the cache does not need.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or request.path.startswith(PRIVATE):
            return self.get_response(request)
        request.get_host()  # refuses a host that is not ours
        encoding = best_encoding(request.headers.get("Accept-Encoding", ""))
        if settings.PAGE_CACHE_SECONDS and not request.META.get("QUERY_STRING"):
            page = find_or_make(request.path, encoding, lambda: self._made(request))
        else:
            page = self._made(request)
            if isinstance(page, KeptPage) and encoding != PLAIN:
                page = page.compressed(encoding)
        if isinstance(page, KeptPage):
            return get_conditional_response(request, page.etag, page.changed_at, page.as_response())
        if page.status_code == 200 and page.has_header("ETag"):
            return get_conditional_response(request, page["ETag"], None, page)
        return page

    def _made(self, request: HttpRequest) -> KeptPage | HttpResponse:
        version = site_version()  # before the page: what comes out of it is at least as new
        response = self._in_full(request)
        if not is_for_everybody(response):
            return response
        max_age = _max_age(response)
        describe(request, response)
        if response.status_code != 200 or not response.get("Content-Type", "").startswith(TEXTS):
            return response
        response.headers.setdefault("Last-Modified", http_date(version.at.timestamp()))
        if len(response.content) > LARGEST:
            return response
        until = time.time() + seconds_kept(max_age)
        changed_at = parse_http_date(response["Last-Modified"])
        return KeptPage(dict(response.headers), response.content, response["ETag"], changed_at, until)

    def _in_full(self, request: HttpRequest) -> HttpResponse:
        """The response for somebody who has nothing of it yet: it is kept for others too."""
        known = {name: request.META.pop(name) for name in CONDITIONS if name in request.META}
        try:
            return self.get_response(request)
        finally:
            request.META.update(known)


def is_for_everybody(response: HttpResponse) -> bool:
    """Whether another reader may be given this response too."""
    if response.streaming or response.cookies or response.status_code >= 500:
        return False
    if "cookie" in response.get("Vary", "").lower():
        return False
    return not any(word in response.get("Cache-Control", "") for word in NOT_FOR_EVERYBODY)


def describe(request: HttpRequest, response: HttpResponse) -> None:
    """Tell browsers and caches how long it is good, what it belongs to and how it is known again.

    Browsers ask each time: a correction is seen at once. A cache in front keeps pages while it is told what to forget.
    """
    if not response.has_header("Cache-Control"):
        found = response.status_code == 200
        in_front = (IN_FRONT_SECONDS if settings.PURGE_URL else 1) if found else 0
        response["Cache-Control"] = f"public, max-age=0, s-maxage={in_front}, must-revalidate"
    keys = [EVERYTHING, _own_key(request), *response.get("Surrogate-Key", "").split()]
    response["Surrogate-Key"] = " ".join(dict.fromkeys(keys))
    patch_vary_headers(response, ["Accept-Encoding"])
    response["Content-Length"] = str(len(response.content))
    if not response.has_header("ETag"):
        response["ETag"] = f'W/"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'


def _own_key(request: HttpRequest) -> str:
    """The surrogate key of the record that the address names, its feeds included, or of lists of everything."""
    match = request.resolver_match
    named = (match.kwargs.get("short_id") or match.kwargs.get("slug")) if match else None
    return f"{(match.url_name or 'article').removesuffix('-feed')}-{named}" if match and named else LISTS


def _max_age(response: HttpResponse) -> int | None:
    for part in response.get("Cache-Control", "").split(","):
        name, _equals, value = part.strip().partition("=")
        if name == "max-age" and value.isdigit():
            return int(value)
    return None
