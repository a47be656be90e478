"""Whether everything in quotation marks is somebody's, and may be printed."""

from collections.abc import Iterator

from articles.preflight.about import about_use
from articles.preflight.finding import BLOCKER, WARNING, Finding
from articles.preflight.view import ArticleView, UseView
from articles.text.messages import gettext as _


def settled(article: ArticleView) -> Iterator[Finding]:
    """A person has decided about every quotation, and what was decided about still stands in the text. One finding for each
    quotation, at its first open part: so many as the panel asks about."""
    told: set[str] = set()
    for use in article.uses:
        if use.is_lost and use.state == "confirmed":
            message = _("A confirmed quotation is no longer in the text: “%(words)s”. Restore it or drop it.")
            yield about_use("quote-lost", message, use, BLOCKER)
        elif not use.is_lost and use.state == "proposed" and not (use.quotation and use.quotation in told):
            told.add(use.quotation)
            yield about_use("quote-open", _("Nobody has confirmed who said “%(words)s”."), use, BLOCKER)


def printable(article: ArticleView) -> Iterator[Finding]:
    """It has a speaker, was said on terms that allow it, and stands."""
    for use in _confirmed(article):
        if not use.speaker:
            yield about_use("quote-speaker", _("Say who said “%(words)s”."), use, BLOCKER)
        elif not use.may_be_public:
            message = _("“%(words)s” was said %(terms)s and cannot be published.")
            yield about_use("quote-terms", message, use, BLOCKER, values={"terms": use.terms_label})
        elif use.status == "retracted":
            message = _("The quotation “%(words)s” is retracted. Take it out of the text.")
            yield about_use("quote-retracted", message, use, BLOCKER)


def anonymous(article: ArticleView) -> Iterator[Finding]:
    """What was said on background does not name the person who said it."""
    for use in _confirmed(article):
        if use.terms == "background" and use.proposed_kind == "person":
            message = _(
                "“%(words)s” was said on background, but the text seems to name who said it: %(name)s."
            )
            yield about_use(
                "quote-background-named",
                message,
                use,
                BLOCKER,
                values={"name": use.proposed_speaker},
                basis=use.proposed_speaker,
            )


def confidential(article: ArticleView) -> Iterator[Finding]:
    """Whoever is not named has been approved by a second person, and readers are told why."""
    for use in _confirmed(article):
        if not use.says_why_unnamed:
            message = _("Say for readers why the source of “%(words)s” is not named.")
            yield about_use("source-unexplained", message, use, BLOCKER)
        if not use.may_stay_unnamed:
            message = _("Nobody has approved yet that the source of “%(words)s” is not named.")
            yield about_use("source-unapproved", message, use, BLOCKER)


def disputed(article: ArticleView) -> Iterator[Finding]:
    for use in _confirmed(article):
        if use.status == "disputed":
            message = _("It is disputed that “%(words)s” was said. Readers are told so.")
            yield about_use("quote-disputed", message, use, WARNING)


def translated(article: ArticleView) -> Iterator[Finding]:
    """Translated words name who translated them."""
    for use in _confirmed(article):
        if use.is_translated and not use.translator:
            message = _("“%(words)s” is a translation. Say who translated it.")
            yield about_use("quote-translator", message, use, WARNING)


def _confirmed(article: ArticleView) -> Iterator[UseView]:
    return (use for use in article.uses if use.is_settled)


CHECKS = (settled, printable, anonymous, confidential, disputed, translated)
