"""Links by which people without an account read one revision."""

import datetime
from typing import ClassVar

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.utils import extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.desk.base import DeskView
from articles.api.desk.documents import together as documents
from articles.api.desk.documents.describing import change, read
from articles.api.desk.once import PostOnce
from articles.api.desk.rows import together as rows
from articles.models import Article, PreviewLink


class LinksBase(DeskView):
    """Only for those who may make links, as in the admin."""

    def asked(self, request: Request, key: str) -> Article:
        article = self.visible(request, key)
        self.require(request, "articles.add_previewlink", article)
        return article


@extend_schema_view(
    get=read("desk_preview_links", documents.DeskPreviewLinks, "Every link that was made, newest first"),
    post=change(
        "desk_preview_link_make",
        documents.DeskPreviewLink,
        "Make a link to the working copy as it is now; its address is shown once",
        body=documents.PreviewLinkForm,
        status=201,
        once=True,
    ),
)
class PreviewLinksView(PostOnce, LinksBase):
    http_method_names: ClassVar[list[str]] = ["get", "post", "head", "options"]
    secrets = ("address",)

    def get(self, request: Request, key: str) -> Response:
        article = self.asked(request, key)
        found = article.preview_links.select_related("made_by", "revoked_by", "revision").defer("page")
        numbers = rows.numbers(article.preview_links)
        return Response({"results": [rows.preview_link(one, numbers[one.pk]) for one in found]})

    def create(self, request: Request, key: str) -> Response:
        article = self.asked(request, key)
        given = self.given(request, documents.PreviewLinkForm)
        until = timezone.now() + datetime.timedelta(days=given["days"])
        link, token = PreviewLink.objects.make(
            article, by=request.user, expires_at=until, for_whom=given["for_whom"]
        )
        address = settings.SITE_URL + reverse("preview", args=[token])
        number = rows.numbers(article.preview_links)[link.pk]
        return Response(rows.preview_link(link, number, address), status=201)


@extend_schema_view(delete=change("desk_preview_link_end", documents.DeskPreviewLink, "End it now"))
class PreviewLinkView(LinksBase):
    http_method_names: ClassVar[list[str]] = ["delete", "options"]

    def delete(self, request: Request, key: str, number: int) -> Response:
        article = self.asked(request, key)
        by_number = {known: pk for pk, known in rows.numbers(article.preview_links).items()}
        link = (
            article.preview_links.select_related("revision", "made_by")
            .filter(pk=by_number.get(number))
            .first()
        )
        if link is None:
            raise Http404
        link.revoke(by=request.user)
        return Response(rows.preview_link(link, number))
