"""Two people saved one article: what each of them changed since it was opened, brought together field by field."""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import localize

from articles.models import Article, Author
from articles.operations.comparing import byline_words
from articles.text.blocks import split_blocks
from articles.text.diff import Run, word_diff
from articles.text.html import plain_text
from articles.text.merge import Conflict, Part, Settled, conflicts, merge, resolved
from articles.text.sanitize import sanitize

MINE, THEIRS = "mine", "theirs"
_UNKNOWN = object()
# Where a snapshot keeps what a form calls by another name.
_KEPT_AS = {"section": "section_id", "lead_image": "lead_image_id"}


class Undecided(Exception):
    """A place where both wrote still waits for a decision."""


@dataclasses.dataclass(frozen=True)
class Side:
    """One version of a place that waits for a decision, with what it changed in the version that was opened."""

    text: str
    runs: tuple[Run, ...]


@dataclasses.dataclass(frozen=True)
class Question:
    """One place where both wrote: a field, or some paragraphs of the body."""

    key: str
    label: str
    mine: Side
    theirs: Side

    @property
    def may_keep_both(self) -> bool:
        """Paragraphs can stand one after the other; a headline is one."""
        return self.key.startswith("body-") and bool(self.mine.text and self.theirs.text)


@dataclasses.dataclass(frozen=True)
class Merge:
    """What a save of mine and the article as it is now give together. Made by ``bring_together``."""

    parts: tuple[Part, ...]
    winners: dict[str, str]  # field → mine, theirs, or empty: a person decides
    sets: dict[str, list[Any]]  # field → keys of the records
    questions: tuple[Question, ...]
    mine: dict[str, Any]
    bylines: list[dict[str, Any]] | None  # mine

    def apply(self, article: Article, choices: Mapping[str, str]) -> list[dict[str, Any]] | None:
        """Write the merged values to the article, unsaved, and return its bylines if they are to be mine.

        Raises ``Undecided`` while a question has no answer.
        """
        answers: dict[str, Any] = {}
        for question in self.questions:
            choice = choices.get(question.key, "")
            if choice not in (MINE, THEIRS) and not (choice == "both" and question.may_keep_both):
                raise Undecided(question.key)
            answers[question.key] = choice
        numbered = {
            int(key.removeprefix("body-")): c for key, c in answers.items() if key.startswith("body-")
        }
        article.body = "".join(resolved(self.parts, numbered))
        for name, winner in self.winners.items():
            if name != "bylines" and (winner or answers[name]) == MINE:
                setattr(article, name, self.mine[name])
        is_mine = (self.winners["bylines"] or answers["bylines"]) == MINE
        return self.bylines if is_mine else None

    def link(self, article: Article, bylines: list[dict[str, Any]] | None) -> None:
        """Write what belongs to the saved article: topics, sources, related articles and, where given, bylines."""
        for name, keys in self.sets.items():
            getattr(article, name).set(keys)
        if bylines is None:
            return
        kept = []
        for order, line in enumerate(bylines):
            values = {"order": order, "credited_as": line["credited_as"]}
            byline, _new = article.bylines.update_or_create(
                author_id=line["author"], role=line["role"], defaults=values
            )
            kept.append(byline.pk)
        article.bylines.exclude(pk__in=kept).delete()


def bring_together(
    article: Article,
    version: int,
    mine: dict[str, Any],
    bylines: list[dict[str, Any]] | None,
    labels: Mapping[str, str],
) -> Merge:
    """Three versions of one article: as it was when I opened it (``version``), as I sent it, and as it is now. Queries.

    ``mine`` holds cleaned values by field, ``bylines`` rows of author (a key), role and credited_as, or
    None where they were not sent. What only one of
    us changed is taken; where both did, a question is asked.
    """
    opened = article.revisions.model.objects.as_of(article, version)
    base, now = opened.snapshot if opened else {}, article.snapshot()
    parts = _bodies(base.get("body", ""), sanitize(mine.get("body") or ""), article.body)
    questions = [
        Question(f"body-{number}", "", _side(place.base, place.mine), _side(place.base, place.theirs))
        for number, place in enumerate(conflicts(parts))
    ]
    winners: dict[str, str] = {}
    sets: dict[str, list[Any]] = {}
    for name, value in mine.items():
        if name == "body":
            continue
        field = Article._meta.get_field(name)
        if field.many_to_many:
            sets[name] = _together(field, base.get(name, []), value, getattr(article, name).all())
            continue
        current = getattr(article, name)
        before = base.get(_KEPT_AS.get(name, name), _UNKNOWN)
        winners[name] = _winner(before, _plain(value), _plain(current))
        if not winners[name]:
            was = (
                "" if before is _UNKNOWN or isinstance(current or value, models.Model) else str(before or "")
            )
            sides = [_line(was, shown(value)), _line(was, shown(current))]
            questions.append(Question(name, str(labels.get(name, name)), *sides))
    winners["bylines"], question = _bylines(base, bylines, now, str(labels.get("bylines", "")))
    order = {"headline": 0, "dek": 1}
    questions.sort(key=lambda one: order.get(one.key, 2 if one.key.startswith("body-") else 3))
    return Merge(tuple(parts), winners, sets, (*questions, *question), mine, bylines)


def shown(value: Any) -> str:
    """A value of a field as words."""
    if isinstance(value, datetime.datetime):
        value = timezone.localtime(value)
    return "" if value is None else str(localize(value))


def preview_of(parts: Sequence[Part]) -> list[dict[str, Any]]:
    """The parts as a page shows them: paragraphs as plain words with whose they are, questions by number."""
    rows: list[dict[str, Any]] = []
    number = 0
    for part in parts:
        if isinstance(part, Conflict):
            rows.append({"question": f"body-{number}"})
            number += 1
        elif isinstance(part, Settled):
            rows.append({"by": part.by, "texts": [plain_text(text) for text in part.texts]})
    return rows


def _bodies(base: str, mine: str, theirs: str) -> list[Part]:
    return merge(split_blocks(base), split_blocks(mine), split_blocks(theirs), shown=plain_text)


def _side(base: Sequence[str], texts: Sequence[str]) -> Side:
    return _line(*("\n".join(plain_text(block) for block in blocks) for blocks in (base, texts)))


def _line(base: str, text: str) -> Side:
    return Side(text, tuple(word_diff(base, text)))


def _winner(base: Any, mine: Any, theirs: Any) -> str:
    if mine in (theirs, base):
        return THEIRS
    return MINE if theirs == base else ""


def _plain(value: Any) -> Any:
    """A value as a snapshot keeps it."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    return value.isoformat() if isinstance(value, datetime.date) else value


def _together(field: Any, base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    """Keys of what either of us added, without what either took away. A set has no order to quarrel about."""
    model = field.related_model
    if base and isinstance(base[0], str):
        base = list(model.objects.filter(slug__in=base).values_list("pk", flat=True))
    was, my, their = set(base), {one.pk for one in mine}, {one.pk for one in theirs}
    return sorted((my | their) - (was - my) - (was - their))


def _bylines(
    base: dict[str, Any], mine: list[dict[str, Any]] | None, now: dict[str, Any], label: str
) -> tuple[str, tuple[Question, ...]]:
    if mine is None:
        return THEIRS, ()
    authors = Author.objects.in_bulk([line["author"] for line in mine])
    lines = [
        {
            "author__slug": authors[line["author"]].slug,
            "author__name": authors[line["author"]].name,
            "role": line["role"],
            "credited_as": line["credited_as"],
        }
        for line in mine
        if line["author"] in authors
    ]
    was, my, their = (
        [(one["author__slug"], one["role"], one["credited_as"]) for one in some]
        for some in (base.get("bylines", []), lines, now["bylines"])
    )
    winner = _winner(was, my, their)
    if winner:
        return winner, ()
    before = "\n".join(byline_words(base))
    sides = [_line(before, "\n".join(byline_words({"bylines": some}))) for some in (lines, now["bylines"])]
    return "", (Question("bylines", label, *sides),)
