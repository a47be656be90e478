"""Quotations in headline and dek: what stands largest is checked against the text below it."""

import re
from collections.abc import Iterator

from articles.preflight.about import about_use
from articles.preflight.derivation import derive
from articles.preflight.finding import BLOCKER, WARNING, Finding
from articles.preflight.view import ArticleView, UseView
from articles.text.messages import gettext as _
from articles.text.typography import fold

_WORD = re.compile(r"\w+")
_SMALL = frozenset("a an the of on in to and".split())


def in_the_text(article: ArticleView) -> Iterator[Finding]:
    """Words in quotation marks occur in a quotation of the text."""
    quoted = [_bare(use.words) for use in article.uses if use.place == "body" and use.stands]
    whole = " ".join(quoted)
    for use in _displayed(article):
        words = _bare(use.words).rstrip(".,")
        if words not in whole and not any(derive(words, one).holds for one in quoted):
            message = _("The %(place)s quotes “%(words)s”, which no quotation of the text has.")
            yield _about("display-quote-not-in-text", message, use)


def not_the_newsrooms_own(article: ArticleView) -> Iterator[Finding]:
    """Words in quotation marks are the speaker's, not what an editor put in brackets into the quotation."""
    quoted = [use for use in article.uses if use.place == "body" and use.stands]
    inserting = [use for use in quoted if use.insertions]
    spoken = [run for use in quoted for run in _spoken_runs(use)]
    for use in _displayed(article):
        words = _in_a_row(use.words)
        if any(words in run for run in spoken):
            continue
        if any(words in _in_a_row(one.words) or _takes_from(use, one) for one in inserting):
            message = _("The %(place)s quotes “%(words)s”, but part of it is the newsroom's own insertion.")
            yield _about("display-quote-insertion", message, use, WARNING)


def right_speaker(article: ArticleView) -> Iterator[Finding]:
    """Whom the headline names is who said it."""
    for use in _displayed(article):
        if use.proposed_speaker and use.speaker and not _same(use.proposed_speaker, use.speaker_names):
            message = _("The %(place)s gives “%(words)s” to %(named)s; it was said by %(speaker)s.")
            named = {"named": use.proposed_speaker, "speaker": use.speaker}
            yield _about("display-quote-speaker", message, use, WARNING, use.speaker, **named)


def _displayed(article: ArticleView) -> Iterator[UseView]:
    return (use for use in article.uses if use.place in ("headline", "dek") and use.stands)


def _bare(words: str) -> str:
    """Folded, without the brackets of insertions: a headline may quote past them."""
    return fold(words).replace("[", "").replace("]", "")


def _in_a_row(words: str) -> str:
    """The words alone, each between spaces, so that one run of whole words is looked for in another."""
    return f" {' '.join(_WORD.findall(fold(words)))} "


def _spoken_runs(use: UseView) -> list[str]:
    """What the speaker said between the newsroom's insertions."""
    words = fold(use.words)
    for insertion in use.insertions:
        words = words.replace(fold(insertion), "\n")
    return [_in_a_row(run) for run in words.split("\n")]


def _takes_from(use: UseView, other: UseView) -> bool:
    """Whether a shortened quotation has a word of an insertion that its speaker does not have at all."""
    inserted = {word for one in other.insertions for word in _WORD.findall(fold(one))}
    own = {word for run in _spoken_runs(other) for word in run.split()}
    return bool((inserted - own) & set(_WORD.findall(fold(use.words))) - _SMALL)


def _same(name: str, known: frozenset[str]) -> bool:
    """Whether a name in a headline, often a surname, means one of these."""
    wanted = set(fold(name).split())
    return any(wanted & set(fold(one).split()) for one in known)


def _about(
    rule: str, message: str, use: UseView, severity: str = BLOCKER, basis: str = "", **values: str
) -> Finding:
    place = _("headline") if use.place == "headline" else _("dek")
    return about_use(rule, message, use, severity, values={"place": place, **values}, basis=basis)


CHECKS = (in_the_text, not_the_newsrooms_own, right_speaker)
