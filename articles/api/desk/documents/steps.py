"""What the steps in the life of an article take."""

from drf_spectacular.utils import OpenApiExample
from rest_framework import serializers as s

from articles.api.desk.documents.forms import Body, Moment, Text, short_id_field, text_field
from articles.models import Article, Correction
from articles.models.correction import NOTES

GOING_OUT = ["publish", "update", "minor"]
NOTE_KINDS = list(NOTES)
CORRECTION_KINDS = list(Correction.Kind.values)


class Nothing(Body):
    """An empty object, or no body at all."""


class Reason(Body):
    reason = text_field(2000, required=True)


class ReturnForm(Body):
    note = text_field(2000, required=True, help_text="What is to be done.")


class AssignmentForm(Body):
    to = Text(r"^[\w.@+-]{1,150}$", allow_null=True, help_text="User name; null takes it from everybody.")
    due_at = Moment(required=False, allow_null=True)
    priority = s.ChoiceField(Article.Priority.values, required=False)


class PublicationForm(Body):
    """Without anything: now."""

    at = Moment(required=False, allow_null=True, help_text="A time to come: then it goes out at that time.")
    kind = s.ChoiceField(
        GOING_OUT,
        required=False,
        help_text="Of what readers have already: minor has no visible time, update has one.",
    )
    note = text_field(2000, help_text="Of an update, for the record.")


class CorrectionForm(Body):
    kind = s.ChoiceField(NOTE_KINDS, default="correction")
    note = text_field(
        4000, required=True, help_text="Says to readers what was wrong and what is right; for good."
    )
    wrong = text_field(4000)
    right = text_field(4000)
    quote = short_id_field(required=False, allow_null=True, help_text="The quotation that is put right.")


class NoticeForm(Body):
    notice = text_field(4000, required=True, help_text="Shown in place of the article.")


class DeskApproval(s.Serializer):
    by = s.CharField(allow_null=True)
    at = s.DateTimeField(allow_null=True)
    is_standing = s.BooleanField(help_text="Whether it covers exactly what the working copy says now.")


class DeskPublication(s.Serializer):
    public_status = s.ChoiceField(list(Article.PublicStatus.values))
    scheduled_for = s.DateTimeField(allow_null=True)
    scheduled_by = s.CharField(allow_null=True)
    missed = s.CharField(help_text="Why the last scheduled publication did not go out; empty.")
    edition = s.IntegerField(allow_null=True, help_text="Number of what readers have.")
    first_published_at = s.DateTimeField(allow_null=True)
    updated_at = s.DateTimeField(allow_null=True)
    url = s.URLField(allow_null=True)
    embargoes = s.ListField(child=s.DateTimeField(), help_text="It cannot go out before the last of these.")
    more_than_minor = s.ListField(
        child=s.CharField(), help_text="Why the pending changes are more than a minor update."
    )


class DeskCorrection(s.Serializer):
    kind = s.ChoiceField(CORRECTION_KINDS)
    note = s.CharField()
    wrong = s.CharField()
    right = s.CharField()
    quote = s.CharField(allow_null=True)
    by = s.CharField(allow_null=True)
    at = s.DateTimeField()


class DeskCorrections(s.Serializer):
    results = DeskCorrection(many=True)


class DeskRetraction(s.Serializer):
    notice = s.CharField()
    requested_by = s.CharField()
    requested_at = s.DateTimeField()
    agreed_by = s.CharField(allow_null=True)
    agreed_at = s.DateTimeField(allow_null=True)
    declined_by = s.CharField(allow_null=True)
    declined_at = s.DateTimeField(allow_null=True)


class DeskRetractions(s.Serializer):
    results = DeskRetraction(many=True)


LATER = OpenApiExample("At a set time", request_only=True, value={"at": "2031-05-06T07:30:00Z"})
NOW = OpenApiExample("Now", request_only=True, value={})
CORRECT = OpenApiExample(
    "A correction",
    request_only=True,
    value={"kind": "correction", "note": "The ferry has 80 seats, not 60.", "wrong": "60", "right": "80"},
)
