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
MOST = 60  # records looked at for one article
_SMALL = frozenset("the a an of for and at in to former acting".split())


@dataclasses.dataclass(frozen=True)
class KnownSpeaker:
    """A record that may be meant: its own name, the role of the day, and why it is offered."""

    name: str
    kind: str  # person | organization
    label: str
    why: str  # exact | alias | surname | spelling | role
    pk: int


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
            if wanted in (fold(body.name), fold(body.short_name), *(fold(o.name) for o in body.names.all())):
                why = "exact" if wanted == fold(body.name) else "alias"
                found.append(KnownSpeaker(body.name, "organization", "", why, body.pk))
        order = ("exact", "alias", "surname", "spelling")
        return sorted(found, key=lambda one: order.index(one.why))

    def holding(self, description: str) -> list[KnownSpeaker]:
        """Who held the described role on the day: “the harbor master” and every word of it."""
        wanted = _tokens(description)
        return [
            KnownSpeaker(role.person.name, "person", str(role), "role", role.person_id)
            for role in self._holders
            if wanted and wanted <= _tokens(f"{role.title} {role.short_title} {role.organization or ''}")
        ]


def _people(names: set[str]) -> list[Person]:
    if not names:
        return []
    surnames = {name.split()[-1] for name in names}
    asked = Q()
    for surname in surnames:
        asked |= (
            Q(name__iendswith=surname)
            | Q(names__name__iendswith=surname)
            | Q(name__icontains=f" {surname[:2]}")
        )
    people = Person.objects.named().filter(asked).distinct()
    return list(people.prefetch_related("names", "roles__organization").order_by("name")[:MOST])


def _organizations(names: set[str]) -> list[Organization]:
    asked = Q()
    for name in names:
        asked |= Q(name__iexact=name) | Q(short_name__iexact=name) | Q(names__name__iexact=name)
    found = Organization.objects.filter(asked).distinct().prefetch_related("names")
    return list(found[:MOST]) if names else []


def _holders(descriptions: Iterable[str], on: datetime.date) -> list[RoleHolding]:
    asked = Q()
    for description in descriptions:
        for token in sorted(_tokens(description), key=len)[-1:]:
            asked |= Q(title__icontains=token) | Q(short_title__icontains=token)
    if not asked:
        return []
    roles = RoleHolding.objects.holding_on(on).filter(asked, person__merged_into__isnull=True)
    return list(roles.select_related("person", "organization")[:MOST])


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
    return KnownSpeaker(person.name, "person", _role(person, on), why, person.pk)


def _role(person: Person, on: datetime.date | None) -> str:
    """The role of that day from what is loaded already."""
    if on is None:
        return ""
    held = [role for role in person.roles.all() if role.is_held_on(on)]
    return str(max(held, key=lambda role: role.start_date)) if held else ""


def _tokens(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", fold(text)) if word not in _SMALL}
