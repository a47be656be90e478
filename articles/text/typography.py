"""Variants of one text that differ in typography only."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

MARKS = "\"“”„‟«»‹›‘’‚‛'`´″′״׳"
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″״", '"'),
        **dict.fromkeys("‘’‚‛‹›`´′׳", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))

# No text has these: they come from broken files, and XML cannot even spell them.
CONTROLS = dict.fromkeys([*(set(range(0x20)) - {0x09, 0x0A, 0x0C, 0x0D}), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF])


def fold(text: str) -> str:
    """Marks, dashes, ellipses, spaces and case folded, so that typographic variants become equal."""
    plain = unicodedata.normalize("NFC", text).translate(_INVISIBLE).translate(_FOLDED)
    return " ".join(plain.casefold().split())


def strip_marks(text: str) -> str:
    """The words without the outer quotation marks; marks inside stay."""
    text = text.strip()
    if text[:2] in ("``", "''"):
        text = text[2:]
    if text[-2:] == "''":
        text = text[:-2]
    if text and text[0] in MARKS:
        text = text[1:]
    if text and text[-1] in MARKS:
        text = text[:-1]
    return text.strip()


def read_on(segments: Sequence[str], before: Sequence[str] = ()) -> str:
    """The parts of an interrupted quotation as one: the comma that led to “she said” becomes a full stop before a new
    sentence, and is dropped at the end. Not a word is changed.

    ``before`` is what stands before each part, as far as it is known: a full stop there tells a new sentence from one that
    goes on with a capital (“I”, a name).
    """
    text = ""
    for segment, lead in zip_longest(segments, before[: len(segments)], fillvalue=""):
        starts_sentence = segment[:1].isupper() and not segment.startswith(("I ", "I’", "I'"))
        if lead.strip():
            starts_sentence = segment[:1].isupper() and lead.rstrip().endswith((".", "!", "?"))
        if text.endswith(",") and starts_sentence:
            text = text[:-1] + "."
        text = f"{text} {segment}".strip()
    return text.removesuffix(",")


_DOUBLED = re.compile(r"''(?=\S)([^']*(?:'(?!')[^']*)*)(?<=\S)''")


def set_doubled_marks(text: str) -> str:
    """Pairs of two single marks, as some wires type a double mark, set as “…”. What has no partner stays."""
    return _DOUBLED.sub(r"“\1”", text)
