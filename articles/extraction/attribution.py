"""The words around a quotation that say who spoke: its cue, the subject of the cue, and “according to”.

Each rule looks at one shape of sentence; the first that answers is believed.
"""

from collections.abc import Sequence

from articles.extraction.ahead import (
    by_aside,
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
    by_closing,
    by_late,
    by_passive,
    by_signature,
)
from articles.extraction.clauses import Clause
from articles.extraction.languages.base import Language
from articles.extraction.nominal import by_owned_speech
from articles.extraction.phrases import Phrase
from articles.extraction.scare import is_name_of_something
from articles.extraction.surroundings import Attribution, Surroundings, sentence_end, sentence_start
from articles.extraction.types import Span
from articles.extraction.words import Outline

NAMES = 3  # titles and nicknames in marks that may stand between a quotation and its attribution
WEAK = 0.7  # a cue before the words that is less sure than one at the end of the sentence
RULES = (
    by_signature,
    by_aside,
    by_after,
    by_at_once_according,
    by_passive,
    by_label,
    by_owned_speech,
    by_clause_before_colon,
    by_before,
    by_closing,
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
    following = spans[index + 1 : index + 1 + NAMES]
    next_start = next((other.start for other in following if not is_name_of_something(other, view)), None)
    if next_start is None:
        next_start = spans[index + NAMES].start if len(spans) > index + NAMES else len(view.text)
    end = sentence_end(view, span)
    after = Clause(view, phrases, language, span.end, min(next_start, end))
    around = Surroundings(
        view,
        span,
        Clause(view, phrases, language, sentence_start(view, span.start), span.start),
        after,
        end,
        language,
    )
    for rule in RULES:
        found = rule(around)
        if found:
            is_weak = rule is by_before and (
                found.confidence <= WEAK or found.cue.casefold() not in language.strong
            )
            return (by_closing(around) if is_weak else None) or found
    return Attribution()
