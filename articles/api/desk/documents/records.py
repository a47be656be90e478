"""People, organizations, authors, topics, sections, occasions and evidence: as they are read, and what can be written of them."""

from typing import Any

from drf_spectacular.utils import extend_schema_view, inline_serializer
from rest_framework import serializers as s

from articles import models
from articles.api.desk.documents.describing import change, query, read
from articles.api.desk.documents.forms import (
    TEXT,
    Body,
    Day,
    Moment,
    Text,
    Truth,
    short_id_field,
    slug_field,
    text_field,
)
from articles.api.documents.shared import AUTHOR_KINDS, OCCASION_KINDS, PRECISIONS, TOPIC_KINDS

SOURCE_KINDS, ACCESSES = models.Source.Kind.values, models.Source.Access.values
LANGUAGE = r"^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$"
PARTIAL_DATE = r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
_TOLD = {
    "q": "Words of the name or title, in any order and case.",
    "limit": "Rows a page, 1 to 100.",
    "cursor": "From the next link of another page.",
    "kind": "One of the kinds.",
}


class DeskName(s.Serializer):
    name = s.CharField()
    language = s.CharField()


class DeskRole(s.Serializer):
    title = s.CharField()
    short_title = s.CharField()
    organization = s.CharField(allow_null=True, help_text="Slug.")
    start_date = s.CharField(help_text="2021, 2021-03 or 2021-03-09.")
    end_date = s.CharField(help_text="Empty while it lasts.")


class DeskPerson(s.Serializer):
    short_id = s.CharField()
    slug = s.CharField()
    name = s.CharField()
    description = s.CharField()
    wikidata = s.CharField(help_text="Q42.")
    is_public_figure = s.BooleanField(help_text="Whether there is a page of the statements.")
    delisted = s.BooleanField()
    image = s.CharField(allow_null=True, help_text="Short id.")
    names = DeskName(many=True, help_text="By which the person is recognized, too.")
    roles = DeskRole(many=True)


class DeskOrganization(s.Serializer):
    short_id = s.CharField()
    slug = s.CharField()
    name = s.CharField()
    short_name = s.CharField()
    description = s.CharField()
    website = s.CharField()
    wikidata = s.CharField(help_text="Q42.")
    names = DeskName(many=True)


class DeskAuthor(s.Serializer):
    slug = s.CharField()
    name = s.CharField()
    kind = s.ChoiceField(AUTHOR_KINDS)
    user = s.CharField(allow_null=True, help_text="User name.")
    job_title = s.CharField()
    location = s.CharField()
    bio = s.CharField()
    photo = s.CharField(allow_null=True, help_text="Short id.")
    email = s.CharField()
    website = s.CharField()
    expertise = s.ListField(child=s.CharField(), help_text="Slugs of topics.")
    languages = s.ListField(child=s.CharField())
    is_active = s.BooleanField()
    joined_on = s.DateField(allow_null=True)
    left_on = s.DateField(allow_null=True)
    noindex = s.BooleanField()


class DeskTopic(s.Serializer):
    slug = s.CharField()
    name = s.CharField()
    kind = s.ChoiceField(TOPIC_KINDS)
    description = s.CharField()
    mediatopic = s.CharField(help_text="Of IPTC.")
    wikidata = s.CharField(help_text="Q42.")


class DeskSection(s.Serializer):
    slug = s.CharField()
    name = s.CharField()
    description = s.CharField()
    is_active = s.BooleanField(help_text="Whether readers see it.")


class DeskOccasion(s.Serializer):
    short_id = s.CharField()
    title = s.CharField()
    kind = s.ChoiceField(OCCASION_KINDS)
    on = s.DateField(allow_null=True)
    precision = s.ChoiceField(PRECISIONS)
    place = s.CharField()
    addressee = s.CharField()
    source = s.CharField(allow_null=True, help_text="Short id, where you may see it.")
    embargo_until = s.DateTimeField(allow_null=True)


class DeskSource(s.Serializer):
    short_id = s.CharField()
    title = s.CharField()
    kind = s.ChoiceField(SOURCE_KINDS)
    url = s.CharField()
    publisher = s.CharField()
    published_on = s.DateField(allow_null=True)
    archived_url = s.CharField()
    access = s.ChoiceField(ACCESSES, help_text="Readers see public ones only.")


class NameForm(Body):
    name = Text(TEXT, max_length=160)
    language = Text(LANGUAGE, max_length=12, required=False, allow_blank=True, default="")


class RoleForm(Body):
    title = Text(TEXT, max_length=200)
    short_title = text_field(80, default="")
    organization = slug_field(required=False, allow_null=True, default=None, help_text="Slug.")
    start_date = Text(PARTIAL_DATE, required=False, allow_blank=True, default="")
    end_date = Text(PARTIAL_DATE, required=False, allow_blank=True, default="")


_ALL = "All of them: what is not given is deleted."


class PersonForm(Body):
    name = Text(TEXT, max_length=160, required=False)
    description = text_field()
    wikidata = text_field(20, help_text="Q42.")
    is_public_figure = Truth(required=False)
    delisted = Truth(required=False)
    image = short_id_field(required=False, allow_null=True)
    names = NameForm(many=True, required=False, max_length=50, help_text=_ALL)
    roles = RoleForm(many=True, required=False, max_length=50, help_text=_ALL)


class NewPersonForm(PersonForm):
    name = Text(TEXT, max_length=160)
    slug = slug_field(required=False)


class OrganizationForm(Body):
    name = Text(TEXT, max_length=200, required=False)
    short_name = text_field(60)
    description = text_field()
    website = text_field(200)
    wikidata = text_field(20, help_text="Q42.")
    names = NameForm(many=True, required=False, max_length=50, help_text=_ALL)


class NewOrganizationForm(OrganizationForm):
    name = Text(TEXT, max_length=200)
    slug = slug_field(required=False)


class AuthorForm(Body):
    name = Text(TEXT, max_length=120, required=False)
    kind = s.ChoiceField(AUTHOR_KINDS, required=False)
    job_title = text_field(120)
    location = text_field(120)
    bio = text_field()
    photo = short_id_field(required=False, allow_null=True)
    email = text_field(254)
    website = text_field(200)
    expertise = s.ListField(child=slug_field(), required=False, max_length=50, help_text="Slugs of topics.")
    languages = s.ListField(
        child=Text(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=12), required=False, max_length=50
    )
    is_active = Truth(required=False)
    joined_on = Day(required=False, allow_null=True)
    left_on = Day(required=False, allow_null=True)
    noindex = Truth(required=False)


class NewAuthorForm(AuthorForm):
    name = Text(TEXT, max_length=120)
    slug = slug_field(required=False)


class TopicForm(Body):
    name = Text(TEXT, max_length=120, required=False)
    kind = s.ChoiceField(TOPIC_KINDS, required=False)
    description = text_field()
    mediatopic = text_field(20)
    wikidata = text_field(20, help_text="Q42.")


class NewTopicForm(TopicForm):
    name = Text(TEXT, max_length=120)
    slug = slug_field(required=False)


class OccasionForm(Body):
    title = Text(TEXT, max_length=200, required=False)
    kind = s.ChoiceField(OCCASION_KINDS, required=False)
    on = Day(required=False, allow_null=True)
    precision = s.ChoiceField(PRECISIONS, required=False)
    place = text_field(160)
    addressee = text_field(160)
    source = short_id_field(required=False, allow_null=True)
    embargo_until = Moment(required=False, allow_null=True)


class NewOccasionForm(OccasionForm):
    title = Text(TEXT, max_length=200)


class SourceForm(Body):
    title = Text(TEXT, max_length=250, required=False)
    kind = s.ChoiceField(SOURCE_KINDS, required=False)
    url = text_field(500)
    publisher = text_field(160)
    published_on = Day(required=False, allow_null=True)
    archived_url = text_field(500)
    access = s.ChoiceField(ACCESSES, required=False)


class NewSourceForm(SourceForm):
    title = Text(TEXT, max_length=250)


def listed(view: Any) -> Any:
    """Describe a list of records, and how one is added to it."""
    page = inline_serializer(
        f"{view.answer.__name__}Page",
        {"next": s.URLField(allow_null=True), "results": view.answer(many=True)},
    )
    readers = {name: ("", reader) for name, (_lookup, reader) in view.filters.items()}
    told = {name: _TOLD[name] for name in view.known}
    noun = view.noun
    described = {"get": read(f"desk_{noun}_list", page, f"The {noun}", parameters=query(told, readers))}
    if view.new_form:
        described["post"] = change(
            f"desk_{noun}_create",
            view.answer,
            f"One more of the {noun}",
            body=view.new_form,
            status=201,
            once=True,
        )
    return extend_schema_view(**described)(view)


def single(view: Any) -> Any:
    """Describe one record, and how it is edited."""
    noun = view.noun
    described = {"get": read(f"desk_{noun}_read", view.answer, f"One of the {noun}")}
    if view.form:
        summary = f"Edit one of the {noun}: what is not given stays"
        described["patch"] = change(
            f"desk_{noun}_edit", view.answer, summary, body=view.form, minds_match=True
        )
    return extend_schema_view(**described)(view)
