"""Feeds: RSS 2.0, Atom and JSON Feed of the same items. What is asked again unchanged is answered with 304."""

import copy
import hashlib
import json
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.http import http_date
from django.utils.translation import gettext as _

from articles.models import EditionQuote, Organization, Person
from articles.models.structured_data import absolute
from articles.text.typography import strip_marks

MOST = 50  # items of a feed


class JsonFeed(SyndicationFeed):
    """https://www.jsonfeed.org/version/1.1/"""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        body = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["description"],
            "language": self.feed["language"],
            "items": [self._item(item) for item in self.items],
        }
        outfile.write(json.dumps(body, ensure_ascii=False, indent=1).encode(encoding))

    def _item(self, item: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "content_html": item["description"],
            "date_published": item["pubdate"].isoformat(),
            "date_modified": item["updateddate"].isoformat(),
            "authors": [{"name": item["author_name"]}],
        }


FORMATS: dict[str, type[SyndicationFeed]] = {"rss": Rss201rev2Feed, "atom": Atom1Feed, "json": JsonFeed}


class StatementsFeed(Feed):
    """What one person or organization said, the newest fifty. A retracted statement stays and says so."""

    records: ClassVar[Any]  # who has a feed
    speaker: Any
    rows: list[EditionQuote]

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        feed = copy.copy(self)  # one instance serves every request, at once where there are threads
        feed.feed_type, feed.feed_url = FORMATS[kwargs["format"]], absolute(request.path)
        feed.speaker = get_object_or_404(type(self).records(), slug=kwargs["slug"])
        feed.rows = feed.newest()
        if not feed.rows:
            raise Http404(_("Nothing that is public belongs here."))
        state = hashlib.sha256(f"{request.path}:{[row.pk for row in feed.rows]}".encode()).hexdigest()[:24]
        changed_at = max(row.changed_at for row in feed.rows).timestamp()
        answer = get_conditional_response(request, etag=f'W/"{state}"', last_modified=int(changed_at))
        response = answer or super(StatementsFeed, feed).__call__(request, *args, **kwargs)
        response["ETag"], response["Last-Modified"] = f'W/"{state}"', http_date(changed_at)
        patch_cache_control(response, public=True, max_age=300)
        return response

    def newest(self) -> list[EditionQuote]:
        kind = "organization" if isinstance(self.speaker, Organization) else "person"
        rows = EditionQuote.objects.primary().filter(**{kind: self.speaker}).newest_first()
        return list(rows.with_editions()[:MOST])

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self.speaker

    def items(self, speaker: Any) -> list[EditionQuote]:
        return self.rows

    def title(self, speaker: Any) -> str:
        return f"{speaker.name} · {settings.SITE_NAME}"

    def link(self, speaker: Any) -> str:
        return absolute(speaker.get_absolute_url())

    def description(self, speaker: Any) -> str:
        return _("What %(name)s said, and how we know.") % {"name": speaker.name}

    def item_title(self, row: EditionQuote) -> str:
        words = f"“{strip_marks(row.data['text'])}”"
        return f"{_('Retracted')}: {words}" if row.data["status"] == "retracted" else words

    def item_description(self, row: EditionQuote) -> str:
        return render_to_string("articles/feed_statement.html", {"row": row, "record": row.data})

    def item_link(self, row: EditionQuote) -> str:
        return absolute(row.get_absolute_url())

    def item_guid(self, row: EditionQuote) -> str:
        return absolute(row.get_absolute_url())

    def item_author_name(self, row: EditionQuote) -> str:
        return row.data["speaker"]["name"]

    def item_pubdate(self, row: EditionQuote) -> Any:
        return row.first_published_at

    def item_updateddate(self, row: EditionQuote) -> Any:
        return row.changed_at


class PersonFeed(StatementsFeed):
    records = Person.objects.public


class OrganizationFeed(StatementsFeed):
    records = Organization.objects.public
