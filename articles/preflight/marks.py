"""Quotation marks that do not come in fitting pairs."""

from collections.abc import Iterator

from articles.extraction.marks import CLOSERS, DOUBLE
from articles.extraction.types import Span
from articles.preflight.about import about_text, replacing
from articles.preflight.finding import WARNING, Finding, Fix
from articles.preflight.view import ArticleView
from articles.text.html import BREAK
from articles.text.messages import gettext as _
from articles.text.messages import shortened

_OPENER_OF = {"”": "“", "’": "‘", "»": "«"}


def unmatched(article: ArticleView) -> Iterator[Finding]:
    """Every mark that opens is closed, and every mark that closes was opened."""
    for place, spans in article.quoted.items():
        text = article.text_of(place)
        for span in spans:
            if span.open_end and not _goes_on(text, span):
                message = _("“%(words)s” is opened with a quotation mark and never closed.")
                values = {"words": shortened(span.inner, 40)}
                shown = (span.start, min(span.end, span.start + 60))
                yield about_text("marks-unmatched", message % values, article, place, shown, WARNING)
        for at in _strays(text, spans):
            message = _("A quotation mark closes what was never opened, after “%(words)s”.")
            values = {"words": shortened(text[max(0, at - 30) : at].split(BREAK)[-1], 40)}
            span_of_mark = (max(0, at - 30), at + 1)
            yield about_text("marks-unmatched", message % values, article, place, span_of_mark, WARNING)


def mixed(article: ArticleView) -> Iterator[Finding]:
    """The mark that closes is the partner of the one that opens."""
    for place, spans in article.quoted.items():
        for span in spans:
            if span.is_mixed:
                message = _("“%(words)s” opens with %(opening)s and closes with %(closing)s.")
                values = {
                    "words": shortened(span.inner),
                    "opening": span.opening,
                    "closing": span.closing,
                }
                whole, fix = (span.start, span.end), _fitting(place, span)
                yield about_text("marks-mixed", message % values, article, place, whole, WARNING, fix=fix)


def _goes_on(text: str, span: Span) -> bool:
    """Whether a quotation that is open at the end of its paragraph goes on in the next, as is the custom."""
    following = text[span.end :].removeprefix(BREAK)
    return following[:1] == span.opening and text[span.end : span.end + len(BREAK)] == BREAK


def _strays(text: str, spans: tuple[Span, ...]) -> Iterator[int]:
    """Double marks outside all pairs, but for those between letters or after a number: abbreviations and inches."""
    position = 0
    for start, end in [*((span.start, span.end) for span in spans), (len(text), len(text))]:
        for at in range(position, start):
            if text[at] in DOUBLE and text[at] not in "״":
                before, after = text[at - 1 : at], text[at + 1 : at + 2]
                if not (before.isdigit() or (before.isalpha() and after.isalpha())):
                    yield at
        position = end


def _fitting(place: str, span: Span) -> Fix | None:
    """The straight one of the two marks takes the shape that fits the other."""
    label = _("Set fitting marks")
    if span.opening in "\"'" and span.closing in _OPENER_OF:
        return replacing(label, place, span.start, span.start + 1, _OPENER_OF[span.closing])
    if span.opening in CLOSERS and span.closing:
        return replacing(label, place, span.end - 1, span.end, CLOSERS[span.opening][0])
    return None


CHECKS = (unmatched, mixed)
