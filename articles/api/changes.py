"""Everything that changes, in order, for whoever keeps a copy."""

import re

from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api import documents, parameters, rows
from articles.api.documents.describing import LIMIT
from articles.api.resources import Resource
from articles.models import Change

NUMBER = re.compile(r"\d{1,18}", re.ASCII)
CHANGES = {
    "cursor": (
        {"type": "string", "pattern": f"^{NUMBER.pattern}$"},
        "From the next link or from a change that was read: what comes after it. Without one from the beginning.",
    ),
    "limit": (LIMIT, "Changes a page."),
}


@documents.reading("changes", documents.ChangePage, CHANGES)
class Changes(Resource):
    """The state of every article that changed after the cursor, each once, oldest change first.

    ``next`` is always there: when nothing is left, ask it again later.
    """

    has_version = False  # a copy is never told an older state than the database has

    def get(self, request: Request) -> Response:
        query = request.query_params
        parameters.refuse_unknown(query, CHANGES)
        cursor = query.get("cursor", "0")
        if not NUMBER.fullmatch(cursor):
            raise ValidationError({"cursor": ["This is no cursor of ours."]})
        Change.objects.give_numbers()
        found = list(Change.objects.after(int(cursor))[: parameters.limit(query)])
        following = self.link(request, str(found[-1].number) if found else cursor)
        body = {"next": following, "results": [rows.change(one) for one in found]}
        return self.linked(self.respond(body), {"next": following})
