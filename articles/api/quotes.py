"""Quotations: the list, one, its rendition as a Web Annotation, and everything as lines of JSON."""

from collections import defaultdict
from typing import ClassVar

from django.db.models import Q, QuerySet
from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api import annotations, documents, names, parameters, rows
from articles.api.exports import Export
from articles.api.problems import GoneError
from articles.api.renderers import AnnotationRenderer
from articles.api.resources import DetailResource, ListResource, Resource
from articles.models import Article, Edition, EditionQuote, Occasion, Quote
from articles.models.keyset import NEWEST_FIRST, ByKey, Order

text, moment, day = parameters.text, parameters.moment, parameters.day


def _verified(name: str, value: str) -> Q:
    verified = Q(data__status=Quote.Status.VERIFIED)
    return verified if parameters.boolean(name, value) else ~verified


class PublicQuotes(ListResource):
    """One row for each public quotation, and every way to narrow them."""

    row = rows.quote
    filters = {
        "person": ("person__slug", text),
        "organization": ("organization__slug", text),
        "article": ("quote__listings__edition__short_id", text),
        "section": ("edition__section_slug", text),
        "topic": ("edition__topic_listings__topic__slug", text),
        "author": ("edition__author_listings__author__slug", text),
        "kind": ("edition__article_kind", parameters.choice(Article.Kind.values)),
        "language": ("data__language", text),
        "occasion": ("occasion__short_id", text),
        "status": ("data__status", parameters.choice(Quote.Status.values)),
        "verified": ("", parameters.Reader(_verified, parameters.boolean.schema)),
        "said_after": ("said_on__gt", day),
        "said_before": ("said_on__lt", day),
        "published_after": ("first_published_at__gt", moment),
        "published_before": ("first_published_at__lt", moment),
        "updated_since": ("changed_at__gte", moment),
        "q": ("", parameters.words("text")),
    }
    named = names.OF_QUOTES
    orders = {
        "-published": NEWEST_FIRST,
        "published": Order("first_published_at", is_ascending=True),
        "-said_on": Order("said_on"),
        "said_on": Order("said_on", is_ascending=True),
    }
    includes = ("articles",)

    def rows(self) -> QuerySet:
        return EditionQuote.objects.primary().with_editions()

    def enrich(self, items: list[EditionQuote], includes: list[str]) -> None:
        if "articles" not in includes or not items:
            return
        users = EditionQuote.objects.filter(quote__in=[row.quote_id for row in items]).newest_first()
        by_quote: dict[int, list[EditionQuote]] = defaultdict(list)
        for user in users.with_editions():
            by_quote[user.quote_id].append(user)
        for row in items:
            row.users = by_quote[row.quote_id]


@documents.listing("quotes", documents.Quote, documents.QUOTE_FILTERS)
class QuoteList(PublicQuotes):
    """The quotations of live editions, page by page."""


@documents.detail("quotes", documents.Quote, renditions={annotations.MEDIA_TYPE: annotations.TOLD})
class QuoteDetail(DetailResource):
    """One quotation; with ``Accept: application/ld+json`` as a Web Annotation."""

    row = rows.quote
    lookup = "short_id"
    concerns = "quote-{key}"
    rendered = {annotations.MEDIA_TYPE: lambda row: annotations.of_quote(_users(row.short_id))}

    def rows(self) -> QuerySet:
        return EditionQuote.objects.primary().with_editions()


@documents.annotation("quotes", "A quotation as a Web Annotation: its words in every live article.")
class QuoteAnnotation(Resource):
    concerns = "quote-{key}"
    renderer_classes: ClassVar[list[type]] = [AnnotationRenderer]

    def get(self, request: Request, key: str) -> Response:
        parameters.refuse_unknown(request.query_params, ())
        return self.respond(annotations.of_quote(_users(key)))


def _users(key: str) -> list[EditionQuote]:
    """Every live use of a public quotation, that of the article which carried it first at the head."""
    found = EditionQuote.objects.filter(short_id=parameters.text("short_id", key)).with_editions()
    users = sorted(found, key=lambda row: (not row.is_primary, row.first_published_at, row.pk))
    if not users:
        raise Http404
    return users


@documents.annotation("articles", "The quotations of an article as a page of Web Annotations.", gone=True)
class ArticleAnnotations(Resource):
    concerns = "article-{key}"
    renderer_classes: ClassVar[list[type]] = [AnnotationRenderer]

    def get(self, request: Request, key: str) -> Response:
        parameters.refuse_unknown(request.query_params, ())
        found = Edition.objects.filter(is_live=True, short_id=parameters.text("short_id", key))
        edition = found.only("short_id", "slug", "headline", "status").first()
        if edition is None:
            raise Http404
        if edition.status == Edition.Status.WITHDRAWN:
            raise GoneError
        users = EditionQuote.objects.filter(edition=edition).with_editions().order_by("id")
        return self.respond(annotations.of_article(edition, list(users)))


@documents.export("quotes", documents.QUOTE_FILTERS)
class QuoteExport(Export, PublicQuotes):
    """Every quotation that fits, a line each, oldest first."""


@documents.listing("occasions", documents.Occasion, documents.OCCASION_FILTERS)
class OccasionList(ListResource):
    row = rows.occasion
    has_version = False  # it shows records that pages do not
    filters = {
        "kind": ("kind", parameters.choice(Occasion.Kind.values)),
        "on_after": ("on__gt", day),
        "on_before": ("on__lt", day),
        "q": ("", parameters.words("title", "place")),
    }
    orders = {
        "short_id": ByKey("short_id"),
        "-short_id": ByKey("short_id", is_descending=True),
        "-on": Order("on"),
        "on": Order("on", is_ascending=True),
    }

    def rows(self) -> QuerySet:
        return Occasion.objects.public().select_related("source")


@documents.detail("occasions", documents.Occasion)
class OccasionDetail(DetailResource):
    row = rows.occasion
    has_version = False
    lookup = "short_id"

    def rows(self) -> QuerySet:
        return Occasion.objects.public().select_related("source")
