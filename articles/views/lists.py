"""Pages that list articles or quotations, twenty at a time, by key."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from articles.models import (
    Author,
    AuthorListing,
    EditionQuote,
    Organization,
    Person,
    Topic,
    TopicListing,
)
from articles.models.keyset import NEWEST_FIRST, BadCursorError, Order, keyset_page
from articles.operations.caching import kept_with_site
from articles.operations.timelines import FILTERS, STATUSES, by_year, facets, narrowed

PAGE_SIZE = 20


class KeysetView(TemplateView):
    """A template with ``page``, one page of ``get_rows()``, and ``numbers``, the primary keys of what it lists.

    Most read the keys only: what stands on the page is kept in the cache or loaded by the template's tags.
    """

    number = "pk"  # which key of a row is listed
    order: Order = NEWEST_FIRST
    is_made_by_its_rows = False  # whether there is no such page before something stands on it

    def get_rows(self) -> QuerySet:
        raise NotImplementedError(f"{type(self).__name__} must say which rows it lists.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        try:
            page = keyset_page(self.get_rows(), self.request.GET.get("after", ""), PAGE_SIZE, self.order)
        except BadCursorError as error:
            raise Http404(str(error)) from error
        if self.is_made_by_its_rows and not page.items:
            raise Http404(_("Nothing that is public belongs here."))
        numbers = [getattr(row, self.number) for row in page.items]
        return super().get_context_data(page=page, numbers=numbers, **kwargs)


class TopicView(KeysetView):
    is_made_by_its_rows = True
    template_name = "articles/topic.html"
    number = "edition_id"

    def get_rows(self) -> QuerySet:
        self.extra_context = {"topic": get_object_or_404(Topic, slug=self.kwargs["slug"])}
        return TopicListing.objects.filter(topic=self.extra_context["topic"]).keys_only()


class AuthorView(KeysetView):
    is_made_by_its_rows = True
    template_name = "articles/author.html"
    number = "edition_id"

    def get_rows(self) -> QuerySet:
        slug = self.kwargs["slug"]
        try:
            author, expertise = kept_with_site(f"author:{slug}", lambda: Author.objects.profile(slug))
        except Author.DoesNotExist as error:
            raise Http404 from error
        portrait = author.portrait(timezone.now())
        self.extra_context = {"author": author, "expertise": expertise, "portrait": portrait}
        return AuthorListing.objects.filter(author=author).keys_only()


class StatementsView(KeysetView):
    """A timeline of quotations that a reader can narrow. ``get_statements()`` says which there are in all."""

    whose = ""  # under which name the choices of the filter are kept

    def get_statements(self) -> QuerySet:
        raise NotImplementedError(f"{type(self).__name__} must say which statements it lists.")

    def get_rows(self) -> QuerySet:
        self.statements = self.get_statements()
        self.wanted = {name: self.request.GET[name] for name in FILTERS if self.request.GET.get(name)}
        if self.wanted:
            self.is_made_by_its_rows = False
        return narrowed(self.statements, self.wanted).days_only()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        choices = facets(self.statements, self.whose) if self.whose else {}
        years = by_year(context["page"].items)
        return {**context, "years": years, "wanted": self.wanted, "choices": choices, "statuses": STATUSES}


class PersonView(StatementsView):
    """The statements of a public figure, newest first. Somebody who is not one has no page."""

    is_made_by_its_rows = True
    template_name = "articles/speaker.html"

    def get_statements(self) -> QuerySet:
        slug = self.kwargs["slug"]
        try:
            person, roles = kept_with_site(f"person:{slug}", lambda: Person.objects.listed().profile(slug))
        except Person.DoesNotExist as error:
            raise Http404 from error
        self.extra_context = {"speaker": person, "roles": roles, "kicker": _("People"), "directory": "people"}
        self.whose = f"person:{person.pk}"
        return EditionQuote.objects.primary().filter(person=person)


class OrganizationView(StatementsView):
    template_name = "articles/speaker.html"

    def get_statements(self) -> QuerySet:
        organization = get_object_or_404(Organization.objects.public(), slug=self.kwargs["slug"])
        self.extra_context = {
            "speaker": organization,
            "kicker": _("Organizations"),
            "directory": "organizations",
        }
        self.whose = f"organization:{organization.pk}"
        return EditionQuote.objects.primary().filter(organization=organization)


class QuotesView(StatementsView):
    template_name = "articles/quotes.html"

    def get_statements(self) -> QuerySet:
        return EditionQuote.objects.primary()
