from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.text.typography import fold, strip_marks


class PullQuoteQuerySet(models.QuerySet["PullQuote"]):
    def in_order(self) -> "PullQuoteQuerySet":
        return self.select_related("quote").order_by("order", "id")


class PullQuote(models.Model):
    """Words of a quotation that an editor sets large beside the text. They are never words of their own.

    ``words`` may be fewer than the article has, never other ones: they must be a run of what it quotes in its text.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="pull_quotes")
    quote = models.ForeignKey(
        "articles.Quote", models.CASCADE, related_name="pull_quotes", verbose_name=_("quotation")
    )
    words = models.TextField(
        _("words"), blank=True, help_text=_("A part of the quotation. Empty: all that the text quotes.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = PullQuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("pull quote")
        verbose_name_plural = _("pull quotes")
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "quote"],
                name="pull_quote_once",
                violation_error_message=_("This quotation is pulled already."),
            )
        ]

    def __str__(self) -> str:
        return self.words or str(self.quote)

    def clean(self) -> None:
        """Queries."""
        if not self.article_id or not self.quote_id:
            return
        uses = self.article.quote_uses.in_text().confirmed().filter(quote=self.quote_id, place="body")
        spoken = [strip_marks(use.exact) for use in uses]
        if not spoken:
            raise ValidationError({"quote": _("Only a settled quotation of the text can be pulled.")})
        if not words_to_pull(self.words, spoken):
            raise ValidationError({"words": _("These words are not in the quotation as the text has it.")})


def words_to_pull(words: str, spoken: list[str]) -> str:
    """The words as they are set: all that is quoted, or the chosen part of it; empty where the text does not say so."""
    chosen = strip_marks(words.strip())
    if not chosen:
        return " ".join(spoken)
    return chosen if any(fold(chosen) in fold(text) for text in [*spoken, " ".join(spoken)]) else ""


def pulled(article: Any, records: list[dict]) -> list[dict[str, str]]:
    """The pull quotes as an edition carries them. Those whose words the text no longer has are left out. Queries."""
    by_id = {record["short_id"]: record for record in records}
    found = []
    for pull in article.pull_quotes.in_order():
        record = by_id.get(pull.quote.short_id)
        spoken = [segment["text"] for segment in record["segments"]] if record else []
        words = words_to_pull(pull.words, spoken) if spoken else ""
        if record and words and record["status"] not in ("retracted", "disputed"):
            found.append(
                {
                    "quote": record["short_id"],
                    "anchor": record["segments"][0]["anchor"],
                    "text": words,
                    "speaker": record["speaker"]["name"],
                    "speaker_label": record["speaker_label"],
                }
            )
    return found
