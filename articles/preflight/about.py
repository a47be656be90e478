"""Findings that know their place."""

from collections.abc import Mapping
from types import MappingProxyType

from articles.preflight.finding import Finding, Fix
from articles.preflight.view import ArticleView, UseView
from articles.text.edits import Edit
from articles.text.messages import shortened


def about_use(
    rule: str,
    message: str,
    use: UseView,
    severity: str,
    *,
    values: Mapping[str, str] = MappingProxyType({}),
    basis: str = "",
    fix: Fix | None = None,
) -> Finding:
    """A finding about one appearance of a quotation; ``%(words)s`` in the message are its words."""
    return Finding(
        rule,
        message % {"words": shortened(use.words), **values},
        use.words,
        severity,
        use.key,
        use.place,
        use.start,
        use.end,
        basis=basis,
        fix=fix,
    )


def about_text(
    rule: str,
    message: str,
    article: ArticleView,
    place: str,
    span: tuple[int, int],
    severity: str,
    *,
    basis: str = "",
    fix: Fix | None = None,
) -> Finding:
    """A finding about a stretch of the plain text of headline, dek or body."""
    start, end = span
    words = article.text_of(place)[start:end]
    return Finding(rule, message, words, severity, None, place, start, end, basis=basis, fix=fix)


def replacing(label: str, place: str, start: int, end: int, text: str) -> Fix:
    """A fix of one change."""
    return Fix(label, place, (Edit(start, end, text),))
