"""What one person or organization said, the newest first. A retracted statement stays and says so."""

from typing import Any, ClassVar

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from articles.feeds.base import MOST, NewestFeed
from articles.models import EditionQuote, Organization, Person
from articles.models.quote_record import as_read
from articles.models.structured_data import absolute
from articles.text.typography import strip_marks


class StatementsFeed(NewestFeed):
    """The statements of whoever has a public page."""

    records: ClassVar[Any]  # who has a feed

    def find_subject(self, slug: str) -> Any:
        return get_object_or_404(type(self).records(), slug=slug)

    def newest(self) -> list[EditionQuote]:
        kind = "organization" if isinstance(self.subject, Organization) else "person"
        rows = EditionQuote.objects.primary().filter(**{kind: self.subject}).newest_first()
        found = list(rows.with_editions()[:MOST])
        if not found:
            raise Http404(_("Nothing that is public belongs here."))
        return found

    def changed_at(self, row: EditionQuote) -> Any:
        return row.changed_at

    def title(self, speaker: Any) -> str:
        return f"{speaker.name} · {settings.SITE_NAME}"

    def link(self, speaker: Any) -> str:
        return absolute(speaker.get_absolute_url())

    def description(self, speaker: Any) -> str:
        return _("What %(name)s said, and how we know.") % {"name": speaker.name}

    def item_title(self, row: EditionQuote) -> str:
        words = f"“{strip_marks(as_read(row.data))}”"
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

    def item_extra_kwargs(self, row: EditionQuote) -> dict[str, Any]:
        authors, language = [row.data["speaker"]["name"]], row.data["language"]
        return {"content": "", "summary": "", "authors": authors, "language": language}


class PersonFeed(StatementsFeed):
    records = Person.objects.public


class OrganizationFeed(StatementsFeed):
    records = Organization.objects.public
