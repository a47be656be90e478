"""When an article may go out, and that what it links to is out."""

from collections.abc import Iterator

from articles.preflight.about import about_text
from articles.preflight.finding import BLOCKER, Finding
from articles.preflight.view import ArticleView
from articles.text.messages import gettext as _
from articles.text.messages import local_time, shortened


def embargoes(article: ArticleView) -> Iterator[Finding]:
    """Of the article itself, of its picture, and of every occasion that is quoted."""
    if article.embargo_until and article.embargo_until > article.at:
        message = _("The embargo lasts until %(time)s.") % {"time": local_time(article.embargo_until)}
        yield Finding("embargo", message, place="embargo_until")
    if article.image and article.image.embargo_until and article.image.embargo_until > article.at:
        message = _("The lead image is under embargo until %(time)s.")
        values = {"time": local_time(article.image.embargo_until)}
        yield Finding("image-embargo", message % values, place="lead_image")
    held = {use.occasion: use for use in article.uses if use.embargo_until and use.stands}
    for title, use in held.items():
        if use.embargo_until and use.embargo_until > article.at:
            message = _("“%(title)s” is under embargo until %(time)s.")
            values = {"title": title, "time": local_time(use.embargo_until)}
            yield Finding(
                "occasion-embargo",
                message % values,
                use.words,
                key=use.key,
                place=use.place,
                start=use.start,
                end=use.end,
            )


def own_links(article: ArticleView) -> Iterator[Finding]:
    """What the text links to on this site can be read there."""
    for link in article.links:
        if link.is_own and not link.is_public:
            words = shortened(article.body[link.start : link.end])
            message = _("“%(words)s” links to an article of ours that readers do not have.") % {
                "words": words
            }
            span = (link.start, link.end)
            yield about_text("link-unpublished", message, article, "body", span, BLOCKER, basis=link.href)


CHECKS = (embargoes, own_links)
