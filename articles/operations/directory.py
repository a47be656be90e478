"""Whom the newsroom knows by the names and descriptions of one article. Offered to a person, never taken."""

import dataclasses
import datetime
import re
from collections.abc import Iterable

from django.db.models import Q

from articles.models import Organization, Person, RoleHolding
from articles.text.typography import fold
from articles.text.words import edit_distance

CLOSE = 2  # letters by which two spellings of one name may differ
MOST = 60  # records offered for one article
SHORTEST_PIECE = 2  # letters; shorter ones stand in every name
SHORTEST_VARIED = 6  # letters of a word that may be spelled in two ways
_FORMER = frozenset({"former", "ex"})
_SMALL = frozenset("the a an of for and at in to former ex acting".split())


@dataclasses.dataclass(frozen=True)
class KnownSpeaker:
    """A record that may be meant: its own name, the role of the day, and why it is offered."""

    name: str
    kind: str  # person | organization
    label: str
    why: str  # exact | alias | surname | spelling | role | former
    pk: int
    slug: str


class Directory:
    """The people and organizations that the given names and descriptions may mean. A fixed number of queries.

    ``on`` is the day on which roles have to be held, usually that of the dateline.
    """

    def __init__(self, names: Iterable[str], descriptions: Iterable[str], on: datetime.date | None) -> None:
        names = {name for name in names if name.strip()}
        self._people = _people(names)
        self._organizations = _organizations(names)
        self._holders = _holders(descriptions, on) if on else []
        self._on = on

    def meant_by(self, name: str) -> list[KnownSpeaker]:
        """Known speakers of this name, those of the very name first."""
        found = [one for one in (_why_person(person, name, self._on) for person in self._people) if one]
        wanted = fold(name)
        for body in self._organizations:
            why = _why_organization(body, wanted)
            if why:
                found.append(KnownSpeaker(body.name, "organization", "", why, body.pk, body.slug))
        order = ("exact", "alias", "surname", "spelling")
        return sorted(found, key=lambda one: order.index(one.why))

    def bearing(self, name: str) -> list[KnownSpeaker]:
        """Those whose own name this is; where it is nobody's, those who have it as another name."""
        meant = self.meant_by(name)
        own = [one for one in meant if one.why == "exact"]
        return own or [one for one in meant if one.why == "alias"]

    def holding(self, description: str) -> list[KnownSpeaker]:
        """Who held the described role on the day: “the harbor master” and every word of it, of “the former harbor master”
        those who had held it before."""
        wanted, is_former = _tokens(description), _is_former(description)
        return [
            KnownSpeaker(
                role.person.name,
                "person",
                description if is_former else str(role),
                "former" if is_former else "role",
                role.person_id,
                role.person.slug,
            )
            for role in self._holders
            if role.is_held_on(self._on) != is_former and _is_described(role, wanted)
        ]


def _people(names: set[str]) -> list[Person]:
    people = Person.objects.named()
    wanted = Q()
    for name in names:
        wanted |= _like("name", name) | _like("names__name", name)
        if " " not in name:
            wanted |= Q(name__iendswith=f" {name}")
    found = _nearest(names, people.filter(wanted).values_list("pk", "name", "names__name")) if names else []
    loaded = people.filter(pk__in=found).prefetch_related("names", "roles__organization").order_by("name")
    return list(loaded) if found else []


def _organizations(names: set[str]) -> list[Organization]:
    bodies = Organization.objects.all()
    wanted = Q()
    for name in names:
        wanted |= _like("name", name) | _like("names__name", name) | Q(short_name__iexact=name)
    rows = bodies.filter(wanted).values_list("pk", "name", "names__name", "short_name")
    found = _nearest(names, rows) if names else []
    return list(bodies.filter(pk__in=found).prefetch_related("names").order_by("name")) if found else []


def _like(field: str, name: str) -> Q:
    """Every spelling within two letters: cut in three, at least one piece of the name stands in it unchanged."""
    third = len(name) // 3
    if " " not in name or third < SHORTEST_PIECE:
        return Q(**{f"{field}__iexact": name})
    pieces = (name[:third], name[third:-third], name[-third:])
    return Q(*((f"{field}__icontains", piece) for piece in pieces), _connector=Q.OR)


def _nearest(names: set[str], rows: Iterable[tuple]) -> list[int]:
    """Of records with their names, those that one of the wanted names may mean: the same name first, then by likeness."""
    wanted = [fold(name) for name in names]
    best: dict[int, int] = {}
    for pk, *known in rows:
        distance = min(
            (_distance(one, fold(name)) for name in known if name for one in wanted), default=CLOSE + 1
        )
        if distance <= CLOSE:
            best[pk] = min(distance, best.get(pk, CLOSE))
    return sorted(best, key=lambda pk: (best[pk], pk))[:MOST]


def _distance(wanted: str, known: str) -> int:
    """Letters between two names; a surname alone is as near as a name can be that is not the very same."""
    if " " not in wanted:
        return 0 if wanted == known else 1 if known.endswith(f" {wanted}") else CLOSE + 1
    return edit_distance(wanted, known, CLOSE)


def _holders(descriptions: Iterable[str], on: datetime.date) -> list[RoleHolding]:
    """Roles begun by that day of which the description names something; those begun last come first."""
    asked = Q()
    for description in descriptions:
        for token in sorted(_tokens(description), key=len)[-1:]:
            for field in ("title", "short_title", "organization__name"):
                asked |= Q(**{f"{field}__icontains": token[: SHORTEST_VARIED - 1]})
    if not asked:
        return []
    begun = Q(start_date="") | Q(start_date__lte=on.isoformat())
    roles = RoleHolding.objects.filter(asked, begun, person__merged_into__isnull=True)
    return list(roles.select_related("person", "organization").order_by("-start_date", "id")[:MOST])


def _is_described(role: RoleHolding, wanted: set[str]) -> bool:
    """Whether every word of a description stands in the role: a letter may differ (harbour, Israeli)."""
    own = _tokens(f"{role.title} {role.short_title} {role.organization or ''}")
    return bool(wanted) and all(any(_is_variant(word, one) for one in own) for word in wanted)


def _is_variant(word: str, other: str) -> bool:
    is_long = min(len(word), len(other)) >= SHORTEST_VARIED
    return word == other or (is_long and edit_distance(word, other, 1) <= 1)


def _is_former(description: str) -> bool:
    return not _FORMER.isdisjoint(_words(description))


def _why_person(person: Person, name: str, on: datetime.date | None) -> KnownSpeaker | None:
    wanted = fold(name)
    own = fold(person.name)
    others = [fold(other.name) for other in person.names.all()]
    if wanted == own:
        why = "exact"
    elif wanted in others:
        why = "alias"
    elif " " not in wanted and own.split()[-1] == wanted:
        why = "surname"
    elif " " in wanted and any(edit_distance(wanted, one, CLOSE) <= CLOSE for one in (own, *others)):
        why = "spelling"
    else:
        return None
    return KnownSpeaker(person.name, "person", _role(person, on), why, person.pk, person.slug)


def _why_organization(body: Organization, wanted: str) -> str:
    own, others = fold(body.name), [fold(body.short_name), *(fold(other.name) for other in body.names.all())]
    if wanted == own:
        return "exact"
    if wanted in others:
        return "alias"
    near = " " in wanted and any(edit_distance(wanted, one, CLOSE) <= CLOSE for one in (own, *others) if one)
    return "spelling" if near else ""


def _role(person: Person, on: datetime.date | None) -> str:
    """The role of that day from what is loaded already."""
    if on is None:
        return ""
    held = [role for role in person.roles.all() if role.is_held_on(on)]
    return str(max(held, key=lambda role: role.start_date)) if held else ""


def _tokens(text: str) -> set[str]:
    return _words(text) - _SMALL


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))
