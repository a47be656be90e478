"""Whom “she”, “he”, “they” or “it” means: whoever fits and is most in the reader's mind."""

from collections.abc import Collection

from articles.extraction.people import Known, People
from articles.extraction.types import Mention

THIRD_PERSON = 0.4  # somebody named in the words is seldom the one who speaks them
SUBJECT = 1.0  # of the sentence read last
LIKELY, UNLIKELY = 0.75, 0.4  # fit of a first name on no list: most that end in a are of women
BARE = 0.45  # of a single word, which may be no person at all
SUREST = 0.88  # of a pronoun: less than of a name beside the words
SAME, BEFORE, EARLIER = (
    3.0,
    1.6,
    0.6,
)  # by how far back a person was spoken of: this paragraph, the last, others


def resolve_pronoun(
    pronoun: Mention,
    gender: str,
    people: People,
    named: Collection[str] = (),
    other_than: Known | None = None,
) -> tuple[Known | None, float]:
    """The person most in mind that the pronoun fits, and how sure that is: less where another fits almost as well.

    ``named`` are the capitalized words of what the pronoun is said to have said: few people call themselves by name.
    ``other_than`` is the one whose words are answered.
    """
    scored = []
    for known in people.recent():
        if known is other_than:
            continue
        fit = _fits(known, gender)
        if fit == 0 and (namesake := _namesake(known, gender, people)):
            fit, presence = 1.0, _presence(known, pronoun, people)
            known = namesake
        else:
            presence = _presence(known, pronoun, people) if fit else 0.0
        if fit > 0:
            spoken_of = THIRD_PERSON if known.surname in named and known.kind == "person" else 1.0
            scored.append((presence * fit * spoken_of, known))
    if not scored:
        return None, 0.0
    scored.sort(key=lambda pair: -pair[0])
    best, known = scored[0]
    second = next((score for score, other in scored if other is not known), 0.0)
    if best <= 0:
        return None, 0.0
    lead = (best - second) / best
    return known, round(min(SUREST, 0.55 + 0.4 * lead), 2)


def _fits(known: Known, gender: str) -> float:
    """How well a pronoun of a gender suits: 0 not at all, 1 fully."""
    if gender in ("f", "m"):
        if known.kind != "person":
            return 0.0
        if known.gender:
            return 1.0 if known.gender == gender else 0.0
        if " " not in known.name and not known.label:
            return BARE
        return LIKELY if known.name.split()[0].endswith("a") == (gender == "f") else UNLIKELY
    if gender == "n":
        return 1.0 if known.kind == "organization" else 0.0
    return 1.0 if known.kind == "organization" else 0.5


def _namesake(known: Known, gender: str, people: People) -> Known | None:
    """Somebody else of the surname whom the pronoun fits: of two Quills, “she” tells which was meant."""
    if gender not in ("f", "m") or known.kind != "person":
        return None
    other = people.namesake(known)
    return other if other and other.gender == gender else None


def _presence(known: Known, pronoun: Mention, people: People) -> float:
    """How much somebody is in mind where the pronoun stands."""
    here = pronoun.passage
    score = _near(here - known.last_seen[0]) * 0.6
    if known.last_seen[0] == here:
        score += 3.0
    if known.last_subject[0] == here:
        score += 1.0
    if known is people.subject:
        score += SUBJECT
    roles = sorted((_near(here - known.last_subject[0]), _near(here - known.last_spoke)))
    return score + roles[1] + 0.4 * roles[0] + min(known.count, 6) * 0.05


def _near(distance: int) -> float:
    if distance == 0:
        return SAME
    if distance == 1:
        return BEFORE
    return EARLIER / distance
