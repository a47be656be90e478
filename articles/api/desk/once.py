"""Requests that make something, carried out once however often they are sent."""

import hashlib
import json
import re
from typing import Any, ClassVar

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import exceptions
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.problems import ConflictError, UnprocessableError
from articles.models import ApiToken, IdempotencyKey
from articles.models.idempotency_key import StillRunning, UsedOtherwise

KEPT_HEADERS = ("ETag",)
REPLAYED = "Idempotency-Replayed"
_RUNNING = gettext_lazy("The same request is being carried out: wait for its answer.")
_KEY = re.compile(r"[!-~]{1,255}")


class PostOnce:
    """POST, carried out by ``create``; with an ``Idempotency-Key`` once within 24 hours.

    The answer is kept in the transaction that does what was asked for: either both are there or neither. Only what
    succeeded is kept; after a refusal nothing has happened, and the same key may try again.
    """

    secrets: ClassVar[tuple[str, ...]] = ()  # members of the answer that are shown once, and not kept

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        key = request.headers.get("Idempotency-Key")
        if key is None:
            return self.create(request, *args, **kwargs)
        if not _KEY.fullmatch(key):
            told = _("1 to 255 letters, digits and signs of ASCII, without spaces.")
            raise exceptions.ValidationError({"Idempotency-Key": [told]})
        token = request.auth if isinstance(request.auth, ApiToken) else None
        try:
            record = IdempotencyKey.objects.claim(request.user, token, key, _asked(request))
        except UsedOtherwise as error:
            raise UnprocessableError(_("This Idempotency-Key was used for another request.")) from error
        except StillRunning as error:
            raise ConflictError(_RUNNING) from error
        if record.is_answered:
            return _again(record)
        try:
            with transaction.atomic():
                response = self.create(request, *args, **kwargs)
                kept = {**response.data, **dict.fromkeys(self.secrets)}
                headers = {name: response[name] for name in KEPT_HEADERS if response.has_header(name)}
                record.keep(response.status_code, JSONRenderer().render(kept).decode(), headers)
        except StillRunning as error:
            raise ConflictError(_RUNNING) from error
        except BaseException:
            record.give_up()
            raise
        return response

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        raise NotImplementedError(f"{type(self).__name__} must say what it makes.")


def _asked(request: Request) -> str:
    """What stands for the whole request: where, with what, about which version."""
    if request.content_type and request.content_type.startswith("multipart/"):
        parts = [(name, values) for name, values in sorted(request.data.lists())]
        body = "\n".join(f"{name} {_digest(value)}" for name, values in parts for value in values)
    else:
        body = hashlib.sha256(request._request.body).hexdigest()
    return "\n".join((request.get_full_path(), request.headers.get("If-Match", ""), body))


def _digest(value: Any) -> str:
    """Of a field of a form: its text, or the content of its file, which is read from its beginning again later."""
    if not hasattr(value, "chunks"):
        return hashlib.sha256(str(value).encode()).hexdigest()
    digest = hashlib.sha256()
    for chunk in value.chunks():
        digest.update(chunk)
    value.seek(0)
    return digest.hexdigest()


def _again(record: IdempotencyKey) -> Response:
    """The answer as it was given the first time."""
    headers = {**record.headers, REPLAYED: "true"}
    return Response(json.loads(record.body), status=record.status, headers=headers)
