"""Where in a long text quoted words were most likely spoken."""

import dataclasses
import difflib
from collections import Counter

from articles.preflight.derivation import derive
from articles.preflight.spoken import Kind, Token, tokens, words_of

LOOKED_AT = 12  # windows that are compared word by word
POOR = 0.3  # what fits less is chance


@dataclasses.dataclass(frozen=True)
class Passage:
    """A stretch of the evidence by its offsets, and how well it fits, from 0 to 1."""

    start: int
    end: int
    score: float


def best_passages(published: str, evidence: str, limit: int = 3) -> list[Passage]:
    """The passages of the evidence that fit the published words best, best first, none overlapping another.

    Words that can be derived from the evidence fit fully. Looking is linear in the evidence.
    """
    wanted = [token.key for token in tokens(published) if token.kind is Kind.WORD]
    spoken = words_of(evidence)
    if not wanted or not spoken:
        return []
    windows = _windows(wanted, spoken)
    found = [_fit(wanted, spoken, *window) for window in windows]
    found += [_exact(published, evidence, spoken, *window) for window in windows]
    chosen: list[Passage] = []
    for passage in sorted((one for one in found if one), key=lambda one: (-one.score, one.start)):
        if all(passage.end <= one.start or passage.start >= one.end for one in chosen):
            chosen.append(passage)
    return chosen[:limit]


def _windows(wanted: list[str], spoken: list[Token]) -> list[tuple[int, int]]:
    """The stretches that share most words with the wanted ones, most first."""
    size = min(len(spoken), 2 * len(wanted) + 12)
    need, have, shared = Counter(wanted), Counter[str](), 0
    scores = []
    for at, token in enumerate(spoken):
        have[token.key] += 1
        shared += have[token.key] <= need[token.key]
        if at >= size:
            gone = spoken[at - size].key
            shared -= have[gone] <= need[gone]
            have[gone] -= 1
        if at >= size - 1:
            scores.append((shared, at - size + 1))
    scores.sort(key=lambda item: (-item[0], item[1]))
    chosen: list[tuple[int, int]] = []
    for shared, start in scores:
        if shared and all(abs(start - other) > size // 3 for other, _size in chosen):
            chosen.append((start, size))
        if len(chosen) == LOOKED_AT:
            break
    # Common words may fill a window before its last wanted word comes: some more on each side are looked at.
    more = len(wanted)
    return [(max(0, start - more), size + 2 * more) for start, _size in chosen]


def _fit(wanted: list[str], spoken: list[Token], at: int, size: int) -> Passage | None:
    """The part of a window that stands for the wanted words: what they have in common, and as many words more on
    each side as are wanted there and found nowhere."""
    window = spoken[at : at + size]
    matcher = difflib.SequenceMatcher(None, wanted, [token.key for token in window], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(window), blocks[-1].b + len(wanted) - blocks[-1].a)
    matched = sum(block.size for block in blocks)
    score = 2 * matched / (len(wanted) + last - first)
    return Passage(window[first].start, window[last - 1].end, score) if score >= POOR else None


def _exact(published: str, evidence: str, spoken: list[Token], at: int, size: int) -> Passage | None:
    """The words within a window from which the published ones can be derived."""
    start, end = spoken[at].start, spoken[min(at + size, len(spoken)) - 1].end
    derivation = derive(published, evidence[start:end])
    if not derivation.holds:
        return None
    return Passage(start + derivation.start, start + derivation.end, 1.0)
