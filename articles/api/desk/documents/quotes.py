"""Quotations of a working copy, and the decisions about them."""

from drf_spectacular.utils import extend_schema_view
from rest_framework import serializers as s

from articles.api.desk.documents.describing import change, read
from articles.api.desk.documents.forms import TEXT, Body, Text, Truth, short_id_field, slug_field, text_field
from articles.api.desk.documents.steps import Nothing
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
    slug = s.CharField(help_text="Of the record, where the newsroom has one: names it in a confirmation.")


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


class SpeakerChoice(Body):
    """A known speaker by slug, or a name; ``unnamed`` for somebody who is described instead of named."""

    type = s.ChoiceField(TYPES, default="person")
    slug = slug_field(required=False, help_text="Of a record; or else a name.")
    name = Text(TEXT, required=False, max_length=160)

    def validate(self, attrs: dict) -> dict:
        if bool(attrs.get("slug")) == bool(attrs.get("name")):
            raise s.ValidationError("Give either the slug of a record or a name.")
        return attrs


class Decision(Body):
    speaker = SpeakerChoice(required=False)
    label = text_field(200)
    occasion = short_id_field(required=False, allow_null=True)
    record = s.ChoiceField(Quote.Record.choices, required=False)
    followers = Truth(required=False)
    learn = Truth(required=False)


class OccasionChoice(Body):
    occasion = short_id_field(allow_null=True)


def _decision(name: str, body: type[s.Serializer], summary: str, *, can_be_undone: bool = True) -> object:
    told = {"put": change(f"desk_quote_{name}", DeskQuotes, summary, body=body, needs_match=True)}
    if can_be_undone:
        undo = "Take that back: it is an open proposal again"
        told["delete"] = change(f"desk_quote_{name}_undo", DeskQuotes, undo, needs_match=True)
    return extend_schema_view(**told)


LIST = extend_schema_view(get=read("desk_quotes", DeskQuotes, "Every quotation, decided or open"))
CONFIRMATION = _decision("confirmation", Decision, "Say who said it")
REJECTION = _decision("rejection", Nothing, "Say that it is nobody's statement")
OCCASION = _decision("occasion", OccasionChoice, "Say at which occasion it was said", can_be_undone=False)
