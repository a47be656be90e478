"""What a language knows of a word wherever it stands; each is looked up once, however often it is read."""

import functools
import re
from typing import NamedTuple

from articles.extraction.languages.base import Language

MOST = 1 << 15  # words remembered of a language: more than an edition holds
ENDINGS = ("s", "’", "'", ".")
POSSESSIVE = ("’s", "'s", "s’", "s'")
CONTRACTED = frozenset("s re d ll ve".split())
_PARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|at|ul|bin|ibn|abu|d|l|o)[-’'](?=[^\W\d_])", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")


class Word(NamedTuple):
    """A word outside quotation marks, without its place."""

    text: str
    folded: str
    bare: str  # folded, without the ending of an owner or a final stop
    is_capitalized: bool
    is_initial: bool
    is_possessive: bool
    is_small: bool
    is_cue: bool  # a verb of speech, or looks like one
    pronoun: str  # folded, without what hangs on it: of she’s, they’re, he’d
    may_begin: bool  # a phrase


class Lexicon(dict[str, Word]):
    """The words of one language by their text; forgets all of them rather than growing without end."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, text: str) -> Word:
        if len(self) >= MOST:
            self.clear()
        language, folded, capitalized = self.language, text.casefold(), is_capital(text)
        pronoun = folded if folded in language.pronouns else _uncontracted(folded)
        pronoun = pronoun if pronoun in language.pronouns else ""
        begins = bool(
            capitalized
            or pronoun
            or folded in language.starts
            or language.is_role(folded)
            or folded.isdecimal()
        )
        word = self[text] = Word(
            text,
            folded,
            bare(folded),
            capitalized,
            is_initial(text),
            is_possessive(text),
            text.islower(),
            folded in language.cues,
            pronoun,
            begins,
        )
        return word


@functools.cache
def lexicon_of(language: Language) -> Lexicon:
    """The one lexicon of a language."""
    return Lexicon(language)


def bare(word: str) -> str:
    """The word without a possessive ending or a final stop."""
    if word[-1:] not in ENDINGS:
        return word
    for ending in ("’s", "'s", "’", "'", "."):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def is_possessive(word: str) -> bool:
    """Whether the word owns what follows."""
    return word.endswith(POSSESSIVE)


def is_capital(text: str) -> bool:
    """Whether a word begins like a name: with a capital, also behind a particle (al-Sayed, d’Arcy)."""
    if text[:1].isupper():
        return True
    if not ("-" in text or "’" in text or "'" in text):
        return False
    particle = _PARTICLE.match(text)
    return particle is not None and text[particle.end() : particle.end() + 1].isupper()


def is_initial(text: str) -> bool:
    """Whether a word stands for first names: J., J.D."""
    return text[:1].isupper() and bool(_INITIALS.fullmatch(text))


def _uncontracted(word: str) -> str:
    stem, mark, ending = word.replace("'", "’").partition("’")
    return stem if mark and ending in CONTRACTED else word
