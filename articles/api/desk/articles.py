"""Working copies: the list, a new one, one to read and to edit."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError as Refused
from django.db import transaction
from drf_spectacular.utils import extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api import parameters
from articles.api.desk import references
from articles.api.desk.base import DeskView, conflict
from articles.api.desk.documents import articles as documents
from articles.api.desk.documents.describing import change, query, read
from articles.api.desk.once import PostOnce
from articles.api.desk.paging import paged
from articles.api.desk.rows import articles as rows
from articles.models import Article
from articles.models.keyset import Order
from articles.operations import working_copies
from articles.operations.lookup import found_by_words

NEWEST = Order("saved_at")
FILTERS = {
    "stage": ("stage", parameters.choice(documents.STAGES)),
    "public_status": ("public_status", parameters.choice(documents.PUBLIC_STATUSES)),
    "section": ("section__slug", parameters.text),
    "kind": ("kind", parameters.choice(documents.KINDS)),
    "language": ("language", parameters.text),
    "assigned_to": ("assigned_to__username", parameters.text),
    "saved_after": ("saved_at__gt", parameters.moment),
}


WORDS = parameters.words("headline")


def answer(article: Article, user: Any, status: int = 200) -> Response:
    """The working copy as it is now, with its version as ``ETag``."""
    body = rows.whole(article, user)
    return Response(body, status=status, headers={"ETag": f'"{body["version"]}"'})


@extend_schema_view(
    get=read(
        "desk_articles_list",
        documents.DeskArticlePage,
        "The working copies that you may see, last saved first",
        parameters=query(documents.FILTERS, {**FILTERS, "q": ("", WORDS)}),
    ),
    post=change(
        "desk_articles_create",
        documents.DeskArticle,
        "A new working copy",
        body=documents.NewArticleForm,
        status=201,
        once=True,
        examples=[documents.NEW],
    ),
)
class ArticlesView(PostOnce, DeskView):
    http_method_names: ClassVar[list[str]] = ["get", "post", "head", "options"]

    def get(self, request: Request) -> Response:
        given = request.query_params
        parameters.refuse_unknown(given, documents.FILTERS)
        found = Article.objects.visible_to(request.user).for_desk_list().with_quote_counts()
        for name, (lookup, reads) in FILTERS.items():
            if name in given:
                value = reads(name, parameters.text(name, given[name]))
                value = request.user.get_username() if (name, value) == ("assigned_to", "me") else value
                found = found.filter(**{lookup: value})
        if "q" in given:
            WORDS("q", given["q"])
            found = found_by_words(found, given["q"])
        return paged(request, found, NEWEST, rows.row)

    def create(self, request: Request) -> Response:
        self.require(request, "articles.add_article")
        given = self.given(request, documents.NewArticleForm)
        article = Article()
        save(article, given, by=request.user)
        return answer(article, request.user, 201)


@extend_schema_view(
    get=read("desk_articles_read", documents.DeskArticle, "A working copy"),
    patch=change(
        "desk_articles_edit",
        documents.DeskArticle,
        "Edit it: what is not given stays",
        body=documents.ArticleForm,
        needs_match=True,
        examples=[documents.EDIT],
    ),
)
class ArticleView(DeskView):
    http_method_names: ClassVar[list[str]] = ["get", "patch", "head", "options"]

    def get(self, request: Request, key: str) -> Response:
        return answer(self.visible(request, key), request.user)

    def patch(self, request: Request, key: str) -> Response:
        with transaction.atomic():
            article = self.locked(request, key)
            save(article, self.given(request, documents.ArticleForm), by=request.user)
        return answer(article, request.user)


def save(article: Article, given: dict[str, Any], *, by: Any) -> None:
    """Save what was sent through the one path that every save takes. Raises ``ConflictError``."""
    found = references.looked_up(given, by, article)
    try:
        working_copies.save(article, by=by, **found)
    except Refused as error:
        raise conflict(error) from error
