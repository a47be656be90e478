"""Steps in the life of an article, by the one table of transitions: the same verbs and questions as in the admin."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.core.exceptions import ValidationError as Refused
from django.db import transaction
from drf_spectacular.utils import extend_schema_view
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from articles.api.desk.articles import answer
from articles.api.desk.base import DeskView, conflict
from articles.api.desk.documents import articles as article_documents
from articles.api.desk.documents import steps as documents
from articles.api.desk.documents.describing import change
from articles.api.desk.once import PostOnce
from articles.api.desk.references import record
from articles.api.desk.rows.checks import findings
from articles.models import TRANSITIONS, Article, PublicationRefused, User
from articles.models.transitions import Transition


class StepView(DeskView):
    """Whatever takes a step."""

    def allowed(self, request: Request, key: str, name: str) -> tuple[Article, Transition]:
        """The article and the step; 404 for what this person may not see, 403 for what they may not do."""
        article = self.visible(request, key)
        self.require_step(request, article, name)
        return article, TRANSITIONS[name]

    def require_step(self, request: Request, article: Article, name: str) -> None:
        if not TRANSITIONS[name].is_allowed(request.user, article):
            raise exceptions.PermissionDenied

    def take(
        self, request: Request, article: Article, step: Transition, given: Mapping[str, Any]
    ) -> Response:
        """Take the step, and answer with the working copy. What the verb refuses is 409, with what preflight found."""
        try:
            with transaction.atomic():
                held = self.held(request, article)
                step.take(held, by=request.user, **given)
        except PublicationRefused as error:
            raise conflict(error, findings([one for one in article.preflight() if one.is_open])) from error
        except Refused as error:
            raise conflict(error) from error
        return answer(article, request.user)


class OneStep(PostOnce, StepView):
    """A resource that is nothing but one step: POST takes it."""

    http_method_names: ClassVar[list[str]] = ["post", "options"]
    step: ClassVar[str]
    form: ClassVar[type[Serializer]] = documents.Nothing

    def create(self, request: Request, key: str) -> Response:
        article, step = self.allowed(request, key, self.step)
        return self.take(request, article, step, self.given(request, self.form))


def one_step(name: str, summary: str, form: type[Serializer] = documents.Nothing) -> type[OneStep]:
    """A view that takes the step of that name."""
    view = type(f"{name.title()}View", (OneStep,), {"step": name, "form": form, "__doc__": summary})
    told = change(
        f"desk_{name}", article_documents.DeskArticle, summary, body=form, takes_match=True, once=True
    )
    return extend_schema_view(post=told)(view)


ReviewView = one_step("submit", "Send the draft to review")
ReturnView = one_step("return", "Send it back to its writers, with a note", documents.ReturnForm)
SpikeView = one_step("spike", "Decide against it", documents.Reason)
RestoreView = one_step("restore", "Take it up again", documents.Reason)
WithdrawalView = one_step("withdraw", "Take it away from readers; its address answers 410", documents.Reason)


class AssignmentView(StepView):
    """Whose work it is. PUT gives it to somebody, or to nobody."""

    http_method_names: ClassVar[list[str]] = ["put", "options"]

    @change(
        "desk_assign",
        article_documents.DeskArticle,
        "Give it to somebody",
        body=documents.AssignmentForm,
        takes_match=True,
    )
    def put(self, request: Request, key: str) -> Response:
        article, step = self.allowed(request, key, "assign")
        given = dict(self.given(request, documents.AssignmentForm))
        if given["to"] is not None:
            people = User.objects.filter(is_active=True, is_staff=True)
            given["to"] = record("to", people, "username", given["to"])
        return self.take(request, article, step, given)
