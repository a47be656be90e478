"""An earlier quotation in another article: the words with who said them, and the same record behind both."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils.formats import date_format

from articles.models import Article, Quote, QuoteUse
from articles.models.fields import Precision
from articles.operations.quote_links import use_record
from articles.preflight.styles import style_of
from articles.text.typography import fold, strip_marks

_FORMATS = {Precision.DAY: "j F Y", Precision.MONTH: "F Y", Precision.YEAR: "Y"}
_ENDS = " ,.;:"
MOST = 100  # insertions between two saves


def as_inserted(quote: Quote, language: str) -> str:
    """The words in the marks of the language, and in parentheses who said them and when, to be worked into the text.

    The quotation has a speaker, and speaker and occasion are loaded.
    """
    words = quote.text.strip().removesuffix(",")
    style = style_of(language, words)
    opening, closing = (style.opening, style.closing) if style else ("“", "”")
    day, precision = quote.date
    when = date_format(day, _FORMATS[precision]) if day and precision in _FORMATS else ""
    said = ", ".join(part for part in (quote.speaker.name, quote.speaker_label, when) if part)
    return f"{opening}{words}{closing} ({said})"


@transaction.atomic
def use_inserted(article: Article, short_ids: Iterable[str], *, by: Any) -> Sequence[QuoteUse]:
    """After a scan: settle what was inserted with the record it was taken from, and return those uses.

    Speaker, occasion, sources and verification then stand once for both. What was rewritten since, or may not be
    seen by this person, is left to be settled like any other quotation.
    """
    short_ids = list(short_ids)[:MOST]
    if not short_ids:
        return []
    wanted = Quote.objects.visible_to(by).insertable().filter(short_id__in=short_ids)
    by_words = {_words(quote.text): quote for quote in wanted}
    settled = []
    for use in article.quote_uses.in_text().open().select_related("quote", "article"):
        record = by_words.get(_words(strip_marks(use.exact)))
        if record is not None:
            use_record([use], record, by=by)
            settled.append(use)
    return settled


def _words(text: str) -> str:
    return fold(text).rstrip(_ENDS)
