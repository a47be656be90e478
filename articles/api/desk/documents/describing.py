"""What the OpenAPI document says of every read and every change at the desk alike."""

from collections.abc import Mapping, Sequence
from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers as s

from articles.api import parameters as p
from articles.api.documents import Problem


class DeskFinding(s.Serializer):
    id = s.CharField(help_text="Stands for the very words; names the finding in a waiver.")
    rule = s.CharField()
    severity = s.ChoiceField(["blocker", "warning", "info"])
    message = s.CharField()
    why = s.CharField()
    words = s.CharField()
    place = s.CharField(help_text="headline, dek, body, or the field that mends it; empty: the article.")
    start = s.IntegerField()
    end = s.IntegerField()
    can_be_waived = s.BooleanField()
    can_be_fixed = s.BooleanField()
    fix = s.CharField(help_text="What the fix would do; empty without one.")
    waived = s.BooleanField()
    waived_because = s.CharField()
    waived_by = s.CharField()


class DeskProblem(Problem):
    """A problem; with 409 also what preflight has found, where that stands in the way."""

    findings = DeskFinding(many=True, required=False)


STATUSES = {
    400: "What was sent cannot be read; errors names the members.",
    401: "Neither a session nor a token that opens anything.",
    403: "This person or token may not do that.",
    404: "There is nothing here that this person may see.",
    409: "Well said, but it does not fit what is there: a step that is not open, a record that is not there.",
    412: "It was saved since: read it again.",
    413: "More than is taken.",
    415: "Send JSON; pictures as multipart/form-data.",
    422: "This Idempotency-Key was used for another request.",
    428: "Say by If-Match which version was looked at.",
}
READ = (400, 401, 403, 404)
LOOKED_AT = "The ETag of what was looked at, or *."
# In words, because what it may hold depends on what was sent before.
ONCE = (
    "Takes the header Idempotency-Key, 1 to 255 visible ASCII characters that name this request: sent again within 24 "
    "hours it is answered as the first time, with Idempotency-Replayed: true."
)
UNCHANGED = "Takes the header If-Match with the ETag of what was looked at: 412 when somebody saved since, and nothing is changed."


def problems(*statuses: int) -> dict[Any, Any]:
    """Errors with these statuses, each in one shape."""
    return {
        (status, "application/problem+json"): OpenApiResponse(DeskProblem, STATUSES[status])
        for status in sorted(set(statuses))
    }


def read(
    name: str, answer: Any, summary: str, *, parameters: Sequence[OpenApiParameter] = ()
) -> extend_schema:
    """How a ``get`` is described."""
    return extend_schema(
        operation_id=name,
        tags=["desk"],
        summary=summary,
        parameters=list(parameters),
        responses={200: answer, **problems(*READ)},
    )


def change(
    name: str,
    answer: Any,
    summary: str,
    *,
    body: Any = None,
    status: int = 200,
    needs_match: bool = False,
    takes_match: bool = False,
    minds_match: bool = False,
    once: bool = False,
    examples: Sequence[Any] = (),
) -> extend_schema:
    """How a change is described; ``once`` where it takes an ``Idempotency-Key``, ``minds_match`` where a record has no version."""
    statuses = [*READ, 409, 413, 415]
    parameters = []
    if needs_match or takes_match:
        parameters.append(
            OpenApiParameter("If-Match", str, "header", description=LOOKED_AT, required=needs_match)
        )
        statuses += [412, *([428] if needs_match else [])]
    if minds_match:
        statuses.append(412)
    if once:
        statuses.append(422)
    return extend_schema(
        operation_id=name,
        tags=["desk"],
        summary=summary,
        description=ONCE if once else UNCHANGED if minds_match else None,
        request=body,
        parameters=parameters,
        responses={status: answer, **problems(*statuses)},
        examples=list(examples),
    )


_PAGING = {
    "limit": {"type": "integer", "minimum": 1, "maximum": p.MAX_LIMIT, "default": p.LIMIT},
    "before": {"type": "integer", "minimum": 1, "maximum": 999_999_999},
}


def query(
    told: dict[str, str], readers: Mapping[str, tuple[str, p.Reader]] | None = None
) -> list[OpenApiParameter]:
    """The parameters of a list; what one takes is asked of the reader that reads it."""
    schemas = {name: reader.schema for name, (_lookup, reader) in (readers or {}).items()}
    return [
        OpenApiParameter(name, _PAGING.get(name) or schemas.get(name, p.TEXT), description=text)
        for name, text in told.items()
    ]
