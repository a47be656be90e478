"""Whom and what articles name: people, organizations, authors, topics, sections; when it was said, and how we know."""

from typing import Any, ClassVar

from django.db.models import OuterRef, Q, QuerySet, Subquery

from articles.api import parameters
from articles.api.desk.documents import records as documents
from articles.api.desk.documents.records import listed, single
from articles.api.desk.records import RecordDetail, RecordList, Records
from articles.api.desk.references import record
from articles.api.desk.rows import records as rows
from articles.models import (
    Author,
    Image,
    Occasion,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Section,
    Source,
    Topic,
)

NAME = parameters.words("name")
Q_OF_NAME = {"q": ("", NAME)}


def _called(others: Any, owner: str, *fields: str) -> parameters.Reader:
    """Words of the name, or of another name."""
    own = parameters.words("name", *fields)

    def read(name: str, value: str) -> Q:
        return own(name, value) | Q(pk__in=others.objects.filter(NAME(name, value)).values(owner))

    return parameters.Reader(read, own.schema)


def _one(given: dict[str, Any], name: str, records: QuerySet, key: str) -> dict[str, Any]:
    """The member with the record that it names, or null; nothing where it was not sent."""
    if name not in given:
        return {}
    return {name: record(name, records, key, given[name]) if given[name] else None}


def _parted(given: dict[str, Any], *lists: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was sent, without the lists; and the lists."""
    fields = {name: value for name, value in given.items() if name not in lists}
    return fields, {name: given[name] for name in lists if name in given}


class People(Records):
    model, noun, row = Person, "people", rows.person
    answer, form, new_form = documents.DeskPerson, documents.PersonForm, documents.NewPersonForm
    filters: ClassVar = {"q": ("", _called(PersonName, "person"))}
    told_as: ClassVar = {"wikidata_id": "wikidata"}

    def found(self, user: Any) -> QuerySet:
        return Person.objects.named().select_related("image").prefetch_related("names", "roles__organization")

    def taken(self, given: dict[str, Any], user: Any) -> dict[str, Any]:
        fields, lists = _parted(given, "names", "roles")
        for role in lists.get("roles", ()):
            role |= _one(role, "organization", Organization.objects.all(), "slug")
        return {"fields": {**fields, **_one(given, "image", Image.objects.all(), "short_id")}, "rows": lists}


class Organizations(Records):
    model, noun, row = Organization, "organizations", rows.organization
    answer = documents.DeskOrganization
    form, new_form = documents.OrganizationForm, documents.NewOrganizationForm
    filters: ClassVar = {"q": ("", _called(OrganizationName, "organization", "short_name"))}
    told_as: ClassVar = {"url": "website", "wikidata_id": "wikidata"}

    def found(self, user: Any) -> QuerySet:
        return Organization.objects.prefetch_related("names")

    def taken(self, given: dict[str, Any], user: Any) -> dict[str, Any]:
        fields, lists = _parted(given, "names")
        return {"fields": fields, "rows": lists}


class Authors(Records):
    model, noun, row = Author, "authors", rows.author
    answer, form, new_form = documents.DeskAuthor, documents.AuthorForm, documents.NewAuthorForm
    filters: ClassVar = {**Q_OF_NAME, "kind": ("kind", parameters.choice(Author.Kind.values))}

    def found(self, user: Any) -> QuerySet:
        return Author.objects.select_related("user", "photo").prefetch_related("expertise")

    def taken(self, given: dict[str, Any], user: Any) -> dict[str, Any]:
        fields, lists = _parted(given, "expertise")
        topics = [record("expertise", Topic.objects.all(), "slug", one) for one in lists.get("expertise", ())]
        photo = _one(given, "photo", Image.objects.all(), "short_id")
        return {"fields": {**fields, **photo}, "lists": {"expertise": topics} if lists else {}}


class Topics(Records):
    model, noun, row = Topic, "topics", rows.topic
    answer, form, new_form = documents.DeskTopic, documents.TopicForm, documents.NewTopicForm
    filters: ClassVar = {**Q_OF_NAME, "kind": ("kind", parameters.choice(Topic.Kind.values))}
    told_as: ClassVar = {"wikidata_id": "wikidata"}


class Sections(Records):
    """Those that readers do not see, too."""

    model, noun, row = Section, "sections", rows.section
    answer = documents.DeskSection
    filters: ClassVar = Q_OF_NAME


class Occasions(Records):
    model, noun, key, row = Occasion, "occasions", "short_id", rows.occasion
    answer, form, new_form = documents.DeskOccasion, documents.OccasionForm, documents.NewOccasionForm
    filters: ClassVar = {
        "q": ("", parameters.words("title", "place")),
        "kind": ("kind", parameters.choice(Occasion.Kind.values)),
    }

    def found(self, user: Any) -> QuerySet:
        source = Source.objects.visible_to(user).filter(pk=OuterRef("source"))
        return Occasion.objects.annotate(shown_source=Subquery(source.values("short_id")[:1]))

    def taken(self, given: dict[str, Any], user: Any) -> dict[str, Any]:
        return {"fields": {**given, **_one(given, "source", Source.objects.visible_to(user), "short_id")}}


class Sources(Records):
    """Evidence. What is confidential exists for those only who are named for it, and every look is kept."""

    model, noun, key, row = Source, "sources", "short_id", rows.source
    answer, form, new_form = documents.DeskSource, documents.SourceForm, documents.NewSourceForm
    filters: ClassVar = {
        "q": ("", parameters.words("title", "publisher")),
        "kind": ("kind", parameters.choice(Source.Kind.values)),
    }

    def found(self, user: Any) -> QuerySet:
        return Source.objects.visible_to(user)

    def shown(self, found: list[Any], user: Any) -> None:
        if any(one.is_confidential for one in found):
            Source.objects.filter(pk__in=[one.pk for one in found]).leave_views(user)


def _views(kind: type[Records]) -> tuple[type, type]:
    """The list and the single one of a kind, described."""
    name = kind.__name__
    many = type(f"{name}View", (kind, RecordList), {"__doc__": kind.__doc__, "__module__": __name__})
    one = type(f"{name}OneView", (kind, RecordDetail), {"__doc__": kind.__doc__, "__module__": __name__})
    return listed(many), single(one)


VIEWS = {
    kind.noun: _views(kind) for kind in (People, Organizations, Authors, Topics, Sections, Occasions, Sources)
}
