"""What a capital means: inside a sentence a name, at its beginning nothing, unless the article says more about the word."""

import dataclasses
from collections.abc import Iterable, Sequence

from articles.extraction.languages.base import Language
from articles.extraction.lexicon import Word
from articles.extraction.words import Outline

SHORTEST_GERUND = 8  # letters; shorter ones are often surnames: King, Reading, Irving
MOSTLY = 0.6  # of the words of a headline are capitalized


@dataclasses.dataclass(frozen=True)
class Capitals:
    """The words of one article, casefolded: those that are capitalized inside sentences, and those that are small there."""

    names: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()


NOTHING_KNOWN = Capitals()


def read_capitals(views: Iterable[Outline]) -> Capitals:
    """Look at every word of the article that does not begin a sentence; lines set like headlines tell nothing."""
    names: set[str] = set()
    small: set[str] = set()
    for view in views:
        inside, large = _inside(view)
        small.update(word.text for word in inside if word.is_small)
        if not _is_set_large(inside, large):
            names.update(word.bare for word in large)
    return Capitals(frozenset(names), frozenset(small))


def is_headline(view: Outline, language: Language) -> bool:
    """Whether a line is set like a headline: most of its words with capitals, and small only those that link them."""
    inside, large = _inside(view)
    linking = language.prepositions | language.determiners | language.breaks | language.auxiliaries
    return _is_set_large(inside, large) and all(word.folded in linking for word in inside if word.is_small)


def _inside(view: Outline) -> tuple[list[Word], list[Word]]:
    """The words that begin no sentence, and the capitalized ones among them."""
    inside = [word for index, word in enumerate(view.words) if index not in view.openings]
    return inside, [word for word in inside if word.is_capitalized]


def _is_set_large(inside: Sequence[Word], large: Sequence[Word]) -> bool:
    return len(large) > MOSTLY * len(inside)


def opens_sentence(view: Outline, index: int) -> bool:
    """Whether a sentence begins with the word."""
    return index in view.openings


def only_begins(view: Outline, index: int, capitals: Capitals, language: Language) -> bool:
    """Whether a capitalized word is an ordinary one that begins its sentence: Growing up on a barge, Good news travels."""
    word = view.words[index]
    folded = word.folded
    if word.is_possessive or folded in language.first_names or folded in capitals.names:
        return False
    if language.is_role(folded) or folded in language.honorifics:  # Secretary of State Ada Quill
        return False
    if language.nouns_are_capitalized or not opens_sentence(view, index):
        return False
    following, gap = "", ""
    if index + 1 < len(view.words):
        after = view.words[index + 1]
        gap = view.gaps[index + 1]
        following = after.folded
        if after.is_capitalized and not gap and folded not in language.openers:
            return following in language.not_names and _is_form(folded)
    if not gap and (following in language.cues or following in language.auxiliaries):
        return False
    if folded in language.openers or folded in capitals.small:
        return True
    return _is_form(folded) and (len(folded) >= SHORTEST_GERUND or _leads_on(following, gap, language))


def _is_form(folded: str) -> bool:
    """Whether the word looks like a participle or an adverb."""
    return folded.endswith(("ing", "ed", "ally", "ily", "tly", "sly", "bly", "rly", "dly", "ely"))


def _leads_on(following: str, gap: str, language: Language) -> bool:
    """Whether what stands behind a participle belongs to it: filling in for Quill, smiling, she said."""
    if gap:
        return gap == "," and following in language.pronouns
    return following in language.prepositions | language.determiners | language.breaks | language.particles
