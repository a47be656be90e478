"""Quotations, their speakers, occasions and sources."""

from rest_framework import serializers as s

from articles.api.documents.shared import (
    OCCASION_KINDS,
    PRECISIONS,
    QUOTE_KINDS,
    QUOTE_MATCHES,
    QUOTE_PLACES,
    QUOTE_STATES,
    ArticleRef,
    Named,
)

SPEAKER_TYPES = ["person", "organization", "confidential", ""]


class Speaker(s.Serializer):
    type = s.ChoiceField(SPEAKER_TYPES)
    name = s.CharField()
    slug = s.CharField()
    url = s.CharField()


class Segment(s.Serializer):
    anchor = s.CharField()
    text = s.CharField()
    exact = s.CharField(help_text="The words with their marks, as they stand in the text.")
    prefix = s.CharField()
    suffix = s.CharField()
    start = s.IntegerField(allow_null=True, help_text="Code points into body_text; null in old editions.")
    end = s.IntegerField(allow_null=True)


class Source(s.Serializer):
    title = s.CharField()
    url = s.CharField()
    publisher = s.CharField()
    published_on = s.DateField(allow_null=True)
    archived_url = s.CharField()


class SourcePlace(Source):
    locator = s.CharField()


class OccasionRef(s.Serializer):
    short_id = s.CharField()
    title = s.CharField()
    kind = s.ChoiceField(OCCASION_KINDS)


class Occasion(OccasionRef):
    on = s.DateField(allow_null=True)
    precision = s.ChoiceField(PRECISIONS)
    place = s.CharField()
    addressee = s.CharField()
    source = Source(allow_null=True)


class QuoteRecord(s.Serializer):
    short_id = s.CharField()
    ordinal = s.IntegerField(min_value=1)
    place = s.ChoiceField(QUOTE_PLACES)
    text = s.CharField()
    html = s.CharField()
    segments = Segment(many=True)
    speaker = Speaker()
    speaker_label = s.CharField()
    on_behalf_of = Named(allow_null=True)
    occasion = OccasionRef(allow_null=True)
    said_on = s.DateField(allow_null=True)
    said_on_precision = s.ChoiceField(PRECISIONS)
    place_said = s.CharField()
    addressee = s.CharField()
    medium = s.CharField()
    status = s.ChoiceField(QUOTE_STATES)
    verified_at = s.DateTimeField(allow_null=True)
    notice = s.CharField()
    anonymity = s.CharField(help_text="Why the speaker is not named; empty for everybody who is.")
    verbatim = s.CharField()
    language = s.CharField()
    original_language = s.CharField()
    original_text = s.CharField()
    translator = s.CharField()
    insertions = s.ListField(child=s.CharField())
    cue = s.CharField()
    attribution_text = s.CharField()
    match = s.ChoiceField(QUOTE_MATCHES)
    kind = s.ChoiceField(QUOTE_KINDS)
    sources = SourcePlace(many=True)


class Quote(QuoteRecord):
    url = s.URLField()
    published_at = s.DateTimeField()
    changed_at = s.DateTimeField()
    article = ArticleRef()
    articles = ArticleRef(many=True, required=False, help_text="Only with include=articles.")


class Said(s.Serializer):
    short_id = s.CharField()
    text = s.CharField()
    speaker = Speaker()
    speaker_label = s.CharField()
    status = s.ChoiceField(QUOTE_STATES)
    url = s.URLField()


QUOTE_FILTERS = {
    "person": "Slug of the speaker.",
    "organization": "Slug of the speaking organization.",
    "article": "Short id of an article that uses it.",
    "section": "Slug of the section of the article that carried it first.",
    "topic": "Slug of a topic of that article.",
    "author": "Slug of an author of that article.",
    "kind": "Kind of that article, such as news or opinion.",
    "language": "Language of the words, such as en or he.",
    "occasion": "Short id of the occasion.",
    "status": "How far the words are checked.",
    "verified": "Whether the words were compared with the evidence.",
    "said_after": "A day.",
    "said_before": "A day.",
    "published_after": "A day or a moment with its zone.",
    "published_before": "A day or a moment with its zone.",
    "updated_since": "Quotations that became public or changed at or after that moment.",
    "q": "Words that occur in the quotation, in any order and case.",
}

OCCASION_FILTERS = {
    "kind": "Kind of event or document.",
    "on_after": "A day.",
    "on_before": "A day.",
    "q": "Words of its title or place, in any order and case.",
}
