"""The words around a quotation that say who spoke: its cue, the subject of the cue, and “according to”."""

import bisect
import dataclasses
from collections.abc import Sequence

from articles.extraction.cues import BARE_NOUNS, is_cue
from articles.extraction.types import Mention, Span
from articles.extraction.words import HIDDEN, Outline, Word

NEAR = 60  # words between a quotation and its cue at most


@dataclasses.dataclass(frozen=True)
class Attribution:
    """What the sentence says about a span. ``subject`` may be a pronoun still to be resolved."""

    cue: str = ""
    text: str = ""
    subject: Mention | None = None
    reason: str = ""
    confidence: float = 0.0


def attribute(view: Outline, spans: Sequence[Span], index: int, mentions: Sequence[Mention]) -> Attribution:
    """The attribution of one span of the passage, from the text after it, before it, or the rest of its sentence."""
    span = spans[index]
    after_end = spans[index + 1].start if index + 1 < len(spans) else len(view.text)
    before_start = spans[index - 1].end if index else 0
    after = _Clause.of(view, mentions, span.end, _sentence_end(view, span, after_end))
    before = _Clause.of(view, mentions, max(before_start, _sentence_start(view, span.start)), span.start)
    return (
        _according(after)
        or _after(after, span)
        or _before(before)
        or _according(before)
        or _colon(before)
        or Attribution()
    )


def sentence_start(view: Outline, position: int) -> int:
    """Where the sentence that holds the position begins."""
    return _sentence_start(view, position)


@dataclasses.dataclass(frozen=True)
class _Clause:
    """A stretch of the passage between quotations."""

    text: str
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    start: int
    end: int

    @classmethod
    def of(cls, view: Outline, mentions: Sequence[Mention], start: int, end: int) -> "_Clause":
        first = bisect.bisect_left(view.words, start, key=lambda w: w.start)
        last = bisect.bisect_left(view.words, end, key=lambda w: w.start)
        low = bisect.bisect_left(mentions, start, key=lambda m: m.start)
        high = bisect.bisect_left(mentions, end, key=lambda m: m.start)
        inside = tuple(m for m in mentions[low:high] if m.kind != "place")
        return cls(view.text[start:end], view.words[first:last], inside, start, end)

    def cues(self) -> list[Word]:
        """Words that introduce speech here, those inside a mention left out."""
        found = []
        for index, word in enumerate(self.words):
            if not is_cue(word.text) or any(m.start <= word.start < m.end for m in self.mentions):
                continue
            previous = self.words[index - 1].text.casefold() if index else ""
            if previous in {"a", "an", "the", "his", "her", "their", "its", "of", "in", "to", "no"}:
                if word.text.casefold() in BARE_NOUNS or previous in {"a", "an", "the", "of", "no"}:
                    continue
            found.append(word)
        return found

    def text_between(self, start: int, end: int) -> str:
        return self.text[start - self.start : end - self.start]


def _sentence_start(view: Outline, position: int) -> int:
    index = bisect.bisect_right(view.stops, position - 1)
    return view.stops[index - 1] if index else 0


def _sentence_end(view: Outline, span: Span, limit: int) -> int:
    index = bisect.bisect_right(view.stops, span.end)
    end = view.stops[index] if index < len(view.stops) else len(view.text)
    return min(end, limit)


def _after(clause: _Clause, span: Span) -> Attribution | None:
    """“…,” said Ada Quill / he added / the pilot told reporters."""
    if not clause.words or (not clause.mentions and not clause.cues()):
        return None
    closed = span.inner.rstrip()[-1:]
    words = clause.words[:12]
    cue = next((w for w in clause.cues() if w in words), None)
    if cue is None:
        return None
    lead = clause.text_between(clause.start, cue.start)
    if len(lead.split()) > 9 or ("," in lead.strip(" ,") and len(lead.split()) > 6):
        return None
    subject_before = [m for m in clause.mentions if m.end <= cue.start]
    subject_after = [m for m in clause.mentions if m.start >= cue.end]
    if subject_before:
        subject = next((m for m in subject_before if m.kind in ("person", "pronoun")), subject_before[0])
        if not _leads_directly(clause.text_between(clause.start, subject_before[0].start)):
            return None
        end = cue.end
    elif lead.strip(" ,") == "" and subject_after and subject_after[0].start - cue.end <= 40:
        gap = clause.text_between(cue.end, subject_after[0].start).split()
        if gap and gap[0] not in ("the", "a", "an", "one") and len(gap) > 4:
            return None
        subject = subject_after[0]
        for mention in subject_after[1:]:
            if (
                subject.kind == "description"
                and mention.kind == "person"
                and mention.start - subject.end <= 2
            ):
                subject = mention
        end = subject.end
    else:
        return None
    if (
        closed not in ",?!-–—…"
        and not (closed == "." and subject.kind == "pronoun")
        and lead[:1] not in (",", "")
    ):
        if not (lead.strip() == "" or subject.kind == "pronoun") or closed == ".":
            return None
    return Attribution(
        cue.text, clause.text_between(clause.start, end).strip(" ,"), subject, "cue after", 0.95
    )


def _leads_directly(lead: str) -> bool:
    """Whether nothing but articles, modifiers and a comma stand between the quotation and its subject."""
    words = lead.casefold().replace(",", " ").replace("—", " ").split()
    return len(words) <= 3 and not any(word in PREPOSITIONS or word in CLAUSE_WORDS for word in words)


def _before(clause: _Clause) -> Attribution | None:
    """Ada Quill said: “…” / said the plan was “…”: the last cue before the words that has a subject."""
    cues = clause.cues()
    if not cues:
        return None
    for cue in reversed(cues):
        subjects = [m for m in clause.mentions if m.end <= cue.start]
        if not subjects:
            continue
        subject = _subject_of(clause, subjects, cue)
        near = cue is cues[-1]
        text = clause.text_between(subject.start, cue.end)
        return Attribution(cues[-1].text, text, subject, "cue before", 0.9 if near else 0.8)
    return Attribution(cues[-1].text, "", None, "", 0.0)


def _subject_of(clause: _Clause, subjects: Sequence[Mention], cue: Word) -> Mention:
    """The mention that most likely governs the cue: the nearest one that no preposition or comma pair cuts off."""
    nearest = subjects[-1]
    for mention in reversed(subjects):
        lead = clause.text_between(clause.start, mention.start).casefold().split()
        if lead and lead[-1].strip(",") in PREPOSITIONS and mention.kind != "pronoun":
            continue
        return mention
    return nearest


CLAUSE_WORDS = frozenset("which that who but and or as when while because if where than so".split())
PREPOSITIONS = frozenset(
    "of with by from in on at against to for over about after before between and under near".split()
)


def _according(clause: _Clause) -> Attribution | None:
    """according to a statement from the office; as the report put it."""
    folded = clause.text.casefold()
    at = folded.find("according to ")
    if at < 0 or (HIDDEN in clause.text[:at]):
        return None
    start = clause.start + at
    named = [m for m in clause.mentions if m.start >= start + len("according to")]
    if not named:
        return None
    subject = next((m for m in named if m.kind == "organization" and m.start == named[0].start), named[0])
    return Attribution("according to", clause.text_between(start, subject.end), subject, "according to", 0.9)


def _colon(clause: _Clause) -> Attribution | None:
    """Ada Quill: “…”"""
    if clause.text.rstrip().endswith(":") and clause.mentions:
        subject = clause.mentions[-1]
        if clause.text_between(subject.end, clause.end).strip() == ":":
            return Attribution(":", clause.text_between(subject.start, subject.end), subject, "colon", 0.85)
    return None
