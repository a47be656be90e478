"""Keeps the listing tables in step with what is live. Called inside the publishing transaction."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from articles.models.change import Change
from articles.models.edition import Edition
from articles.models.image import record_images
from articles.models.listing import (
    AuthorListing,
    EditionQuote,
    OrganizationListing,
    PersonListing,
    TopicListing,
)
from articles.models.quote import Quote
from articles.models.twins import index_text
from articles.signals import live_edition_replaced, quote_rows_replaced


def replace_listings(article: Any, edition: Edition) -> None:
    """Drop the rows of the article's former editions and write those of ``edition``.

    A tombstone gets no rows at all; a retraction keeps its place in author, topic and section, but no quotations.
    """
    touched = set(EditionQuote.objects.filter(edition__article=article).values_list("quote_id", flat=True))
    for table in (AuthorListing, TopicListing, PersonListing, OrganizationListing, EditionQuote):
        table.objects.filter(edition__article=article).delete()
    if edition.status != Edition.Status.WITHDRAWN:
        _write_subjects(article, edition)
        record_images(edition)
    if edition.status == Edition.Status.LIVE:
        touched |= _write_quotes(article, edition)
    refresh_quotes(touched)
    index_text(edition)
    # Listing an edition again, as reindex does, is no change for those who follow.
    Change.objects.bulk_create([Change(edition=edition)], ignore_conflicts=True)
    live_edition_replaced.send(sender=Edition, edition=edition)


def refresh_quotes(quote_ids: Iterable[int]) -> None:
    """Mark, for each quotation, its row in the earliest live article as primary, and whether it is public at all."""
    ids = list(quote_ids)
    EditionQuote.objects.filter(quote_id__in=ids, is_primary=True).update(is_primary=False)
    earliest: dict[int, int] = {}
    rows = EditionQuote.objects.filter(quote_id__in=ids).order_by("first_published_at", "id")
    for quote_id, pk in rows.values_list("quote_id", "pk"):
        earliest.setdefault(quote_id, pk)
    EditionQuote.objects.filter(pk__in=earliest.values()).update(is_primary=True)
    Quote.objects.filter(pk__in=earliest).update(is_public=True)
    Quote.objects.filter(pk__in=set(ids) - set(earliest)).update(is_public=False)
    quote_rows_replaced.send(sender=EditionQuote, quotes=ids)


def refresh_records(quote: Quote) -> None:
    """Let readers see at once how a published quotation stands: its rows are replaced, the editions are not."""
    shown = {
        "status": quote.status,
        "notice": quote.notice,
        "verified_at": quote.verified_at.isoformat() if quote.status == Quote.Status.VERIFIED else None,
    }
    rows = list(EditionQuote.objects.filter(quote=quote).order_by("pk"))
    EditionQuote.objects.filter(quote=quote).delete()
    for row in rows:
        row.pk, row.data, row.changed_at = None, {**row.data, **shown}, timezone.now()
    EditionQuote.objects.bulk_create(rows)
    quote_rows_replaced.send(sender=EditionQuote, quotes=[quote.pk])


def _write_subjects(article: Any, edition: Edition) -> None:
    at = edition.first_published_at
    authors = dict.fromkeys(article.bylines.order_by("order", "id").values_list("author_id", flat=True))
    AuthorListing.objects.bulk_create(
        AuthorListing(edition=edition, author_id=pk, first_published_at=at) for pk in authors
    )
    TopicListing.objects.bulk_create(
        TopicListing(edition=edition, topic_id=pk, first_published_at=at)
        for pk in article.topics.values_list("pk", flat=True)
    )


def _write_quotes(article: Any, edition: Edition) -> set[int]:
    at = edition.first_published_at
    records = {record["short_id"]: record for record in edition.quotes}
    quotes = {q.short_id: q for q in Quote.objects.filter(short_id__in=records).select_related("occasion")}
    EditionQuote.objects.bulk_create(
        EditionQuote(
            edition=edition,
            quote=quotes[short_id],
            short_id=short_id,
            person_id=quotes[short_id].speaker_person_id,
            organization_id=quotes[short_id].speaker_organization_id,
            occasion_id=quotes[short_id].occasion_id if record["occasion"] else None,
            said_on=quotes[short_id].date[0] if record["said_on"] else None,
            text=record["text"],
            data=record,
            first_published_at=at,
        )
        for short_id, record in records.items()
    )
    people = {q.speaker_person_id for q in quotes.values() if q.speaker_person_id}
    PersonListing.objects.bulk_create(
        PersonListing(edition=edition, person_id=pk, first_published_at=at) for pk in sorted(people)
    )
    organizations = {q.speaker_organization_id for q in quotes.values() if q.speaker_organization_id}
    OrganizationListing.objects.bulk_create(
        OrganizationListing(edition=edition, organization_id=pk, first_published_at=at)
        for pk in sorted(organizations)
    )
    return {q.pk for q in quotes.values()}
