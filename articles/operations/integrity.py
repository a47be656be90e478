"""Whether the published record is whole: every edition complete, unchanged since, and chained to the one before."""

import itertools
from collections.abc import Iterator

from articles.models import AuthorListing, Edition, EditionQuote, TopicListing
from articles.models.edition_content import content_hash

BATCH = 500


def broken_editions() -> Iterator[str]:
    """One line for each thing that is wrong, article by article. Reads every edition once, and writes nothing."""
    rows = Edition.objects.order_by("article_id", "number").iterator(chunk_size=BATCH)
    for _article, editions in itertools.groupby(rows, key=lambda edition: edition.article_id):
        yield from _broken(list(editions))


def _broken(editions: list[Edition]) -> Iterator[str]:
    before = ""
    for place, edition in enumerate(editions, 1):
        name = f"{edition.short_id} edition {edition.number}"
        if edition.number != place:
            yield f"{name}: the editions are not numbered without a gap"
        if content_hash(edition) != edition.content_hash:
            yield f"{name}: its content is not what was published"
        if edition.previous_hash != before:
            yield f"{name}: it does not follow the edition before"
        if edition.is_live != (place == len(editions)):
            yield f"{name}: the newest edition, and no other, is what readers get"
        before = edition.content_hash
    yield from _unlisted(editions[-1])


def _unlisted(edition: Edition) -> Iterator[str]:
    """Whether the live edition stands in every list that it belongs to, and no other edition of the article in one."""
    if edition.status == Edition.Status.WITHDRAWN:
        return
    expected = {
        AuthorListing: len({line["slug"] for line in edition.bylines}),
        TopicListing: len({topic["slug"] for topic in edition.topics}),
    }
    if edition.status == Edition.Status.LIVE:
        expected[EditionQuote] = len({record["short_id"] for record in edition.quotes})
    for table, number in expected.items():
        found = list(
            table.objects.filter(edition__article=edition.article_id).values_list("edition", flat=True)
        )
        if found != [edition.pk] * number:
            name = table._meta.verbose_name
            yield f"{edition.short_id} edition {edition.number}: {len(found)} rows of {name}, {number} expected"
