"""Bringing two people's versions of one text together, paragraph by paragraph.

A paragraph that only one of them touched is taken as that one left it. Where both touched the same one, or both put
something different into the same place, a person chooses; nothing is mixed inside a paragraph.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from articles.text.diff import pair_paragraphs

Choice = Literal["mine", "theirs", "both"]


@dataclasses.dataclass(frozen=True)
class Settled:
    """Paragraphs that need no decision, and whose work they are (``base`` where nobody changed anything)."""

    texts: tuple[str, ...]
    by: Literal["base", "mine", "theirs", "same"]


@dataclasses.dataclass(frozen=True)
class Conflict:
    """One place where two people wrote differently; an empty version is a deletion."""

    base: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]

    def chosen(self, choice: Choice) -> tuple[str, ...]:
        """The paragraphs after the decision; ``both`` keeps theirs first."""
        return {"mine": self.mine, "theirs": self.theirs, "both": (*self.theirs, *self.mine)}[choice]


Part = Settled | Conflict


def merge(
    base: Sequence[str],
    mine: Sequence[str],
    theirs: Sequence[str],
    shown: Callable[[str], str] = lambda text: text,
) -> list[Part]:
    """The parts of the merged text in order.

    ``shown`` gives the words of a paragraph, for finding out which one was rewritten: paragraphs themselves may be HTML.
    """
    words = [shown(text) for text in base]
    left, right = _follow(words, base, mine, shown), _follow(words, base, theirs, shown)
    parts: list[Part] = []
    for index in range(len(base) + 1):
        parts.append(_settle((), left.before[index], right.before[index]))
        if index < len(base):
            parts.append(_settle((base[index],), left.now[index], right.now[index]))
    return _joined(parts)


def conflicts(parts: Iterable[Part]) -> list[Conflict]:
    """The places that wait for a decision, in order."""
    return [part for part in parts if isinstance(part, Conflict)]


def resolved(parts: Iterable[Part], choices: Mapping[int, Choice]) -> list[str]:
    """The merged paragraphs. ``choices`` has a decision for each conflict by its number; ``KeyError`` when one lacks."""
    texts: list[str] = []
    number = 0
    for part in parts:
        if isinstance(part, Conflict):
            texts += part.chosen(choices[number])
            number += 1
        else:
            texts += part.texts
    return texts


@dataclasses.dataclass(frozen=True)
class _Followed:
    """What became of each base paragraph (empty: deleted), and what was put before each and at the end."""

    now: list[tuple[str, ...]]
    before: list[tuple[str, ...]]


def _follow(
    words: Sequence[str], base: Sequence[str], other: Sequence[str], shown: Callable[[str], str]
) -> _Followed:
    now: list[tuple[str, ...]] = [() for _ in base]
    before: list[tuple[str, ...]] = [() for _ in range(len(base) + 1)]
    at = 0
    for pair in pair_paragraphs(words, [shown(text) for text in other]):
        if pair.old is None and pair.new is not None:
            before[at] = (*before[at], other[pair.new])
            continue
        if pair.old is not None:
            at = pair.old + 1
            if pair.new is not None:
                now[pair.old] = (other[pair.new],)
    return _Followed(now, before)


def _settle(base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]) -> Part:
    if mine == theirs:
        return Settled(mine, "base" if mine == base else "same")
    if mine == base:
        return Settled(theirs, "theirs")
    if theirs == base:
        return Settled(mine, "mine")
    return Conflict(base, mine, theirs)


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Neighbors of one kind as one part; places where nothing stands are left out."""
    out: list[Part] = []
    for part in parts:
        last = out[-1] if out else None
        if isinstance(part, Settled) and not part.texts:
            continue
        if isinstance(part, Settled) and isinstance(last, Settled) and part.by == last.by:
            out[-1] = Settled((*last.texts, *part.texts), part.by)
        else:
            out.append(part)
    return out
