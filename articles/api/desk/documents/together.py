"""Working with others on one text: who is here, notes, links for people without an account."""

from rest_framework import serializers as s

from articles.api.desk.documents.forms import TEXT, Body, Text, Truth, text_field

SPOTS = ["article", "headline", "dek"]
PLACES = ["", "headline", "dek", "body"]


class DeskLock(s.Serializer):
    held_by = s.CharField(
        allow_null=True, help_text="Who is at work on it; ends a minute after the last POST."
    )
    since = s.DateTimeField(allow_null=True)
    is_mine = s.BooleanField()
    taken_from = s.CharField(allow_null=True)
    others = s.ListField(child=s.CharField(), help_text="Who else has it open.")
    version = s.IntegerField()


class LockForm(Body):
    take_over = Truth(default=False, help_text="Although somebody else is at work.")


class DeskReply(s.Serializer):
    text = s.CharField()
    by = s.CharField(allow_null=True)
    at = s.DateTimeField()


class DeskNote(DeskReply):
    number = s.IntegerField(help_text="Names it within the article.")
    place = s.ChoiceField(PLACES, help_text="Empty: the article as a whole.")
    words = s.CharField(help_text="What it is about, as it stands in the text.")
    start = s.IntegerField(allow_null=True)
    end = s.IntegerField(allow_null=True)
    is_lost = s.BooleanField(help_text="Whether those words are no longer in the text.")
    quote = s.CharField(allow_null=True)
    resolved_by = s.CharField(allow_null=True)
    resolved_at = s.DateTimeField(allow_null=True)
    replies = DeskReply(many=True)


class DeskNotes(s.Serializer):
    results = DeskNote(many=True)


class NoteForm(Body):
    text = text_field(4000, required=True, help_text="@name asks somebody.")
    on = s.ChoiceField(SPOTS, default="article")
    words = text_field(2000, help_text="Words of the text that it is about, instead of on.")


class ReplyForm(Body):
    text = text_field(4000, required=True)


class ResolutionForm(Body):
    resolved = Truth()


class DeskPreviewLink(s.Serializer):
    number = s.IntegerField(help_text="Names it within the article.")
    address = s.URLField(allow_null=True, help_text="Only when it is made, once.")
    for_whom = s.CharField()
    revision = s.IntegerField()
    made_by = s.CharField()
    made_at = s.DateTimeField()
    expires_at = s.DateTimeField()
    is_open = s.BooleanField()
    revoked_by = s.CharField(allow_null=True)
    revoked_at = s.DateTimeField(allow_null=True)
    opened = s.IntegerField()
    opened_at = s.DateTimeField(allow_null=True)


class DeskPreviewLinks(s.Serializer):
    results = DeskPreviewLink(many=True)


class PreviewLinkForm(Body):
    for_whom = Text(TEXT, max_length=80, help_text="Stands on the page: “the lawyer”.")
    days = s.IntegerField(min_value=1, max_value=30, default=3)
