"""What several resources name, and errors."""

from rest_framework import serializers as s


class Named(s.Serializer):
    slug = s.CharField()
    name = s.CharField()


class ArticleRef(s.Serializer):
    short_id = s.CharField()
    headline = s.CharField()
    url = s.URLField()


class Problem(s.Serializer):
    type = s.CharField()
    title = s.CharField()
    status = s.IntegerField()
    detail = s.CharField()
    errors = s.DictField(child=s.ListField(child=s.CharField()), required=False)
