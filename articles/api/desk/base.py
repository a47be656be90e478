"""What the views of the desk share: who may come in, and which version of an article they are about."""

from typing import Any, ClassVar

from django.shortcuts import get_object_or_404
from rest_framework import exceptions
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.api import parameters
from articles.api.desk.tokens import BearerToken, InTheNewsroom, WithinScope
from articles.api.problems import PreconditionRequiredError, StaleError
from articles.models import Article


class DeskSession(SessionAuthentication):
    """The browser's session, with its CSRF token."""


class DeskView(APIView):
    """Everything below ``/api/v1/desk/``: never cached, only for people of the newsroom."""

    authentication_classes: ClassVar[list[type]] = [BearerToken, DeskSession]
    permission_classes: ClassVar[list[type]] = [IsAuthenticated, InTheNewsroom, WithinScope]

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    def article(self, request: Request, key: str) -> Article:
        """The working copy; 404 for what this person may not see, 403 for what they may not change."""
        parameters.refuse_unknown(request.query_params, ())
        found = Article.objects.visible_to(request.user)
        article = get_object_or_404(found, short_id=parameters.text("short_id", key))
        if not request.user.has_perm("articles.change_article", article):
            raise exceptions.PermissionDenied
        return article

    def locked(self, request: Request, key: str) -> Article:
        """The same for a change, held until the transaction ends. ``If-Match`` says which version was looked at."""
        article = self.article(request, key)
        wanted = request.headers.get("If-Match")
        if wanted is None:
            raise PreconditionRequiredError
        article = Article.objects.select_for_update().get(pk=article.pk)
        if wanted not in (etag(article), "*"):
            raise StaleError
        return article


def etag(article: Article) -> str:
    return f'"{article.version}"'
