"""Pictures of the library."""

from rest_framework import serializers as s

from articles.api.desk.documents.forms import (
    TEXT,
    Body,
    Day,
    FormTruth,
    Moment,
    Place,
    Share,
    Text,
    Truth,
    text_field,
)
from articles.api.documents import Focus, Rendition


class DeskImage(s.Serializer):
    short_id = s.CharField()
    url = s.CharField(help_text="The one file for whoever takes just one.")
    width = s.IntegerField()
    height = s.IntegerField()
    alt = s.CharField()
    decorative = s.BooleanField()
    caption = s.CharField()
    credit = s.CharField()
    licence = s.CharField()
    rights_until = s.DateField(allow_null=True, help_text="The last day on which it may be published.")
    embargo_until = s.DateTimeField(allow_null=True)
    focus = Focus()
    renditions = Rendition(many=True)
    is_public = s.BooleanField(help_text="Whether readers get it now.")


class DeskImagePage(s.Serializer):
    next = s.URLField(allow_null=True)
    previous = s.URLField(allow_null=True)
    results = DeskImage(many=True)


class ImageForm(Body):
    file = s.FileField(
        allow_empty_file=True,
        help_text="JPEG, PNG or WebP, up to 20 MB and 50 megapixels; place and camera are taken out.",
    )
    credit = text_field(200, required=True, help_text="Who made it, and for whom.")
    alt = text_field(300, help_text="What it shows; may be empty only where it is decorative.")
    decorative = FormTruth(default=False)
    caption = text_field(2000)
    licence = text_field(200)
    rights_until = Day(required=False)
    embargo_until = Moment(required=False)
    focal_x = Share(default=0.5)
    focal_y = Share(default=0.5)


class ImageFactsForm(Body):
    credit = Text(TEXT, max_length=200, required=False, help_text="Who made it, and for whom.")
    alt = text_field(300, help_text="What it shows; may be empty only where it is decorative.")
    decorative = Truth(required=False)
    caption = text_field(2000)
    licence = text_field(200)
    rights_until = Day(required=False, allow_null=True)
    embargo_until = Moment(required=False, allow_null=True)
    focal_x = Place(required=False, min_value=0, max_value=1)
    focal_y = Place(required=False, min_value=0, max_value=1)


PAGING = {
    "limit": "Rows a page, 1 to 100.",
    "cursor": "From the next or previous link of another page.",
    "q": "Words that occur in alternative text or caption, in any order and case.",
}
