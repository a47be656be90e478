"""The resources of the API."""

from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.http import QueryDict

from articles.api import documents, names, ninjs, parameters, rows
from articles.api.exports import Export
from articles.api.problems import GoneError
from articles.api.resources import DetailResource, ListResource
from articles.models import (
    Article,
    Author,
    Edition,
    Organization,
    Person,
    Section,
    Topic,
)
from articles.models.edition import edition_details
from articles.models.keyset import NEWEST_FIRST, ByKey, Order
from articles.operations.caching import versions_of

text, moment = parameters.text, parameters.moment


class PublicArticles(ListResource):
    """The live editions, and every way to narrow them."""

    row = rows.article
    filters = {
        "section": ("section_slug", text),
        "topic": ("topic_listings__topic__slug", text),
        "author": ("author_listings__author__slug", text),
        "person": ("person_listings__person__slug", text),
        "organization": ("organization_listings__organization__slug", text),
        "kind": ("article_kind", parameters.choice(Article.Kind.values)),
        "language": ("language", text),
        "published_after": ("first_published_at__gt", moment),
        "published_before": ("first_published_at__lt", moment),
        "updated_since": ("at__gte", moment),
        "q": ("", parameters.words("headline")),
    }
    named = names.OF_ARTICLES

    def rows(self) -> QuerySet:
        return Edition.objects.live().for_api()


@documents.listing("articles", documents.ArticleRow, documents.ARTICLE_FILTERS)
class ArticleList(PublicArticles):
    """The articles, page by page; with ``updated_since`` also the tombstones of those that were withdrawn since."""

    row = rows.article_row
    orders = {
        "-published": NEWEST_FIRST,
        "published": Order("first_published_at", is_ascending=True),
        "-updated": Order("at"),
        "updated": Order("at", is_ascending=True),
    }
    includes = ("body", "quotes", "corrections", "sources")

    def narrowed(self, query: QueryDict) -> QuerySet:
        self.has_tombstones = "updated_since" in query
        self.beside = parameters.several(query, "include", self.includes) or []
        return super().narrowed(query)

    def rows(self) -> QuerySet:
        if self.has_tombstones:
            return Edition.objects.filter(is_live=True).for_api(self.beside)
        return Edition.objects.live().for_api(self.beside)

    def enrich(self, items: list[Edition], includes: list[str]) -> None:
        for edition in items:
            edition.beside_row = includes


@documents.export("articles", documents.ARTICLE_FILTERS)
class ArticleExport(Export, PublicArticles):
    """Every live article that fits with its text and records, a line each, oldest first."""

    row = rows.article_line

    def rows(self) -> QuerySet:
        return Edition.objects.live().defer("json_ld", "suggested", "pulls")


@documents.detail("articles", documents.ArticleDetail, gone=True, renditions={ninjs.MEDIA_TYPE: ninjs.TOLD})
class ArticleDetail(DetailResource):
    """One article; with ``Accept: application/ninjs+json`` as a news item of IPTC ninjs."""

    rendered = {ninjs.MEDIA_TYPE: ninjs.of_article}
    concerns = "article-{key}"
    row = rows.article_detail
    lookup = "short_id"

    def rows(self) -> QuerySet:
        return edition_details()

    def find(self, key: str) -> Any:
        edition = super().find(key)
        if edition.status == Edition.Status.WITHDRAWN:
            raise GoneError
        edition.versions = versions_of(edition)
        return edition


class ByName:
    """Lists in the order of slugs, found by words of the name."""

    orders = {"slug": ByKey(), "-slug": ByKey(is_descending=True)}
    filters = {"q": ("", parameters.words("name"))}


@documents.listing("people", documents.PersonRow, documents.NAME_FILTERS)
class PersonList(ByName, ListResource):
    row = rows.person_row
    includes = ("roles",)

    def rows(self) -> QuerySet:
        return Person.objects.public()

    def enrich(self, items: list[Person], includes: list[str]) -> None:
        if includes:
            prefetch_related_objects(items, "roles__organization")


@documents.detail("people", documents.PersonDetail)
class PersonDetail(DetailResource):
    row = rows.person_detail
    concerns = "person-{key}"

    def rows(self) -> QuerySet:
        return Person.objects.public().prefetch_related("roles__organization")


@documents.listing("organizations", documents.Organization, documents.NAME_FILTERS)
class OrganizationList(ByName, ListResource):
    row = rows.organization
    filters = {"q": ("", parameters.words("name", "short_name"))}

    def rows(self) -> QuerySet:
        return Organization.objects.public()


@documents.detail("organizations", documents.Organization)
class OrganizationDetail(DetailResource):
    row = rows.organization
    concerns = "organization-{key}"

    def rows(self) -> QuerySet:
        return Organization.objects.public()


@documents.listing("authors", documents.Author, documents.AUTHOR_FILTERS)
class AuthorList(ByName, ListResource):
    row = rows.author
    filters = {**ByName.filters, "kind": ("kind", parameters.choice(Author.Kind.values))}

    def rows(self) -> QuerySet:
        return Author.objects.public()


@documents.detail("authors", documents.Author)
class AuthorDetail(DetailResource):
    row = rows.author
    concerns = "author-{key}"

    def rows(self) -> QuerySet:
        return Author.objects.public()


@documents.listing("sections", documents.Section, documents.NAME_FILTERS)
class SectionList(ByName, ListResource):
    row = rows.section

    def rows(self) -> QuerySet:
        return Section.objects.active()


@documents.detail("sections", documents.Section)
class SectionDetail(DetailResource):
    row = rows.section
    concerns = "section-{key}"

    def rows(self) -> QuerySet:
        return Section.objects.active()


@documents.listing("topics", documents.Topic, documents.TOPIC_FILTERS)
class TopicList(ByName, ListResource):
    row = rows.topic
    filters = {**ByName.filters, "kind": ("kind", parameters.choice(Topic.Kind.values))}

    def rows(self) -> QuerySet:
        return Topic.objects.public()


@documents.detail("topics", documents.Topic)
class TopicDetail(DetailResource):
    row = rows.topic
    concerns = "topic-{key}"

    def rows(self) -> QuerySet:
        return Topic.objects.public()
