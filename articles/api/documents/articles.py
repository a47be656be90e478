"""Articles: as a row, as a line of the export, and with everything their page shows."""

from rest_framework import serializers as s

from articles.api.documents.blocks import Block
from articles.api.documents.pictures import Image
from articles.api.documents.quotes import QuoteRecord, Source
from articles.api.documents.shared import (
    ARTICLE_KINDS,
    AUTHOR_KINDS,
    CORRECTION_KINDS,
    ROLES,
    TOPIC_KINDS,
    Named,
)


class Dateline(s.Serializer):
    place = s.CharField()
    date = s.DateField(allow_null=True)


class Byline(s.Serializer):
    name = s.CharField()
    credited_as = s.CharField()
    slug = s.CharField()
    kind = s.ChoiceField(AUTHOR_KINDS)
    role = s.ChoiceField(ROLES)
    role_label = s.CharField()
    job_title = s.CharField()
    bio = s.CharField()


class TopicRef(Named):
    kind = s.ChoiceField(TOPIC_KINDS)


LIVE_STATES = ["live", "retracted"]

ARTICLE_STATES = [*LIVE_STATES, "withdrawn"]


class Article(s.Serializer):
    short_id = s.CharField()
    url = s.URLField()
    headline = s.CharField()
    short_headline = s.CharField()
    dek = s.CharField()
    kind = s.ChoiceField(ARTICLE_KINDS)
    status = s.ChoiceField(LIVE_STATES)
    section = Named(allow_null=True)
    topics = TopicRef(many=True)
    language = s.CharField()
    direction = s.ChoiceField(["ltr", "rtl"])
    dateline = Dateline()
    bylines = Byline(many=True)
    lead_image = Image(allow_null=True)
    word_count = s.IntegerField(min_value=0)
    edition = s.IntegerField(min_value=1)
    published_at = s.DateTimeField()
    updated_at = s.DateTimeField(allow_null=True)


VERSION_KINDS = ["publish", "minor", "update", "correction", "retraction", "withdrawal"]


class Correction(s.Serializer):
    kind = s.ChoiceField(CORRECTION_KINDS)
    note = s.CharField()
    wrong = s.CharField()
    right = s.CharField()
    quote = s.CharField(allow_null=True)
    at = s.DateTimeField()


class Related(s.Serializer):
    short_id = s.CharField()
    slug = s.CharField()
    headline = s.CharField()
    section = s.CharField()


class Version(s.Serializer):
    number = s.IntegerField()
    kind = s.ChoiceField(VERSION_KINDS)
    at = s.DateTimeField()
    url = s.URLField(allow_null=True, help_text="Null where the words were taken back.")


class ArticleLine(Article):
    body_html = s.CharField()
    body_text = s.CharField()
    quotes = QuoteRecord(many=True)
    corrections = Correction(many=True)
    sources = Source(many=True)
    related = Related(many=True)
    editors_note = s.CharField()
    retraction_notice = s.CharField()
    canonical_url = s.CharField()
    content_hash = s.CharField()


class ArticleDetail(ArticleLine):
    blocks = Block(many=True)
    versions = Version(many=True)


class ArticleOrTombstone(Article):
    status = s.ChoiceField(
        ARTICLE_STATES, help_text="withdrawn only with updated_since: nothing else is left of it."
    )


class ArticleRow(ArticleOrTombstone):
    """With what was asked for beside the row."""

    body_html = s.CharField(required=False, help_text="Only with include=body.")
    body_text = s.CharField(required=False, help_text="Only with include=body.")
    quotes = QuoteRecord(many=True, required=False, help_text="Only with include=quotes.")
    corrections = Correction(many=True, required=False, help_text="Only with include=corrections.")
    sources = Source(many=True, required=False, help_text="Only with include=sources.")


ARTICLE_FILTERS = {
    "section": "Slug of a section.",
    "topic": "Slug of a topic.",
    "author": "Slug of an author.",
    "person": "Slug of a person who is quoted.",
    "organization": "Slug of an organization that is quoted.",
    "kind": "Kind of article, such as news or opinion.",
    "language": "Language of the article, such as en or he.",
    "published_after": "A day or a moment with its zone.",
    "published_before": "A day or a moment with its zone.",
    "updated_since": "Articles whose live edition was written at or after that moment, in the list also tombstones "
    "of withdrawn ones.",
    "q": "Words of the headline, in any order and case; search finds those of the text.",
}
