"""What the engine reads and what it returns: frozen records, positions in code points of a passage's text."""

import dataclasses
import functools
from typing import NamedTuple


@dataclasses.dataclass(frozen=True)
class Passage:
    """One paragraph and where it stands: headline, dek or body."""

    place: str
    text: str


@dataclasses.dataclass(frozen=True)
class Segment:
    """A quoted run in one passage; start and end include the marks."""

    passage: int
    start: int
    end: int
    text: str


@dataclasses.dataclass(frozen=True)
class Span(Segment):
    """A segment as it was scanned, before anything is known of it."""

    opening: str = ""
    closing: str = ""
    open_end: bool = False  # left open at the end of its paragraph
    is_mixed: bool = False

    @functools.cached_property
    def inner(self) -> str:
        """The words without the marks."""
        end = len(self.text) - len(self.closing) if self.closing else len(self.text)
        return self.text[len(self.opening) : end]


class Mention(NamedTuple):
    """Somebody or something named in a passage that could speak."""

    passage: int
    start: int
    end: int
    name: str
    label: str
    kind: str  # person | organization | pronoun | description


@dataclasses.dataclass(frozen=True)
class SpeakerProposal:
    """Who may have said it, how sure that is (0–1), and why."""

    name: str
    label: str
    kind: str  # person | organization | unnamed
    confidence: float
    reason: str
    passage: int
    start: int
    end: int


@dataclasses.dataclass(frozen=True)
class FoundQuote:
    """A quotation with its segments and everything that the text says of it."""

    place: str
    segments: tuple[Segment, ...]
    text: str
    kind: str  # full | partial | fragment | interrupted | block
    cue: str = ""
    attribution_text: str = ""
    insertions: tuple[str, ...] = ()
    elisions: int = 0
    speaker: SpeakerProposal | None = None
    alternatives: tuple[SpeakerProposal, ...] = ()
    echoes: int | None = None
    echo_of_insertion: bool = False


@dataclasses.dataclass(frozen=True)
class NotAQuote:
    """Words in marks that nobody is said to have spoken."""

    place: str
    passage: int
    start: int
    end: int
    text: str
    reason: str  # scare | title


@dataclasses.dataclass(frozen=True)
class Finding:
    """Something an editor should look at."""

    rule: str
    message: str
    place: str
    passage: int
    start: int
    end: int


@dataclasses.dataclass(frozen=True)
class Extraction:
    """Everything found in one article."""

    quotes: tuple[FoundQuote, ...] = ()
    nonquotes: tuple[NotAQuote, ...] = ()
    warnings: tuple[Finding, ...] = ()
