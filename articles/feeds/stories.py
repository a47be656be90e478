"""Articles as feeds: of the site, a section, a topic, an author. Corrections stand first; a retracted article says so."""

import re
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from articles.feeds.base import MOST, NewestFeed
from articles.models import Author, AuthorListing, Edition, Section, Topic, TopicListing
from articles.models.structured_data import absolute

_BUTTON = re.compile(
    r'<button class="prov[^>]*></button>'
)  # opens the record of a quotation, on our page only
_LOCAL = re.compile(r'\b(href|src)="/(?!/)')
_FRAGMENT = re.compile(r'\bhref="#')


class StoriesFeed(NewestFeed):
    """The newest fifty live articles of the site; summaries, or with FEED_FULL_TEXT the whole texts."""

    def find_subject(self, slug: str) -> Any:
        return None

    def newest(self) -> list[Edition]:
        return list(self.editions().newest_first()[:MOST])

    def editions(self) -> QuerySet:
        return Edition.objects.live().for_feed(full_text=settings.FEED_FULL_TEXT)

    def changed_at(self, edition: Edition) -> Any:
        return edition.at

    def title(self, subject: Any) -> str:
        return f"{subject.name} · {settings.SITE_NAME}" if subject else settings.SITE_NAME

    def link(self, subject: Any) -> str:
        return absolute(subject.get_absolute_url() if subject else "/")

    def description(self, subject: Any) -> str:
        if subject is None:
            return _("News with a record for every quotation.")
        return _("%(name)s in %(site)s") % {"name": subject.name, "site": settings.SITE_NAME}

    def item_title(self, edition: Edition) -> str:
        is_retracted = edition.status == Edition.Status.RETRACTED
        return f"{_('Retracted')}: {edition.headline}" if is_retracted else edition.headline

    def item_description(self, edition: Edition) -> str:
        return render_to_string("articles/feed_story.html", {"edition": edition, "is_summary": True}).strip()

    def item_link(self, edition: Edition) -> str:
        return absolute(edition.get_absolute_url())

    def item_guid(self, edition: Edition) -> str:
        return absolute(f"/articles/{edition.short_id}/")  # stays when the slug changes

    item_guid_is_permalink = False

    def item_author_name(self, edition: Edition) -> str:
        return ", ".join(byline["credited_as"] for byline in edition.bylines) or settings.SITE_NAME

    def item_pubdate(self, edition: Edition) -> Any:
        return edition.first_published_at

    def item_updateddate(self, edition: Edition) -> Any:
        return edition.updated_at or edition.first_published_at

    def item_categories(self, edition: Edition) -> list[str]:
        return [name for name in (edition.section_name, *(t["name"] for t in edition.topics)) if name]

    def item_extra_kwargs(self, edition: Edition) -> dict[str, Any]:
        return {
            "content": whole_text(edition) if settings.FEED_FULL_TEXT else "",
            "summary": edition.dek,
            "authors": [byline["credited_as"] for byline in edition.bylines],
            "language": edition.language,
        }


def whole_text(edition: Edition) -> str:
    """The text for readers elsewhere: with whole addresses, without what works on our page only."""
    address = absolute(edition.get_absolute_url())
    body = _BUTTON.sub("", edition.body_html)
    body = _LOCAL.sub(rf'\1="{settings.SITE_URL}/', body)
    body = _FRAGMENT.sub(f'href="{address}#', body)
    return render_to_string("articles/feed_story.html", {"edition": edition, "body": body}).strip()


class SectionFeed(StoriesFeed):
    def find_subject(self, slug: str) -> Section:
        return get_object_or_404(Section.objects.active(), slug=slug)

    def editions(self) -> QuerySet:
        return super().editions().filter(section=self.subject)


class ListedFeed(StoriesFeed):
    """A feed of editions by the rows of a listing, which has the newest first in its index."""

    def listing(self) -> QuerySet:
        raise NotImplementedError(f"{type(self).__name__} must say which listing it reads.")

    def newest(self) -> list[Edition]:
        keys = list(self.listing().newest_first().values_list("edition_id", flat=True)[:MOST])
        return list(self.editions().filter(pk__in=keys).newest_first())


class TopicFeed(ListedFeed):
    def find_subject(self, slug: str) -> Topic:
        return get_object_or_404(Topic.objects.public(), slug=slug)

    def listing(self) -> QuerySet:
        return TopicListing.objects.filter(topic=self.subject)


class AuthorFeed(ListedFeed):
    def find_subject(self, slug: str) -> Author:
        return get_object_or_404(Author.objects.public(), slug=slug)

    def listing(self) -> QuerySet:
        return AuthorListing.objects.filter(author=self.subject)
