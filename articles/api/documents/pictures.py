"""Pictures with every file there is of them."""

from rest_framework import serializers as s


class Rendition(s.Serializer):
    type = s.CharField(help_text="Media type of the file.")
    width = s.IntegerField()
    url = s.URLField()


class Focus(s.Serializer):
    x = s.FloatField(min_value=0, max_value=1)
    y = s.FloatField(min_value=0, max_value=1)


class Picture(s.Serializer):
    short_id = s.CharField()
    url = s.CharField(help_text="The one file for whoever takes just one.")
    width = s.IntegerField()
    height = s.IntegerField()
    alt = s.CharField()
    caption = s.CharField()
    renditions = Rendition(many=True)


class Image(Picture):
    credit = s.CharField()
    decorative = s.BooleanField()
    focus = Focus()
