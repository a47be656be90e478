"""The pure checks of what is to be published: a frozen view in, findings out. No database, no network."""

from articles.preflight.derivation import Derivation, derive
from articles.preflight.engine import check
from articles.preflight.finding import Finding
from articles.preflight.passages import Passage, best_passages
from articles.preflight.view import ArticleView, OtherWording, UseView

__all__ = [
    "ArticleView",
    "Derivation",
    "Finding",
    "OtherWording",
    "Passage",
    "UseView",
    "best_passages",
    "check",
    "derive",
]
