import pytest

from articles.models import (
    Article,
    AuthorListing,
    Edition,
    EditionQuote,
    EditionShingle,
    PersonListing,
    Quote,
    SearchedArticle,
    SearchedQuote,
    TopicListing,
)
from articles.models.edition_content import build_edition
from articles.models.listing_rows import replace_listings
from articles.operations.archive import generate_archive

pytestmark = pytest.mark.django_db
LISTINGS = (AuthorListing, TopicListing, PersonListing, EditionQuote, EditionShingle)


def listed(article: Article) -> list[set]:
    skipped = {"id", "changed_at"}
    return [
        {
            tuple(str(value) for key, value in row.items() if key not in skipped)
            for row in table.objects.filter(edition__article=article).values()
        }
        for table in LISTINGS
    ]


def test_what_is_made_in_bulk_is_what_publication_writes():
    assert generate_archive(3) == 3
    for article in Article.objects.all():
        edition = article.live_edition()
        published = build_edition(article, at=article.first_published_at, by=None)
        assert published.content_hash == edition.content_hash and published.json_ld == edition.json_ld
        made = listed(article)
        replace_listings(article, edition)
        assert made == listed(article)
    assert Quote.objects.filter(is_public=True).count() == SearchedQuote.objects.count() == 6
    assert Edition.objects.live().count() == SearchedArticle.objects.count() == 3


def test_more_can_be_added():
    generate_archive(2)
    assert generate_archive(2) == 4
