"""Decorators that say what the views of the public reads take and answer.

What a parameter takes is asked of the reader that reads it, so that the schema promises what the view does.
"""

from collections.abc import Callable, Iterable
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiParameter,
    OpenApiResponse,
    extend_schema,
    extend_schema_view,
    inline_serializer,
)
from rest_framework import serializers as s

from articles.api import parameters as p
from articles.api.documents.shared import Problem

Decorator = Callable[[type], type]
JSON, LINES, PROBLEM = "application/json", "application/jsonl", "application/problem+json"
LIMIT = {"type": "integer", "minimum": 1, "maximum": p.MAX_LIMIT, "default": p.LIMIT}
CURSOR = "From the next or previous link of another page; one that is not ours is 404."
_ANNOTATION = OpenApiResponse(OpenApiTypes.OBJECT, "https://www.w3.org/TR/annotation-model/")
_LINES = OpenApiResponse(OpenApiTypes.STR, "One row a line.")


def listing(name: str, row: type[s.Serializer], filters: dict[str, str] | None = None) -> Decorator:
    """Describe the ``get`` of a list; its filters, orders and includes are asked of the class."""
    page = inline_serializer(
        f"{row.__name__}Page",
        {
            "next": s.URLField(allow_null=True),
            "previous": s.URLField(allow_null=True),
            "results": row(many=True),
        },
    )

    def describe(view: Any) -> type:
        view.known_fields = tuple(row().fields)
        given = [
            *_filters(view, filters),
            _parameter("limit", LIMIT, "Rows a page."),
            _parameter("cursor", p.TEXT, CURSOR),
            _several("fields", view.known_fields, "Only these members of each row."),
        ]
        if view.orders:
            told = "Rows without a value in the member that orders them are left out."
            given.append(_parameter("ordering", {"type": "string", "enum": list(view.orders)}, told))
        if view.includes:
            given.append(_several("include", view.includes, "Also load these."))
        responses = {(200, JSON): page, (200, LINES): _LINES, **_problems(400, 404)}
        return _get(view, f"{name}_list", name, f"List {name}", given, responses)

    return describe


def detail(
    name: str, row: type[s.Serializer], gone: bool = False, renditions: dict[str, str] | None = None
) -> Decorator:
    """Describe the ``get`` of one record, and in which other media types it comes."""

    def describe(view: Any) -> type:
        view.known_fields = tuple(row().fields)
        given = [_several("fields", view.known_fields, "Only these members.")]
        responses = {(200, JSON): row, **_problems(400, 404, *([410] if gone else []))}
        for media_type, told in (renditions or {}).items():
            responses[200, media_type] = OpenApiResponse(OpenApiTypes.OBJECT, told)
        return _get(view, f"{name}_read", name, f"Read one of the {name}", given, responses)

    return describe


def annotation(name: str, summary: str, gone: bool = False) -> Decorator:
    """Describe a rendition in the W3C Web Annotation data model."""
    responses = {(200, "application/ld+json"): _ANNOTATION, **_problems(400, 404, *([410] if gone else []))}
    return lambda view: _get(view, f"{name}_annotations", name, summary, [], responses)


def export(name: str, filters: dict[str, str]) -> Decorator:
    """Describe an export as lines of JSON, which also come as plain text for whoever wants to look at them."""
    cursor = _parameter("cursor", p.TEXT, "Of the last line that was read: what comes after it.")
    form = OpenApiParameter("form", {"type": "string", "enum": ["jsonl"]}, "path", required=True)
    responses = {(200, LINES): _LINES, (200, "text/plain"): _LINES, **_problems(400, 404)}

    def describe(view: Any) -> type:
        given = [form, *_filters(view, filters), cursor]
        return _get(view, f"{name}_export", name, f"All {name} as lines of JSON", given, responses)

    return describe


def reading(
    name: str, answer: type[s.Serializer], given: dict[str, tuple[p.Schema, str]], needed: str = ""
) -> Decorator:
    """Describe a ``get`` that is neither a list nor a record, by the schema and the meaning of each parameter."""
    listed = [_parameter(key, schema, told, key == needed) for key, (schema, told) in given.items()]
    responses = {200: answer, **_problems(400, 404)}
    return lambda view: _get(view, f"{name}_read", name, f"Read {name}", listed, responses)


def _get(
    view: Any, operation: str, tag: str, summary: str, given: list[OpenApiParameter], responses: dict
) -> Any:
    described = extend_schema(
        operation_id=operation, tags=[tag], summary=summary, parameters=given, responses=responses
    )
    return extend_schema_view(get=described)(view)


def _filters(view: Any, told: dict[str, str] | None) -> list[OpenApiParameter]:
    return [
        _parameter(name, read.schema, (told or {})[name]) for name, (_lookup, read) in view.filters.items()
    ]


def _parameter(name: str, schema: p.Schema, told: str, required: bool = False) -> OpenApiParameter:
    return OpenApiParameter(name, schema, description=told, required=required)


def _several(name: str, values: Iterable[str], told: str) -> OpenApiParameter:
    items = {"type": "string", "enum": list(values)}
    schema = {"type": "array", "items": items, "minItems": 1}
    return OpenApiParameter(name, schema, description=f"{told} Parted by commas.", explode=False)


def _problems(*codes: int) -> dict[Any, Any]:
    told = {
        400: "A parameter is unknown, or has a value that it does not take; named in errors.",
        404: "There is nothing public of this name: at this address, or for the parameters in errors.",
        410: "The article was withdrawn.",
    }
    return {(code, PROBLEM): OpenApiResponse(Problem, told[code]) for code in codes}
