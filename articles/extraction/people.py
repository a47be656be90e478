"""Who is known so far in the article: full names, roles, and whom a surname, a description or a pronoun means."""

import dataclasses

from articles.extraction.names import PRONOUNS, ROLES, bare
from articles.extraction.types import Mention

FEMALE = frozenset(
    """mary anna anne ann maria sarah emma olivia julia laura linda susan karen nancy lisa betty helen sandra donna carol
    ruth sharon michelle kimberly deborah jessica hillary elizabeth jennifer patricia barbara margaret angela melania
    ivanka kellyanne loretta nikki janet elena sonia ruth clara alice ada odalys marit signe ingrid hannah emily sophie
    kate catherine katherine rachel amy rebecca stephanie nicole megan samantha christine heather diane joyce judith
    martha cheryl gloria theresa teresa evelyn amanda melissa carolyn claire eva nina vera lena greta astrid""".split()
)
MALE = frozenset(
    """james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick
    jack dennis jerry tyler aaron jose adam nathan henry peter barack bernie ted marco jeb rand lloyd yoav joe bill al
    mike tim tom jim bob ben sam max carl karl otto hans teodor joss corvin halvard vladimir antonin harry mitch""".split()
)
FEMALE_WORDS = frozenset(
    "mrs ms miss spokeswoman chairwoman congresswoman councilwoman actress queen princess lady dame".split()
)
MALE_WORDS = frozenset(
    "mr sir spokesman chairman congressman councilman actor king prince lord fisherman".split()
)


@dataclasses.dataclass
class Known:
    """One speaker of the article."""

    name: str
    label: str
    kind: str
    gender: str
    last_seen: tuple[int, int]
    mention: Mention

    @property
    def surname(self) -> str:
        return self.name.split()[-1].casefold()


class People:
    """Grows as the article is read; answers by what was read so far."""

    def __init__(self) -> None:
        self.known: list[Known] = []
        self._by_surname: dict[str, list[Known]] = {}

    def see(self, mention: Mention) -> Known | None:
        """Remember a name; a surname alone means the last one seen with it."""
        if mention.kind not in ("person", "organization"):
            return None
        found = self._find(mention)
        if found is None:
            found = Known(mention.name, mention.label, mention.kind, _gender(mention), (0, 0), mention)
            self.known.append(found)
            self._by_surname.setdefault(found.surname, []).append(found)
        found.label = found.label or mention.label
        found.gender = found.gender or _gender(mention)
        found.last_seen = (mention.passage, mention.start)
        return found

    def _find(self, mention: Mention) -> Known | None:
        tokens = mention.name.casefold().split()
        if not tokens:
            return None
        for known in reversed(self._by_surname.get(tokens[-1], [])):
            others = known.name.casefold().split()
            if len(tokens) == 1 or len(others) == 1 or tokens[0] == others[0]:
                if len(tokens) > len(others) and known.kind == mention.kind:
                    known.name = mention.name
                return known
        return None

    def by_description(self, text: str) -> Known | None:
        """The person whose role shares its noun and most other words with the description."""
        wanted = _tokens(text)
        nouns = wanted & ROLES
        best, score = None, 0
        for known in self.known:
            label = _tokens(known.label)
            common = len(wanted & label)
            if label & nouns and common > score:
                best, score = known, common
        return best

    def by_pronoun(self, pronoun: str, candidates: list[Known]) -> Known | None:
        """The first candidate, most recent first, whose gender does not speak against the pronoun."""
        wanted = PRONOUNS.get(pronoun.casefold(), "")
        for known in candidates:
            if known.kind == "person" and (not wanted or wanted == "p" or known.gender in ("", wanted)):
                return known
        return None

    def recent(self) -> list[Known]:
        """People and organizations, the one named last first."""
        return sorted(self.known, key=lambda k: k.last_seen, reverse=True)[:12]


def _tokens(text: str) -> set[str]:
    return {bare(word.casefold()).replace(".", "") for word in text.split()} - {"of", "the", "for", "and"}


def _gender(mention: Mention) -> str:
    label = _tokens(mention.label)
    if label & FEMALE_WORDS:
        return "f"
    if label & MALE_WORDS:
        return "m"
    first = mention.name.casefold().split()[:1]
    if first and first[0] in FEMALE:
        return "f"
    return "m" if first and first[0] in MALE else ""
