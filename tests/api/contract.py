"""Holds answers of the desk against its OpenAPI document."""

import functools
import re
from typing import Any

from django.http import HttpResponse
from jsonschema import Draft202012Validator

from articles.api.schema import Desk


@functools.cache
def _document() -> dict[str, Any]:
    return Desk().get_schema(request=None, public=True)


@functools.cache
def _paths() -> list[tuple[re.Pattern[str], str]]:
    """Fixed addresses before those with a parameter."""
    paths = sorted(_document()["paths"], key=lambda path: path.count("{"))
    return [(re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path))), path) for path in paths]


@functools.cache
def _validator(path: str, method: str, status: str, media_type: str) -> Draft202012Validator:
    said = _document()["paths"][path][method]["responses"]
    assert status in said, f"{method} {path} does not tell of {status}: {sorted(said)}"
    response = said[status]
    if "$ref" in response:
        response = _document()["components"]["responses"][response["$ref"].rpartition("/")[2]]
    content = response.get("content", {})
    assert media_type in content, f"{method} {path} {status} does not tell of {media_type}"
    schema = {**content[media_type]["schema"], "components": _document()["components"]}
    return Draft202012Validator(schema)


def hold(method: str, address: str, response: HttpResponse) -> None:
    """Fail for an answer that the document does not promise: its status, its media type, its body."""
    path = address.partition("?")[0].rstrip("/")
    known = next((known for pattern, known in _paths() if pattern.fullmatch(path)), None)
    if known is None or method.lower() not in _document()["paths"][known]:
        assert response.status_code in (404, 405)
        return
    media_type = response["Content-Type"].partition(";")[0]
    _validator(known, method.lower(), str(response.status_code), media_type).validate(response.json())
