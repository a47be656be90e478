"""Quotations in headline and dek: what stands largest is checked against the text below it."""

from collections.abc import Iterator

from articles.preflight.about import about_use
from articles.preflight.derivation import derive
from articles.preflight.finding import BLOCKER, WARNING, Finding
from articles.preflight.view import ArticleView, UseView
from articles.text.messages import gettext as _
from articles.text.typography import fold


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
    inserted = [fold(one) for use in article.uses if use.place == "body" for one in use.insertions]
    for use in _displayed(article):
        words = set(fold(use.words).split())
        ours = [one for one in inserted if words & _content(one)]
        theirs = " ".join(_without(other) for other in article.uses if other.place == "body" and other.stands)
        if ours and not words <= set(theirs.split()):
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


def _content(insertion: str) -> set[str]:
    small = {"a", "an", "the", "of", "on", "in", "to", "and"}
    return {word for word in insertion.strip("[]").split() if word not in small}


def _without(use: UseView) -> str:
    """The speaker's own words."""
    words = fold(use.words)
    for insertion in use.insertions:
        words = words.replace(fold(insertion), " ")
    return words


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
