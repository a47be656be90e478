"""Reading what was sent, within limits."""

import json
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser
from rest_framework.utils import json as strict


class DeskJSONParser(JSONParser):
    """JSON of a size that fits into memory, nested no deeper than a document can mean."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        body = parser_context["request"]._request.body  # counted before it is read
        try:
            return json.loads(body.decode(), parse_constant=strict.strict_constant)
        except (ValueError, RecursionError) as error:
            raise ParseError(_("This is not JSON: %(why)s") % {"why": error}) from error
