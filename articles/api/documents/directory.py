"""Who and what articles are about and by: people, organizations, authors, sections, topics."""

from rest_framework import serializers as s

from articles.api.documents.shared import AUTHOR_KINDS, TOPIC_KINDS, Named


class Person(s.Serializer):
    short_id = s.CharField()
    slug = s.CharField()
    name = s.CharField()
    description = s.CharField()
    wikidata_id = s.CharField()
    url = s.URLField()


class Role(s.Serializer):
    title = s.CharField()
    short_title = s.CharField()
    organization = Named(allow_null=True)
    start_date = s.CharField()
    end_date = s.CharField()


class PersonDetail(Person):
    roles = Role(many=True)


class PersonRow(Person):
    roles = Role(many=True, required=False, help_text="Only with include=roles.")


class Organization(s.Serializer):
    short_id = s.CharField()
    slug = s.CharField()
    name = s.CharField()
    short_name = s.CharField()
    description = s.CharField()
    website = s.CharField()
    url = s.URLField()


class Author(s.Serializer):
    slug = s.CharField()
    name = s.CharField()
    kind = s.ChoiceField(AUTHOR_KINDS)
    job_title = s.CharField()
    location = s.CharField()
    bio = s.CharField()
    email = s.CharField()
    website = s.CharField()
    languages = s.ListField(child=s.CharField())
    url = s.URLField()


class Section(s.Serializer):
    slug = s.CharField()
    name = s.CharField()
    description = s.CharField()
    url = s.URLField()


class Topic(Section):
    kind = s.ChoiceField(TOPIC_KINDS)


NAME_FILTERS = {"q": "Words of the name, in any order and case."}
AUTHOR_FILTERS = {**NAME_FILTERS, "kind": "Kind of author."}
TOPIC_FILTERS = {**NAME_FILTERS, "kind": "Kind of topic."}
