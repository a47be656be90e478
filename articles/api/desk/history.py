"""What a working copy was, the way back, and who did what."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError as Refused
from django.db import transaction
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema_view
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api import parameters
from articles.api.desk.base import DeskView, conflict, etag
from articles.api.desk.documents import history as documents
from articles.api.desk.documents.describing import change, query, read
from articles.api.desk.once import PostOnce
from articles.api.desk.paging import paged
from articles.api.desk.rows import articles as article_rows
from articles.api.desk.rows import history as rows
from articles.models import Article, Event, Revision
from articles.models.keyset import Order
from articles.operations.revisions import restore


def numbered(revisions: Any, number: int) -> Revision:
    """The revision of that number, or 404."""
    return get_object_or_404(revisions.select_related("by"), number=min(number, 2**31 - 1))


@extend_schema_view(
    get=read(
        "desk_revisions",
        documents.DeskRevisionPage,
        "The history, newest first; saves that belong together are one line",
        parameters=query(documents.BEFORE),
    )
)
class RevisionsView(DeskView):
    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]

    def get(self, request: Request, key: str) -> Response:
        article = self.visible(request, key, documents.BEFORE)
        size, before = parameters.limit(request.query_params), request.query_params.get("before", "")
        found = article.revisions.for_history()
        if before:
            if not (before.isascii() and before.isdigit() and 0 < int(before[:10]) < 10**9):
                raise ValidationError({"before": ["“before” is the number of a revision."]})
            found = found.filter(number__lt=int(before))
        lines = list(found[: size + 1])
        following = lines[size - 1].number if len(lines) > size else None
        return Response({"next": following, "results": [rows.revision_row(one) for one in lines[:size]]})


@extend_schema_view(
    get=read("desk_revision", documents.DeskRevision, "One revision, whole"),
    patch=change(
        "desk_revision_name",
        documents.DeskRevision,
        "Give it a name to find it by",
        body=documents.RevisionName,
    ),
)
class RevisionView(DeskView):
    http_method_names: ClassVar[list[str]] = ["get", "patch", "head", "options"]

    def get(self, request: Request, key: str, number: int) -> Response:
        return Response(rows.revision(numbered(self.visible(request, key).revisions, number)))

    def patch(self, request: Request, key: str, number: int) -> Response:
        revision = numbered(self.article(request, key).revisions, number)
        try:
            revision.call(self.given(request, documents.RevisionName)["name"], by=request.user)
        except Refused as error:
            raise conflict(error) from error
        return Response(rows.revision(revision))


@extend_schema_view(
    post=change(
        "desk_revision_restore",
        documents.DeskRestored,
        "Bring it back as the newest; readers keep what they have",
        body=documents.RestoreForm,
        takes_match=True,
        once=True,
    )
)
class RevisionRestoreView(PostOnce, DeskView):
    http_method_names: ClassVar[list[str]] = ["post", "options"]

    def create(self, request: Request, key: str, number: int) -> Response:
        article = self.article(request, key)
        revision = numbered(article.revisions, number)
        given = self.given(request, documents.RestoreForm)
        with transaction.atomic():
            self.held(request, article)
            restored, missing = restore(revision, by=request.user, why=given.get("why", ""))
        body = {"article": article_rows.whole(restored, request.user), "missing": missing}
        return Response(body, headers={"ETag": etag(Article.objects.get(pk=restored.pk))})


@extend_schema_view(
    get=read(
        "desk_timeline",
        documents.DeskEventPage,
        "Who did what to it, newest first",
        parameters=query(documents.PAGING),
    )
)
class TimelineView(DeskView):
    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]

    def get(self, request: Request, key: str) -> Response:
        article = self.visible(request, key, documents.PAGING)
        found = Event.objects.of_article(article).select_related("by", "quote")
        return paged(request, found, Order("at"), rows.event)
