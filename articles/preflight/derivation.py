"""Whether published words can be derived from the words of the evidence by what a newsroom may do to them.

They must be runs of the evidence in its order. An ellipsis leaves words out, an [insertion] replaces up to six,
[sic] stands for nothing, [T]he changes a case, plan[ned] an ending. Everything else is another wording.
"""

import dataclasses
from collections.abc import Sequence

from articles.preflight.finding import BLOCKER, WARNING, Finding
from articles.preflight.spoken import Kind, Token, tokens, words_of
from articles.text.messages import gettext as _

REPLACED = 6  # words of the evidence that one insertion may stand for
TOO_MANY_INSERTIONS = 0.2
NEGATIONS = frozenset(
    "not no never nobody nothing none neither nor nowhere without hardly scarcely barely cannot unless refuse refuses "
    "refused deny denies denied".split()
)


@dataclasses.dataclass(frozen=True)
class Derivation:
    """``start`` and ``end`` bound the words of the evidence that were used, as offsets into it."""

    findings: tuple[Finding, ...]
    start: int = 0
    end: int = 0

    @property
    def holds(self) -> bool:
        return not any(finding.is_blocker for finding in self.findings)


@dataclasses.dataclass(frozen=True)
class _Path:
    """One way to read the published words in the evidence: where it began, and which words it passed over."""

    first: int
    skipped: tuple[tuple[int, int], ...] = ()
    cost: int = 0
    is_open: bool = False  # after an ellipsis the next word may stand anywhere later


def derive(published: str, evidence: str) -> Derivation:
    """Derive the published words from the evidence, leaving out as few words as possible.

    Time grows with published words × words of the evidence. An empty text derives from anything.
    """
    wanted, spoken = tokens(published), words_of(evidence)
    while wanted and wanted[0].kind is Kind.GAP:
        wanted = wanted[1:]
    if not any(token.kind is Kind.WORD for token in wanted):
        return Derivation(())
    paths: dict[int, _Path] = {at: _Path(at) for at in range(len(spoken) + 1)}
    for number, token in enumerate(wanted):
        following = _step(token, paths, spoken)
        if not following:
            return Derivation((_differs(wanted, number),))
        paths = following
    end, path = min(paths.items(), key=lambda item: (item[1].cost, item[0]))
    findings = [*_lost_negations(path, spoken), *_insertions(wanted)]
    return Derivation(tuple(findings), spoken[path.first].start, spoken[end - 1].end)


def _step(token: Token, paths: dict[int, _Path], spoken: Sequence[Token]) -> dict[int, _Path]:
    """The positions in the evidence after one more token, each with the cheapest way to it."""
    if token.kind is Kind.GAP:
        return {at: dataclasses.replace(path, is_open=True) for at, path in paths.items()}
    found: dict[int, _Path] = {}
    if token.kind is Kind.INSERTION:
        for at, path in paths.items():
            for stop in range(at, min(at + REPLACED, len(spoken)) + 1):
                _keep(found, stop, _over(path, at, stop))
        return found
    came: tuple[int, _Path] | None = None  # the nearest open path before: it leaves out the fewest words
    for at in range(len(spoken)):
        here = paths.get(at)
        if here and here.is_open:
            came = (at, here)
        if not token.matches(spoken[at].key):
            continue
        if here and not here.is_open:
            _keep(found, at + 1, here)
        if came:
            _keep(found, at + 1, dataclasses.replace(_over(came[1], came[0], at), is_open=False))
    return found


def _over(path: _Path, start: int, stop: int) -> _Path:
    if start == stop:
        return path
    return dataclasses.replace(path, skipped=(*path.skipped, (start, stop)), cost=path.cost + stop - start)


def _keep(found: dict[int, _Path], at: int, path: _Path) -> None:
    if at not in found or path.cost < found[at].cost:
        found[at] = path


def _differs(wanted: Sequence[Token], number: int) -> Finding:
    """The first published word that cannot be read on: it, or something before it, is another wording."""
    before = " ".join(token.text for token in wanted[max(0, number - 3) : number])
    word = wanted[number].text
    if before:
        message = _("After “%(before)s” the evidence does not go on with “%(word)s”.")
    else:
        message = _("The evidence does not go on with “%(word)s”.")
    return Finding("words-differ", message % {"before": before, "word": word}, word)


def _lost_negations(path: _Path, spoken: Sequence[Token]) -> list[Finding]:
    """A “not” next to what is kept turns it round; one amid what is left out may belong to that alone."""
    found = []
    for start, stop in path.skipped:
        left_out = spoken[start:stop]
        if any(map(_negates, left_out)):
            words = " ".join(token.text for token in left_out)
            turns_round = _negates(left_out[0]) or _negates(left_out[-1])
            message = _("A negation is left out: “%(words)s”.") % {"words": words}
            found.append(Finding("negation-lost", message, words, BLOCKER if turns_round else WARNING))
    return found


def _negates(token: Token) -> bool:
    return token.key in NEGATIONS or token.key.endswith("n't")


def _insertions(wanted: Sequence[Token]) -> list[Finding]:
    """Words of the newsroom's own among the quoted ones, when they are many."""
    ours = sum(len(words_of(token.text)) for token in wanted if token.kind is Kind.INSERTION)
    theirs = sum(token.kind is Kind.WORD for token in wanted)
    if ours and ours > TOO_MANY_INSERTIONS * (ours + theirs):
        share = round(100 * ours / (ours + theirs))
        message = _("%(share)d %% of the quoted words are the newsroom's own.") % {"share": share}
        return [Finding("many-insertions", message, severity=WARNING)]
    return []
