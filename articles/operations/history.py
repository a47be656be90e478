"""What changed from one edition to the next, what a correction may say of it, and bringing a former edition back."""

import dataclasses
import re
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Edition, Quote
from articles.models.edition_content import build_edition
from articles.operations import revisions
from articles.operations.comparing import Change
from articles.text.diff import pair_paragraphs, word_diff

_SENTENCE = re.compile(r".*?(?:[.!?…][”’\"')\]]*(?=\s|$)|$)", re.DOTALL)


@dataclasses.dataclass(frozen=True)
class EditionDiff:
    """An edition with every word that it had not before (``ins``) and every one that it has no more (``del``)."""

    headline: Change
    dek: Change
    paragraphs: tuple[Change, ...]
    bylines: Change

    @property
    def changes(self) -> list[Change]:
        """Only what differs."""
        lines = (self.headline, self.dek, self.bylines, *self.paragraphs)
        return [line for line in lines if line.is_change]


@dataclasses.dataclass(frozen=True)
class Suggestion:
    """What a note to readers could say of the pending changes; a person still writes it."""

    wrong: str = ""
    right: str = ""
    note: str = ""
    quote: Quote | None = None


def edition_diff(old: Edition | None, new: Edition) -> EditionDiff:
    """How ``new`` differs from ``old``; without an old one nothing is marked."""
    old = old or new
    return EditionDiff(
        _line(old.headline, new.headline),
        _line(old.dek, new.dek),
        tuple(_paragraphs(old.body_text, new.body_text)),
        _line(_names(old), _names(new)),
    )


def pending(article: Article) -> tuple[Edition, EditionDiff] | None:
    """The live edition of an article with what the working copy would change of it; None when nothing is live. Queries."""
    live = article.live_edition()
    if live is None or live.status != Edition.Status.LIVE:
        return None
    candidate = build_edition(article, at=timezone.now(), by=None, previous=live)
    return live, edition_diff(live, candidate)


def suggest_correction(article: Article) -> Suggestion:
    """The first thing that the pending changes put right: its sentence before and after, and the quotation it is about.

    A quotation whose words or speaker changed goes before other words. Queries.
    """
    live = article.live_edition()
    if live is None or live.status != Edition.Status.LIVE:
        return Suggestion()
    candidate = build_edition(article, at=timezone.now(), by=None, previous=live)
    changed = _changed_quotation(live.quotes, candidate.quotes)
    if changed:
        was, now = changed
        wrong, right = _words(was), _words(now)
        speaker = (now["speaker"] or was["speaker"] or {}).get("name", "")
        note = _(
            "An earlier version of this article misquoted %(speaker)s. The words are “%(right)s” not “%(wrong)s”"
        )
        said, printed = _ending(right, ","), _ending(wrong, ".")
        if wrong == right:
            note = _(
                "An earlier version of this article attributed “%(right)s” wrongly. It was said by %(speaker)s."
            )
            said = right
        quote = Quote.objects.filter(short_id=now["short_id"]).first()
        return Suggestion(wrong, right, note % {"speaker": speaker, "right": said, "wrong": printed}, quote)
    for change in edition_diff(live, candidate).changes:
        wrong, right = _around(change)
        if wrong and right:
            note = _("An earlier version of this article said: “%(wrong)s” It should have said: “%(right)s”")
            return Suggestion(wrong, right, note % {"wrong": wrong, "right": right})
    return Suggestion()


def _ending(words: str, mark: str) -> str:
    """Words with the mark of the sentence that they are put into, which stands within the quotation marks."""
    return words if words.endswith(("?", "!", "…")) else f"{words.rstrip(' .,;:')}{mark}"


@transaction.atomic
def restore_edition(edition: Edition, *, by: Any) -> tuple[Article, list[str]]:
    """Make the working copy what it was when this edition went out, and say what of it no longer exists.

    Readers keep what they have until the working copy is published.
    """
    if edition.revision is None:
        raise ValidationError(
            _("This edition is from before revisions were kept with editions: copy its text instead.")
        )
    why = _("Edition %(number)d restored") % {"number": edition.number}
    return revisions.restore(edition.revision, by=by, why=why)


def _line(old: str, new: str) -> Change:
    return Change(tuple(word_diff(old or "", new or "")))


def _names(edition: Edition) -> str:
    return ", ".join(byline["credited_as"] for byline in edition.bylines)


def _paragraphs(old: str, new: str) -> list[Change]:
    a, b = ([line for line in text.split("\n") if line.strip()] for text in (old, new))
    return [
        _line(a[pair.old] if pair.old is not None else "", b[pair.new] if pair.new is not None else "")
        for pair in pair_paragraphs(a, b)
    ]


def _changed_quotation(
    old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]]
) -> tuple[dict[str, Any], dict[str, Any]] | None:
    before = {record["short_id"]: record for record in old}
    for record in new:
        was = before.get(record["short_id"])
        if was and (_words(was), was["speaker"]) != (_words(record), record["speaker"]):
            return was, record
    return None


def _words(record: dict[str, Any]) -> str:
    """A quotation as it stood in the text; as the record has it where it stood only in headline or dek."""
    return " ".join(segment["text"] for segment in record["segments"]) or record["text"]


def _around(change: Change) -> tuple[str, str]:
    """The sentences that hold a change, as they were and as they are."""
    old = "".join(run.text for run in change.runs if run.op != "ins")
    new = "".join(run.text for run in change.runs if run.op != "del")
    head = tail = 0
    if change.runs and change.runs[0].op == "same":
        head = len(change.runs[0].text)
    if len(change.runs) > 1 and change.runs[-1].op == "same":
        tail = len(change.runs[-1].text)
    return _sentences(old, head, len(old) - tail), _sentences(new, head, len(new) - tail)


def _sentences(text: str, start: int, end: int) -> str:
    """The whole sentences of the text from one that holds ``start`` to one that holds ``end``."""
    spans = [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]
    held = [(first, last) for first, last in spans if last > start and first < max(end, start + 1)]
    return text[held[0][0] : held[-1][1]].strip() if held else ""
