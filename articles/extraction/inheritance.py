"""Speakers that stand elsewhere: announced with a colon, named as a label, or given later in the paragraph."""

import dataclasses
from collections.abc import Sequence

from articles.extraction.clauses import Clause
from articles.extraction.languages.base import Language
from articles.extraction.phrases import Phrase
from articles.extraction.subjects import subject_of
from articles.extraction.surroundings import Attribution, sentence_start
from articles.extraction.types import FoundQuote, Mention, Span
from articles.extraction.words import Outline

LONGEST_LABEL = 40
LONGEST_SIGNATURE = 14  # words
SIGNS = "-–—―"
ANNOUNCED = "announced in the paragraph before"


def announced(view: Outline, phrases: Sequence[Phrase], language: Language) -> Attribution | None:
    """Who is said to speak in the next paragraph: the subject of a last sentence that ends with a colon."""
    end = len(view.text.rstrip())
    if not view.text[:end].endswith(":"):
        return None
    clause = Clause(view, phrases, language, sentence_start(view, max(0, end - 1)), end)
    for verb in reversed(clause.verbs):
        subject = subject_of(clause, verb)
        if subject:
            return Attribution(verb.text, clause.text, subject.mention, ANNOUNCED, 0.85)
    phrase = clause.main_subject()
    return Attribution(":", clause.text, phrase.mention, ANNOUNCED, 0.6) if phrase else None


def told_before(
    view: Outline, phrases: Sequence[Phrase], language: Language, span: Span
) -> Attribution | None:
    """Who spoke, or acted, in the sentence right before a quotation that stands alone."""
    end = sentence_start(view, span.start)
    clause = Clause(view, phrases, language, sentence_start(view, max(0, end - 1)), end)
    for verb in reversed(clause.verbs):
        subject = subject_of(clause, verb)
        if subject and subject.mention.kind in ("person", "pronoun", "organization"):
            return Attribution("", clause.text, subject.mention, "spoke in the sentence before", 0.7)
    phrase = clause.main_subject()
    if phrase is None or phrase.mention.kind not in ("person", "pronoun"):
        return None
    return Attribution("", clause.text, phrase.mention, "subject of the sentence before", 0.6)


def label_within(span: Span, language: Language) -> Attribution | None:
    """The name that a transcript sets before each turn: “QUILL: We go.” “Ada Quill: Why?”"""
    inner = span.inner
    colon = inner.find(":", 0, LONGEST_LABEL)
    label = inner[:colon].strip()
    words = label.split()
    if colon < 2 or any(c.isdigit() for c in label):
        return None
    named = (
        1 < len(words) < 4
        and words[0].casefold() in language.first_names
        and all(w[0].isupper() for w in words)
    )
    if not label.isupper() and not named:
        return None
    start = span.start + len(span.opening) + inner.find(label)
    name = label if named else label.title()
    mention = Mention(span.passage, start, start + len(label), name, "", "person")
    return Attribution(":", label, mention, "label of the turn", 0.9)


def signature(view: Outline, phrases: Sequence[Phrase]) -> Mention | None:
    """Who signs the words above with a paragraph that is a dash, a name and little more: “— Ada Quill, Calder”."""
    text = view.text.strip()
    if text[:1] not in SIGNS or not phrases or len(view.words) > LONGEST_SIGNATURE:
        return None
    first = phrases[0]
    begins = not view.text[: first.start].strip(f"{SIGNS} ")
    return first.mention if begins and first.mention.kind in ("person", "organization") else None


def inherit_backwards(quotes: list[FoundQuote], first: int) -> None:
    """A quotation without a speaker of its own takes the one that is named later in its own paragraph."""
    for index in range(len(quotes) - 2, first - 1, -1):
        later, speaker = quotes[index + 1].speaker, quotes[index].speaker
        if later and (speaker is None or (speaker.reason == "last speaker" and not quotes[index].cue)):
            if later.confidence > 0.6:
                confidence = min(0.8, later.confidence)
                speaker = dataclasses.replace(
                    later, confidence=confidence, reason="named later in the paragraph"
                )
                quotes[index] = dataclasses.replace(quotes[index], speaker=speaker)
