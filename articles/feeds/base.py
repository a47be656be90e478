"""What all feeds have in common: one instance a request, its rows, and when the latest of them changed.

Validators, 304 and caching are the same for all public pages: the middleware's.
"""

import copy
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date

from articles.feeds.formats import FORMATS
from articles.models.structured_data import absolute

MOST = 50  # items of a feed


class NewestFeed(Feed):
    """The newest fifty rows of a subject. A subclass says which subject, which rows, and when a row last changed."""

    subject: Any
    rows: list[Any]

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        feed = copy.copy(self)  # one instance serves every request, at once where there are threads
        feed.feed_type, feed.feed_url = FORMATS[kwargs["format"]], absolute(request.path)
        feed.subject = feed.find_subject(kwargs.get("slug", ""))
        feed.rows = feed.newest()
        response = super(NewestFeed, feed).__call__(request, *args, **kwargs)
        if feed.rows:
            response["Last-Modified"] = http_date(max(map(feed.changed_at, feed.rows)).timestamp())
        return response

    def find_subject(self, slug: str) -> Any:
        """What the feed is about. Raises ``Http404``."""
        raise NotImplementedError(f"{type(self).__name__} must say what it is about.")

    def newest(self) -> list[Any]:
        raise NotImplementedError(f"{type(self).__name__} must say which rows it has.")

    def changed_at(self, row: Any) -> Any:
        raise NotImplementedError(f"{type(self).__name__} must say when a row changed.")

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self.subject

    def items(self, subject: Any) -> list[Any]:
        return self.rows
