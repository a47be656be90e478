"""What has changed since readers got it: a minor update touches no quotation, number or name."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import takewhile

from articles.preflight.finding import BLOCKER, INFO, Finding
from articles.preflight.view import ArticleView, LiveText
from articles.text.messages import gettext as _
from articles.text.messages import shortened
from articles.text.typography import fold

AROUND = 2  # words shown on each side of those that differ
_DIGITS = r"\d+(?:[.,:]\d+)*"
# Numbers in words, as far as they are nothing else: “one” and “second” are not.
_SPELT = {
    "en": """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens? hundreds? thousands? millions? billions? trillions?
    half twice thrice double triple quarter zero""",
}
_NUMBERS = {
    language: re.compile(rf"{_DIGITS}|\b(?:{'|'.join(words.split())})\b")
    for language, words in _SPELT.items()
}
_NUMBER = re.compile(_DIGITS)
# Within a sentence: what begins one is capitalized without being a name.
_CAPITALIZED = re.compile(r"(?<![.!?:“”\"'‘’»«] )(?<= )[A-ZÀ-ÖØ-Þ]\w+")


def numbers(article: ArticleView) -> Iterator[Finding]:
    if article.live is None:
        return
    pattern = _NUMBERS.get(article.language, _NUMBER)
    gone, new = _difference(lambda text: pattern.findall(text.lower()), article.live, article)
    if gone or new:
        severity = BLOCKER if article.kind == "minor" else INFO
        yield _changed(
            "number-changed",
            _("Numbers differ from what readers have: %(was)s → %(is)s."),
            gone,
            new,
            severity,
        )


def names(article: ArticleView) -> Iterator[Finding]:
    if article.live is None or article.kind != "minor":
        return
    gone, new = _difference(_CAPITALIZED.findall, article.live, article)
    if gone or new:
        yield _changed(
            "name-changed", _("Names differ from what readers have: %(was)s → %(is)s."), gone, new, BLOCKER
        )


def quotations(article: ArticleView) -> Iterator[Finding]:
    if article.live is None or article.kind != "minor":
        return
    before = ArticleView(
        at=article.at,
        headline=article.live.headline,
        dek=article.live.dek,
        body=article.live.body,
        language=article.language,
    )
    was, now = _quoted(before), _quoted(article)
    if {key: len(words) for key, words in was.items()} != {key: len(words) for key, words in now.items()}:
        gone, new = _only_in(was, now), _only_in(now, was)
        if len(gone) == len(new) == 1:
            gone, new = _apart(gone[0], new[0])
        message = _("Quotations differ from what readers have: %(was)s → %(is)s.")
        yield _changed("quotation-changed", message, gone, new, BLOCKER)


def _difference(
    find: Callable[[str], list[str]], live: LiveText, article: ArticleView
) -> tuple[list[str], list[str]]:
    """What is found in the old text and no more, and what is found anew, in the order of the texts.

    Where only the order changed (“Ada told Bo”, “Bo told Ada”), those that stand elsewhere now.
    """
    old = find("\n".join((live.headline, live.dek, live.body)))
    now = find("\n".join((article.headline, article.dek, article.body)))
    gone, new = Counter(old) - Counter(now), Counter(now) - Counter(old)
    if gone or new or old == now:
        return list(gone.elements()), list(new.elements())
    moved = [pair for pair in zip(old, now, strict=True) if pair[0] != pair[1]]
    return [was for was, _is in moved], [found for _was, found in moved]


def _quoted(article: ArticleView) -> dict[str, list[str]]:
    """The quotations by their folded words, each as often as it stands there and as it is written."""
    found: dict[str, list[str]] = {}
    for spans in article.quoted.values():
        for span in spans:
            found.setdefault(fold(span.inner), []).append(span.inner)
    return found


def _only_in(some: dict[str, list[str]], others: dict[str, list[str]]) -> list[str]:
    return [words for key in sorted(some) for words in some[key][len(others.get(key, ())) :]]


def _apart(was: str, now: str) -> tuple[list[str], list[str]]:
    """Two wordings from a little before they part to a little after they meet again."""
    a, b = was.split(), now.split()
    before = _shared(a, b)
    after = min(_shared(a[::-1], b[::-1]), len(a) - before, len(b) - before)
    return [_around(a, before, after)], [_around(b, before, after)]


def _shared(a: list[str], b: list[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _around(words: list[str], before: int, after: int) -> str:
    start, end = max(0, before - AROUND), min(len(words), len(words) - after + AROUND)
    return f"{'… ' if start else ''}{' '.join(words[start:end])}{' …' if end < len(words) else ''}"


def _changed(rule: str, message: str, gone: list[str], new: list[str], severity: str) -> Finding:
    was, now = (shortened(", ".join(words), 80) or "–" for words in (gone, new))
    values = {"was": was, "is": now}
    return Finding(rule, message % values, " ".join(new), severity, place="body", basis=" ".join(gone))


CHECKS = (numbers, names, quotations)
