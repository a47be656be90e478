"""The two kinds of resources, list and detail, and what they promise over HTTP."""

import datetime
import hashlib
from collections.abc import Callable, Iterable
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.api import names, parameters
from articles.api.problems import NoSuchPageError
from articles.api.renderers import AnnotationRenderer, LinesRenderer, NinjsRenderer
from articles.api.tokens import BearerToken
from articles.models.keyset import NEWEST_FIRST, BadCursorError, ByKey, Order, Page, keyset_page, slug_page
from articles.operations.caching import EVERYTHING, LISTS, Version, site_version

RENDERERS = (AnnotationRenderer, NinjsRenderer)
CACHE_CONTROL = "public, max-age=60"
VALIDATORS = (
    "ETag",
    "Last-Modified",
    "Cache-Control",
    "Vary",
    "Link",
    "Surrogate-Key",
    "Deprecation",
    "Sunset",
)
Filter = tuple[str, parameters.Reader]


def only(wanted: Iterable[str] | None, row: dict[str, Any]) -> dict[str, Any]:
    """The wanted members of a row, as far as it has them; all where nothing was asked for."""
    return row if wanted is None else {name: row[name] for name in wanted if name in row}


class Resource(APIView):
    """Reads one kind of record. GET, HEAD and OPTIONS only."""

    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]
    authentication_classes: ClassVar[list[type]] = [BearerToken]
    row: ClassVar[Callable[[Any], dict[str, Any]]]
    has_version: ClassVar[bool] = True  # whether all that it serves changes with the version of the site only
    concerns: ClassVar[str] = LISTS  # the surrogate key of what it shows; {key} stands for that of the record
    ends: ClassVar[tuple[datetime.datetime, datetime.datetime] | None] = None  # deprecated since, and gone on
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
        known = "" if "Authorization" in request.headers else request.headers.get("If-None-Match", "")
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

    def options(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Which methods there are, in ``Allow``."""
        return Response(status=204)

    def respond(self, body: Any, changed_at: datetime.datetime | None = None) -> Response:
        """The body, and since when it is what it is; its ETag comes with its bytes."""
        changed_at = changed_at or (self.version.at if self.has_version else None)
        response = Response(body)
        response["Cache-Control"] = CACHE_CONTROL
        if self.ends:
            since, until = self.ends
            response["Deprecation"] = f"@{int(since.timestamp())}"
            response["Sunset"] = http_date(until.timestamp())
        response["Surrogate-Key"] = f"{EVERYTHING} {self.concerns.format(**self.kwargs)}"
        if changed_at:
            response["Last-Modified"] = http_date(int(changed_at.timestamp()))
        return response

    def finalize_response(
        self, request: Request, response: HttpResponse, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Whatever was read gets an ETag of its bytes, and becomes a 304 for a client that has them."""
        response = super().finalize_response(request, response, *args, **kwargs)
        if response.status_code != 200 or not isinstance(response, Response):
            return response
        response.render()
        response["ETag"] = f'W/"{hashlib.sha256(response.content).hexdigest()[:24]}"'
        changed_at = parse_http_date_safe(response.get("Last-Modified", ""))
        return get_conditional_response(request._request, response["ETag"], changed_at, response) or response

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

    renderer_classes: ClassVar[list[type]] = [JSONRenderer, LinesRenderer]
    filters: ClassVar[dict[str, Filter]] = {}
    named: ClassVar[dict[str, tuple[names.Records, str]]] = {}  # filters that name a record, and where it is
    orders: ClassVar[dict[str, Order | ByKey]] = {}  # the first one is that of a request that names none
    includes: ClassVar[tuple[str, ...]] = ()
    known_fields: ClassVar[Iterable[str]] = ()  # those that the schema describes

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

    def order(self, query: QueryDict) -> Order | ByKey:
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
        includes = parameters.several(query, "include", self.includes) or []
        wanted = parameters.several(query, "fields", self.known_fields)
        page = self._page(self.narrowed(query), cursor, size, self.order(query))
        if not page.items:
            names.refuse_unknown(query, self.named)
        self.enrich(page.items, includes)
        results = [only(wanted, type(self).row(item)) for item in page.items]
        links = {"next": self.link(request, page.next), "previous": self.link(request, page.previous)}
        return self.linked(self.respond({**links, "results": results}), links)

    def _page(self, rows: QuerySet, cursor: str, size: int, order: Order | ByKey) -> Page:
        if isinstance(order, ByKey):
            return slug_page(rows, cursor, size, order)
        try:
            return keyset_page(rows, cursor, size, order)
        except BadCursorError as error:
            raise NoSuchPageError from error


class DetailResource(Resource):
    """One record by its public identifier."""

    lookup: ClassVar[str] = "slug"
    known_fields: ClassVar[Iterable[str]] = ()
    rendered: ClassVar[
        dict[str, Callable[[Any], dict[str, Any]]]
    ] = {}  # other media types, and who writes them

    def get_renderers(self) -> list[Any]:
        return [JSONRenderer(), *(one() for one in RENDERERS if one.media_type in self.rendered)]

    def get(self, request: Request, key: str) -> Response:
        write = self.rendered.get(request.accepted_renderer.media_type)
        parameters.refuse_unknown(request.query_params, () if write else {"fields"})
        if write:
            return self.respond(write(self.find(key)))
        wanted = parameters.several(request.query_params, "fields", self.known_fields)
        record = self.find(key)
        row = type(self).row(record)
        response = self.respond(only(wanted, row), getattr(record, "changed_at", None))
        if "url" in row:
            response["Link"] = f'<{row["url"]}>; rel="alternate"; type="text/html"'
        return response

    def find(self, key: str) -> Any:
        found = self.rows().filter(**{self.lookup: parameters.text(self.lookup, key)}).order_by()
        record = next(iter(found[:1]), None)
        if record is None:
            raise Http404
        return record
