"""The entry of the API."""

from rest_framework import serializers as s


class Limits(s.Serializer):
    requests_per_minute = s.IntegerField(allow_null=True, help_text="Of one address; null: not counted.")
    requests_per_minute_of_a_token = s.IntegerField(allow_null=True)
    rows_per_page = s.IntegerField(help_text="At most.")
    characters_per_value = s.IntegerField(help_text="Of a parameter, at most.")


class Index(s.Serializer):
    name = s.CharField(help_text="Of the paper.")
    version = s.CharField(help_text="Of the API.")
    schema = s.URLField()
    documentation = s.URLField()
    desk_schema = s.URLField()
    desk_documentation = s.URLField()
    resources = s.DictField(child=s.URLField(), help_text="Every resource by its name.")
    exports = s.DictField(child=s.URLField(), help_text="Everything as lines of JSON.")
    limits = Limits()
