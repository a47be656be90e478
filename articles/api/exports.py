"""Everything as lines of JSON, oldest first, in chunks: memory stays the same however much there is."""

import zlib
from collections.abc import Iterator
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, StreamingHttpResponse
from rest_framework.request import Request

from articles.api import names, parameters
from articles.api.problems import NoSuchPageError
from articles.api.renderers import LinesRenderer, PlainLinesRenderer, line
from articles.api.resources import ListResource
from articles.models.keyset import BadCursorError, Order, Page, encode, keyset_page
from articles.operations.page_cache import best_encoding

CHUNK = 200  # rows read at once
AT_ONCE = 25  # lines sent at once
FAST = 1  # level of gzip: most of the gain for a quarter of the time


class Export(ListResource):
    """The rows of a list with its filters. ``cursor`` of the last line that was read goes on after it."""

    renderer_classes: ClassVar[list[type]] = [LinesRenderer, PlainLinesRenderer]
    order_of_lines: ClassVar[Order] = Order("first_published_at", is_ascending=True)

    def get(self, request: Request, form: str) -> StreamingHttpResponse:
        if form != "jsonl":
            raise Http404
        query = request.query_params
        parameters.refuse_unknown(query, {*self.filters, "cursor"})
        found, cursor = self.narrowed(query), parameters.text("cursor", query.get("cursor", ""))
        try:
            first = keyset_page(found, cursor, CHUNK, self.order_of_lines)
        except BadCursorError as error:
            raise NoSuchPageError from error
        if not first.items:
            names.refuse_unknown(query, self.named)
        lines = self._lines(found, first)
        is_packed = best_encoding(request.headers.get("Accept-Encoding", "").replace("br", "")) == "gzip"
        response = StreamingHttpResponse(
            packed(lines) if is_packed else lines, content_type=request.accepted_media_type
        )
        response["Cache-Control"] = "no-cache"
        response["Vary"] = "Accept, Accept-Encoding"
        if is_packed:
            response["Content-Encoding"] = "gzip"
        return response

    def _lines(self, found: QuerySet, page: Page) -> Iterator[bytes]:
        while page.items:
            for start in range(0, len(page.items), AT_ONCE):
                yield b"".join(self._line(item) for item in page.items[start : start + AT_ONCE])
            if not page.next:
                return
            page = keyset_page(found, page.next, CHUNK, self.order_of_lines)

    def _line(self, item: Any) -> bytes:
        return line({**type(self).row(item), "cursor": encode(item, self.order_of_lines)})


def packed(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The lines as one gzip stream, without holding them."""
    packer = zlib.compressobj(FAST, wbits=31)
    for one in lines:
        if data := packer.compress(one):
            yield data
    yield packer.flush()
