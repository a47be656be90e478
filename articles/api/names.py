"""Filters that name a record: a name that readers do not have is told from a list that is empty."""

from collections.abc import Callable, Mapping

from django.db.models import QuerySet
from django.http import QueryDict

from articles.api.problems import NoSuchRecordError
from articles.models import Author, Edition, EditionQuote, Occasion, Organization, Person, Section, Topic

Records = Callable[[], QuerySet]
SECTION: tuple[Records, str] = (lambda: Section.objects.active(), "slug")
# What a reader's page of the same address would show: others, such as people in drafts, do not exist here.
OF_ARTICLES: dict[str, tuple[Records, str]] = {
    "section": SECTION,
    "topic": (lambda: Topic.objects.public(), "slug"),
    "author": (lambda: Author.objects.public(), "slug"),
    "person": (lambda: Person.objects.public(), "slug"),
    "organization": (lambda: Organization.objects.public(), "slug"),
}
OF_QUOTES: dict[str, tuple[Records, str]] = {
    **OF_ARTICLES,
    "article": (lambda: Edition.objects.live(), "short_id"),
    "occasion": (lambda: Occasion.objects.public(), "short_id"),
}
OF_CORRECTIONS: dict[str, tuple[Records, str]] = {
    "section": SECTION,
    "article": (lambda: Edition.objects.live(), "short_id"),
    "quote": (lambda: EditionQuote.objects.all(), "short_id"),
}


def refuse_unknown(query: QueryDict, known: Mapping[str, tuple[Records, str]]) -> None:
    """Raise 404 for every filter that names what is not there. One query for each that is given.

    Asked only where nothing was found, so that it costs what finds something nothing.
    """
    missing = [
        name
        for name, (records, key) in known.items()
        if name in query and not records().filter(**{key: query[name]}).exists()
    ]
    if missing:
        raise no_such(query, *missing)


def no_such(query: QueryDict, *parameters: str) -> NoSuchRecordError:
    """The error for these parameters."""
    return NoSuchRecordError(
        {name: [f"There is nothing called “{query[name]}” for “{name}”."] for name in parameters}
    )
