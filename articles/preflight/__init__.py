"""The pure checks of what is to be published: a frozen view in, findings out. No database, no network."""

from articles.preflight.derivation import Derivation, derive
from articles.preflight.engine import check, first_blockers
from articles.preflight.finding import Finding, Fix, Waived
from articles.preflight.passages import Passage, best_passages
from articles.preflight.typesetting import typographic_edits
from articles.preflight.view import (
    ArticleView,
    ImageView,
    LinkView,
    LiveText,
    OtherWording,
    PictureView,
    Twin,
    UseView,
)

__all__ = [
    "ArticleView",
    "Derivation",
    "Finding",
    "Fix",
    "ImageView",
    "LinkView",
    "LiveText",
    "OtherWording",
    "Passage",
    "PictureView",
    "Twin",
    "UseView",
    "Waived",
    "best_passages",
    "check",
    "derive",
    "first_blockers",
    "typographic_edits",
]
