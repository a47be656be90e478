"""The share card of a quotation: 1200 × 630 pixels, in the newsroom's type, never clean when the words are not."""

import dataclasses
import functools
import hashlib
import io
import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from PIL import Image, ImageDraw, ImageFont, features

from articles.models import EditionQuote, Quote
from articles.models.edition import direction_of
from articles.models.quote_record import as_read
from articles.text.typography import strip_marks

WIDTH, HEIGHT = 1200, 630
EDGE, FOOT = 72, 150  # pixels left free at the sides, and below the words
PAPER, INK, INK_2, BUOY = "#ffd02e", "#0e1a26", "#4a3f0c", "#b3261e"
SIZES = (76, 66, 58, 50, 44, 38, 34, 30)  # of the words, in pixels; the largest that fits is taken
LEADING = 1.16
DESIGN = 1  # counted up when the drawing changes, so that every card gets a new address
FONTS = Path(settings.BASE_DIR) / "static" / "fonts"
SERIF = (FONTS / "frank-ruhl-libre-latin.woff2", FONTS / "frank-ruhl-libre-hebrew.woff2")
SANS = (FONTS / "libre-franklin-latin.woff2", *SERIF)
OTHER_SCRIPTS = "DejaVuSans.ttf"  # where the system has it
ABSENT = "\ufffe"  # no font has this character


@dataclasses.dataclass(frozen=True)
class Card:
    """What stands on a card."""

    words: str
    speaker: str
    about: str  # role and day
    warning: str  # that the words are disputed or retracted, in red above them
    site: str
    language: str

    @property
    def key(self) -> str:
        """A hash of everything that is seen: a corrected quotation gets another card at another address."""
        seen = json.dumps([DESIGN, *dataclasses.astuple(self)], ensure_ascii=False)
        return hashlib.sha256(seen.encode()).hexdigest()[:16]


def card_of(row: EditionQuote) -> Card:
    """The card of a published quotation, from its public record."""
    record = row.data
    about = [record["speaker_label"], _day(record)]
    status, words = record["status"], f"“{strip_marks(as_read(record))}”"
    warning = ""
    if status == Quote.Status.RETRACTED:
        warning, words = _("Retracted"), record.get("notice") or _("This quotation was retracted.")
    elif status == Quote.Status.DISPUTED:
        warning = _("Disputed")
    return Card(
        words=words,
        speaker=record["speaker"]["name"],
        about=". ".join(part for part in about if part),
        warning=warning,
        site=settings.SITE_NAME,
        language=record["language"],
    )


def _day(record: dict[str, Any]) -> str:
    """The day in the language of the words: another one would be torn apart in a line that is read from the right."""
    said_on = parse_date(record["said_on"]) if record["said_on"] else None
    if said_on is None or record["said_on_precision"] == "unknown":
        return ""
    formats = {"day": "j F Y", "month": "F Y", "year": "Y"}
    with override(record["language"]):
        return date_format(said_on, formats[record["said_on_precision"]])


def can_draw(card: Card) -> bool:
    """Whether every character has a glyph here, and right-to-left text can be laid out: else there is no card at all."""
    is_rtl = direction_of(card.language) == "rtl"
    if is_rtl and not features.check("raqm"):
        return False
    return all(
        _face(text, fonts) is not None
        for text, fonts in (
            (card.words, SERIF),
            (card.speaker, SANS),
            (card.about, SANS),
            (card.warning, SANS),
            (card.site, SERIF),
        )
    )


def draw(card: Card) -> bytes:
    """The card as PNG. Words that are too long even at the smallest size end with […]. Ask ``can_draw`` first."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    side = _Side(pen, card.language)
    top = EDGE
    if card.warning:
        side.write(card.warning.upper(), top, _font(card.warning.upper(), SANS, 30, 700), BUOY)
        top += 56
    height = HEIGHT - FOOT - top - 24
    lines, font, size = _fitted(card.words, side, height)
    step = round(size * LEADING)
    at = top + max(0, (height - step * len(lines)) // 2)
    for line in lines:
        side.write(line, at, font, INK)
        at += step
    _foot(side, card)
    packed = io.BytesIO()
    image.quantize(64).save(packed, "PNG", optimize=True)
    return packed.getvalue()


class _Side:
    """Writes lines from the side on which the language begins."""

    def __init__(self, pen: ImageDraw.ImageDraw, language: str) -> None:
        self.pen, self.is_rtl = pen, direction_of(language) == "rtl"
        self.layout = {"direction": "rtl" if self.is_rtl else "ltr"} if features.check("raqm") else {}

    def width(self, text: str, font: ImageFont.FreeTypeFont) -> float:
        return font.getlength(text, **self.layout)

    def write(
        self, text: str, top: int, font: ImageFont.FreeTypeFont, color: str, *, far: bool = False
    ) -> None:
        right = self.is_rtl != far
        place = (WIDTH - EDGE if right else EDGE, top)
        self.pen.text(place, text, color, font, anchor="ra" if right else "la", **self.layout)


def _foot(side: _Side, card: Card) -> None:
    line = HEIGHT - FOOT
    for at in (line, line + 6):
        side.pen.line([(EDGE, at), (WIDTH - EDGE, at)], INK, 2)
    site = _font(card.site, SERIF, 34, 700)
    room = WIDTH - 2 * EDGE - side.width(card.site, site) - 48
    speaker = _font(card.speaker, SANS, 30, 700)
    side.write(_cut(card.speaker, side, speaker, room), line + 28, speaker, INK)
    about = _font(card.about, SANS, 24, 500)
    side.write(_cut(card.about, side, about, room), line + 70, about, INK_2)
    side.write(card.site, line + 44, site, INK, far=True)


def _fitted(words: str, side: _Side, height: int) -> tuple[list[str], ImageFont.FreeTypeFont, int]:
    """The words as lines in the largest size that fits, cut with […] where none does."""
    for size in SIZES:
        font = _font(words, SERIF, size, 500)
        lines = _lines(words, side, font)
        if len(lines) * round(size * LEADING) <= height:
            return lines, font, size
    most = max(1, height // round(size * LEADING))
    closing = words[-1] if words[-1] in "”“»" else ""
    kept = lines[:most]
    while kept and side.width(f"{kept[-1]} […]{closing}", font) > WIDTH - 2 * EDGE:
        kept[-1] = kept[-1].rpartition(" ")[0] or kept[-1][:-8]
    kept[-1] = f"{kept[-1]} […]{closing}"
    return kept, font, size


def _lines(words: str, side: _Side, font: ImageFont.FreeTypeFont) -> list[str]:
    """Filled line by line; a word wider than the card is broken."""
    room, lines, line = WIDTH - 2 * EDGE, [], ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if side.width(longer, font) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        while side.width(word, font) > room:
            size = max(1, int(len(word) * room / side.width(word, font)) - 1)
            lines.append(word[:size])
            word = word[size:]
        line = word
    return [*lines, line] if line else lines


def _cut(text: str, side: _Side, font: ImageFont.FreeTypeFont, room: float) -> str:
    if side.width(text, font) <= room:
        return text
    while text and side.width(f"{text}…", font) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _font(text: str, fonts: tuple[Path, ...], size: int, weight: int) -> ImageFont.FreeTypeFont:
    path = _face(text, fonts)
    if path is None:
        raise ValueError(f"No font has every character of “{text[:40]}”.")
    return _loaded(path, size, weight)


def _face(text: str, fonts: tuple[Path, ...]) -> str | None:
    """The first font that has every character of the text."""
    characters = frozenset(text) - {" ", "\n", "\u200e", "\u200f"}
    return next((name for name in (*map(str, fonts), OTHER_SCRIPTS) if _covers(name, characters)), None)


@functools.lru_cache(maxsize=2000)
def _covers(name: str, characters: frozenset[str]) -> bool:
    try:
        font = _loaded(name, 20, 500)
    except OSError:  # the system does not have it
        return False
    missing = bytes(font.getmask(ABSENT))
    return all(bytes(font.getmask(character)) != missing for character in characters)


@functools.lru_cache(maxsize=64)
def _loaded(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(name, size)
    try:
        font.set_variation_by_axes([weight])
    except (OSError, NotImplementedError):  # a font without weights
        return font
    return font
