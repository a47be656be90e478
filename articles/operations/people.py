"""Who is meant by a name: resolution against the newsroom's own people and organizations.

Machines propose here; only ``ensure_*``, called when a person has confirmed a name, creates a record.
"""

import dataclasses
import datetime

from django.db.models import Q

from articles.models import Organization, Person
from articles.text.slugs import slugify_title


@dataclasses.dataclass(frozen=True)
class Candidate:
    """A record that a name may mean, with the role held on the day in question."""

    kind: str  # person | organization
    pk: int
    name: str
    label: str
    certain: bool


def resolve_speaker(
    name: str, label: str = "", kind: str = "person", on: datetime.date | None = None
) -> list[Candidate]:
    """The records that a found name may mean, best first. Two people of one surname are both offered, none is taken."""
    name = " ".join(name.split())
    if not name:
        return []
    if kind == "organization":
        return [
            Candidate("organization", o.pk, o.name, "", o.name.casefold() == name.casefold())
            for o in Organization.objects.filter(_called(name)).distinct()[:5]
        ]
    people = Person.objects.named()
    exact = list(people.filter(Q(name__iexact=name) | Q(names__name__iexact=name)).distinct()[:5])
    found = exact or list(people.filter(name__iendswith=f" {name.split()[-1]}")[:5])
    return [
        Candidate("person", p.pk, p.name, role_label(p, on) or label, bool(exact) and len(exact) == 1)
        for p in found
    ]


def role_label(person: Person, on: datetime.date | None) -> str:
    """The role of that day as readers see it, empty when none is known. Queries."""
    role = person.role_on(on) if on else None
    return str(role) if role else ""


def ensure_person(name: str, *, is_public_figure: bool = False) -> Person:
    """The person of that name (or other name), made when there is none.

    A new one gets a page of statements only as ``is_public_figure``: somebody known by an office, not a passer-by.
    """
    name = " ".join(name.split())
    known = Person.objects.named().filter(Q(name__iexact=name) | Q(names__name__iexact=name)).first()
    return known or Person.objects.create(
        name=name, slug=free_slug(Person, name), is_public_figure=is_public_figure
    )


def describe_person(description: str) -> Person:
    """Somebody new who is described instead of named, such as “a resident”: no page, and never proposed again."""
    words = " ".join(description.split())
    name = words[:1].upper() + words[1:]
    return Person.objects.create(name=name, slug=free_slug(Person, name), is_unnamed=True)


def ensure_organization(name: str) -> Organization:
    """The organization of that name, short name or other name, made when there is none."""
    name = " ".join(name.split())
    found = Organization.objects.filter(_called(name)).first()
    return found or Organization.objects.create(name=name, slug=free_slug(Organization, name))


def learn_name(speaker: Person | Organization, name: str) -> None:
    """Remember, because somebody has said so, that this name means this speaker: it is recognized from now on."""
    name = " ".join(name.split())
    if name and name.casefold() != speaker.name.casefold():
        speaker.names.get_or_create(name=name)


def _called(name: str) -> Q:
    return Q(name__iexact=name) | Q(short_name__iexact=name) | Q(names__name__iexact=name)


def free_slug(model: type, name: str) -> str:
    """A slug for that name that no other record of the model has."""
    base = slugify_title(name)
    slug, number = base, 1
    while model.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return slug
