"""Finding an article to place or to link, among however many, while its name is typed."""

from django.db.models import QuerySet

NUMBER = 20


def found_by_words(articles: QuerySet, words: str) -> QuerySet:
    """At most twenty of these articles, newest first: by short id, address or words of the headline, among the newest."""
    found = list(articles.quickly_found(words, NUMBER).values_list("pk", flat=True))
    return articles.filter(pk__in=found)
