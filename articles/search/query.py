"""What a reader typed, understood: never an error, at most a hint. Pure."""

import dataclasses
import datetime
import re
from collections.abc import Callable, Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.search.expression import AllOf, AnyOf, Expression, Phrase
from articles.text.folding import folded_words, singular, spans

LONGEST = 200  # characters that are read
MOST = 12  # words and filters that are looked for
SHORTEST_PREFIX = 2
WIDE = 24  # words for one
FILTERS = ("speaker", "author", "section", "topic")
_PART = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"?|“([^”]*)”?|([^\s"“]+))')
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
# One-letter words that Hebrew and Arabic write together with the next one: and, the, in, to, from, that, as.
_HEBREW = ("ה", "ו", "ב", "ל", "מ", "ש", "כ", "וה", "שה", "וב", "ול", "מה", "כש")
_ARABIC = ("ال", "و", "ب", "ل", "ف", "ك", "وال", "بال", "لل", "فال", "كال")


@dataclasses.dataclass(frozen=True)
class Query:
    """Words that must occur, words that must not, marks, and a span of time; with hints on what was not understood."""

    text: str = ""
    terms: tuple[Expression, ...] = ()
    without: tuple[Expression, ...] = ()
    marks: tuple[Phrase, ...] = ()
    after: datetime.datetime | None = None
    before: datetime.datetime | None = None
    words: frozenset[str] = frozenset()  # as an index has them, to be highlighted
    written: tuple[str, ...] = ()  # as they were typed, but folded
    hints: tuple[str, ...] = ()

    @property
    def is_wide(self) -> bool:
        """Whether a prefix stands for so many words that it says little in which place they are."""
        return any(isinstance(term, AnyOf) and len(term.parts) > WIDE for term in self.terms)

    @property
    def is_empty(self) -> bool:
        return not (self.terms or self.without or self.marks or self.after or self.before)

    def with_word(self, word: str, other: str) -> str:
        """The text of the query with one word in place of another."""
        text, at = "", 0
        for start, end, folded in spans(self.text):
            if folded == word:
                text, at = f"{text}{self.text[at:start]}{other}", end
        return text + self.text[at:]


def parse(text: str, expand: Callable[[str], list[str]] = lambda prefix: []) -> Query:
    """The query of any text. ``expand`` gives the known words that begin with a prefix."""
    reader = _Reader(expand)
    hints = [_("Only the first %(number)s characters were read.") % {"number": LONGEST}]
    for number, part in enumerate(_PART.finditer(text[:LONGEST])):
        if number >= MOST:
            reader.hints.append(_("Only the first %(number)s words were looked for.") % {"number": MOST})
            break
        minus, operator, straight, curly, bare = part.groups()
        phrase = straight if straight is not None else curly
        reader.read(bool(minus), operator or "", phrase, bare or "")
    return Query(
        text=text[:LONGEST],
        terms=tuple(reader.terms),
        without=tuple(reader.without),
        marks=tuple(reader.marks),
        after=reader.bounds.get("after"),
        before=reader.bounds.get("before"),
        words=frozenset(reader.words),
        written=tuple(dict.fromkeys(reader.written)),
        hints=tuple(reader.hints + (hints if len(text) > LONGEST else [])),
    )


class _Reader:
    def __init__(self, expand: Callable[[str], list[str]]) -> None:
        self.expand = expand
        self.terms: list[Expression] = []
        self.without: list[Expression] = []
        self.marks: list[Phrase] = []
        self.bounds: dict[str, datetime.datetime] = {}
        self.words: set[str] = set()
        self.written: list[str] = []
        self.hints: list[str] = []

    def read(self, is_excluded: bool, operator: str, phrase: str | None, bare: str) -> None:
        value = bare if phrase is None else phrase
        name = operator.lower()
        if bare.endswith(":") and bare[:-1].lower() in (*FILTERS, "after", "before"):
            name, value = bare[:-1].lower(), ""
        if name in FILTERS:
            self._filter(name, value)
        elif name in ("after", "before"):
            self._bound(name, value)
        else:
            if operator and not value.startswith("//"):  # an address is no operator
                self.hints.append(
                    _(
                        "“%(name)s:” was searched as a word. The filters are speaker:, author:, section:, topic:, after: and before:."
                    )
                    % {"name": operator}
                )
            is_prefix = phrase is None and value.endswith("*")
            self._words(is_excluded, f"{operator} {value}" if operator else value, is_prefix)

    def _filter(self, name: str, value: str) -> None:
        found = folded_words(value)
        self.marks += [Phrase((f"{name}:{word}",)) for word in found]
        if not found:
            self.hints.append(_("“%(name)s:” wants a name right behind it.") % {"name": name})

    def _bound(self, name: str, value: str) -> None:
        try:
            self.bounds[name] = first_moment(value)
        except ValueError:
            self.hints.append(
                _("“%(name)s:” wants a date such as 2025-03-01, 2025-03 or 2025.") % {"name": name}
            )

    def _words(self, is_excluded: bool, value: str, is_prefix: bool) -> None:
        words = folded_words(value)[:MOST]
        if not words:
            return
        if is_prefix and len(words) == 1 and len(words[0]) >= SHORTEST_PREFIX:
            term, shown = self._prefix(words[0])
        else:
            term = Phrase(tuple(map(singular, words))) if len(words) > 1 else variants(words[0])
            shown = {singular(word) for word in words}
        if is_excluded:
            self.without.append(term)
        else:
            self.terms.append(term)
            self.words |= shown
            self.written += [] if is_prefix else words

    def _prefix(self, prefix: str) -> tuple[Expression, set[str]]:
        known = list(dict.fromkeys(singular(word) for word in (prefix, *self.expand(prefix))))
        return AnyOf(tuple(Phrase((word,)) for word in known)), set(known)


def variants(word: str) -> Expression:
    """The word, for Hebrew and Arabic also with and without the small words that are written together with it."""
    return AnyOf(tuple(Phrase((one,)) for one in dict.fromkeys(_variants(word))))


def _variants(word: str) -> Iterator[str]:
    yield singular(word)
    small = _HEBREW if "\u05d0" <= word[0] <= "\u05ea" else _ARABIC if "\u0620" <= word[0] <= "\u064a" else ()
    for prefix in small:
        yield prefix + word
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            yield word[len(prefix) :]


def first_moment(value: str) -> datetime.datetime:
    """The first moment of a year, month or day in the newsroom's time zone. Raises ``ValueError``."""
    match = _DATE.fullmatch(value.strip())
    if match is None:
        raise ValueError(value)
    day = datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    try:
        return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
    except OverflowError as error:
        raise ValueError(value) from error


def whole(query: Query) -> AllOf:
    """Every document that the query means."""
    return AllOf((*query.terms, *query.marks), query.without)


def words_at(query: Query, sign: str) -> AllOf:
    """All words of the query stand in the place that ``sign`` stands for; their order is not asked."""
    return AllOf(tuple(part for term in query.terms for part in _placed(term, sign)))


def _placed(term: Expression, sign: str) -> Iterator[Expression]:
    if isinstance(term, AnyOf):
        yield AnyOf(tuple(Phrase((sign + one.words[0],)) for one in term.parts if isinstance(one, Phrase)))
    elif isinstance(term, Phrase):
        yield from (Phrase((sign + word,)) for word in term.words)
