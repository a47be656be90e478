"""Revisions of a working copy, and the trace of what was done."""

from rest_framework import serializers as s

from articles.api.desk.documents.articles import KINDS, ROLES, DeskArticle
from articles.api.desk.documents.forms import TEXT, Body, Text, text_field
from articles.models import QuoteUse

ATTRIBUTIONS = list(QuoteUse.Attribution.values)


class DeskRevisionRow(s.Serializer):
    number = s.IntegerField()
    version = s.IntegerField(help_text="Of the working copy.")
    by = s.CharField(allow_null=True)
    at = s.DateTimeField()
    why = s.CharField()
    name = s.CharField(help_text="Somebody's name for it: “as sent to the lawyer”.")
    is_aside = s.BooleanField(help_text="Typed and never saved: kept to be compared and taken over.")


class DeskRevisionPage(s.Serializer):
    next = s.IntegerField(allow_null=True, help_text="For before, where there are more.")
    results = DeskRevisionRow(many=True)


class RevisionByline(s.Serializer):
    author = s.CharField()
    role = s.ChoiceField(ROLES)
    credited_as = s.CharField()


class RevisionQuote(s.Serializer):
    place = s.CharField()
    exact = s.CharField()
    attribution = s.ChoiceField(ATTRIBUTIONS)
    quote = s.CharField(allow_null=True)


class DeskRevision(DeskRevisionRow):
    headline = s.CharField()
    short_headline = s.CharField()
    seo_title = s.CharField()
    slug = s.CharField()
    dek = s.CharField()
    kind = s.ChoiceField(KINDS)
    language = s.CharField()
    dateline_place = s.CharField()
    dateline_date = s.DateField(allow_null=True)
    body = s.CharField()
    canonical_url = s.CharField()
    editors_note = s.CharField()
    section = s.CharField(allow_null=True)
    lead_image = s.CharField(allow_null=True)
    topics = s.ListField(child=s.CharField())
    bylines = RevisionByline(many=True)
    quotes = RevisionQuote(many=True)


class RevisionName(Body):
    name = Text(TEXT, max_length=80)


class RestoreForm(Body):
    why = text_field(200)


class DeskRestored(s.Serializer):
    article = DeskArticle()
    missing = s.ListField(child=s.CharField(), help_text="What it named and is no longer there.")


class DeskEvent(s.Serializer):
    kind = s.CharField()
    label = s.CharField(help_text="In words.")
    by = s.CharField(allow_null=True)
    at = s.DateTimeField()
    quote = s.CharField(allow_null=True)
    details = s.DictField(child=s.CharField())


class DeskEventPage(s.Serializer):
    next = s.URLField(allow_null=True)
    previous = s.URLField(allow_null=True)
    results = DeskEvent(many=True)


BEFORE = {"limit": "Rows a page, 1 to 100.", "before": "Only revisions with a smaller number."}
PAGING = {"limit": "Rows a page, 1 to 100.", "cursor": "From the next or previous link of another page."}
