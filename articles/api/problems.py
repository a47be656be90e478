"""One error shape: RFC 9457 problem details."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import set_rollback

TITLES = {
    400: "Bad request",
    401: "Not logged in",
    403: "Forbidden",
    404: "Not found",
    405: "Method not allowed",
    406: "Not acceptable",
    409: "Conflict",
    410: "Gone",
    412: "Precondition failed",
    413: "Content too large",
    415: "Unsupported media type",
    422: "Unprocessable content",
    428: "Precondition required",
    429: "Too many requests",
    500: "Server error",
}


class ProblemRenderer(JSONRenderer):
    media_type = "application/problem+json"
    charset = None


class GoneError(exceptions.APIException):
    """The article was withdrawn; its tombstone says so."""

    status_code = 410
    default_detail = "This article was withdrawn."


class NoSuchPageError(exceptions.APIException):
    """The cursor was not made here, or not for this order."""

    status_code = 404
    default_detail = "This page does not exist: its cursor is not one of ours."
    errors: ClassVar[dict[str, list[str]]] = {"cursor": [default_detail]}


class NoSuchRecordError(exceptions.APIException):
    """A filter names a record that readers do not have."""

    status_code = 404

    def __init__(self, errors: dict[str, list[str]]) -> None:
        super().__init__(" ".join(message for messages in errors.values() for message in messages))
        self.errors = errors


class StaleError(exceptions.APIException):
    """The article or the record was saved since."""

    status_code = 412
    default_detail = _("It was saved since you looked at it. Read it again.")


class PreconditionRequiredError(exceptions.APIException):
    """A change must say which version it is about."""

    status_code = 428
    default_detail = _("Send If-Match with the ETag of what you looked at.")


class TooLargeError(exceptions.APIException):
    """More than is taken."""

    status_code = 413
    default_detail = _("This is more than is taken.")


class UnprocessableError(exceptions.APIException):
    """What was sent contradicts what was sent before under the same name."""

    status_code = 422


class ConflictError(exceptions.APIException):
    """What was asked for is well said, and does not fit what is there: a step that is not open, a record that is not there.

    ``errors`` names the members concerned; ``findings`` are those of preflight that stand in the way.
    """

    status_code = 409

    def __init__(
        self,
        detail: str,
        errors: dict[str, list[str]] | None = None,
        findings: list[dict[str, Any]] | None = None,
    ) -> None:
        super().__init__(detail)
        self.errors, self.findings = errors, findings


def problem(status: int, detail: str, errors: dict[str, list[str]] | None = None) -> dict[str, Any]:
    """The body of an error: what happened, in words that say what to do, and the parameters concerned."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES.get(status, "Error"),
        "status": status,
        "detail": detail,
    }
    return {**body, "errors": errors} if errors else body


def handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """Any error of the framework as a problem; others go on to Django's 500."""
    if isinstance(error, Http404):
        error = exceptions.NotFound("There is nothing public at this address.")
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    elif isinstance(error, RequestDataTooBig):
        error = TooLargeError()
    if not isinstance(error, exceptions.APIException):
        return None
    set_rollback()
    errors = getattr(error, "errors", None)
    detail = error.detail
    if isinstance(error, exceptions.ValidationError) and isinstance(detail, dict):
        errors = {name: _messages(messages) for name, messages in detail.items()}
        detail = "; ".join(message for messages in errors.values() for message in messages)
    body = problem(error.status_code, str(detail), errors)
    if getattr(error, "findings", None):
        body["findings"] = error.findings
    response = Response(body, status=error.status_code)
    response.content_type = ProblemRenderer.media_type
    wait = getattr(error, "wait", None)
    if wait:
        response["Retry-After"] = str(int(wait))
    scheme = getattr(error, "auth_header", None)
    if scheme:
        response["WWW-Authenticate"] = scheme
    request = context["request"]
    request.accepted_renderer, request.accepted_media_type = ProblemRenderer(), ProblemRenderer.media_type
    return response


def _messages(detail: Any) -> list[str]:
    """The messages of a member, those of its own members among them."""
    if isinstance(detail, dict):
        return [f"{name}: {message}" for name, inner in detail.items() for message in _messages(inner)]
    return [str(message) for message in detail] if isinstance(detail, list) else [str(detail)]


def no_such_resource(request: HttpRequest, path: str = "") -> JsonResponse:
    """Whatever stands below ``/api/v1/`` and is no resource."""
    detail = "There is no such resource. The documentation is at /api/v1/docs/."
    return JsonResponse(problem(404, detail), status=404, content_type=ProblemRenderer.media_type)
