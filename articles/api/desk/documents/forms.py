"""What is sent to the desk: bodies that refuse members they do not know, and texts without the letter that ends strings."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers as s


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


ANYTHING, TEXT = r"^[^\x00]*$", r"^[^\x00]*\S[^\x00]*$"


def text_field(longest: int = 4000, *, required: bool = False, **more: Any) -> s.RegexField:
    """A text that may be empty unless it is required; then it says something."""
    pattern = TEXT if required else ANYTHING
    return s.RegexField(pattern, max_length=longest, required=required, allow_blank=not required, **more)


def short_id_field(**more: Any) -> s.RegexField:
    return s.RegexField(r"^[0-9a-hjkmnp-tv-z]{8}$", **more)


def slug_field(**more: Any) -> s.RegexField:
    return s.RegexField(r"^[-a-zA-Z0-9_]{1,120}$", **more)


def close_objects(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """A hook of the schema: bodies say that they take no other members."""
    for name, part in result["components"]["schemas"].items():
        if name.endswith("Request") and part.get("type") == "object":
            part["additionalProperties"] = False
    return result
