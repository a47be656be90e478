"""What a rule of attribution reads, and what it answers."""

import bisect
import dataclasses
import re

from articles.extraction.clauses import Clause
from articles.extraction.languages.base import Language
from articles.extraction.types import Mention, Span
from articles.extraction.words import HIDDEN, Outline

_INK = re.compile(r"\S")
FARTHEST = 800  # characters behind a quotation


@dataclasses.dataclass(frozen=True)
class Attribution:
    """What the sentence says about a span. ``subject`` may be a pronoun still to be resolved."""

    cue: str = ""
    text: str = ""
    subject: Mention | None = None
    reason: str = ""
    confidence: float = 0.0


@dataclasses.dataclass(frozen=True)
class Surroundings:
    """A span with the rest of its sentence on both sides."""

    view: Outline
    span: Span
    before: Clause
    after: Clause
    sentence_end: int
    language: Language

    def between(self, start: int, end: int) -> str:
        """The words between two positions of the passage, quoted ones left out."""
        return " ".join(self.view.text[start:end].replace(HIDDEN, "").split()).replace(" ,", ",").strip(" ,")


def sentence_start(view: Outline, position: int) -> int:
    """Where the sentence that holds the position begins."""
    index = bisect.bisect_right(view.stops, position)
    return view.stops[index - 1] if index else 0


def is_blank(view: Outline, start: int, end: int) -> bool:
    """Whether only space stands between two positions; of a long stretch no more is read than it takes to know."""
    return _INK.search(view.text, start, end) is None


def sentence_end(view: Outline, span: Span) -> int:
    """Where the sentence that goes on behind the span ends."""
    index = bisect.bisect_right(view.stops, span.end)
    end = view.stops[index] if index < len(view.stops) else len(view.text)
    return min(end, span.end + FARTHEST)
