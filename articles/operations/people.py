"""The record of a name that a person has confirmed, found or made; whom a name may mean is asked of ``directory``."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Organization, Person
from articles.text.slugs import slugify_title


def ensure_person(name: str, *, is_public_figure: bool = False) -> Person:
    """The person of that name or, where it is nobody's own, of that other name; made when there is none.

    A new one gets a page of statements only as ``is_public_figure``: somebody known by an office, not a passer-by.
    Raises ``ValidationError`` when several people are meant by it.
    """
    name = " ".join(name.split())
    for called in (Q(name__iexact=name), Q(names__name__iexact=name)):
        known = list(Person.objects.named().filter(called).distinct()[:2])
        if len(known) > 1:
            raise ValidationError(
                _("Several people are called %(name)s: choose one of them, or write another name of theirs.")
                % {"name": name}
            )
        if known:
            return known[0]
    return Person.objects.create(name=name, slug=free_slug(Person, name), is_public_figure=is_public_figure)


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
