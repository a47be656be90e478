"""Shows readers where the words are: escaped HTML with ``<mark>``, and the passage of a text that has them."""

from collections.abc import Collection, Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.text.folding import singular, spans

PASSAGE = 180  # characters
BEFORE = 60  # of them before the first word
READ = 60_000  # characters of a text in which a passage is looked for


def highlighted(text: str, words: Collection[str]) -> SafeString:
    """The text as HTML with every one of these words marked."""
    html, at = "", 0
    for start, end in _places(text, words):
        html += f"{escape(text[at:start])}<mark>{escape(text[start:end])}</mark>"
        at = end
    return mark_safe(html + escape(text[at:]))


def passage(text: str, words: Collection[str]) -> SafeString:
    """Some two lines of the text around the first of these words, marked; empty when none occurs."""
    first = _first(text, words)
    if first is None:
        return mark_safe("")
    start = _between_words(text, max(0, first - BEFORE)) if first > BEFORE else 0
    end = _between_words(text, start + PASSAGE) if start + PASSAGE < len(text) else len(text)
    cut = " ".join(text[start:end].split())
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return mark_safe(before + highlighted(cut, words) + after)


def _first(text: str, words: Collection[str]) -> int | None:
    """Where the first word stands. Most are found as they are written, and only around there words are folded."""
    text = text[:READ]
    lower = text.lower()
    if len(lower) == len(text):
        for at in sorted(found for word in words if (found := lower.find(word)) >= 0):
            begin = max(0, at - 50)
            near = [begin + start for start, end in _places(text[begin : at + 50], words) if begin + end > at]
            if near:
                return near[0]
    return next((start for start, _end in _places(text, words)), None)


def _places(text: str, words: Collection[str]) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end, word in spans(text) if singular(word) in words)


def _between_words(text: str, at: int) -> int:
    """The next place from here on where a word begins; here where none does within a few letters."""
    space = text.find(" ", at, at + 30)
    return at if space < 0 else space + 1
