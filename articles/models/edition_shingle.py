from django.db import models


class EditionShingle(models.Model):
    """One key of the sketch of a live edition's text: by these nearly equal articles are found without comparing
    every pair. Derived: publishing writes it, and ``manage.py reindex`` writes it anew."""

    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="shingles")
    key = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "edition"], name="edition_shingle_once")]

    def __str__(self) -> str:
        return f"{self.key:x}"
