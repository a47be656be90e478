"""The body of an article in blocks."""

from rest_framework import serializers as s

from articles.api.documents.pictures import Picture

SPAN_TYPES = ["quote", "insertion", "link", "strong", "emphasis"]

BLOCK_TYPES = ["paragraph", "heading", "list", "quotation", "figure", "embed", "pull_quote"]


class Span(s.Serializer):
    type = s.ChoiceField(SPAN_TYPES)
    start = s.IntegerField(min_value=0, help_text="Code points into the text of the block.")
    end = s.IntegerField(min_value=0)
    quote = s.CharField(allow_null=True, help_text="Short id of the quotation.")
    anchor = s.CharField(allow_null=True, help_text="As in its segments.")
    url = s.URLField(allow_null=True)


class Item(s.Serializer):
    text = s.CharField()
    start = s.IntegerField(min_value=0)
    spans = Span(many=True)


class Embed(s.Serializer):
    provider = s.CharField()
    url = s.URLField()
    frame = s.URLField(help_text="What may be framed, after the reader agrees.")
    title = s.CharField()


class Block(s.Serializer):
    type = s.ChoiceField(BLOCK_TYPES)
    text = s.CharField()
    start = s.IntegerField(allow_null=True, help_text="Code points into body_text.")
    spans = Span(many=True)
    items = Item(many=True, help_text="Of a list.")
    level = s.IntegerField(allow_null=True, help_text="Of a heading, 2 or 3.")
    ordered = s.BooleanField(allow_null=True, help_text="Of a list.")
    image = Picture(allow_null=True, help_text="Of a figure.")
    embed = Embed(allow_null=True)
    quote = s.CharField(allow_null=True, help_text="Of a pull quote: short id of the quotation.")
    speaker = s.CharField(allow_null=True, help_text="Of a pull quote.")
