"""The two kinds of resources, list and detail, and what they promise over HTTP."""

import hashlib
from collections.abc import Callable
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404
from django.utils.http import http_date
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.api import parameters
from articles.models.keyset import BadCursorError, Page, keyset_page, slug_page

CACHE_CONTROL = "public, max-age=60"
Filter = tuple[str, Callable[[str, str], Any]]


class Resource(APIView):
    """Reads one kind of record. GET, HEAD and OPTIONS only."""

    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]
    row: ClassVar[Callable[[Any], dict[str, Any]]]

    def rows(self) -> QuerySet:
        """The public records of this kind, with a load plan."""
        raise NotImplementedError(f"{type(self).__name__} must say what it reads.")

    def respond(self, request: Request, body: Any, etag: str, changed_at: Any = None) -> Response:
        """The body with its validators, or 304."""
        unchanged = etag in request.headers.get("If-None-Match", "")
        response = Response(status=304) if unchanged else Response(body)
        response["ETag"] = etag
        response["Cache-Control"] = CACHE_CONTROL
        if changed_at:
            response["Last-Modified"] = http_date(changed_at.timestamp())
        return response


class ListResource(Resource):
    """A page of rows: ``{"next", "previous", "results"}``, with the same links in the ``Link`` header."""

    filters: ClassVar[dict[str, Filter]] = {}
    by_time: ClassVar[bool] = True

    def get(self, request: Request) -> Response:
        query = request.query_params
        parameters.refuse_unknown(query, {*parameters.PAGING, *self.filters})
        size = parameters.limit(query)
        rows = self.rows()
        conditions = {
            lookup: read(name, parameters.text(name, query[name]))
            for name, (lookup, read) in self.filters.items()
            if name in query
        }
        rows = rows.filter(**conditions) if conditions else rows
        page = self._page(rows, parameters.text("cursor", query.get("cursor", "")), size)
        results = [type(self).row(item) for item in page.items]
        wanted = parameters.only(query, results[0]) if results and "fields" in query else None
        if wanted:
            results = [{name: row[name] for name in wanted} for row in results]
        links = {"next": self._link(request, page.next), "previous": self._link(request, page.previous)}
        body = {**links, "results": results}
        etag = f'W/"{hashlib.sha256(repr(body).encode()).hexdigest()[:24]}"'
        response = self.respond(request, body, etag)
        header = ", ".join(
            f'<{url}>; rel="{"prev" if rel == "previous" else rel}"' for rel, url in links.items() if url
        )
        if header:
            response["Link"] = header
        return response

    def _page(self, rows: QuerySet, cursor: str, size: int) -> Page:
        try:
            return keyset_page(rows, cursor, size) if self.by_time else slug_page(rows, cursor, size)
        except BadCursorError as error:
            raise ValidationError({"cursor": [str(error)]}) from error

    def _link(self, request: Request, cursor: str) -> str | None:
        if not cursor:
            return None
        query = {**request.query_params.dict(), "cursor": cursor}
        return request.build_absolute_uri(f"{request.path}?{urlencode(query)}")


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
