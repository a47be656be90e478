"""Search of articles and quotations."""

from typing import Any

from django.http import Http404
from django.views.generic import TemplateView

from articles.models.keyset import BadCursorError
from articles.search.finding import find_articles, find_quotes, read_query, suggestions
from articles.search.hits import article_hits, narrower, quote_hits

KINDS = ("articles", "quotes")
ALONE, BESIDE = (
    20,
    {"articles": 10, "quotes": 4},
)  # how many of a kind are shown on its own page, and with the other


class SearchView(TemplateView):
    """What fits ``q``, both kinds together or one of them page by page. Whatever is typed is answered."""

    template_name = "articles/search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = read_query(self.request.GET.get("q", "").replace("\x00", "").strip())
        kind = self.request.GET.get("kind", "")
        kind = kind if kind in KINDS else ""
        try:
            found, more = self._found(query, kind)
        except BadCursorError as error:
            raise Http404(str(error)) from error
        nothing = not (query.is_empty or any(found.values()))
        return super().get_context_data(
            query=query,
            kind=kind,
            more=more,
            nothing=nothing,
            suggestions=suggestions(query) if nothing and not self.request.GET.get("after") else [],
            narrower=narrower(query, found["articles"], found["quotes"]),
            **found,
            **kwargs,
        )

    def _found(self, query: Any, kind: str) -> tuple[dict[str, list], dict[str, str]]:
        """The hits of each kind, and of each the cursor of what follows."""
        hits: dict[str, list] = {"articles": [], "quotes": []}
        more = {}
        for name, find, shown in (
            ("quotes", find_quotes, quote_hits),
            ("articles", find_articles, article_hits),
        ):
            if kind in ("", name):
                cursor = self.request.GET.get("after", "") if kind else ""
                results = find(query, cursor, ALONE if kind else BESIDE[name])
                hits[name], more[name] = shown(results.items, query), results.next
        return hits, more
