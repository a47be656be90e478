"""The desk's quotations for programs: what was found in a working copy, and the decisions about it.

The same operations as in the admin, with the same questions of permission.
"""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError as Refused
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from articles.api.desk.base import DeskView, conflict, etag
from articles.api.desk.documents import quotes as documents
from articles.api.desk.documents.steps import Nothing
from articles.api.desk.rows.quotes import panel, place_of
from articles.models import Article, Occasion, Organization, Person
from articles.operations.quote_panel import Row, followers_of, rows_of
from articles.operations.settling import give_occasion, reject_use, reopen_use, settle_uses


@documents.LIST
class QuotesView(DeskView):
    """Every quotation of a working copy, decided or open, in reading order."""

    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]

    def get(self, request: Request, key: str) -> Response:
        return _panel(self.article(request, key))


def _panel(article: Article) -> Response:
    response = Response(panel(article, rows_of(article)))
    response["ETag"] = etag(article)
    return response


class DecisionView(DeskView):
    """A decision about one quotation: PUT decides, DELETE makes it an open proposal again."""

    form: ClassVar[type[Serializer]] = Nothing

    def put(self, request: Request, key: str, place: str) -> Response:
        return self._act(request, key, place, self.decide)

    def decide(self, row: Row, rows: list[Row], data: dict[str, Any], by: Any) -> None:
        raise NotImplementedError(f"{type(self).__name__} must say what it decides.")

    def _act(self, request: Request, key: str, place: str, act: Any) -> Response:
        try:
            with transaction.atomic():
                article = self.locked(request, key)
                rows = rows_of(article)
                row = next((one for one in rows if place_of(one) == place), None)
                if row is None:
                    raise Http404
                act(row, rows, self.given(request, self.form), request.user)
        except Refused as error:
            raise conflict(error) from error
        return _panel(article)


class Reopening(DecisionView):
    """A decision that can be taken back."""

    def delete(self, request: Request, key: str, place: str) -> Response:
        return self._act(request, key, place, lambda row, rows, data, by: reopen_use(row.lead, by=by))


@documents.CONFIRMATION
class ConfirmationView(Reopening):
    """Who said it. Without a speaker the one that is preselected is confirmed, as Enter does in the admin."""

    form = documents.Decision

    def decide(self, row: Row, rows: list[Row], data: dict[str, Any], by: Any) -> None:
        together = [row, *(followers_of(row, rows) if data.get("followers") else [])]
        decision = {
            **_speaker(data.get("speaker"), row),
            "label": data.get("label"),
            "occasion": _occasion(data.get("occasion")),
            "learn": data.get("learn", False),
        }
        if "record" in data:
            decision["record"] = data["record"]
        settle_uses([one.lead for one in together], by=by, **decision)


@documents.REJECTION
class RejectionView(Reopening):
    """That it is nobody's statement."""

    def decide(self, row: Row, rows: list[Row], data: dict[str, Any], by: Any) -> None:
        reject_use(row.lead, by=by)


@documents.OCCASION
class OccasionView(DecisionView):
    """At which occasion it was said; speaker and decision stay as they are."""

    form = documents.OccasionChoice

    def decide(self, row: Row, rows: list[Row], data: dict[str, Any], by: Any) -> None:
        give_occasion([row.lead], _occasion(data["occasion"]), by=by)


def _speaker(wanted: dict[str, str] | None, row: Row) -> dict[str, Any]:
    """The speaker as ``confirm_use`` takes it: a record by its slug, a name, or whoever is preselected."""
    if wanted is None:
        if row.chosen is None:
            raise Refused({"speaker": _("Nobody is preselected: say who said it.")})
        return row.chosen.as_speaker()
    kind, slug = wanted["type"], wanted.get("slug", "")
    if not slug:
        return {"name": wanted.get("name", ""), "kind": kind}
    records = Organization.objects.all() if kind == "organization" else Person.objects.named()
    record = records.filter(slug=slug).first()
    if record is None:
        raise Refused({"speaker": _("Nobody has the slug “%(slug)s”.") % {"slug": slug}})
    return {kind: record}


def _occasion(short_id: str | None) -> Occasion | None:
    if not short_id:
        return None
    found = Occasion.objects.filter(short_id=short_id).first()
    if found is None:
        raise Refused({"occasion": _("There is no occasion “%(id)s”.") % {"id": short_id}})
    return found
