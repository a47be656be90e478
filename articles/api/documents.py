"""What the OpenAPI document says of the resources. The rows themselves are made in ``rows.py``; tests compare both."""

from typing import Any

from drf_spectacular.utils import (
    OpenApiParameter,
    OpenApiResponse,
    extend_schema,
    extend_schema_view,
    inline_serializer,
)
from rest_framework import serializers as s


class Named(s.Serializer):
    slug = s.CharField()
    name = s.CharField()


class Dateline(s.Serializer):
    place = s.CharField()
    date = s.DateField(allow_null=True)


class Byline(s.Serializer):
    name = s.CharField()
    credited_as = s.CharField()
    slug = s.CharField()
    kind = s.CharField()
    role = s.CharField()
    role_label = s.CharField()
    job_title = s.CharField()
    bio = s.CharField()


class TopicRef(Named):
    kind = s.CharField()


class Article(s.Serializer):
    short_id = s.CharField()
    url = s.URLField()
    headline = s.CharField()
    short_headline = s.CharField()
    dek = s.CharField()
    kind = s.CharField()
    status = s.ChoiceField(["live", "retracted"])
    section = Named(allow_null=True)
    topics = TopicRef(many=True)
    language = s.CharField()
    direction = s.ChoiceField(["ltr", "rtl"])
    dateline = Dateline()
    bylines = Byline(many=True)
    lead_image = s.DictField(allow_null=True)
    word_count = s.IntegerField()
    edition = s.IntegerField()
    published_at = s.DateTimeField()
    updated_at = s.DateTimeField(allow_null=True)


class Speaker(s.Serializer):
    type = s.ChoiceField(["person", "organization", ""])
    name = s.CharField()
    slug = s.CharField()
    url = s.CharField()


class Segment(s.Serializer):
    anchor = s.CharField()
    text = s.CharField()


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
    kind = s.CharField()


class QuoteRecord(s.Serializer):
    short_id = s.CharField()
    ordinal = s.IntegerField()
    place = s.CharField()
    text = s.CharField()
    html = s.CharField()
    segments = Segment(many=True)
    speaker = Speaker()
    speaker_label = s.CharField()
    on_behalf_of = Named(allow_null=True)
    occasion = OccasionRef(allow_null=True)
    said_on = s.DateField(allow_null=True)
    said_on_precision = s.CharField()
    place_said = s.CharField()
    addressee = s.CharField()
    medium = s.CharField()
    status = s.CharField()
    verified_at = s.DateTimeField(allow_null=True)
    verbatim = s.CharField()
    language = s.CharField()
    original_language = s.CharField()
    original_text = s.CharField()
    translator = s.CharField()
    insertions = s.ListField(child=s.CharField())
    cue = s.CharField()
    attribution_text = s.CharField()
    match = s.CharField()
    kind = s.CharField()
    sources = SourcePlace(many=True)


class ArticleRef(s.Serializer):
    short_id = s.CharField()
    headline = s.CharField()
    url = s.URLField()


class Quote(QuoteRecord):
    url = s.URLField()
    published_at = s.DateTimeField()
    article = ArticleRef()


class Correction(s.Serializer):
    kind = s.CharField()
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


class ArticleDetail(Article):
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


class Person(s.Serializer):
    short_id = s.CharField()
    slug = s.CharField()
    name = s.CharField()
    description = s.CharField()
    wikidata_id = s.CharField()
    url = s.URLField()


class Role(s.Serializer):
    title = s.CharField()
    short_title = s.CharField()
    organization = Named(allow_null=True)
    start_date = s.CharField()
    end_date = s.CharField()


class PersonDetail(Person):
    roles = Role(many=True)


class Organization(s.Serializer):
    short_id = s.CharField()
    slug = s.CharField()
    name = s.CharField()
    short_name = s.CharField()
    description = s.CharField()
    website = s.CharField()
    url = s.URLField()


class Author(s.Serializer):
    slug = s.CharField()
    name = s.CharField()
    kind = s.CharField()
    job_title = s.CharField()
    location = s.CharField()
    bio = s.CharField()
    email = s.CharField()
    website = s.CharField()
    languages = s.ListField(child=s.CharField())
    url = s.URLField()


class Section(s.Serializer):
    slug = s.CharField()
    name = s.CharField()
    description = s.CharField()
    url = s.URLField()


class Topic(Section):
    kind = s.CharField()


class Problem(s.Serializer):
    type = s.CharField()
    title = s.CharField()
    status = s.IntegerField()
    detail = s.CharField()
    errors = s.DictField(child=s.ListField(child=s.CharField()), required=False)


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
    "updated_since": "Articles whose live edition was written at or after that moment.",
}
QUOTE_FILTERS = {
    "person": "Slug of the speaker.",
    "organization": "Slug of the speaking organization.",
    "article": "Short id of the article that carried it first.",
    "status": "How far the words are checked.",
    "said_after": "A day.",
    "said_before": "A day.",
}
_PROBLEMS = {(400, "application/problem+json"): Problem}


def listing(name: str, row: type[s.Serializer], filters: dict[str, str] | None = None) -> Any:
    """A decorator that describes the ``get`` of a list."""
    page = inline_serializer(
        f"{row.__name__}Page",
        {
            "next": s.URLField(allow_null=True),
            "previous": s.URLField(allow_null=True),
            "results": row(many=True),
        },
    )
    common = {
        "limit": "Rows a page, 1 to 100.",
        "cursor": "From the next or previous link of another page.",
        "fields": "Only these fields, parted by commas.",
    }
    given = [
        OpenApiParameter(key, str, description=text) for key, text in {**(filters or {}), **common}.items()
    ]
    described = extend_schema(
        operation_id=f"{name}_list", tags=[name], parameters=given, responses={200: page, **_PROBLEMS}
    )
    return extend_schema_view(get=described)


def detail(name: str, row: type[s.Serializer], gone: bool = False) -> Any:
    """A decorator that describes the ``get`` of one record."""
    responses: dict[Any, Any] = {200: row, **_PROBLEMS, (404, "application/problem+json"): Problem}
    if gone:
        responses[410, "application/problem+json"] = OpenApiResponse(Problem, "The article was withdrawn.")
    fields = OpenApiParameter("fields", str, description="Only these fields, parted by commas.")
    described = extend_schema(
        operation_id=f"{name}_read", tags=[name], parameters=[fields], responses=responses
    )
    return extend_schema_view(get=described)
