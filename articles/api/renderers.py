"""The forms in which answers come beside plain JSON."""

import json
from typing import Any

from rest_framework.renderers import BaseRenderer, JSONRenderer

from articles.api import annotations, ninjs


class LinesRenderer(BaseRenderer):
    """The rows of a page, one a line; the links to other pages stand in the ``Link`` header."""

    media_type = "application/jsonl"
    format = "jsonl"
    charset = None

    def render(self, data: Any, media_type: Any = None, context: Any = None) -> bytes:
        rows = data["results"] if data else ()
        return b"".join(line(row) for row in rows)


class PlainLinesRenderer(LinesRenderer):
    """The same for whoever wants to look at it."""

    media_type = "text/plain"
    format = "txt"


class AnnotationRenderer(JSONRenderer):
    """JSON-LD of the W3C Web Annotation data model."""

    media_type = annotations.MEDIA_TYPE
    charset = None


class NinjsRenderer(JSONRenderer):
    """IPTC ninjs."""

    media_type = ninjs.MEDIA_TYPE
    charset = None


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def line(row: Any) -> bytes:
    return _encode(row).encode() + b"\n"
