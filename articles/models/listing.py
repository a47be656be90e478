"""Who and what a live edition belongs to: one row each, so that every listing is one index range scan.

Rows exist for live editions only; publishing replaces those of the article in its transaction.
"""

import functools

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles.models.addresses import address
from articles.models.edition import HEAVY


class ListingQuerySet(models.QuerySet):
    def newest_first(self) -> "ListingQuerySet":
        return self.order_by("-first_published_at", "-id")

    def keys_only(self) -> "ListingQuerySet":
        """Which editions, in which order, and nothing else."""
        return self.only("first_published_at", "edition")

    def with_editions(self) -> "ListingQuerySet":
        """The editions beside the rows in the same statement, without their texts."""
        return self.select_related("edition").defer(*(f"edition__{name}" for name in HEAVY))


class Listing(models.Model):
    """The common part of the listing tables."""

    first_published_at = models.DateTimeField()

    objects = ListingQuerySet.as_manager()

    class Meta:
        abstract = True


class AuthorListing(Listing):
    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="author_listings")
    author = models.ForeignKey("articles.Author", models.PROTECT, related_name="listings")

    class Meta:
        indexes = [
            models.Index(fields=["author", "-first_published_at", "-id"], name="author_listing_newest")
        ]
        constraints = [models.UniqueConstraint(fields=["edition", "author"], name="author_listing_once")]


class TopicListing(Listing):
    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="topic_listings")
    topic = models.ForeignKey("articles.Topic", models.PROTECT, related_name="listings")

    class Meta:
        indexes = [models.Index(fields=["topic", "-first_published_at", "-id"], name="topic_listing_newest")]
        constraints = [models.UniqueConstraint(fields=["edition", "topic"], name="topic_listing_once")]


class PersonListing(Listing):
    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="person_listings")
    person = models.ForeignKey("articles.Person", models.PROTECT, related_name="listings")

    class Meta:
        indexes = [
            models.Index(fields=["person", "-first_published_at", "-id"], name="person_listing_newest")
        ]
        constraints = [models.UniqueConstraint(fields=["edition", "person"], name="person_listing_once")]


class OrganizationListing(Listing):
    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="organization_listings")
    organization = models.ForeignKey("articles.Organization", models.PROTECT, related_name="listings")

    class Meta:
        indexes = [
            models.Index(fields=["organization", "-first_published_at", "-id"], name="org_listing_newest")
        ]
        constraints = [models.UniqueConstraint(fields=["edition", "organization"], name="org_listing_once")]


@functools.cache
def _linked() -> Exists:
    """The condition, built once: the page of a quotation asks it of every row."""
    own = Q(quote=OuterRef("quote_id")) | Q(other=OuterRef("quote_id"))
    return Exists(apps.get_model("articles.QuoteLink").objects.agreed().filter(own))


class EditionQuoteQuerySet(ListingQuerySet):
    def primary(self) -> "EditionQuoteQuerySet":
        """One row for each public quotation: that of the article which carried it first."""
        return self.filter(is_primary=True)

    def standing(self) -> "EditionQuoteQuerySet":
        """Without those that the newsroom has retracted."""
        return self.exclude(data__status="retracted")

    def days_only(self) -> "EditionQuoteQuerySet":
        """Which statements, of which day, in which order, and nothing else."""
        return self.only("first_published_at", "said_on")

    def with_editions(self) -> "EditionQuoteQuerySet":
        """The record, and of the edition what leads to it and what was put right in it."""
        return self._with("short_id slug headline first_published_at corrections".split())

    def saying_if_linked(self) -> "EditionQuoteQuerySet":
        """Each row with whether an editor has linked its quotation with another one (``is_linked``)."""
        return self.annotate(is_linked=_linked())

    def with_bodies(self) -> "EditionQuoteQuerySet":
        """The same with the text around the words."""
        return self._with("short_id slug headline first_published_at corrections body_html language".split())

    def for_search(self) -> "EditionQuoteQuerySet":
        """What the index of quotations keeps: the record, and whose article carries it under which heads."""
        return self._with("headline section_name section_slug bylines topics".split())

    def _with(self, edition: list[str]) -> "EditionQuoteQuerySet":
        own = (
            "short_id",
            "first_published_at",
            "said_on",
            "data",
            "is_primary",
            "quote_id",
            "changed_at",
        )
        return self.select_related("edition").only(*own, *(f"edition__{name}" for name in edition))


class EditionQuote(Listing):
    """A confirmed quotation in a live edition, with its whole public record as ``data``."""

    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="quote_listings")
    quote = models.ForeignKey("articles.Quote", models.PROTECT, related_name="listings")
    short_id = models.CharField(max_length=8, db_index=True)
    person = models.ForeignKey("articles.Person", models.PROTECT, null=True, related_name="quote_listings")
    organization = models.ForeignKey(
        "articles.Organization", models.PROTECT, null=True, related_name="quote_listings"
    )
    occasion = models.ForeignKey(
        "articles.Occasion", models.PROTECT, null=True, related_name="quote_listings"
    )
    said_on = models.DateField(null=True)
    text = models.TextField()
    data = models.JSONField()
    is_primary = models.BooleanField(default=False)
    changed_at = models.DateTimeField(
        default=timezone.now
    )  # rows are replaced, so this is when it was written

    objects = EditionQuoteQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["-first_published_at", "-id"],
                name="edition_quote_newest",
                condition=Q(is_primary=True),
            ),
            models.Index(
                fields=["person", "-first_published_at", "-id"],
                name="edition_quote_by_person",
                condition=Q(is_primary=True),
            ),
            models.Index(
                fields=["organization", "-first_published_at", "-id"],
                name="edition_quote_by_org",
                condition=Q(is_primary=True),
            ),
            models.Index(
                fields=["-said_on", "-id"], name="edition_quote_by_day", condition=Q(is_primary=True)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["edition", "quote"], name="edition_quote_once"),
            models.UniqueConstraint(
                fields=["quote"], name="edition_quote_one_primary", condition=Q(is_primary=True)
            ),
        ]

    def get_absolute_url(self) -> str:
        return address("quote", self.short_id)
