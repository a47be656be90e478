"""Notes and the text they stand in: which words they are about, and where those are after an edit."""

import dataclasses
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.models import Article, Note
from articles.text.anchors import Anchor, anchor_at, find_again
from articles.text.html import BREAK

SHOWN = 60  # characters of the words in a list of places


@dataclasses.dataclass(frozen=True)
class Spot:
    """Something of an article that a note can be about."""

    key: str
    label: str
    place: str = ""
    anchor: Anchor | None = None
    quote: Any = None


def spots_of(article: Article) -> list[Spot]:
    """The article, its headline and dek, each paragraph and each quotation. One query."""
    text = article.body_text
    found = [Spot("article", _("The whole article"))]
    for place, words, label in (
        ("headline", article.headline, _("Headline")),
        ("dek", article.dek, _("Dek")),
    ):
        if words:
            found.append(Spot(place, f"{label}: {_short(words)}", place, anchor_at(words, 0, len(words))))
    position = 0
    for number, paragraph in enumerate(text.split(BREAK), 1):
        end = position + len(paragraph)
        if paragraph.strip():
            label = _("Paragraph %(n)d: %(words)s") % {"n": number, "words": _short(paragraph)}
            found.append(Spot(f"p{number}", label, "body", anchor_at(text, position, end)))
        position = end + len(BREAK)
    uses = article.quote_uses.in_text().filter(place="body", segment=0).select_related("quote")
    for use in uses.order_by("start"):
        label = _("Quotation: %(words)s") % {"words": _short(use.exact)}
        anchor = anchor_at(text, use.start, use.end)
        found.append(Spot(f"q{use.pk}", label, "body", anchor, use.quote))
    return found


def write_note(article: Article, *, by: Any, text: str, spot: str = "article", selected: str = "") -> Note:
    """A note on one of ``spots_of``, or on words that somebody has selected in the text.

    Selected words that are not saved yet are found at the next save. Raises ``ValidationError``.
    """
    selected = selected.strip()
    if selected:
        saved = article.body_text
        anchor = Anchor(0, len(selected), selected[:2000])
        stands = find_again(saved, anchor) if selected in saved else None
        return Note.objects.write(
            article, by=by, text=text, place="body", anchor=stands or anchor, is_lost=stands is None
        )
    chosen = {one.key: one for one in spots_of(article)}.get(spot)
    if chosen is None:
        raise ValidationError(_("What the note was about is no longer there. Choose again."))
    return Note.objects.write(
        article, by=by, text=text, place=chosen.place, anchor=chosen.anchor, quote=chosen.quote
    )


def follow_text(article: Article) -> None:
    """Find again where each note stands; one whose words are gone is kept and marked. At most two queries."""
    texts = {"headline": article.headline, "dek": article.dek, "body": article.body_text}
    moved = []
    for note in article.notes.exclude(place=""):
        was, lost = note.anchor, note.is_lost
        now = find_again(texts[note.place], was)
        if now is None:
            note.is_lost = True
        else:
            note.put(now)
        if (note.anchor, note.is_lost) != (was, lost):
            moved.append(note)
    Note.objects.bulk_update(moved, ["start", "end", "exact", "prefix", "suffix", "is_lost"])


def _short(words: str) -> str:
    return Truncator(words).chars(SHOWN)
