"""What is the same for every answer below ``/api/``: its id, one shape of errors, limits and compression."""

import logging
import re
import time
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_vary_headers

from articles.api.problems import ProblemRenderer, problem
from articles.operations.limits import MINUTE, count_in_minute
from articles.operations.page_cache import PLAIN, best_encoding, compress

Respond = Callable[[HttpRequest], HttpResponse]
DETAILS = {
    400: "The request cannot be read.",
    403: "This is not allowed.",
    404: "There is nothing public at this address.",
    412: "This is not the state that If-Match or If-Unmodified-Since names. Read it again without them.",
    429: "Too many requests from your address. Go on after the seconds in Retry-After.",
    500: "Something went wrong on our side, and is logged under the X-Request-ID of this answer.",
}
SMALL = 1000  # bytes that are not worth compressing
_SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")
logger = logging.getLogger(__name__)


class ApiMiddleware:
    """Stands inside of CORS, so that other sites can read refusals too, and around everything that may fail.

    The slash at the end of an address may be left out.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/api/"):
            return self.get_response(request)
        given = request.headers.get("X-Request-ID", "")
        if not request.path.endswith("/") and "." not in request.path.rpartition("/")[2]:
            request.path, request.path_info = f"{request.path}/", f"{request.path_info}/"
        request_id = given if _SANE.fullmatch(given) else uuid.uuid4().hex
        response = self._within_limits(request)
        response["X-Request-ID"] = request_id
        if response.status_code >= 500:
            logger.error(
                "%s %s %d, request %s", request.method, request.path, response.status_code, request_id
            )
        return _packed(request, response)

    def _within_limits(self, request: HttpRequest) -> HttpResponse:
        rates: dict[str, tuple[int, int, int]] = {}
        most, number, seconds = settings.API_REQUESTS_PER_MINUTE, 0, 0
        if most:
            number, seconds = count_in_minute("api", request, time.time())
            rates["address"] = (most, number, seconds)
        response = _refused(429) if most and number > most else _as_problem(self.get_response(request))
        if most and number > most:
            response["Retry-After"] = str(seconds)
        if hasattr(request, "rate_of_token"):
            rates["token"] = request.rate_of_token
        return _with_rates(response, rates)


def _with_rates(response: HttpResponse, rates: dict[str, tuple[int, int, int]]) -> HttpResponse:
    """The answer with what is left of every limit that counted the request: most, number so far, seconds to go."""
    policies = [f'"{name}";q={most};w={MINUTE}' for name, (most, _number, _seconds) in rates.items()]
    left = [
        f'"{name}";r={max(0, most - number)};t={seconds}' for name, (most, number, seconds) in rates.items()
    ]
    if rates:
        response["RateLimit-Policy"], response["RateLimit"] = ", ".join(policies), ", ".join(left)
    return response


def _as_problem(response: HttpResponse) -> HttpResponse:
    """Pages that Django shows of errors, as problems."""
    if response.status_code < 400 or "json" in response.get("Content-Type", ""):
        return response
    return _refused(response.status_code)


def _refused(status: int) -> JsonResponse:
    detail = DETAILS.get(status, "The request was refused.")
    return JsonResponse(problem(status, detail), status=status, content_type=ProblemRenderer.media_type)


def _packed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer compressed, if it is for everybody: what only some may read is not mixed with what others send."""
    if (
        response.streaming
        or request.path.startswith("/api/v1/desk/")
        or response.has_header("Content-Encoding")
    ):
        return response
    if response.status_code != 200 or len(response.content) < SMALL:
        return response
    patch_vary_headers(response, ["Accept-Encoding"])
    encoding = best_encoding(request.headers.get("Accept-Encoding", ""))
    if encoding != PLAIN:
        response.content = compress(response.content, encoding)
        response["Content-Encoding"] = encoding
        response["Content-Length"] = str(len(response.content))
    return response
