"""Quotations of a working copy, and the decisions about them."""

from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import serializers as s

from articles.api.documents import Problem
from articles.models import Quote

STATES = ["confirmed", "proposed", "unattributed", "drift", "not", "lost"]
TYPES = ["person", "organization", "unnamed"]
CANDIDATE_TYPES = [*TYPES, "confidential"]
RECORDED_TYPES = ["person", "organization", "confidential"]


class DeskSegment(s.Serializer):
    place = s.ChoiceField(["headline", "dek", "body", "pull", "caption"])
    exact = s.CharField()
    prefix = s.CharField()
    suffix = s.CharField()
    start = s.IntegerField()
    end = s.IntegerField()


class Candidate(s.Serializer):
    name = s.CharField()
    type = s.ChoiceField(CANDIDATE_TYPES)
    label = s.CharField()
    reason = s.CharField()
    confidence = s.IntegerField(allow_null=True, help_text="Percent; null for what is on record.")
    is_known = s.BooleanField()


class DeskSpeaker(s.Serializer):
    name = s.CharField()
    slug = s.CharField()
    type = s.ChoiceField(RECORDED_TYPES)


class DeskQuote(s.Serializer):
    place = s.CharField(help_text="Names the quotation within this version of the text: body-3.")
    state = s.ChoiceField(STATES)
    text = s.CharField()
    segments = DeskSegment(many=True)
    display = DeskSegment(many=True, help_text="Words of headline and dek that come from it.")
    kind = s.CharField()
    cue = s.CharField()
    attribution_text = s.CharField()
    insertions = s.ListField(child=s.CharField())
    match = s.ChoiceField(["verbatim", "excerpt", "edited", "drift"])
    quote = s.CharField(allow_null=True)
    speaker = DeskSpeaker(allow_null=True)
    label = s.CharField()
    occasion = s.CharField(allow_null=True)
    record = s.CharField()
    candidates = Candidate(many=True)
    preselected = s.IntegerField(allow_null=True, help_text="Place among the candidates.")
    followers = s.ListField(child=s.CharField())


class DeskQuotes(s.Serializer):
    article = s.CharField()
    version = s.IntegerField()
    open = s.IntegerField()
    quotes = DeskQuote(many=True)


class SpeakerChoice(s.Serializer):
    """A known speaker by slug, or a name; ``unnamed`` for somebody who is described instead of named."""

    type = s.ChoiceField(TYPES, default="person")
    slug = s.CharField(required=False, max_length=200)
    name = s.CharField(required=False, max_length=160)

    def validate(self, attrs: dict) -> dict:
        if bool(attrs.get("slug")) == bool(attrs.get("name")):
            raise s.ValidationError("Give either the slug of a record or a name.")
        return attrs


class Decision(s.Serializer):
    speaker = SpeakerChoice(required=False)
    label = s.CharField(required=False, allow_blank=True, max_length=200)
    occasion = s.CharField(required=False, allow_null=True)
    record = s.ChoiceField(Quote.Record.choices, required=False)
    followers = s.BooleanField(required=False)
    learn = s.BooleanField(required=False)


class OccasionChoice(s.Serializer):
    occasion = s.CharField(allow_null=True)


_STATUSES = (400, 401, 403, 404, 412, 428)
_ANSWERS = {200: DeskQuotes, **{(status, "application/problem+json"): Problem for status in _STATUSES}}
_READ = {
    200: DeskQuotes,
    **{(status, "application/problem+json"): Problem for status in (400, 401, 403, 404)},
}
_IF_MATCH = OpenApiParameter(
    "If-Match", str, OpenApiParameter.HEADER, required=True, description="The ETag of what was looked at."
)


def _decision(name: str, body: type[s.Serializer] | None, *, can_be_undone: bool = True) -> object:
    shared = {"tags": ["desk"], "parameters": [_IF_MATCH], "responses": _ANSWERS}
    found = {"put": extend_schema(operation_id=f"desk_quote_{name}", request=body, **shared)}
    if can_be_undone:
        found["delete"] = extend_schema(operation_id=f"desk_quote_{name}_undo", request=None, **shared)
    return extend_schema_view(**found)


LIST = extend_schema_view(get=extend_schema(operation_id="desk_quotes", tags=["desk"], responses=_READ))
CONFIRMATION = _decision("confirmation", Decision)
REJECTION = _decision("rejection", None)
OCCASION = _decision("occasion", OccasionChoice, can_be_undone=False)
