"""How often the engine is right on annotated cases, by the phenomenon that each of them shows."""

import dataclasses
from collections.abc import Iterable

from articles.extraction.engine import extract
from articles.extraction.types import Passage


@dataclasses.dataclass(frozen=True)
class Case:
    """A short text, and who speaks in each of its quotations."""

    phenomenon: str
    paragraphs: tuple[str, ...]
    speakers: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What the engine made of a case."""

    case: Case
    found: tuple[str, ...]

    @property
    def right(self) -> int:
        """How many quotations were given their speaker; none where other quotations were found than there are."""
        if len(self.found) != len(self.case.speakers):
            return 0
        return sum(_fold(a) == _fold(b) for a, b in zip(self.found, self.case.speakers, strict=True))

    def __str__(self) -> str:
        return f"{' | '.join(self.case.paragraphs)}\n    wanted {self.case.speakers}, found {self.found}"


def read_cases(lines: Iterable[str]) -> list[Case]:
    """The cases of a table: “# phenomenon”, then “paragraph | paragraph => speaker; speaker” a line."""
    cases, phenomenon = [], ""
    for line in lines:
        if line.startswith("# "):
            phenomenon = line[2:].strip()
        elif "=>" in line:
            text, speakers = line.rsplit("=>", 1)
            paragraphs = tuple(part.strip() for part in text.split(" | "))
            cases.append(Case(phenomenon, paragraphs, tuple(name.strip() for name in speakers.split(";"))))
    return cases


def judge(case: Case) -> Outcome:
    """Read the case as an article of its own."""
    found = extract([Passage("body", paragraph) for paragraph in case.paragraphs])
    return Outcome(case, tuple(quote.speaker.name if quote.speaker else "" for quote in found.quotes))


def table(outcomes: Iterable[Outcome]) -> str:
    """A Markdown table: a phenomenon, its quotations, and how many have the right speaker."""
    counts: dict[str, list[int]] = {}
    for outcome in outcomes:
        count = counts.setdefault(outcome.case.phenomenon, [0, 0])
        count[0] += len(outcome.case.speakers)
        count[1] += outcome.right
    total = [sum(count[0] for count in counts.values()), sum(count[1] for count in counts.values())]
    rows = [
        f"| {name} | {n} | {100 * ok / n:.0f} % |" for name, (n, ok) in {"**all**": total, **counts}.items()
    ]
    head = "| phenomenon | quotations | speaker right |\n|---|---|---|"
    return "\n".join([head, *rows])


def _fold(name: str) -> str:
    return name.casefold().replace("'", "’")
