"""What a client that knows one address begins with."""

from django.conf import settings
from django.urls import reverse
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api import documents, parameters
from articles.api.resources import Resource
from articles.models.structured_data import absolute

LISTS = ("articles", "quotes", "occasions", "people", "organizations", "authors", "sections", "topics")
OTHERS = ("corrections", "search", "front", "changes")
PAPERS = {
    "schema": "schema",
    "documentation": "docs",
    "desk_schema": "desk-schema",
    "desk_documentation": "desk-docs",
}


@documents.reading("index", documents.Index, {})
class Index(Resource):
    """Where everything is, in which version, within which limits."""

    has_version = False  # it changes with the program, not with what is published

    def get(self, request: Request) -> Response:
        parameters.refuse_unknown(request.query_params, ())
        return self.respond(
            {
                "name": settings.SITE_NAME,
                "version": settings.SPECTACULAR_SETTINGS["VERSION"],
                **{name: absolute(reverse(view)) for name, view in PAPERS.items()},
                "resources": {name: absolute(reverse(f"api-{name}")) for name in (*LISTS, *OTHERS)},
                "exports": {
                    name: absolute(reverse(f"api-export-{name}", args=["jsonl"]))
                    for name in ("articles", "quotes")
                },
                "limits": {
                    "requests_per_minute": settings.API_REQUESTS_PER_MINUTE or None,
                    "requests_per_minute_of_a_token": settings.API_TOKEN_REQUESTS_PER_MINUTE or None,
                    "rows_per_page": parameters.MAX_LIMIT,
                    "characters_per_value": parameters.LONGEST,
                },
            }
        )
