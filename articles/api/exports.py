"""Everything as lines of JSON, oldest first, in chunks: memory stays the same however much there is."""

import json
import zlib
from collections.abc import Iterator
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from articles.api import parameters
from articles.api.resources import ListResource
from articles.models.keyset import BadCursorError, Order, Page, encode, keyset_page
from articles.operations.page_cache import best_encoding

CHUNK = 500  # rows read at once


class Export(ListResource):
    """The rows of a list with its filters. ``cursor`` of the last line that was read goes on after it."""

    order_of_lines: ClassVar[Order] = Order("first_published_at", is_ascending=True)

    def get(self, request: Request) -> StreamingHttpResponse:  # type: ignore[override]
        query = request.query_params
        parameters.refuse_unknown(query, {*self.filters, "cursor"})
        found, cursor = self.narrowed(query), parameters.text("cursor", query.get("cursor", ""))
        try:
            first = keyset_page(found, cursor, CHUNK, self.order_of_lines)
        except BadCursorError as error:
            raise ValidationError({"cursor": [str(error)]}) from error
        lines = self._lines(found, first)
        is_packed = best_encoding(request.headers.get("Accept-Encoding", "").replace("br", "")) == "gzip"
        response = StreamingHttpResponse(
            packed(lines) if is_packed else lines, content_type="application/jsonl"
        )
        response["Cache-Control"] = "no-cache"
        response["Vary"] = "Accept-Encoding"
        if is_packed:
            response["Content-Encoding"] = "gzip"
        return response

    def _lines(self, found: QuerySet, page: Page) -> Iterator[bytes]:
        while page.items:
            for item in page.items:
                body: dict[str, Any] = {**type(self).row(item), "cursor": encode(item, self.order_of_lines)}
                yield json.dumps(body, ensure_ascii=False).encode() + b"\n"
            if not page.next:
                return
            page = keyset_page(found, page.next, CHUNK, self.order_of_lines)


def packed(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The lines as one gzip stream, without holding them."""
    packer = zlib.compressobj(wbits=31)
    for line in lines:
        if data := packer.compress(line):
            yield data
    yield packer.flush()
