"""The resources of the API."""

from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from articles.api import documents, parameters, rows
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
    }

    def rows(self) -> QuerySet:
        return Edition.objects.live().for_api()


@documents.listing("articles", documents.ArticleOrTombstone, documents.ARTICLE_FILTERS)
class ArticleList(PublicArticles):
    """The articles, page by page; with ``updated_since`` also the tombstones of those that were withdrawn since."""

    def narrowed(self, query: QueryDict) -> QuerySet:
        self.has_tombstones = "updated_since" in query
        return super().narrowed(query)

    def rows(self) -> QuerySet:
        if self.has_tombstones:
            return Edition.objects.filter(is_live=True).for_api()
        return super().rows()


@documents.export("articles", documents.ARTICLE_FILTERS)
class ArticleExport(Export, PublicArticles):
    """Every live article that fits with its text and records, a line each, oldest first."""

    row = rows.article_line

    def rows(self) -> QuerySet:
        return Edition.objects.live().defer("json_ld", "suggested", "pulls")


@documents.detail("articles", documents.ArticleDetail, gone=True)
class ArticleDetail(DetailResource):
    row = rows.article_detail
    lookup = "short_id"

    def rows(self) -> QuerySet:
        return Edition.objects.filter(is_live=True).defer("json_ld", "suggested")

    def find(self, key: str) -> Any:
        edition = super().find(key)
        if edition.status == Edition.Status.WITHDRAWN:
            raise GoneError
        edition.versions = list(Edition.objects.of_article(edition.article_id).only("number", "kind", "at"))
        return edition


class ByName:
    """Lists in the order of slugs."""

    by_time = False


@documents.listing("people", documents.Person)
class PersonList(ByName, ListResource):
    row = rows.person

    def rows(self) -> QuerySet:
        return Person.objects.public()


@documents.detail("people", documents.PersonDetail)
class PersonDetail(DetailResource):
    row = rows.person_detail

    def rows(self) -> QuerySet:
        return Person.objects.public().prefetch_related("roles__organization")


@documents.listing("organizations", documents.Organization)
class OrganizationList(ByName, ListResource):
    row = rows.organization

    def rows(self) -> QuerySet:
        return Organization.objects.public()


@documents.detail("organizations", documents.Organization)
class OrganizationDetail(DetailResource):
    row = rows.organization

    def rows(self) -> QuerySet:
        return Organization.objects.public()


@documents.listing("authors", documents.Author)
class AuthorList(ByName, ListResource):
    row = rows.author

    def rows(self) -> QuerySet:
        return Author.objects.public()


@documents.detail("authors", documents.Author)
class AuthorDetail(DetailResource):
    row = rows.author

    def rows(self) -> QuerySet:
        return Author.objects.public()


@documents.listing("sections", documents.Section)
class SectionList(ByName, ListResource):
    row = rows.section

    def rows(self) -> QuerySet:
        return Section.objects.active()


@documents.detail("sections", documents.Section)
class SectionDetail(DetailResource):
    row = rows.section

    def rows(self) -> QuerySet:
        return Section.objects.active()


@documents.listing("topics", documents.Topic)
class TopicList(ByName, ListResource):
    row = rows.topic

    def rows(self) -> QuerySet:
        return Topic.objects.public()


@documents.detail("topics", documents.Topic)
class TopicDetail(DetailResource):
    row = rows.topic

    def rows(self) -> QuerySet:
        return Topic.objects.public()
