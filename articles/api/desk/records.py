"""Lists and single ones of the newsroom's records: read, added to, edited, as in the admin."""

import hashlib
import json
from collections.abc import Callable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError as Refused
from django.db import models, transaction
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.views.decorators.debug import sensitive_variables
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from articles.api import parameters
from articles.api.desk.base import DeskView, conflict
from articles.api.desk.once import PostOnce
from articles.api.desk.paging import paged_by_key
from articles.api.problems import StaleError
from articles.operations import records

PAGING = ("limit", "cursor")


class Records(DeskView):
    """One kind of record: what it is, who may see which of them, and how it is told and taken."""

    model: ClassVar[type[models.Model]]
    noun: ClassVar[str]  # as it stands in the address
    key: ClassVar[str] = "slug"
    row: ClassVar[Callable[[Any], dict[str, Any]]]
    answer: ClassVar[type[Serializer]]
    form: ClassVar[type[Serializer] | None] = None
    new_form: ClassVar[type[Serializer] | None] = None
    filters: ClassVar[
        dict[str, tuple[str, parameters.Reader]]
    ] = {}  # a lookup, or none where a condition is read

    told_as: ClassVar[dict[str, str]] = {}  # fields that have another name here

    def found(self, user: Any) -> QuerySet:
        """What this person may see, with a load plan."""
        return self.model._default_manager.all()

    def shown(self, found: list[Any], user: Any) -> None:
        """Told of what is about to be shown."""

    def taken(self, given: dict[str, Any], user: Any) -> dict[str, Any]:
        """The arguments of ``records.save`` for what was sent."""
        return {"fields": given}

    def require_to(self, request: Request, verb: str) -> None:
        self.require(request, f"articles.{verb}_{self.model._meta.model_name}")

    def told(self, pk: int, user: Any, status: int = 200) -> Response:
        record = self.found(user).get(pk=pk)
        self.shown([record], user)
        row = type(self).row(record)
        return Response(row, status=status, headers={"ETag": etag_of(row)})

    @sensitive_variables()
    def save(self, record: Any, given: dict[str, Any], user: Any) -> None:
        taken = self.taken(given, user)
        field_of = {told: name for name, told in self.told_as.items()}
        fields = {field_of.get(name, name): value for name, value in taken["fields"].items()}
        try:
            records.save(record, by=user, **{**taken, "fields": fields})
        except Refused as error:
            refused = conflict(error)
            refused.errors = {
                self.told_as.get(name, name): said for name, said in (refused.errors or {}).items()
            }
            raise refused from error


class RecordList(PostOnce, Records):
    known: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)
        cls.known = (*cls.filters, *PAGING)
        cls.http_method_names = ["get", *(["post"] if cls.new_form else []), "head", "options"]

    def get(self, request: Request) -> Response:
        given = request.query_params
        parameters.refuse_unknown(given, self.known)
        self.require_to(request, "view")
        found = self.found(request.user)
        for name, (lookup, reader) in self.filters.items():
            if name in given:
                value = reader(name, parameters.text(name, given[name]))
                found = found.filter(**{lookup: value}) if lookup else found.filter(value)
        return paged_by_key(
            request, found, self.key, type(self).row, lambda items: self.shown(items, request.user)
        )

    @sensitive_variables()
    def create(self, request: Request) -> Response:
        self.require_to(request, "add")
        record = self.model()
        self.save(record, self.given(request, self.new_form), request.user)
        return self.told(record.pk, request.user, 201)


class RecordDetail(Records):
    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)
        cls.http_method_names = ["get", *(["patch"] if cls.form else []), "head", "options"]

    def get(self, request: Request, key: str) -> Response:
        return self.told(self._one(request, key).pk, request.user)

    @sensitive_variables()
    def patch(self, request: Request, key: str) -> Response:
        with transaction.atomic():
            record = self._one(request, key)
            self.require_to(request, "change")
            record = self.model._default_manager.select_for_update().get(pk=record.pk)
            wanted = request.headers.get("If-Match", "*")
            if wanted not in ("*", etag_of(type(self).row(self.found(request.user).get(pk=record.pk)))):
                raise StaleError
            self.save(record, self.given(request, self.form), request.user)
            return self.told(record.pk, request.user)

    def _one(self, request: Request, key: str) -> Any:
        parameters.refuse_unknown(request.query_params, ())
        self.require_to(request, "view")
        return get_object_or_404(self.found(request.user), **{self.key: parameters.text(self.key, key)})


def etag_of(row: dict[str, Any]) -> str:
    """Names the state of a record that counts no versions."""
    return f'"{hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:16]}"'
