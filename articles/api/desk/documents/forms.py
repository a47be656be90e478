"""What is sent to the desk: bodies that refuse members they do not know, and texts without the letter that ends strings."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers as s

from articles.api.parameters import DAY, MOMENT, TIME


class Body(s.Serializer):
    """An object whose every member is known."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            unknown = sorted(set(data) - set(self.fields))
            if unknown:
                names = ", ".join(self.fields) or "–"
                message = _("Unknown member. Known: %(names)s.") % {"names": names}
                raise s.ValidationError({name: [message] for name in unknown})
        return super().to_internal_value(data)


_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", re.ASCII)
ANYTHING, TEXT = r"^[^\x00]*$", r"^[^\x00]*[^\s\x00\x1c-\x1f\x85][^\x00]*$"


class AsGiven:
    """Mixed into fields of forms: what is sent empty is no value, and not the same as nothing."""

    field_name: str

    def get_value(self, dictionary: Mapping[str, Any]) -> Any:
        return dictionary.get(self.field_name, s.empty)


class Text(s.RegexField):
    """A text, and no number that could be read as one."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


@extend_schema_field({"type": "boolean"})
class Truth(s.BooleanField):
    """True or false, and no word for them."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


@extend_schema_field({"type": "string", "pattern": f"^{DAY}{TIME}$", "examples": ["2026-10-14T12:00:00Z"]})
class Moment(AsGiven, s.DateTimeField):
    """A moment with its zone."""

    def to_internal_value(self, value: Any) -> Any:
        if not (isinstance(value, str) and "T" in value and MOMENT.fullmatch(value)):
            self.fail("invalid", format="2026-10-14T12:00:00Z")
        return super().to_internal_value(value)


@extend_schema_field({"type": "string", "pattern": f"^{DAY}$", "examples": ["2026-10-14"]})
class Day(AsGiven, s.DateField):
    """A day."""

    def to_internal_value(self, value: Any) -> Any:
        if not (isinstance(value, str) and len(value) == 10 and MOMENT.fullmatch(value)):
            self.fail("invalid", format="2026-10-14")
        return super().to_internal_value(value)


@extend_schema_field({"type": "boolean"})
class FormTruth(AsGiven, s.BooleanField):
    """The words true and false, in a form."""

    def to_internal_value(self, data: Any) -> bool:
        if data not in ("true", "false"):
            self.fail("invalid", input=data)
        return data == "true"


class Share(AsGiven, s.FloatField):
    """From 0 to 1, in a form."""

    def __init__(self, **more: Any) -> None:
        super().__init__(min_value=0, max_value=1, **more)

    def to_internal_value(self, data: Any) -> float:
        if not (isinstance(data, str) and _NUMBER.fullmatch(data)):
            self.fail("invalid")
        return float(data)


class Place(s.FloatField):
    """A number, and no text that could be read as one."""

    def to_internal_value(self, data: Any) -> float:
        if isinstance(data, bool) or not isinstance(data, int | float):
            self.fail("invalid")
        return super().to_internal_value(data)


def text_field(longest: int = 4000, *, required: bool = False, **more: Any) -> Text:
    """A text that may be empty unless it is required; then it says something."""
    pattern = TEXT if required else ANYTHING
    return Text(pattern, max_length=longest, required=required, allow_blank=not required, **more)


def short_id_field(**more: Any) -> Text:
    return Text(r"^[0-9a-hjkmnp-tv-z]{8}$", **more)


def slug_field(**more: Any) -> Text:
    return Text(r"^[-a-zA-Z0-9_]{1,120}$", **more)


def close_objects(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """A hook of the schema: bodies say that they take no other members."""
    for name, part in result["components"]["schemas"].items():
        if name.endswith("Request") and part.get("type") == "object":
            part["additionalProperties"] = False
    return result
