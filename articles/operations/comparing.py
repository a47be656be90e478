"""What differs between two revisions, word by word."""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

from articles.models import Article, Byline, Quote, QuoteUse, Section
from articles.models.working_copy import PLAIN
from articles.text.blocks import split_blocks
from articles.text.diff import Run, pair_paragraphs, word_diff
from articles.text.html import plain_text


@dataclasses.dataclass(frozen=True)
class Change:
    """One paragraph or line: its runs, its number in the newer text, and whether only its markup differs."""

    runs: tuple[Run, ...]
    number: int | None = None
    is_markup: bool = False

    @property
    def is_change(self) -> bool:
        return self.is_markup or any(run.op != "same" for run in self.runs)


@dataclasses.dataclass(frozen=True)
class Stretch:
    """Paragraphs that stand unchanged between two changes, by their first and last number."""

    first: int
    last: int


@dataclasses.dataclass(frozen=True)
class QuoteChange:
    """One quotation as it stood in two revisions; None where it did not."""

    old: dict[str, Any] | None
    new: dict[str, Any] | None
    runs: tuple[Run, ...]


@dataclasses.dataclass(frozen=True)
class Comparison:
    """Everything that differs between two snapshots of one article."""

    headline: Change
    dek: Change
    body: tuple[Change | Stretch, ...]
    bylines: tuple[Change, ...]
    quotes: tuple[QuoteChange, ...]
    details: tuple[tuple[str, Change], ...]

    @property
    def number(self) -> int:
        """How many changes there are."""
        lines = [
            self.headline,
            self.dek,
            *self.body,
            *self.bylines,
            *(change for _name, change in self.details),
        ]
        return sum(isinstance(one, Change) and one.is_change for one in lines) + len(self.quotes)


def compare(old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    """The differences between two snapshots. Queries only for the names of sections."""
    return Comparison(
        _line(old.get("headline", ""), new.get("headline", "")),
        _line(old.get("dek", ""), new.get("dek", "")),
        tuple(_folded(_paragraphs(old.get("body", ""), new.get("body", "")))),
        tuple(_lines(byline_words(old), byline_words(new))),
        tuple(_quotes(old.get("quote_uses", []), new.get("quote_uses", []))),
        tuple(_details(old, new)),
    )


def byline_words(snapshot: dict[str, Any]) -> list[str]:
    """The bylines of a snapshot as lines to read."""
    roles = dict(Byline.Role.choices)
    return [
        f"{line.get('credited_as') or line.get('author__name') or line['author__slug']}, {roles.get(line['role'], line['role'])}"
        for line in snapshot.get("bylines", [])
    ]


def _line(old: str, new: str) -> Change:
    return Change(tuple(word_diff(old or "", new or "")))


def _lines(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    return [
        _line(old[pair.old] if pair.old is not None else "", new[pair.new] if pair.new is not None else "")
        for pair in pair_paragraphs(old, new)
    ]


def _paragraphs(old: str, new: str) -> list[Change]:
    a, b = split_blocks(old), split_blocks(new)
    words_a, words_b = [plain_text(block) for block in a], [plain_text(block) for block in b]
    changes = []
    for pair in pair_paragraphs(words_a, words_b):
        before = words_a[pair.old] if pair.old is not None else ""
        after = words_b[pair.new] if pair.new is not None else ""
        is_markup = (
            pair.old is not None and pair.new is not None and before == after and a[pair.old] != b[pair.new]
        )
        number = None if pair.new is None else pair.new + 1
        changes.append(Change(tuple(word_diff(before, after)), number, is_markup))
    return changes


def _folded(changes: Iterable[Change]) -> list[Change | Stretch]:
    """The changes, with what is unchanged between them folded away."""
    out: list[Change | Stretch] = []
    for change in changes:
        last = out[-1] if out else None
        if change.is_change or change.number is None:
            out.append(change)
        elif isinstance(last, Stretch):
            out[-1] = Stretch(last.first, change.number)
        else:
            out.append(Stretch(change.number, change.number))
    return out


def _quotes(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[QuoteChange]:
    """Quotations that came, went, or changed words, speaker or state; in the order of the newer text."""

    def key(use: dict[str, Any]) -> tuple:
        return use.get("quote__short_id") or use["exact"], use["segment"], use["place"]

    before, after = {key(use): use for use in old}, {key(use): use for use in new}
    changes = []
    for one in [*after, *(gone for gone in before if gone not in after)]:
        was, now = before.get(one), after.get(one)
        if was is None or now is None or _differ(was, now):
            runs = word_diff(was["exact"] if was else "", now["exact"] if now else "")
            changes.append(QuoteChange(_described(was), _described(now), tuple(runs)))
    return changes


def _differ(was: dict[str, Any], now: dict[str, Any]) -> bool:
    """Whether words, decision, speaker or state differ. What an old revision did not note is not held against a newer one."""
    noted = (set(was) & set(now)) - {"ordinal", "segment", "place"}
    return any(was[name] != now[name] for name in noted)


def _speaker(use: dict[str, Any]) -> str:
    kinds = ("speaker_person__name", "speaker_organization__name", "confidential_source__public_description")
    return next((name for kind in kinds if (name := use.get(f"quote__{kind}"))), "")


def _described(use: dict[str, Any] | None) -> dict[str, Any] | None:
    if use is None:
        return None
    states = {**dict(QuoteUse.Attribution.choices), **dict(Quote.Status.choices)}
    is_settled = use["attribution"] == QuoteUse.Attribution.CONFIRMED
    state = use.get("quote__status") if is_settled and use.get("quote__status") else use["attribution"]
    return {"speaker": _speaker(use), "state": states.get(state, state), "code": state}


def _details(old: dict[str, Any], new: dict[str, Any]) -> Iterable[tuple[str, Change]]:
    sections = {}
    if old.get("section_id") != new.get("section_id"):
        sections = dict(Section.objects.values_list("pk", "name"))
    fields = {field.attname: field.verbose_name for field in Article._meta.concrete_fields}
    names = [*PLAIN, "dateline_date", "embargo_until", "topics", "sources", "related"]
    for name in names:
        if name in ("headline", "dek", "body") or old.get(name) == new.get(name) or name not in old:
            continue
        label = fields.get(name) or Article._meta.get_field(name).verbose_name
        shown = [_shown(name, value.get(name), sections) for value in (old, new)]
        yield str(label), _line(*shown)


def _shown(name: str, value: Any, sections: dict[int, str]) -> str:
    if name == "section_id":
        return sections.get(value, "")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
