"""The two kinds of resources, list and detail, and what they promise over HTTP."""

import hashlib
from collections.abc import Callable
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.api import parameters
from articles.models.keyset import NEWEST_FIRST, BadCursorError, Order, Page, keyset_page, slug_page
from articles.operations.caching import Version, site_version

CACHE_CONTROL = "public, max-age=60"
VALIDATORS = ("ETag", "Last-Modified", "Cache-Control", "Vary", "Link")
Filter = tuple[str, Callable[[str, str], Any]]


class Resource(APIView):
    """Reads one kind of record. GET, HEAD and OPTIONS only."""

    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]
    row: ClassVar[Callable[[Any], dict[str, Any]]]
    has_version: ClassVar[bool] = True  # whether all that it serves changes with the version of the site only
    version: Version

    def rows(self) -> QuerySet:
        """The public records of this kind, with a load plan."""
        raise NotImplementedError(f"{type(self).__name__} must say what it reads.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The answer; 304 without making it, where an answer of this version of the site is known to have that ETag.

        The validators are kept from the first client that asks whether it has the newest. The version is looked up
        before anything else, so that whatever is served is at least as new.
        """
        self.version = site_version()
        known = request.headers.get("If-None-Match", "")
        is_kept = bool(known and self.has_version and settings.PAGE_CACHE_SECONDS)
        key = self._key(request) if is_kept else ""
        kept = cache.get(key) if is_kept and request.method in ("GET", "HEAD") else None
        if kept and kept["ETag"] in known:
            return HttpResponse(status=304, headers=kept)
        response = super().dispatch(request, *args, **kwargs)
        if is_kept and response.status_code in (200, 304) and response.has_header("ETag"):
            headers = {name: response[name] for name in VALIDATORS if response.has_header(name)}
            cache.set(key, headers, settings.PAGE_CACHE_SECONDS)
        return response

    def _key(self, request: HttpRequest) -> str:
        asked = f"{request.build_absolute_uri()}\n{request.headers.get('Accept', '')}"
        return f"api:{self.version.number}:{hashlib.blake2b(asked.encode(), digest_size=16).hexdigest()}"

    def respond_with(self, request: Request, body: Any) -> Response:
        """The body with a validator made of it."""
        return self.respond(request, body, f'W/"{hashlib.sha256(repr(body).encode()).hexdigest()[:24]}"')

    def respond(self, request: Request, body: Any, etag: str, changed_at: Any = None) -> Response:
        """The body with its validators, or 304."""
        changed_at = changed_at or (self.version.at if self.has_version else None)
        seconds = int(changed_at.timestamp()) if changed_at else None
        is_known = get_conditional_response(request._request, etag, seconds) is not None
        response = Response(status=304) if is_known else Response(body)
        response["ETag"] = etag
        response["Cache-Control"] = CACHE_CONTROL
        if seconds is not None:
            response["Last-Modified"] = http_date(seconds)
        return response

    def link(self, request: Request, cursor: str) -> str | None:
        """The address of another page of what was asked for."""
        if not cursor:
            return None
        query = {**request.query_params.dict(), "cursor": cursor}
        return request.build_absolute_uri(f"{request.path}?{urlencode(query)}")

    def linked(self, response: Response, links: dict[str, str | None]) -> Response:
        """The response with its links to other pages in the ``Link`` header too."""
        header = ", ".join(
            f'<{url}>; rel="{"prev" if rel == "previous" else rel}"' for rel, url in links.items() if url
        )
        if header:
            response["Link"] = header
        return response


class ListResource(Resource):
    """A page of rows: ``{"next", "previous", "results"}``, with the same links in the ``Link`` header."""

    filters: ClassVar[dict[str, Filter]] = {}
    by_time: ClassVar[bool] = True
    key: ClassVar[str] = "slug"  # by which the rows follow one another where it is not by time
    orders: ClassVar[dict[str, Order]] = {}  # the first one is that of a request that names none
    includes: ClassVar[tuple[str, ...]] = ()

    def known_parameters(self) -> set[str]:
        extras = {name for name, of in parameters.EXTRAS.items() if getattr(self, of)}
        return {*parameters.PAGING, *self.filters, *extras}

    def narrowed(self, query: QueryDict) -> QuerySet:
        """The rows that fit every filter of the query. A filter without a lookup reads its value as a condition."""
        rows = self.rows()
        for name, (lookup, read) in self.filters.items():
            if name in query:
                value = read(name, parameters.text(name, query[name]))
                rows = rows.filter(**{lookup: value}) if lookup else rows.filter(value)
        return rows

    def order(self, query: QueryDict) -> Order:
        if "ordering" not in query or not self.orders:
            return next(iter(self.orders.values()), NEWEST_FIRST)
        return self.orders[parameters.choice(self.orders)("ordering", query["ordering"])]

    def enrich(self, items: list[Any], includes: list[str]) -> None:
        """Load what was asked for beside the rows."""

    def get(self, request: Request) -> Response:
        query = request.query_params
        parameters.refuse_unknown(query, self.known_parameters())
        size = parameters.limit(query)
        cursor = parameters.text("cursor", query.get("cursor", ""))
        includes = parameters.several(query, "include", self.includes)
        page = self._page(self.narrowed(query), cursor, size, self.order(query))
        self.enrich(page.items, includes)
        results = [type(self).row(item) for item in page.items]
        wanted = parameters.only(query, results[0]) if results and "fields" in query else None
        if wanted:
            results = [{name: row[name] for name in wanted} for row in results]
        links = {"next": self.link(request, page.next), "previous": self.link(request, page.previous)}
        return self.linked(self.respond_with(request, {**links, "results": results}), links)

    def _page(self, rows: QuerySet, cursor: str, size: int, order: Order) -> Page:
        try:
            if self.by_time:
                return keyset_page(rows, cursor, size, order)
            return slug_page(rows, cursor, size, self.key)
        except BadCursorError as error:
            raise ValidationError({"cursor": [str(error)]}) from error


class DetailResource(Resource):
    """One record by its public identifier."""

    lookup: ClassVar[str] = "slug"

    def get(self, request: Request, key: str) -> Response:
        parameters.refuse_unknown(request.query_params, {"fields"})
        record = self.find(key)
        body = type(self).row(record)
        wanted = parameters.only(request.query_params, body)
        if wanted:
            body = {name: body[name] for name in wanted}
        etag = f'W/"{hashlib.sha256(repr(body).encode()).hexdigest()[:24]}"'
        return self.respond(request, body, etag, getattr(record, "changed_at", None))

    def find(self, key: str) -> Any:
        found = self.rows().filter(**{self.lookup: parameters.text(self.lookup, key)}).order_by()
        record = next(iter(found[:1]), None)
        if record is None:
            raise Http404
        return record
