"""What an app opens with: the front, search, and what was put right."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api import documents, names, parameters, rows
from articles.api.documents.describing import CURSOR, LIMIT
from articles.api.problems import NoSuchPageError
from articles.api.resources import ListResource, Resource
from articles.models import Correction, Section
from articles.models.keyset import BadCursorError, Order
from articles.operations.fronts import front_of
from articles.search.finding import find_articles, find_quotes, read_query, suggestions
from articles.search.hits import article_hits, quote_hits

text, moment = parameters.text, parameters.moment
SEARCHES = {
    "articles": (find_articles, article_hits, rows.article_hit),
    "quotes": (find_quotes, quote_hits, rows.quote_hit),
}


@documents.listing("corrections", documents.CorrectionRow, documents.CORRECTION_FILTERS)
class CorrectionList(ListResource):
    """Everything that was put right, newest first."""

    row = rows.correction
    filters = {
        "article": ("article__short_id", text),
        "quote": ("quote__short_id", text),
        "section": ("article__section__slug", text),
        "kind": ("kind", parameters.choice(Correction.Kind.values)),
        "after": ("at__gt", moment),
        "before": ("at__lt", moment),
        "q": ("", parameters.words("note", "wrong", "right")),
    }
    named = names.OF_CORRECTIONS
    orders = {"-at": Order("at"), "at": Order("at", is_ascending=True)}

    def rows(self) -> QuerySet:
        return Correction.objects.public().for_listing().select_related("quote")


KINDS = parameters.choice(SEARCHES)
SEARCH = {
    "q": (
        parameters.WORDS,
        "What to look for: words, “phrases”, speaker: author: section: topic: after: before:, as on the search page.",
    ),
    "type": ({**KINDS.schema, "default": "articles"}, "What is looked for."),
    "limit": (LIMIT, "Hits a page."),
    "cursor": (parameters.TEXT, CURSOR),
}
FRONT = {"section": (parameters.TEXT, "Slug of a section: its front.")}


@documents.reading("search", documents.SearchPage, SEARCH, needed="q")
class Search(Resource):
    """What fits ``q``, best first. The query is that of the search page."""

    def get(self, request: Request) -> Response:
        query = request.query_params
        parameters.refuse_unknown(query, SEARCH)
        asked = text("q", query.get("q", "")).strip()
        if not asked:
            raise ValidationError({"q": ["“q” says what to look for."]})
        words = read_query(asked)
        wanted = KINDS("type", query.get("type", "articles"))
        find, shown, row = SEARCHES[wanted]
        try:
            found = find(words, text("cursor", query.get("cursor", "")), parameters.limit(query))
        except BadCursorError as error:
            raise NoSuchPageError from error
        is_first = "cursor" not in query
        body: dict[str, Any] = {
            "next": self.link(request, found.next),
            "results": [row(hit) for hit in shown(found.items, words)],
            "suggestions": suggestions(words) if is_first and not found.items else [],
        }
        return self.linked(self.respond(body), {"next": body["next"]})


@documents.reading("front", documents.Front, FRONT)
class FrontResource(Resource):
    """The front of the paper, or of a section, as its readers have it now."""

    has_version = False  # placements and banners begin and end by themselves

    def get(self, request: Request) -> Response:
        query = request.query_params
        parameters.refuse_unknown(query, {"section"})
        section = None
        if "section" in query:
            section = Section.objects.active().filter(slug=text("section", query["section"])).first()
            if section is None:
                raise names.no_such(query, "section")
        return self.respond(rows.front(front_of(section, timezone.now()), section))
