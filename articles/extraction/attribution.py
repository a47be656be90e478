"""The words around a quotation that say who spoke: its cue, the subject of the cue, and “according to”.

Each rule looks at one shape of sentence; the first that answers is believed.
"""

from collections.abc import Sequence

from articles.extraction.ahead import (
    by_before,
    by_clause_before_colon,
    by_colon,
    by_label,
    by_owner,
    by_sentence_subject,
)
from articles.extraction.behind import (
    by_according,
    by_after,
    by_at_once_according,
    by_late,
    by_passive,
    by_signature,
)
from articles.extraction.clauses import Clause
from articles.extraction.languages.base import Language
from articles.extraction.phrases import Phrase
from articles.extraction.surroundings import Attribution, Surroundings, sentence_end, sentence_start
from articles.extraction.types import Span
from articles.extraction.words import Outline

RULES = (
    by_signature,
    by_after,
    by_at_once_according,
    by_passive,
    by_label,
    by_clause_before_colon,
    by_before,
    by_according,
    by_colon,
    by_late,
    by_owner,
    by_sentence_subject,
)


def attribute(
    view: Outline, spans: Sequence[Span], index: int, phrases: Sequence[Phrase], language: Language
) -> Attribution:
    """The attribution of one span of the passage, from the text after it, before it, or the rest of its sentence."""
    span = spans[index]
    next_start = spans[index + 1].start if index + 1 < len(spans) else len(view.text)
    around = Surroundings(
        view,
        span,
        Clause(view, phrases, language, sentence_start(view, span.start), span.start),
        Clause(view, phrases, language, span.end, min(next_start, sentence_end(view, span))),
        language,
    )
    for rule in RULES:
        found = rule(around)
        if found:
            return found
    return Attribution()
