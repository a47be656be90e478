"""Whom “she”, “he”, “they” or “it” means: whoever fits and is most in the reader's mind."""

from articles.extraction.people import Known, People
from articles.extraction.types import Mention

SUREST = 0.88  # of a pronoun: less than of a name beside the words
SAME, BEFORE, EARLIER = (
    3.0,
    1.6,
    0.6,
)  # by how far back a person was spoken of: this paragraph, the last, others


def resolve_pronoun(pronoun: Mention, gender: str, people: People) -> tuple[Known | None, float]:
    """The person most in mind that the pronoun fits, and how sure that is: less where another fits almost as well."""
    scored = []
    for known in people.recent():
        fit = _fits(known, gender)
        if fit > 0:
            scored.append((_presence(known, pronoun) * fit, known))
    if not scored:
        return None, 0.0
    scored.sort(key=lambda pair: -pair[0])
    best, known = scored[0]
    second = scored[1][0] if len(scored) > 1 else 0.0
    if best <= 0:
        return None, 0.0
    lead = (best - second) / best
    return known, round(min(SUREST, 0.55 + 0.4 * lead), 2)


def _fits(known: Known, gender: str) -> float:
    """How well a pronoun of a gender suits: 0 not at all, 1 fully."""
    if gender in ("f", "m"):
        if known.kind != "person":
            return 0.0
        return 1.0 if known.gender == gender else 0.0 if known.gender else 0.7
    if gender == "n":
        return 1.0 if known.kind == "organization" else 0.0
    return 1.0 if known.kind == "organization" else 0.5


def _presence(known: Known, pronoun: Mention) -> float:
    """How much somebody is in mind where the pronoun stands."""
    here = pronoun.passage
    score = _near(here - known.last_seen[0]) * 0.6
    if known.last_seen[0] == here:
        score += 3.0
    if known.last_subject[0] == here:
        score += 1.0
    roles = sorted((_near(here - known.last_subject[0]), _near(here - known.last_spoke)))
    return score + roles[1] + 0.4 * roles[0] + min(known.count, 6) * 0.05


def _near(distance: int) -> float:
    if distance == 0:
        return SAME
    if distance == 1:
        return BEFORE
    return EARLIER / distance
