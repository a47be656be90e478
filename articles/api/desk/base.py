"""What the views of the desk share: who may come in, which version of an article they are about, what was sent."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError as Refused
from django.http import Http404
from django.shortcuts import get_object_or_404
from rest_framework import exceptions
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from articles.api import parameters
from articles.api.desk.bodies import DeskJSONParser
from articles.api.problems import ConflictError, PreconditionRequiredError, StaleError
from articles.api.tokens import BearerToken, InTheNewsroom, WithinScope
from articles.models import Article


class DeskSession(SessionAuthentication):
    """The browser's session, with its CSRF token."""


class DeskView(APIView):
    """Everything below ``/api/v1/desk/``: never cached, only for people of the newsroom and their programs."""

    parser_classes: ClassVar[list[type]] = [DeskJSONParser]
    authentication_classes: ClassVar[list[type]] = [BearerToken, DeskSession]
    permission_classes: ClassVar[list[type]] = [IsAuthenticated, InTheNewsroom, WithinScope]

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    def visible(self, request: Request, key: str, known: Iterable[str] = ()) -> Article:
        """The working copy; 404 for what this person may not see."""
        parameters.refuse_unknown(request.query_params, known)
        found = Article.objects.visible_to(request.user)
        return get_object_or_404(found, short_id=known_key(key))

    def article(self, request: Request, key: str) -> Article:
        """The same, and 403 for what they may not change."""
        article = self.visible(request, key)
        self.require(request, "articles.change_article", article)
        return article

    def require(self, request: Request, permission: str, record: Any = None) -> None:
        """Raise 403 for whoever has not this permission."""
        if not request.user.has_perm(permission, record):
            raise exceptions.PermissionDenied

    def locked(self, request: Request, key: str) -> Article:
        """The working copy for a change, held until the transaction ends; ``If-Match`` must say which version was looked at."""
        article = self.article(request, key)
        if request.headers.get("If-Match") is None:
            raise PreconditionRequiredError
        return self.held(request, article)

    def held(self, request: Request, article: Article) -> Article:
        """The same where ``If-Match`` may be left out."""
        wanted = request.headers.get("If-Match", "*")
        article = Article.objects.select_for_update().get(pk=article.pk)
        if wanted not in (etag(article), "*"):
            raise StaleError
        return article

    def given(self, request: Request, form: type[Serializer]) -> dict[str, Any]:
        """What was sent, as the form reads it. An empty body is an empty object."""
        read = form(data=request.data)
        read.is_valid(raise_exception=True)
        return read.validated_data


def known_key(key: str) -> str:
    """A short id as it stands in an address; 404 for what cannot be one."""
    if not (len(key) == 8 and key.isascii() and key.isalnum()):
        raise Http404
    return key


def etag(article: Article) -> str:
    return f'"{article.version}"'


def conflict(error: Refused, findings: list[dict[str, Any]] | None = None) -> ConflictError:
    """What a verb or an operation refuses, as a problem."""
    errors = error.message_dict if hasattr(error, "error_dict") else None
    return ConflictError(" ".join(error.messages), errors, findings)
