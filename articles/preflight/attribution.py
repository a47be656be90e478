"""Whether everything in quotation marks is somebody's, and may be printed."""

from collections.abc import Iterator

from articles.preflight.finding import WARNING, Finding
from articles.preflight.view import ArticleView, UseView
from articles.text.messages import gettext as _
from articles.text.messages import shortened


def settled(article: ArticleView) -> Iterator[Finding]:
    """A person has decided about every quotation, and what was decided about still stands in the text."""
    for use in article.uses:
        words = {"words": shortened(use.words)}
        if use.is_lost and use.state == "confirmed":
            message = _("A confirmed quotation is no longer in the text: “%(words)s”. Restore it or drop it.")
            yield Finding("quote-lost", message % words, use.words, key=use.key)
        elif not use.is_lost and use.state == "proposed":
            message = _("Nobody has confirmed who said “%(words)s”.")
            yield Finding("quote-open", message % words, use.words, key=use.key)


def printable(article: ArticleView) -> Iterator[Finding]:
    """It has a speaker, was said on terms that allow it, and stands."""
    for use in _confirmed(article):
        words = {"words": shortened(use.words)}
        if not use.speaker:
            yield Finding("quote-speaker", _("Say who said “%(words)s”.") % words, use.words, key=use.key)
        elif not use.may_be_public:
            message = _("“%(words)s” was said %(terms)s and cannot be published.")
            yield Finding(
                "quote-terms", message % {**words, "terms": use.terms_label}, use.words, key=use.key
            )
        elif use.status == "retracted":
            message = _("The quotation “%(words)s” is retracted. Take it out of the text.")
            yield Finding("quote-retracted", message % words, use.words, key=use.key)


def disputed(article: ArticleView) -> Iterator[Finding]:
    for use in _confirmed(article):
        if use.status == "disputed":
            message = _("It is disputed that “%(words)s” was said. Readers are told so.")
            yield _warning("quote-disputed", message, use)


def translated(article: ArticleView) -> Iterator[Finding]:
    """Translated words name who translated them."""
    for use in _confirmed(article):
        if use.is_translated and not use.translator:
            message = _("“%(words)s” is a translation. Say who translated it.")
            yield _warning("quote-translator", message, use)


def _confirmed(article: ArticleView) -> Iterator[UseView]:
    return (use for use in article.uses if use.state == "confirmed" and not use.is_lost)


def _warning(rule: str, message: str, use: UseView) -> Finding:
    return Finding(rule, message % {"words": shortened(use.words)}, use.words, WARNING, use.key)


RULES = (settled, printable, disputed, translated)
