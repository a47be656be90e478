"""Keeps the indexes in step with what is live. Called inside the transaction that changes what is live."""

import dataclasses
from collections.abc import Collection, Iterable, Sequence

from django.db import transaction

from articles.models import Article, Edition, EditionQuote, SearchedArticle, SearchedQuote
from articles.search.base import Index, index_of
from articles.search.document import Document, article_document, quote_document
from articles.search.vocabulary import learn


@dataclasses.dataclass(frozen=True)
class Kept:
    """How many documents an index has now of what was asked for, and their words."""

    number: int
    words: frozenset[str]


def keep_editions(editions: Iterable[Edition]) -> Kept:
    """Index these live editions; those of withdrawn articles leave the index."""
    editions = list(editions)
    documents = [article_document(e) for e in editions if e.is_live and e.status != Edition.Status.WITHDRAWN]
    return _keep(index_of(SearchedArticle), [e.article_id for e in editions], documents)


def keep_quotes(quotes: Collection[int]) -> Kept:
    """Index the public row of each of these quotations; those without one leave the index."""
    rows = EditionQuote.objects.primary().filter(quote_id__in=quotes).for_search()
    return _keep(index_of(SearchedQuote), quotes, [quote_document(row) for row in rows])


def _keep(index: Index, records: Collection[int], documents: Sequence[Document]) -> Kept:
    index.put(documents)
    index.drop(set(records) - {document.record for document in documents})
    words = frozenset().union(*(document.vocabulary for document in documents))
    learn(words)
    return Kept(len(documents), words)


@transaction.atomic
def reindex_articles(above: int, number: int) -> tuple[Kept, int]:
    """Index the next articles above this primary key and their quotations: what is kept, and the last key (0 at the end).

    The articles are held meanwhile, so that nobody publishes in between and is overwritten by what was before.
    """
    held = Article.objects.filter(pk__gt=above, first_published_at__isnull=False).order_by("pk")
    keys = list(held.select_for_update().values_list("pk", flat=True)[:number])
    index_of(SearchedArticle).drop(keys)
    kept = keep_editions(Edition.objects.live().filter(article_id__in=keys))
    quotes = EditionQuote.objects.primary().filter(edition__article_id__in=keys)
    said = keep_quotes(list(quotes.values_list("quote_id", flat=True)))
    return Kept(kept.number, kept.words | said.words), keys[-1] if keys else 0


@transaction.atomic
def forget_strays() -> int:
    """Drop the entries of articles and quotations that are not live, and return how many there were."""
    live = Edition.objects.live().values("article_id")
    articles = SearchedArticle.objects.exclude(record__in=live).values_list("record_id", flat=True)
    primary = EditionQuote.objects.primary().values("quote_id")
    quotes = SearchedQuote.objects.exclude(record__in=primary).values_list("record_id", flat=True)
    strays = [list(articles), list(quotes)]
    index_of(SearchedArticle).drop(strays[0])
    index_of(SearchedQuote).drop(strays[1])
    return sum(map(len, strays))
