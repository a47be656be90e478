from django.db import models


class QuoteTrigram(models.Model):
    """Three words in a row of a settled quotation, hashed together with its speaker.

    The index by which other wordings of a statement are found among all that the same person ever said, without
    comparing every pair. Derived: ``manage.py reindex`` writes it anew.
    """

    quote = models.ForeignKey("articles.Quote", models.CASCADE, related_name="trigrams")
    key = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "quote"], name="quote_trigram_once")]

    def __str__(self) -> str:
        return f"{self.key:x}"
