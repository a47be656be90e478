"""Who is known so far in the article: full names, roles, and whom a surname or a description means."""

import dataclasses
import functools
from collections.abc import Sequence

from articles.extraction.languages.base import Language
from articles.extraction.lexicon import bare
from articles.extraction.naming import GENERATIONS
from articles.extraction.types import Mention

RECENT = 12
NAMESAKES = 8  # of several people with one name, those named last
SMALL = frozenset({"of", "the", "for", "and", "a", "an", "former", "then", ""})
OUTWEIGHS = 3  # mentions for each one of a namesake that make the surname mean the first


@functools.lru_cache(maxsize=1 << 12)
def surname_of(name: str) -> str:
    """The last word of a name, casefolded, that is no “Jr.”"""
    words = [word.casefold().rstrip(".") for word in name.split()]
    return next((word for word in reversed(words) if word not in GENERATIONS), words[-1])


@functools.lru_cache(maxsize=1 << 12)
def _tokens(name: str) -> tuple[str, ...]:
    return tuple(name.casefold().split())


@functools.lru_cache(maxsize=1 << 12)
def role_tokens(text: str) -> frozenset[str]:
    """The words of a role that tell it from others."""
    return frozenset(bare(word.casefold()).replace(".", "") for word in text.split()) - SMALL


@dataclasses.dataclass(eq=False)
class Known:
    """One speaker of the article."""

    name: str
    label: str
    kind: str
    gender: str
    last_seen: tuple[int, int]
    mention: Mention
    roles: set[str] = dataclasses.field(default_factory=set)
    count: int = 0
    last_subject: tuple[int, int] = (-9, 0)  # where it was last the subject of a sentence
    last_spoke: int = -9  # the passage in which it last spoke

    @property
    def surname(self) -> str:
        return surname_of(self.name)


class People:
    """Grows as the article is read; answers by what was read so far."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.known: list[Known] = []
        self._by_token: dict[str, list[Known]] = {}
        self.surnames: set[str] = set()  # of people, casefolded
        self.described: dict[
            str, Mention
        ] = {}  # by pronoun, the last subject without a name: “the captain”, “residents”
        self.subject: Known | None = None  # of the sentence read last
        self._order: dict[int, Known] = {}  # by identity, the one named last at the end

    def see(self, mention: Mention) -> Known | None:
        """Remember a name; a surname alone means the one named so most often before."""
        if mention.kind not in ("person", "organization"):
            return None
        gender = self._gender(mention)
        found = self._find(mention, gender)
        if found is None:
            found = Known(mention.name, "", mention.kind, gender, (0, 0), mention)
            self.known.append(found)
            self._index(found, mention.name)
            if found.kind == "person":
                self.surnames.add(found.surname)
        if mention.label.casefold().rstrip(".") not in self.language.honorifics:
            found.label = found.label or mention.label
            found.roles |= role_tokens(mention.label)
        found.gender = found.gender or gender
        found.last_seen = (mention.passage, mention.start)
        found.count += 1
        self.touch(found)
        return found

    def touch(self, known: Known) -> None:
        """Whoever it is was just spoken of."""
        self._order.pop(id(known), None)
        self._order[id(known)] = known

    def recent(self) -> list[Known]:
        """People and organizations, the one named last first."""
        found = []
        for known in reversed(self._order.values()):
            found.append(known)
            if len(found) == RECENT:
                break
        return found

    def _index(self, known: Known, name: str) -> None:
        tokens = _tokens(name)
        for token in {tokens[0] if known.kind == "person" else tokens[-1], tokens[-1]}:
            holders = self._by_token.setdefault(token, [])
            if known not in holders[-NAMESAKES:]:
                holders.append(known)

    def _find(self, mention: Mention, gender: str) -> Known | None:
        tokens = _tokens(mention.name)
        if not tokens:
            return None
        best: Known | None = None
        for known in self._by_token.get(tokens[-1], [])[-NAMESAKES:]:
            others = _tokens(known.name)
            if gender and known.gender and gender != known.gender:
                continue
            if tokens == others:
                return known
            if not _same(tokens, others) or (known.kind != "person" and len(tokens) == 1 != len(others)):
                continue
            if best is None or known.count >= best.count:
                best = known
        if best and len(tokens) > len(_tokens(best.name)) and best.kind == mention.kind:
            best.name = mention.name
            self._index(best, mention.name)
        return best

    def namesake(self, known: Known) -> Known | None:
        """Somebody else of the same surname who is named almost as often, so that the surname alone may mean either."""
        surname = _tokens(known.name)[-1]
        for other in self._by_token.get(surname, [])[-8:]:
            is_other = (
                other is not known and other.kind == known.kind == "person" and len(other.name.split()) > 1
            )
            if is_other and other.surname == surname and known.count < OUTWEIGHS * other.count:
                return other
        return None

    def by_description(self, text: str) -> Known | None:
        """The person whose role shares its noun and most other words with the description."""
        wanted = role_tokens(text)
        nouns = {word for word in wanted if self.language.is_role(word)}
        best, score = None, 0
        if not nouns:
            return None
        for known in self.recent():
            if known.kind != "person" or not known.roles & nouns:
                continue
            common = len(wanted & known.roles)
            if common > score and (common == len(wanted) or common >= 2):
                best, score = known, common
        return best

    def _gender(self, mention: Mention) -> str:
        label, language = role_tokens(mention.label), self.language
        if mention.kind != "person":
            return ""
        first = _tokens(mention.name)
        has_first = bool(first) and not (len(first) < 2 and mention.label)
        if label & language.female_words:
            return "f"
        if label & language.male_words & language.honorifics:
            return "m"
        if has_first and first[0] in language.female:  # spokesman Ada Quill
            return "f"
        if label & language.male_words:
            return "m"
        if not has_first:
            return ""
        return "m" if first and first[0] in language.male else ""


def _same(tokens: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two names can be one: equal surnames and no two first names, or a first name alone."""
    if len(tokens) == 1:
        return tokens[0] in (others[0], others[-1])
    if len(others) == 1:
        return others[0] == tokens[-1]
    if tokens[-1] != others[-1] or not (tokens[0] == others[0] or _initial(tokens[0], others[0])):
        return False
    middle = zip(tokens[1:-1], others[1:-1], strict=False)
    return all(one == other or _initial(one, other) for one, other in middle)


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and (len(one.strip(".")) == 1 or len(other.strip(".")) == 1)
