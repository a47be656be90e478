"""The same article in several languages: which of them readers can have now."""

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from articles.models.article import Article
from articles.models.edition import Edition


def translations_of(edition: Edition) -> list[Edition]:
    """The live editions of the same article in every language, this one included; each knows whether it ``is_original``.

    One statement, for editions of which ``edition_pages()`` says ``is_translated``.
    """
    original = Article.objects.filter(pk=edition.article_id).values(
        pk_of_original=Coalesce("translation_of", "pk")
    )
    found = Edition.objects.live().filter(Q(article__in=original) | Q(article__translation_of__in=original))
    editions = list(
        found.annotate(translates=F("article__translation_of"))
        .only("short_id", "slug", "language")
        .order_by("language", "id")
    )
    for one in editions:
        one.is_original = one.translates is None
    return editions if len(editions) > 1 else []
