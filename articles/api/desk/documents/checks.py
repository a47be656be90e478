"""What preflight found, and what may stand."""

from rest_framework import serializers as s

from articles.api.desk.documents.describing import DeskFinding
from articles.api.desk.documents.forms import Body, Text, text_field


class DeskPreflight(s.Serializer):
    article = s.CharField()
    version = s.IntegerField()
    blockers = s.IntegerField(help_text="What has to be mended before it can go out.")
    open = s.IntegerField(help_text="What has to be mended or waived before it is approved.")
    findings = DeskFinding(many=True, help_text="The gravest first, what was waived last.")


class WaiverForm(Body):
    finding = Text(r"^[0-9a-f]{32}$", help_text="Its id.")
    reason = text_field(500, required=True)


class FixForm(Body):
    finding = Text(r"^[0-9a-f]{32}$", help_text="Its id; it must have a fix.")
