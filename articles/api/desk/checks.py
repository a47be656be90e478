"""Preflight of a working copy, and what of it may stand."""

from typing import ClassVar

from django.core.exceptions import ValidationError as Refused
from django.db import transaction
from django.http import Http404
from drf_spectacular.utils import extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.desk.base import DeskView, conflict, etag
from articles.api.desk.documents import checks as documents
from articles.api.desk.documents.describing import change, read
from articles.api.desk.once import PostOnce
from articles.api.desk.rows import checks as rows
from articles.models import Article, PreflightWaiver
from articles.operations import preflight as desk


def report(article: Article, status: int = 200) -> Response:
    article = Article.objects.get(pk=article.pk)
    return Response(rows.preflight(article), status=status, headers={"ETag": etag(article)})


@extend_schema_view(
    get=read("desk_preflight", documents.DeskPreflight, "What is to be said before it goes out")
)
class PreflightView(DeskView):
    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]

    def get(self, request: Request, key: str) -> Response:
        return report(self.visible(request, key))


@extend_schema_view(
    post=change(
        "desk_waive",
        documents.DeskPreflight,
        "Let a finding stand, for its very words",
        body=documents.WaiverForm,
        status=201,
        takes_match=True,
        once=True,
    )
)
class WaiversView(PostOnce, DeskView):
    http_method_names: ClassVar[list[str]] = ["post", "options"]

    def create(self, request: Request, key: str) -> Response:
        article = self.visible(request, key)
        self.require(request, "articles.add_preflightwaiver", article)
        given = self.given(request, documents.WaiverForm)
        try:
            with transaction.atomic():
                held = self.held(request, article)
                found = desk.report_of(held)
                desk.waive(held, found, given["finding"], by=request.user, reason=given["reason"])
        except Refused as error:
            raise conflict(error) from error
        return report(article, 201)


@extend_schema_view(delete=change("desk_unwaive", documents.DeskPreflight, "Take a waiver back"))
class WaiverView(DeskView):
    http_method_names: ClassVar[list[str]] = ["delete", "options"]

    def delete(self, request: Request, key: str, finding: str) -> Response:
        article = self.visible(request, key)
        self.require(request, "articles.delete_preflightwaiver", article)
        standing = PreflightWaiver.objects.standing().filter(article=article)
        waiver = next((one for one in standing if one.span_hash == finding), None)
        if waiver is None:
            raise Http404
        waiver.take_back(by=request.user)
        return report(article)


@extend_schema_view(
    post=change(
        "desk_fix",
        documents.DeskPreflight,
        "Carry out the fix of a finding",
        body=documents.FixForm,
        needs_match=True,
        once=True,
    )
)
class FixesView(PostOnce, DeskView):
    http_method_names: ClassVar[list[str]] = ["post", "options"]

    def create(self, request: Request, key: str) -> Response:
        try:
            with transaction.atomic():
                article = self.locked(request, key)
                given = self.given(request, documents.FixForm)
                desk.apply_fix(article, given["finding"], by=request.user)
        except Refused as error:
            raise conflict(error) from error
        return report(article)
