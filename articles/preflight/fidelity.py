"""Whether the words in the article still are the words that were said."""

import dataclasses
from collections.abc import Iterator

from articles.preflight.derivation import derive
from articles.preflight.finding import BLOCKER, WARNING, Finding
from articles.preflight.view import ArticleView, UseView
from articles.text.messages import gettext as _
from articles.text.messages import shortened
from articles.text.typography import fold


def drift(article: ArticleView) -> Iterator[Finding]:
    """Published words follow from those in the evidence; of a verified quotation they must."""
    for use in _with_record(article):
        if not use.verbatim:
            continue
        severity = BLOCKER if use.status == "verified" else WARNING
        for found in derive(use.words, use.verbatim).findings:
            message = _("“%(words)s” is not what was said. %(why)s")
            values = {"words": shortened(use.words), "why": found.message}
            grave = severity if found.is_blocker else found.severity
            rule = "quote-drift" if found.rule == "words-differ" else found.rule
            yield dataclasses.replace(found, rule=rule, message=message % values, severity=grave, key=use.key)


def edited_after_verification(article: ArticleView) -> Iterator[Finding]:
    """Somebody verified other words than the record has now."""
    for use in _with_record(article):
        if use.was_edited_after_verification:
            message = _("“%(words)s” was edited after it had been verified. Verify it again.")
            yield _about("quote-edited-after-verification", message, use)


def changed_without_record(article: ArticleView) -> Iterator[Finding]:
    """Without evidence, the text at least says what its own record says."""
    for use in _with_record(article):
        if use.verbatim or use.place not in ("body", "pull", "caption"):
            continue
        if fold(use.words).rstrip(".,") in fold(use.record) or derive(use.words, use.record).holds:
            continue
        message = _("“%(words)s” is worded otherwise than its record. Take over one of the two.")
        yield _about("quote-differs-from-record", message, use)


def other_wordings(article: ArticleView) -> Iterator[Finding]:
    """The same speaker's statement reads otherwise in another article."""
    seen = set()
    for use in _with_record(article):
        for other in use.other_wordings:
            if (use.quote, other) in seen:
                continue
            seen.add((use.quote, other))
            message = _("“%(words)s” reads otherwise in “%(headline)s”: “%(other)s”.")
            values = {
                "words": shortened(use.words),
                "headline": other.headline,
                "other": shortened(other.words, 160),
            }
            yield Finding("quote-other-wording", message % values, use.words, WARNING, use.key)


def _with_record(article: ArticleView) -> Iterator[UseView]:
    return (use for use in article.uses if use.state == "confirmed" and not use.is_lost and use.record)


def _about(rule: str, message: str, use: UseView) -> Finding:
    return Finding(rule, message % {"words": shortened(use.words)}, use.words, WARNING, use.key)


RULES = (drift, edited_after_verification, changed_without_record, other_wordings)
