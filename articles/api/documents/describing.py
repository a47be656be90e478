"""Decorators that say what the views of the public reads take and answer."""

from collections.abc import Sequence
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

from articles.api.documents.shared import Problem

_ANNOTATION = OpenApiResponse(OpenApiTypes.OBJECT, "https://www.w3.org/TR/annotation-model/")

_PROBLEMS = {(400, "application/problem+json"): Problem}


def listing(
    name: str,
    row: type[s.Serializer],
    filters: dict[str, str] | None = None,
    orders: Sequence[str] = (),
    includes: Sequence[str] = (),
) -> Any:
    """A decorator that describes the ``get`` of a list."""
    page = inline_serializer(
        f"{row.__name__}Page",
        {
            "next": s.URLField(allow_null=True),
            "previous": s.URLField(allow_null=True),
            "results": row(many=True),
        },
    )
    common = {
        "limit": "Rows a page, 1 to 100.",
        "cursor": "From the next or previous link of another page.",
        "fields": "Only these fields, parted by commas.",
    }
    given = _described({**(filters or {}), **common})
    if orders:
        told = "Orders by said_on leave out what has no known date."
        given.append(OpenApiParameter("ordering", str, enum=orders, description=told))
    if includes:
        given.append(OpenApiParameter("include", str, enum=includes, description="Also load these."))
    described = extend_schema(
        operation_id=f"{name}_list", tags=[name], parameters=given, responses={200: page, **_PROBLEMS}
    )
    return extend_schema_view(get=described)


def _described(names: dict[str, str]) -> list[OpenApiParameter]:
    return [OpenApiParameter(name, str, description=text) for name, text in names.items()]


def detail(name: str, row: type[s.Serializer], gone: bool = False, annotated: bool = False) -> Any:
    """A decorator that describes the ``get`` of one record."""
    responses: dict[Any, Any] = {(200, "application/json"): row, **_missing(gone)}
    if annotated:
        responses[200, "application/ld+json"] = _ANNOTATION
    fields = OpenApiParameter("fields", str, description="Only these fields, parted by commas.")
    described = extend_schema(
        operation_id=f"{name}_read", tags=[name], parameters=[fields], responses=responses
    )
    return extend_schema_view(get=described)


def annotation(name: str, summary: str, gone: bool = False) -> Any:
    """A decorator that describes a rendition in the W3C Web Annotation data model."""
    responses = {(200, "application/ld+json"): _ANNOTATION, **_missing(gone)}
    described = extend_schema(
        operation_id=f"{name}_annotations", tags=[name], summary=summary, responses=responses
    )
    return extend_schema_view(get=described)


def export(name: str, filters: dict[str, str]) -> Any:
    """A decorator that describes an export as lines of JSON."""
    cursor = {"cursor": "From the last line that was read: what comes after it."}
    described = extend_schema(
        operation_id=f"{name}_export",
        tags=[name],
        parameters=_described({**filters, **cursor}),
        responses={(200, "application/jsonl"): OpenApiTypes.STR, **_PROBLEMS},
    )
    return extend_schema_view(get=described)


def reading(name: str, answer: type[s.Serializer], parameters: dict[str, str], needed: str = "") -> Any:
    """A decorator that describes a ``get`` that is neither a list nor a record."""
    given = [
        OpenApiParameter(key, str, description=told, required=key == needed)
        for key, told in parameters.items()
    ]
    responses = {200: answer, **_missing(gone=False)}
    described = extend_schema(operation_id=f"{name}_read", tags=[name], parameters=given, responses=responses)
    return extend_schema_view(get=described)


def _missing(gone: bool) -> dict[Any, Any]:
    responses: dict[Any, Any] = {**_PROBLEMS, (404, "application/problem+json"): Problem}
    if gone:
        responses[410, "application/problem+json"] = OpenApiResponse(Problem, "The article was withdrawn.")
    return responses
