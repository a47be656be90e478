"""Reading what was sent, within limits."""

import json
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError, UnsupportedMediaType
from rest_framework.parsers import JSONParser
from rest_framework.utils import json as strict


class DeskJSONParser(JSONParser):
    """JSON in UTF-8, of a size that fits into memory, nested no deeper than a document can mean, every member given once."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        request = parser_context["request"]._request
        charset = request.content_params.get("charset", "utf-8")
        if charset.strip("\"' ").lower() not in ("utf-8", "utf8"):
            raise UnsupportedMediaType(media_type, _("Send JSON in UTF-8."))
        if request.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise UnsupportedMediaType(media_type, _("Send it without Content-Encoding."))
        body = request.body  # counted before it is read
        try:
            return json.loads(
                body.decode(), parse_constant=strict.strict_constant, object_pairs_hook=_each_once
            )
        except (ValueError, RecursionError) as error:
            raise ParseError(_("This is not JSON: %(why)s") % {"why": error}) from error


def _each_once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; what is given twice says two things, and nobody knows which of them is meant."""
    found = dict(members)
    if len(found) < len(members):
        names = [name for name, _value in members]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(_("“%(name)s” is given more than once.") % {"name": twice})
    return found
