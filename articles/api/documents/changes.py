"""What a client that keeps a copy reads."""

from rest_framework import serializers as s

from articles.api.documents.articles import ArticleLine

ACTIONS = ["put", "delete"]


class Change(s.Serializer):
    cursor = s.CharField()
    action = s.ChoiceField(ACTIONS)
    short_id = s.CharField()
    edition = s.IntegerField()
    at = s.DateTimeField()
    article = ArticleLine(allow_null=True, help_text="Null where the article is gone.")


class ChangePage(s.Serializer):
    next = s.URLField(help_text="Always there: ask it again later when results are empty.")
    results = Change(many=True)
