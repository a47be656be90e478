"""Lists of the desk, page by page."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api import parameters
from articles.api.problems import NoSuchPageError
from articles.models.keyset import BadCursorError, ByKey, Order, keyset_page, slug_page


def paged(request: Request, found: QuerySet, order: Order, row: Callable[[Any], dict[str, Any]]) -> Response:
    """A page in that order, with ``limit`` and ``cursor`` of the query: ``{"next", "previous", "results"}``."""
    query = request.query_params
    cursor = parameters.text("cursor", query.get("cursor", ""))
    try:
        page = keyset_page(found, cursor, parameters.limit(query), order)
    except BadCursorError as error:
        raise NoSuchPageError from error
    links = {name: _link(request, getattr(page, name)) for name in ("next", "previous")}
    return Response({**links, "results": [row(item) for item in page.items]})


def _link(request: Request, cursor: str) -> str | None:
    if not cursor:
        return None
    query = {**request.query_params.dict(), "cursor": cursor}
    return request.build_absolute_uri(f"{request.path}?{urlencode(query)}")


def paged_by_key(
    request: Request,
    found: QuerySet,
    key: str,
    row: Callable[[Any], dict[str, Any]],
    shown: Callable[[list[Any]], None],
) -> Response:
    """The same in the order of a unique text. ``shown`` is told of what goes out."""
    query = request.query_params
    cursor = parameters.text("cursor", query.get("cursor", ""))
    page = slug_page(found, cursor, parameters.limit(query), ByKey(key))
    shown(page.items)
    return Response({"next": _link(request, page.next), "results": [row(item) for item in page.items]})
