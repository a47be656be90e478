"""What changed between two texts, word by word, and which paragraph became which. Bounded time on any input.

The shortest edit is looked for (Myers' greedy algorithm) while that is cheap; texts that share too little to say
anything useful are one deletion and one insertion.
"""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

Op = Literal["same", "del", "ins"]

_TOKEN = re.compile(r"\w+(?:(?:[’'\-]|(?<=\d)[.,:](?=\d))\w+)*|\s+|[^\w\s]")
_BUDGET = 300_000  # elementary steps of one comparison
_ALIKE = 0.4  # shared words from which one paragraph is another one, rewritten
_MOST_PAIRS = 2_500  # paragraphs of one gap that are all held against each other


@dataclasses.dataclass(frozen=True)
class Run:
    """Words that both texts have (``same``), only the old one (``del``) or only the new one (``ins``)."""

    op: Op
    text: str


@dataclasses.dataclass(frozen=True)
class Pair:
    """One paragraph in both texts, by index; None where it is only in the other one."""

    old: int | None
    new: int | None


def word_diff(old: str, new: str) -> list[Run]:
    """The runs that turn the old text into the new one.

    ``same`` and ``del`` together are exactly the old text, ``same`` and ``ins`` exactly the new one. Words and
    numbers are never cut; a deletion stands before the insertion that replaces it.
    """
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    runs: list[Run] = []
    gone: list[str] = []
    come: list[str] = []
    for kept, deleted, inserted in _blocks(a, b):
        gone += a[deleted[0] : deleted[1]]
        come += b[inserted[0] : inserted[1]]
        same = "".join(a[kept[0] : kept[1]])
        is_glue = not any(char.isalnum() for char in same)
        if same and is_glue and gone and come and kept[1] < len(a):
            # Spaces and commas between two changes belong to the change: “on Monday” → “in May” is one.
            gone.append(same)
            come.append(same)
            continue
        runs += _change(gone, come)
        gone, come = [], []
        if same:
            runs.append(Run("same", same))
    return _joined([*runs, *_change(gone, come)])


def pair_paragraphs(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Which paragraph became which, in reading order; none is left out and the order of neither is changed.

    Equal ones are paired first; between them, those that share the most words.
    """
    pairs: list[Pair] = []
    for kept, deleted, inserted in _blocks(old, new):
        pairs += _alike(old, new, range(*deleted), range(*inserted))
        pairs += [Pair(deleted[1] + i, inserted[1] + i) for i in range(kept[1] - kept[0])]
    return pairs


def likeness(a: str, b: str) -> float:
    """The share of words that two texts have in common, in any order, from 0 to 1."""
    if a == b:
        return 1.0
    return _overlap(_bag(a), _bag(b))


Range = tuple[int, int]


def _blocks(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[Range, Range, Range]]:
    """In order: what is deleted from a and inserted from b, and the range of a that is kept after it."""
    at, to = 0, 0
    for start, other, length in _matches(a, b):
        yield (start, start + length), (at, start), (to, other)
        at, to = start + length, other + length
    yield (len(a), len(a)), (at, len(a)), (to, len(b))


def _matches(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Equal stretches as (start in a, start in b, length), in order."""
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    middle = _shortest_edit(a[head : len(a) - tail], b[head : len(b) - tail])
    found = [(0, 0, head), *((x + head, y + head, n) for x, y, n in middle)]
    found.append((len(a) - tail, len(b) - tail, tail))
    return [match for match in found if match[2]]


def _shortest_edit(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Myers' greedy search; nothing in common when the search costs more than it may."""
    if not a or not b or not set(a) & set(b):
        return []
    furthest, trace, spent = {1: 0}, [], 0
    for edits in range(len(a) + len(b) + 1):
        trace.append(dict(furthest))
        spent += 2 * edits + 1  # the copy costs, too
        for k in range(-edits, edits + 1, 2):
            x = _step(furthest, k, edits)
            while x < len(a) and x - k < len(b) and a[x] == b[x - k]:
                x += 1
                spent += 1
            furthest[k] = x
            if x >= len(a) and x - k >= len(b):
                return _walk_back(trace, len(a), len(b))
        if spent > _BUDGET:
            return []
    raise AssertionError("deleting everything and inserting everything is always an edit")


def _step(furthest: dict[int, int], k: int, edits: int) -> int:
    """Where diagonal k is entered: by an insertion from above or by a deletion from the left."""
    if k == -edits or (k != edits and furthest[k - 1] < furthest[k + 1]):
        return furthest[k + 1]
    return furthest[k - 1] + 1


def _walk_back(trace: list[dict[int, int]], x: int, y: int) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for edits in range(len(trace) - 1, -1, -1):
        furthest, k = trace[edits], x - y
        start = _step(furthest, k, edits)
        if x > start:
            found.append((start, start - k, x - start))
        above = k == -edits or (k != edits and furthest[k - 1] < furthest[k + 1])
        x = start if above else start - 1
        y = x - (k + 1 if above else k - 1)
    return found[::-1]


def _change(gone: list[str], come: list[str]) -> list[Run]:
    runs = [Run("del", "".join(gone)), Run("ins", "".join(come))]
    return [run for run in runs if run.text]


def _joined(runs: list[Run]) -> list[Run]:
    out: list[Run] = []
    for run in runs:
        if out and out[-1].op == run.op:
            out[-1] = Run(run.op, out[-1].text + run.text)
        else:
            out.append(run)
    return out


def _alike(old: Sequence[str], new: Sequence[str], gone: range, come: range) -> list[Pair]:
    """The paragraphs of one gap, those that share the most words paired, in an order that keeps both orders."""
    chosen = _best_pairs([_bag(old[i]) for i in gone], [_bag(new[j]) for j in come])
    pairs, i, j = [], 0, 0
    for left, right in [*chosen, (len(gone), len(come))]:
        pairs += [Pair(gone[n], None) for n in range(i, left)]
        pairs += [Pair(None, come[n]) for n in range(j, right)]
        if left < len(gone):
            pairs.append(Pair(gone[left], come[right]))
        i, j = left + 1, right + 1
    return pairs


def _best_pairs(a: list[Counter[str]], b: list[Counter[str]]) -> list[tuple[int, int]]:
    if len(a) * len(b) > _MOST_PAIRS:
        return [(i, i) for i in range(min(len(a), len(b))) if _overlap(a[i], b[i]) >= _ALIKE]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    alike = [[_overlap(one, other) for other in b] for one in a]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    chosen, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if alike[i][j] >= _ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            chosen.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return chosen


def _bag(text: str) -> Counter[str]:
    return Counter(token.casefold() for token in _TOKEN.findall(text) if token[0].isalnum())


def _overlap(a: Counter[str], b: Counter[str]) -> float:
    total = a.total() + b.total()
    return 2 * sum((a & b).values()) / total if total else 0.0
