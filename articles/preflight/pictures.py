"""Whether the pictures of an article may be shown, and can be. The embargo of the lead stands with the other embargoes."""

from collections.abc import Iterator

from articles.preflight.finding import Finding
from articles.preflight.view import ArticleView, PictureView
from articles.text.messages import gettext as _
from articles.text.messages import local_time


def embargoes(article: ArticleView) -> Iterator[Finding]:
    for picture in article.pictures:
        if picture.embargo_until and picture.embargo_until > article.at and not picture.is_lead:
            message = _("The picture “%(name)s” is under embargo until %(time)s.")
            values = {"name": picture.name, "time": local_time(picture.embargo_until)}
            yield Finding("image-embargo", message % values, place=_place(picture))


def rights(article: ArticleView) -> Iterator[Finding]:
    for picture in article.pictures:
        if picture.rights_until and picture.rights_until < article.at.date():
            message = _("The rights in the picture “%(name)s” ended on %(day)s. Take another, or renew them.")
            values = {"name": picture.name, "day": picture.rights_until}
            yield Finding("image-rights", message % values, place=_place(picture))


def files(article: ArticleView) -> Iterator[Finding]:
    for picture in article.pictures:
        if not picture.has_files:
            message = _("The picture “%(name)s” has no files for readers. Upload it again.")
            yield Finding("image-files", message % {"name": picture.name}, place=_place(picture))
    if article.has_unknown_pictures:
        message = _("A picture in the text is not in the library any more. Take it out or put another in.")
        yield Finding("image-unknown", message, place="body")


def _place(picture: PictureView) -> str:
    return "lead_image" if picture.is_lead else "body"


CHECKS = (embargoes, rights, files)
