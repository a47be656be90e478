"""What search has of each live article and each public quotation. Derived: ``manage.py reindex`` writes it anew.

The words themselves are where the database looks them up fastest: PostgreSQL has them in a column ``words`` that only
its own migration knows, SQLite in a full-text table beside. ``articles.search`` reads and writes them.
"""

from django.db import models


class SearchEntry(models.Model):
    """The common part: a key that orders by time, so that the newest is found first."""

    key = models.BigIntegerField(primary_key=True)

    class Meta:
        abstract = True


class SearchedArticle(SearchEntry):
    record = models.OneToOneField("articles.Article", models.CASCADE, related_name="search_entry")


class SearchedQuote(SearchEntry):
    record = models.OneToOneField("articles.Quote", models.CASCADE, related_name="search_entry")


class SearchWord(models.Model):
    """A word, folded, that occurs or once occurred in something that is live: what prefixes and suggestions choose from."""

    word = models.CharField(max_length=40, unique=True)

    def __str__(self) -> str:
        return self.word


class SearchTrigram(models.Model):
    """Three letters in a row of a word: by them a misspelt word finds those that are like it."""

    word = models.ForeignKey(SearchWord, models.CASCADE, related_name="trigrams")
    letters = models.CharField(max_length=3)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letters", "word"], name="search_trigram_once")]

    def __str__(self) -> str:
        return self.letters
