"""Words as search compares them: no case, no accents, no points of Hebrew and Arabic, no plural s."""

import functools
import re
import unicodedata
from collections.abc import Iterator

LONGEST = 40  # characters of a word that count
# Scripts that put no space between words: there, every sign is a word, and words in a row are a phrase.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Marks that belong to the letter before them; \w leaves them out. Those of Indian scripts are vowels.
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
_VOWELS = "\u0900-\u0963\u0966-\u0dff"
_RUN = rf"(?:(?![_{_UNSPACED}])[\w{_MARKS}{_VOWELS}])+"
_JOINT = r"(?:['’ʼ׳״\u00ad\u200c\u200d]|(?<=[\u05d0-\u05ea])\"(?=[\u05d0-\u05ea]))"
_WORD = re.compile(rf"[{_UNSPACED}]|{_RUN}(?:{_JOINT}{_RUN})*")
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_SAME = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ة": "ه",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each word of the text stands (start, end), and the word folded."""
    for match in _WORD.finditer(text):
        word = fold(match[0])
        if word:
            yield match.start(), match.end(), word


def folded_words(text: str) -> list[str]:
    """The words of the text, folded, in their order."""
    return [word for _start, _end, word in spans(text)]


def index_words(text: str) -> list[str]:
    """The words of the text as they stand in an index: folded, and singular."""
    return [singular(word) for word in folded_words(text)]


@functools.lru_cache(maxsize=2**15)
def fold(word: str) -> str:
    """One word without case, accents, points and apostrophes; empty when nothing is left of it."""
    word = _POSSESSIVE.sub("", word)
    if word.isascii():
        return "".join(filter(str.isalnum, word.lower()))[:LONGEST]
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_SAME)).translate(_SAME)
    kept = (c for c in plain if c.isalnum() or "\u0900" <= c <= "\u0dff")
    return unicodedata.normalize("NFC", "".join(kept)).casefold()[:LONGEST]


def singular(word: str) -> str:
    """An English plural as its singular; words that only end alike lose the same letter everywhere, so they still meet."""
    if len(word) < 4 or not word.isascii() or not word.endswith("s") or word.endswith(("ss", "us")):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return f"{word[:-3]}y"
    return word[:-1]
