"""What the OpenAPI document says of the resources. The rows themselves are made in ``rows.py``; tests compare both."""

from collections.abc import Sequence
from typing import Any

from drf_spectacular.types import OpenApiTypes
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


LIVE_STATES = ["live", "retracted"]
ARTICLE_STATES = [*LIVE_STATES, "withdrawn"]


class Rendition(s.Serializer):
    type = s.CharField(help_text="Media type of the file.")
    width = s.IntegerField()
    url = s.URLField()


class Focus(s.Serializer):
    x = s.FloatField(min_value=0, max_value=1)
    y = s.FloatField(min_value=0, max_value=1)


class Picture(s.Serializer):
    short_id = s.CharField()
    url = s.CharField(help_text="The one file for whoever takes just one.")
    width = s.IntegerField()
    height = s.IntegerField()
    alt = s.CharField()
    caption = s.CharField()
    renditions = Rendition(many=True)


class Image(Picture):
    credit = s.CharField()
    decorative = s.BooleanField()
    focus = Focus()


class Article(s.Serializer):
    short_id = s.CharField()
    url = s.URLField()
    headline = s.CharField()
    short_headline = s.CharField()
    dek = s.CharField()
    kind = s.CharField()
    status = s.ChoiceField(LIVE_STATES)
    section = Named(allow_null=True)
    topics = TopicRef(many=True)
    language = s.CharField()
    direction = s.ChoiceField(["ltr", "rtl"])
    dateline = Dateline()
    bylines = Byline(many=True)
    lead_image = Image(allow_null=True)
    word_count = s.IntegerField()
    edition = s.IntegerField()
    published_at = s.DateTimeField()
    updated_at = s.DateTimeField(allow_null=True)


SPEAKER_TYPES = ["person", "organization", "confidential", ""]
ACTIONS = ["put", "delete"]
HIT_TYPES = ["article", "quote"]
SPAN_TYPES = ["quote", "insertion", "link", "strong", "emphasis"]
BLOCK_TYPES = ["paragraph", "heading", "list", "quotation", "figure", "embed", "pull_quote"]
VERSION_KINDS = ["publish", "minor", "update", "correction", "retraction", "withdrawal"]


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
    kind = s.CharField()


class Occasion(OccasionRef):
    on = s.DateField(allow_null=True)
    precision = s.ChoiceField(["day", "month", "year", "unknown"])
    place = s.CharField()
    addressee = s.CharField()
    source = Source(allow_null=True)


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
    changed_at = s.DateTimeField()
    article = ArticleRef()
    articles = ArticleRef(many=True, required=False, help_text="Only with include=articles.")


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


class Span(s.Serializer):
    type = s.ChoiceField(SPAN_TYPES)
    start = s.IntegerField(min_value=0, help_text="Code points into the text of the block.")
    end = s.IntegerField(min_value=0)
    quote = s.CharField(allow_null=True, help_text="Short id of the quotation.")
    anchor = s.CharField(allow_null=True, help_text="As in its segments.")
    url = s.URLField(allow_null=True)


class Item(s.Serializer):
    text = s.CharField()
    start = s.IntegerField(min_value=0)
    spans = Span(many=True)


class Embed(s.Serializer):
    provider = s.CharField()
    url = s.URLField()
    frame = s.URLField(help_text="What may be framed, after the reader agrees.")
    title = s.CharField()


class Block(s.Serializer):
    type = s.ChoiceField(BLOCK_TYPES)
    text = s.CharField()
    start = s.IntegerField(allow_null=True, help_text="Code points into body_text.")
    spans = Span(many=True)
    items = Item(many=True, help_text="Of a list.")
    level = s.IntegerField(allow_null=True, help_text="Of a heading, 2 or 3.")
    ordered = s.BooleanField(allow_null=True, help_text="Of a list.")
    image = Picture(allow_null=True, help_text="Of a figure.")
    embed = Embed(allow_null=True)
    quote = s.CharField(allow_null=True, help_text="Of a pull quote: short id of the quotation.")
    speaker = s.CharField(allow_null=True, help_text="Of a pull quote.")


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


class Change(s.Serializer):
    cursor = s.CharField()
    action = s.ChoiceField(ACTIONS)
    short_id = s.CharField()
    edition = s.IntegerField()
    at = s.DateTimeField()
    article = ArticleLine(allow_null=True, help_text="Null where the article is gone.")


class ChangePage(s.Serializer):
    next = s.URLField(help_text="Always there: ask it again later when results are empty.")
    results = Change(many=True)


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


class CorrectionRow(Correction):
    article = ArticleRef()


class ArticleOrTombstone(Article):
    status = s.ChoiceField(
        ARTICLE_STATES, help_text="withdrawn only with updated_since: nothing else is left of it."
    )


class Highlight(s.Serializer):
    headline = s.CharField(help_text="HTML with the found words in mark; empty for quotations.")
    passage = s.CharField(help_text="HTML with the found words in mark.")


class Hit(s.Serializer):
    type = s.ChoiceField(HIT_TYPES)
    highlight = Highlight()
    article = Article(allow_null=True)
    quote = Quote(allow_null=True)


class SearchPage(s.Serializer):
    next = s.URLField(allow_null=True)
    results = Hit(many=True)
    suggestions = s.ListField(child=s.CharField(), help_text="Better spellings, where nothing was found.")


class Said(s.Serializer):
    short_id = s.CharField()
    text = s.CharField()
    speaker = Speaker()
    speaker_label = s.CharField()
    status = s.CharField()
    url = s.URLField()


class Banner(s.Serializer):
    text = s.CharField()
    link = s.CharField()
    at = s.DateTimeField()
    until = s.DateTimeField()


class Strip(Named):
    look = s.CharField()
    articles = Article(many=True)


class Front(s.Serializer):
    section = Named(allow_null=True)
    banner = Banner(allow_null=True)
    lead = Article(allow_null=True)
    key_quote = Said(allow_null=True)
    secondary = Article(many=True)
    rail = Article(many=True)
    strips = Strip(many=True)
    listing = Article(many=True)
    said = Said(many=True)
    changes_at = s.DateTimeField(allow_null=True, help_text="When something begins or ends by itself.")


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
    "updated_since": "Articles whose live edition was written at or after that moment, in the list also tombstones "
    "of withdrawn ones.",
}
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
    "verified": "true or false.",
    "said_after": "A day.",
    "said_before": "A day.",
    "published_after": "A day or a moment with its zone.",
    "published_before": "A day or a moment with its zone.",
    "updated_since": "Quotations that became public or changed at or after that moment.",
    "q": "Words that occur in the quotation, in any order and case.",
}
CORRECTION_FILTERS = {
    "article": "Short id of the article.",
    "quote": "Short id of the quotation that was put right.",
    "section": "Slug of the section of the article.",
    "kind": "Kind of note, such as correction or clarification.",
    "after": "Notes after a day or a moment with its zone.",
    "before": "Notes before a day or a moment with its zone.",
}
QUOTE_ORDERS = ("-published", "published", "-said_on", "said_on")
_ANNOTATION = OpenApiResponse(OpenApiTypes.OBJECT, "https://www.w3.org/TR/annotation-model/")
_PROBLEMS = {(400, "application/problem+json"): Problem}


def listing(
    name: str,
    row: type[s.Serializer],
    filters: dict[str, str] | None = None,
    orders: Sequence[str] = (),
    includes: Sequence[str] = (),
) -> Any:
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
    given = _described({**(filters or {}), **common})
    if orders:
        told = "Orders by said_on leave out what has no known date."
        given.append(OpenApiParameter("ordering", str, enum=orders, description=told))
    if includes:
        given.append(OpenApiParameter("include", str, enum=includes, description="Also load these."))
    described = extend_schema(
        operation_id=f"{name}_list", tags=[name], parameters=given, responses={200: page, **_PROBLEMS}
    )
    return extend_schema_view(get=described)


def _described(names: dict[str, str]) -> list[OpenApiParameter]:
    return [OpenApiParameter(name, str, description=text) for name, text in names.items()]


def detail(name: str, row: type[s.Serializer], gone: bool = False, annotated: bool = False) -> Any:
    """A decorator that describes the ``get`` of one record."""
    responses: dict[Any, Any] = {(200, "application/json"): row, **_missing(gone)}
    if annotated:
        responses[200, "application/ld+json"] = _ANNOTATION
    fields = OpenApiParameter("fields", str, description="Only these fields, parted by commas.")
    described = extend_schema(
        operation_id=f"{name}_read", tags=[name], parameters=[fields], responses=responses
    )
    return extend_schema_view(get=described)


def annotation(name: str, summary: str, gone: bool = False) -> Any:
    """A decorator that describes a rendition in the W3C Web Annotation data model."""
    responses = {(200, "application/ld+json"): _ANNOTATION, **_missing(gone)}
    described = extend_schema(
        operation_id=f"{name}_annotations", tags=[name], summary=summary, responses=responses
    )
    return extend_schema_view(get=described)


def export(name: str, filters: dict[str, str]) -> Any:
    """A decorator that describes an export as lines of JSON."""
    cursor = {"cursor": "From the last line that was read: what comes after it."}
    described = extend_schema(
        operation_id=f"{name}_export",
        tags=[name],
        parameters=_described({**filters, **cursor}),
        responses={(200, "application/jsonl"): OpenApiTypes.STR, **_PROBLEMS},
    )
    return extend_schema_view(get=described)


def reading(name: str, answer: type[s.Serializer], parameters: dict[str, str], needed: str = "") -> Any:
    """A decorator that describes a ``get`` that is neither a list nor a record."""
    given = [
        OpenApiParameter(key, str, description=told, required=key == needed)
        for key, told in parameters.items()
    ]
    responses = {200: answer, **_missing(gone=False)}
    described = extend_schema(operation_id=f"{name}_read", tags=[name], parameters=given, responses=responses)
    return extend_schema_view(get=described)


def _missing(gone: bool) -> dict[Any, Any]:
    responses: dict[Any, Any] = {**_PROBLEMS, (404, "application/problem+json"): Problem}
    if gone:
        responses[410, "application/problem+json"] = OpenApiResponse(Problem, "The article was withdrawn.")
    return responses
