"""What several resources name, and errors."""

from rest_framework import serializers as s

from articles import models

ARTICLE_KINDS = models.Article.Kind.values
AUTHOR_KINDS = models.Author.Kind.values
ROLES = models.Byline.Role.values
TOPIC_KINDS = models.Topic.Kind.values
CORRECTION_KINDS = models.Correction.Kind.values
OCCASION_KINDS = models.Occasion.Kind.values
QUOTE_STATES = models.Quote.Status.values
QUOTE_PLACES = models.QuoteUse.Place.values
QUOTE_KINDS = models.QuoteUse.Kind.values
QUOTE_MATCHES = models.QuoteUse.Match.values
PRECISIONS = ["day", "month", "year", "unknown"]
LOOKS = models.Strip.Look.values


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
