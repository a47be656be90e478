"""What an article needs to be one, and when it may go out."""

from collections.abc import Iterator

from articles.preflight.finding import Finding
from articles.preflight.view import ArticleView
from articles.text.messages import gettext as _
from articles.text.messages import local_time


def state(article: ArticleView) -> Iterator[Finding]:
    if article.is_spiked:
        yield Finding("spiked", _("The article is spiked. Restore it first."))
    if article.was_withdrawn:
        yield Finding("withdrawn", _("The article was withdrawn and cannot be published again."))


def missing_parts(article: ArticleView) -> Iterator[Finding]:
    if not article.headline.strip():
        yield Finding("headline-missing", _("Write a headline."))
    if not article.body.strip():
        yield Finding("text-missing", _("The text is empty."))
    if not article.has_section:
        yield Finding("section-missing", _("Choose a section."))
    if not article.has_byline:
        yield Finding("byline-missing", _("Add a byline."))


def embargoes(article: ArticleView) -> Iterator[Finding]:
    """Of the article itself, and of every occasion that is quoted."""
    if article.embargo_until and article.embargo_until > article.at:
        time = local_time(article.embargo_until)
        yield Finding("embargo", _("The embargo lasts until %(time)s.") % {"time": time})
    held = {use.occasion: (use.embargo_until, use.key) for use in article.uses if use.embargo_until}
    for title, (until, key) in held.items():
        if until > article.at:
            message = _("“%(title)s” is under embargo until %(time)s.")
            values = {"title": title, "time": local_time(until)}
            yield Finding("occasion-embargo", message % values, key=key)


RULES = (state, missing_parts, embargoes)
