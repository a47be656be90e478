"""What readers get: approval before, publication now or at a time, corrections, retraction by two."""

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.desk.base import etag
from articles.api.desk.documents import articles as article_documents
from articles.api.desk.documents import steps as documents
from articles.api.desk.documents.describing import change, read
from articles.api.desk.once import PostOnce
from articles.api.desk.references import record
from articles.api.desk.rows import publication as rows
from articles.api.desk.steps import OneStep, StepView
from articles.api.problems import ConflictError
from articles.models import TRANSITIONS, Quote

WORKING_COPY = article_documents.DeskArticle


@extend_schema_view(
    get=read("desk_approval", documents.DeskApproval, "Who let it out last, and whether that still holds"),
    post=change(
        "desk_approve",
        WORKING_COPY,
        "Approve exactly this content",
        body=documents.Nothing,
        takes_match=True,
        once=True,
    ),
)
class ApprovalView(OneStep):
    http_method_names: ClassVar[list[str]] = ["get", "post", "head", "options"]
    step = "approve"

    def get(self, request: Request, key: str) -> Response:
        article = self.visible(request, key)
        return Response(rows.approval(article), headers={"ETag": etag(article)})


@extend_schema_view(
    get=read("desk_publication", documents.DeskPublication, "What readers have, and when it goes out"),
    put=change(
        "desk_publish",
        WORKING_COPY,
        "Publish it, now or at a set time",
        body=documents.PublicationForm,
        takes_match=True,
        examples=[documents.NOW, documents.LATER],
    ),
    delete=change("desk_unschedule", WORKING_COPY, "Take the time back", takes_match=True),
)
class PublicationView(StepView):
    http_method_names: ClassVar[list[str]] = ["get", "put", "delete", "head", "options"]

    def get(self, request: Request, key: str) -> Response:
        article = self.visible(request, key)
        return Response(rows.publication(article), headers={"ETag": etag(article)})

    def put(self, request: Request, key: str) -> Response:
        article = self.visible(request, key)
        given = self.given(request, documents.PublicationForm)
        name, values = self._step(request, article, given)
        self.require_step(request, article, name)
        try:
            return self.take(request, article, TRANSITIONS[name], values)
        except ConflictError as error:
            if error.errors and "to" in error.errors:  # as the verb calls it
                error.errors["at"] = error.errors.pop("to")
            raise

    def delete(self, request: Request, key: str) -> Response:
        article, step = self.allowed(request, key, "unschedule")
        return self.take(request, article, step, {})

    def _step(self, request: Request, article: Any, given: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """Which step that is. Of what readers have, an update, where this person may; else it is published as approved."""
        if given.get("at"):
            return "schedule", {"to": given["at"]}
        kind = given.get("kind") or ("update" if article.public_status == "live" else "publish")
        if kind == "update" and not TRANSITIONS["update"].is_allowed(request.user, article):
            kind = "publish"
        return kind, {"note": given.get("note", "")} if kind == "update" else {}


@extend_schema_view(
    get=read("desk_corrections", documents.DeskCorrections, "Every note to readers, newest first"),
    post=change(
        "desk_correct",
        WORKING_COPY,
        "Publish the working copy with a note to readers",
        body=documents.CorrectionForm,
        takes_match=True,
        once=True,
        examples=[documents.CORRECT],
    ),
)
class CorrectionsView(PostOnce, StepView):
    http_method_names: ClassVar[list[str]] = ["get", "post", "head", "options"]

    def get(self, request: Request, key: str) -> Response:
        article = self.visible(request, key)
        found = article.corrections.select_related("quote", "by")
        return Response({"results": [rows.correction(one) for one in found]})

    def create(self, request: Request, key: str) -> Response:
        article, step = self.allowed(request, key, "correct")
        given = dict(self.given(request, documents.CorrectionForm))
        if given.get("quote"):
            used = Quote.objects.filter(uses__article=article, uses__attribution="confirmed").distinct()
            given["quote"] = record("quote", used, "short_id", given["quote"])
        return self.take(request, article, step, given)


@extend_schema_view(
    get=read("desk_retractions", documents.DeskRetractions, "Every request to retract it, newest first"),
    post=change(
        "desk_request_retraction",
        WORKING_COPY,
        "Ask for its retraction; somebody else has to agree",
        body=documents.NoticeForm,
        takes_match=True,
        once=True,
    ),
    delete=change(
        "desk_decline_retraction", WORKING_COPY, "Take the request off the table", takes_match=True
    ),
)
class RetractionView(OneStep):
    http_method_names: ClassVar[list[str]] = ["get", "post", "delete", "head", "options"]
    step = "request_retraction"
    form = documents.NoticeForm

    def get(self, request: Request, key: str) -> Response:
        article = self.visible(request, key)
        if not request.user.has_perm("articles.view_retraction"):
            self.require(request, "articles.retract_article", article)
        found = article.retractions.select_related("requested_by", "agreed_by", "declined_by")
        return Response({"results": [rows.retraction(one) for one in found]})

    def delete(self, request: Request, key: str) -> Response:
        article, step = self.allowed(request, key, "decline_retraction")
        return self.take(request, article, step, {})


@extend_schema_view(
    post=change(
        "desk_agree_retraction",
        WORKING_COPY,
        "Agree to the retraction that somebody else asked for",
        body=documents.Nothing,
        takes_match=True,
        once=True,
    )
)
class AgreementView(OneStep):
    step = "agree_retraction"
