"""Cutting passages into words and sentences, with positions, in one pass."""

import dataclasses
import re
from collections.abc import Sequence

from articles.extraction.types import Span

HIDDEN = "\ufffc"  # stands for each character of quoted words
LONGEST_ASIDE = 48
_WORD = re.compile(r"[^\W_]+(?:[.’'\-&][^\W_]+)*\.?")
_PARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|at|ul|bin|ibn|abu|d|l|o)[-’'](?=[^\W\d_])", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_STOP = re.compile(r"[.!?](?=\s|$)")
ABBREVIATIONS = frozenset(
    "mr. mrs. ms. dr. sen. rep. gov. gen. col. lt. sgt. capt. prof. rev. st. jr. sr. u.s. u.k. u.n. e.u. no. vs. inc. "
    "co. corp. jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. p.m. a.m. d.c. mt. ft. sens. reps. maj. adm. cmdr. hon. det. insp. cpl. brig. mme. pres. supt. atty. u.s.a.".split()
)


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


@dataclasses.dataclass(frozen=True)
class Word:
    """A word outside quotation marks."""

    text: str
    start: int
    end: int

    @property
    def is_capitalized(self) -> bool:
        return is_capital(self.text)


@dataclasses.dataclass(frozen=True)
class Outline:
    """A passage with its quoted words hidden, its words, and the ends of its sentences."""

    text: str
    words: tuple[Word, ...]
    stops: tuple[int, ...]
    starts: tuple[int, ...]  # of the words
    forms: dict[int, str] = dataclasses.field(
        default_factory=dict, compare=False
    )  # of verbs, as they are found


def hide(text: str, spans: Sequence[Span]) -> str:
    """The text with each quoted span replaced, so that positions stay."""
    parts, position = [], 0
    for span in spans:
        filler = " " if _is_nickname(text, span) else HIDDEN
        parts += [text[position : span.start], filler * (span.end - span.start)]
        position = span.end
    return "".join([*parts, text[position:]])


def _is_nickname(text: str, span: Span) -> bool:
    """Whether one capitalized word stands amid a name: Ada “Bo” Quill."""
    if not span.inner.isalpha() or not span.inner[0].isupper() or text[span.end : span.end + 1] != " ":
        return False
    before = text[max(0, span.start - 24) : span.start].rsplit(None, 1)[-1:]
    return (
        bool(before)
        and before[0].isalpha()
        and before[0][0].isupper()
        and text[span.end + 1 : span.end + 2].isupper()
    )


def _without_asides(text: str) -> str:
    """Short parentheses blanked: “Quill (I-Calder) said” reads as “Quill said”. Hard spaces become plain ones."""
    text = text.replace("\xa0", " ")
    parts, position = [], 0
    while (start := text.find("(", position)) >= 0:
        end = text.find(")", start, start + LONGEST_ASIDE)
        if end < 0:
            parts.append(text[position : start + 1])
            position = start + 1
            continue
        parts += [text[position:start], " " * (end + 1 - start)]
        position = end + 1
    return "".join([*parts, text[position:]])


def outline(text: str, spans: Sequence[Span], clitics: frozenset[str] = frozenset()) -> Outline:
    """Words outside the spans, and where sentences stop. A quotation's own full stop ends the sentence only when
    a capital follows that is not the name of its speaker; callers look across it where they need to."""
    hidden = _without_asides(hide(text, spans))
    words, abbreviating = [], set()
    for found in _WORD.finditer(hidden):
        word, end = found[0], found.end()
        if word.endswith("."):
            if word.casefold() in ABBREVIATIONS or is_initial(word):
                abbreviating.add(end - 1)
            else:
                word, end = word[:-1], end - 1
        verb, hyphen, pronoun = word.rpartition("-")
        if hyphen and pronoun.casefold() in clitics:  # dit-elle
            words.append(Word(verb.removesuffix("-t"), found.start(), found.start() + len(verb)))
            words.append(Word(pronoun, end - len(pronoun), end))
            continue
        words.append(Word(word, found.start(), end))
    stops = [f.end() for f in _STOP.finditer(hidden) if f.start() not in abbreviating]
    stops = sorted({*stops, *(span.end for span in spans if _ends_sentence(text, span))})
    return Outline(hidden, tuple(words), tuple(stops), tuple(word.start for word in words))


def _ends_sentence(text: str, span: Span) -> bool:
    """Whether the quotation's own full stop ends the sentence around it: a capital or another mark follows."""
    if span.inner.rstrip()[-1:] != ".":
        return False
    rest = text[span.end : span.end + 4].lstrip()
    return text[span.end : span.end + 1].isspace() and not rest[:1].islower() and rest[:1] not in "-–—―"
