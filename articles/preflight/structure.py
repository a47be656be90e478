"""What an article needs to be one."""

from collections.abc import Iterator

from articles.preflight.finding import WARNING, Finding
from articles.preflight.view import ArticleView
from articles.text.messages import gettext as _

FILE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff")


def state(article: ArticleView) -> Iterator[Finding]:
    if article.is_spiked:
        yield Finding("spiked", _("The article is spiked. Restore it first."))
    if article.was_withdrawn:
        yield Finding("withdrawn", _("The article was withdrawn and cannot be published again."))


def missing_parts(article: ArticleView) -> Iterator[Finding]:
    if not article.headline.strip():
        yield Finding("headline-missing", _("Write a headline."), place="headline")
    if not article.body.strip():
        yield Finding("text-missing", _("The text is empty."), place="body")
    if not article.has_section:
        yield Finding("section-missing", _("Choose a section."), place="section")
    if not article.has_byline:
        yield Finding("byline-missing", _("Add a byline."), place="bylines")


def picture(article: ArticleView) -> Iterator[Finding]:
    """The lead image says who made it and, unless it is decorative, what it shows."""
    image = article.image
    if image is None:
        return
    if not image.credit.strip():
        yield Finding("image-credit", _("Say who made the lead image."), place="lead_image")
    alt = image.alt.strip()
    if not image.is_decorative and (not alt or alt.casefold().endswith(FILE_ENDINGS)):
        message = _("The lead image has no alternative text: say what it shows.")
        yield Finding("image-alt", message, alt, WARNING, place="lead_image")


def not_twice(article: ArticleView) -> Iterator[Finding]:
    """No live article has nearly the same text already."""
    for twin in article.twins:
        message = _("%(share)d %% of this text stands in “%(headline)s” already, which readers have.")
        values = {"share": round(100 * twin.share), "headline": twin.headline}
        yield Finding("near-duplicate", message % values, severity=WARNING, place="body", basis=twin.short_id)


CHECKS = (state, missing_parts, picture, not_twice)
