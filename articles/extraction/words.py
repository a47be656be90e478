"""Cutting passages into words and sentences, with positions, in one pass."""

import bisect
import dataclasses
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from articles.extraction.languages.base import Language
from articles.extraction.lexicon import Word, is_initial, lexicon_of
from articles.extraction.types import Span

HIDDEN = "\ufffc"  # stands for each character of quoted words
LONGEST_ASIDE = 48
_WORD = re.compile(r"[^\W_]+(?:[.’'\-&][^\W_]+)*\.?")
_STOP = re.compile(r"[.!?](?=\s|$)")
ABBREVIATIONS = frozenset(
    "mr. mrs. ms. dr. sen. rep. gov. gen. col. lt. sgt. capt. prof. rev. st. jr. sr. u.s. u.k. u.n. e.u. no. vs. inc. "
    "co. corp. jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. p.m. a.m. d.c. mt. ft. sens. reps. maj. adm. cmdr. hon. det. insp. cpl. brig. mme. pres. supt. atty. u.s.a. del.".split()
)


class Verb(NamedTuple):
    """A verb of speech among the words of a passage."""

    at: int  # index of the word
    text: str
    folded: str
    start: int
    end: int
    form: str  # finite | participle | infinitive | passive


@dataclasses.dataclass(frozen=True)
class Outline:
    """A passage with its quoted words hidden, its words, and the ends of its sentences."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]  # of the words
    ends: tuple[int, ...]
    gaps: tuple[str, ...]  # what stands before each word, space left out
    stops: tuple[int, ...]  # where sentences end
    openings: frozenset[int]  # indexes of the words with which sentences begin
    cues: tuple[int, ...]  # indexes of the words that are verbs of speech, or look like one
    verbs: dict[int, Verb | None] = dataclasses.field(
        default_factory=dict, compare=False
    )  # of the cues, as asked


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


def outline(text: str, spans: Sequence[Span], language: Language) -> Outline:
    """Words outside the spans, and where sentences stop. A quotation's own full stop ends the sentence only when
    a capital follows that is not the name of its speaker; callers look across it where they need to."""
    hidden = _without_asides(hide(text, spans))
    words, starts, ends, abbreviating = _words(hidden, language)
    stops = {f.end() for f in _STOP.finditer(hidden) if f.start() not in abbreviating}
    stops.update(span.end for span in spans if _ends_sentence(text, span))
    return Outline(
        hidden,
        tuple(words),
        tuple(starts),
        tuple(ends),
        _gaps(hidden, starts, ends),
        tuple(sorted(stops)),
        _openings(stops, starts, ends),
        tuple([index for index, word in enumerate(words) if word.is_cue]),
    )


def _words(text: str, language: Language) -> tuple[list[Word], list[int], list[int], set[int]]:
    """The words with their beginnings and ends, and where full stops stand that end an abbreviation."""
    words, starts, ends, abbreviating = list[Word](), list[int](), list[int](), set[int]()
    lexicon, clitics = lexicon_of(language), language.clitics
    for found in _WORD.finditer(text):
        word, (start, end) = found[0], found.span()
        if word[-1] == ".":
            if word.casefold() in ABBREVIATIONS or is_initial(word):
                abbreviating.add(end - 1)
            else:
                word, end = word[:-1], end - 1
        if clitics and "-" in word:
            verb, _hyphen, pronoun = word.rpartition("-")
            if pronoun.casefold() in clitics:  # dit-elle
                words.append(lexicon[verb.removesuffix("-t")])
                starts.append(start)
                ends.append(start + len(verb))
                word, start = pronoun, end - len(pronoun)
        words.append(lexicon[word])
        starts.append(start)
        ends.append(end)
    return words, starts, ends, abbreviating


def _gaps(text: str, starts: Sequence[int], ends: Sequence[int]) -> tuple[str, ...]:
    gaps = [text[before:start] for before, start in zip((0, *ends), starts, strict=False)]
    return tuple(["" if gap == " " else gap.strip() for gap in gaps])


def _openings(stops: Iterable[int], starts: Sequence[int], ends: Sequence[int]) -> frozenset[int]:
    """The first word, and those with a stop between them and the word before."""
    following = {bisect.bisect_left(starts, stop): stop for stop in stops}
    opens = [at for at, stop in following.items() if 0 < at < len(starts) and ends[at - 1] < stop]
    return frozenset({0, *opens})


def _ends_sentence(text: str, span: Span) -> bool:
    """Whether the quotation's own full stop ends the sentence around it: a capital or another mark follows."""
    if span.inner.rstrip()[-1:] != ".":
        return False
    rest = text[span.end : span.end + 4].lstrip()
    return text[span.end : span.end + 1].isspace() and not rest[:1].islower() and rest[:1] not in "-–—―"
