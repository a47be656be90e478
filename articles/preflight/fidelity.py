"""Whether the words in the article still are the words that were said."""

import dataclasses
import re
from collections.abc import Iterator

from articles.preflight.about import about_use, replacing
from articles.preflight.derivation import derive
from articles.preflight.finding import BLOCKER, WARNING, Finding, Fix
from articles.preflight.passages import best_passages
from articles.preflight.view import ArticleView, UseView
from articles.text.messages import gettext as _
from articles.text.messages import shortened
from articles.text.typography import fold

CLOSE_ENOUGH = 0.6  # of a passage that may stand in for the words


def drift(article: ArticleView) -> Iterator[Finding]:
    """Published words follow from those in the evidence; of a verified quotation they must."""
    for use in _with_record(article):
        if not use.verbatim or _is_run_of(use.words, use.verbatim):
            continue
        severity = BLOCKER if use.status == "verified" else WARNING
        for found in derive(use.words, use.verbatim).findings:
            rule = "quote-drift" if found.rule == "words-differ" else found.rule
            differs = _("“%(words)s” is not what was said. %(why)s")
            message = differs if found.is_blocker else _("“%(words)s”: %(why)s")
            grave = severity if found.is_blocker else found.severity
            fix = _words_of(use.verbatim, use, _("Use the words of the evidence"))
            finding = about_use(rule, message, use, grave, values={"why": found.message}, basis=use.verbatim)
            yield dataclasses.replace(finding, fix=fix if rule == "quote-drift" else None)


def edited_after_verification(article: ArticleView) -> Iterator[Finding]:
    """Somebody verified other words than the record has now."""
    for use in _with_record(article):
        if use.was_edited_after_verification:
            message = _("“%(words)s” was edited after it had been verified. Verify it again.")
            yield about_use("quote-edited-after-verification", message, use, WARNING, basis=use.record)


def changed_without_record(article: ArticleView) -> Iterator[Finding]:
    """Without evidence, the text at least says what its own record says."""
    for use in _with_record(article):
        if use.verbatim or use.place not in ("body", "pull", "caption"):
            continue
        if fold(use.words).rstrip(".,") in fold(use.record) or derive(use.words, use.record).holds:
            continue
        message = _("“%(words)s” is worded otherwise than its record. Take over one of the two.")
        fix = _words_of(use.record, use, _("Use the words of the record"))
        finding = about_use("quote-differs-from-record", message, use, WARNING, basis=use.record, fix=fix)
        can_follow = use.place == "body" and not use.is_record_public
        yield dataclasses.replace(
            finding, other_way=_("Put these words into the record") if can_follow else ""
        )


def other_wordings(article: ArticleView) -> Iterator[Finding]:
    """The same speaker's statement reads otherwise in another article."""
    seen = set()
    for use in _with_record(article):
        for other in use.other_wordings:
            if (use.quote, other) in seen:
                continue
            seen.add((use.quote, other))
            message = _("“%(words)s” reads otherwise in “%(headline)s”: “%(other)s”.")
            if not other.words:
                message = _("“%(words)s” reads otherwise in another article, which is not published.")
            values = {"headline": other.headline, "other": shortened(other.words, 160)}
            yield about_use("quote-other-wording", message, use, WARNING, values=values, basis=other.words)


def lost_pulls(article: ArticleView) -> Iterator[Finding]:
    """Words that are set large beside the text are words that the text quotes."""
    for words in article.lost_pulls:
        message = _("The pull quote “%(words)s” is no longer in a confirmed quotation of the text.")
        yield Finding("pull-quote-lost", message % {"words": shortened(words)}, words, WARNING)


def _with_record(article: ArticleView) -> Iterator[UseView]:
    return (use for use in article.uses if use.is_settled and use.record)


def _is_run_of(words: str, evidence: str) -> bool:
    """Whether the words stand in the evidence just so, which is the rule and is seen at once."""
    if not words or set(words) & set("[]…"):
        return False
    run = re.escape(fold(words).rstrip(".,"))
    return re.search(rf"(?<![\w'-]){run}(?![\w'-])", fold(evidence)) is not None


def _words_of(evidence: str, use: UseView, label: str) -> Fix | None:
    """The passage of the evidence that stands for the words, with the punctuation that they end in."""
    if use.place not in ("headline", "dek", "body"):
        return None
    best = next(iter(best_passages(use.words, evidence, limit=1)), None)
    if best is None or best.score < CLOSE_ENOUGH:
        return None
    last = use.words[-1:] if use.words[-1:] in ".,?!…" else ""
    words = evidence[best.start : best.end].rstrip(".,?!…") + last
    if words == use.words:
        return None
    return replacing(label, use.place, use.words_start, use.words_start + len(use.words), words)


CHECKS = (drift, edited_after_verification, changed_without_record, other_wordings, lost_pulls)
