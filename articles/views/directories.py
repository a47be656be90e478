"""Who and what has a page of its own here: people, organizations and topics, by name and sixty at a time."""

import re
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from articles.models import Organization, Person, Topic
from articles.models.keyset import slug_page
from articles.operations.directories import named_like

PAGE_SIZE = 60
SLUG = re.compile(r"[-\w]{1,200}")


class DirectoryView(TemplateView):
    """A template with ``page``, some records in the order of their addresses, and ``words``, by which they were looked for."""

    template_name = "articles/directory.html"
    title: Any = ""
    description: Any = ""
    path = ""  # name of the address

    def get_records(self) -> QuerySet:
        raise NotImplementedError(f"{type(self).__name__} must say which records it lists.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        cursor, words = self.request.GET.get("after", ""), self.request.GET.get("q", "").strip()
        if cursor and not SLUG.fullmatch(cursor):
            raise Http404(_("This page does not exist: its cursor is not one of ours."))
        page = slug_page(named_like(self.get_records(), words), cursor, PAGE_SIZE)
        about = {"title": str(self.title), "description": str(self.description), "which": self.path}
        return super().get_context_data(page=page, words=words, cursor=cursor, **about, **kwargs)


class PeopleView(DirectoryView):
    title, path = _("People"), "people"
    description = _("Public figures whose words we have published, each with all that we know they said.")

    def get_records(self) -> QuerySet:
        return Person.objects.public().with_present_roles()


class OrganizationsView(DirectoryView):
    title, path = _("Organizations"), "organizations"
    description = _("Offices, companies and unions that have spoken for themselves in what we published.")

    def get_records(self) -> QuerySet:
        return Organization.objects.public()


class TopicsView(DirectoryView):
    title, path = _("Topics"), "topics"
    description = _("What we have written about: subjects, places and events.")

    def get_records(self) -> QuerySet:
        return Topic.objects.public()
