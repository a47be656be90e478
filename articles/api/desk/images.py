"""Pictures: those of the library, and new ones, taken in as the admin takes them."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError as Refused
from django.db import transaction
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema_view
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api import parameters
from articles.api import rows as public_rows
from articles.api.desk.base import DeskView, conflict, known_key
from articles.api.desk.documents import images as documents
from articles.api.desk.documents.describing import change, query, read
from articles.api.desk.once import PostOnce
from articles.api.desk.paging import paged
from articles.api.desk.records import etag_of
from articles.api.problems import StaleError
from articles.models import Image
from articles.models.keyset import Order
from articles.operations import images, records, uploads

WORDS = parameters.words("alt", "caption", "credit")


def row(image: Any) -> dict[str, Any]:
    """A picture from ``with_usage()``."""
    shown = public_rows.image(image.as_json())
    return {
        **{name: shown[name] for name in ("short_id", "url", "width", "height", "focus", "renditions")},
        "alt": image.alt,
        "decorative": image.is_decorative,
        "caption": image.caption,
        "credit": image.credit,
        "licence": image.licence,
        "rights_until": image.rights_until.isoformat() if image.rights_until else None,
        "embargo_until": public_rows.moment(image.embargo_until),
        "is_public": image.is_public,
    }


@extend_schema_view(
    get=read(
        "desk_images",
        documents.DeskImagePage,
        "The library, newest first",
        parameters=query(documents.PAGING, {"q": ("", WORDS)}),
    ),
    post=change(
        "desk_image_upload",
        documents.DeskImage,
        "Take a picture in",
        body={"multipart/form-data": documents.ImageForm},
        status=201,
        once=True,
    ),
)
class ImagesView(PostOnce, DeskView):
    http_method_names: ClassVar[list[str]] = ["get", "post", "head", "options"]
    parser_classes: ClassVar[list[type]] = [MultiPartParser]

    def get(self, request: Request) -> Response:
        parameters.refuse_unknown(request.query_params, documents.PAGING)
        self.require(request, "articles.view_image")
        found = Image.objects.with_usage()
        if "q" in request.query_params:
            found = found.filter(WORDS("q", request.query_params["q"]))
        return paged(request, found, Order("created_at"), row)

    def create(self, request: Request) -> Response:
        self.require(request, "articles.add_image")
        given = dict(self.given(request, documents.ImageForm))
        file, is_decorative = given.pop("file"), given.pop("decorative")
        image = Image(**given, is_decorative=is_decorative)
        try:
            image.file = uploads.cleaned(file)
        except Refused as error:
            raise conflict(Refused({"file": error.messages})) from error
        try:
            image.full_clean(exclude=["short_id"])
            images.store(image)
        except Refused as error:
            raise conflict(error) from error
        body = row(Image.objects.with_usage().get(pk=image.pk))
        return Response(body, status=201)


@extend_schema_view(
    get=read("desk_image", documents.DeskImage, "One picture"),
    patch=change(
        "desk_image_edit",
        documents.DeskImage,
        "Edit its facts: what is not given stays",
        body=documents.ImageFactsForm,
        minds_match=True,
    ),
)
class ImageView(DeskView):
    """The facts of a picture change for what is published from then on; editions keep what they said."""

    http_method_names: ClassVar[list[str]] = ["get", "patch", "head", "options"]

    def get(self, request: Request, key: str) -> Response:
        return self._told(self._found(request, key))

    def patch(self, request: Request, key: str) -> Response:
        image = self._found(request, key)
        self.require(request, "articles.change_image")
        with transaction.atomic():
            image = Image.objects.select_for_update().get(pk=image.pk)
            current = Image.objects.with_usage().get(pk=image.pk)
            if request.headers.get("If-Match", "*") not in ("*", etag_of(row(current))):
                raise StaleError
            given = dict(self.given(request, documents.ImageFactsForm))
            if "decorative" in given:
                given["is_decorative"] = given.pop("decorative")
            try:
                records.save(image, by=request.user, fields=given)
            except Refused as error:
                raise conflict(error) from error
            if {"focal_x", "focal_y"} & set(given) and not current.was_public:
                images.make_renditions(image)  # it is cut around another point
        return self._told(Image.objects.with_usage().get(pk=image.pk))

    def _found(self, request: Request, key: str) -> Image:
        parameters.refuse_unknown(request.query_params, ())
        self.require(request, "articles.view_image")
        return get_object_or_404(Image.objects.with_usage(), short_id=known_key(key))

    def _told(self, image: Image) -> Response:
        body = row(image)
        return Response(body, headers={"ETag": etag_of(body)})
