"""Pages that list articles or quotations, twenty at a time, by key."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from articles.models import (
    Author,
    AuthorListing,
    Edition,
    EditionQuote,
    Organization,
    Person,
    Section,
    Topic,
    TopicListing,
)
from articles.models.keyset import BadCursorError, keyset_page

PAGE_SIZE = 20


class KeysetView(TemplateView):
    """A template with ``page``, the rows of one page of ``get_rows()``."""

    def get_rows(self) -> QuerySet:
        raise NotImplementedError(f"{type(self).__name__} must say which rows it lists.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.get_rows()
        try:
            page = keyset_page(rows, self.request.GET.get("after", ""), PAGE_SIZE)
        except BadCursorError as error:
            raise Http404(str(error)) from error
        return super().get_context_data(page=page, **kwargs)


class FrontView(KeysetView):
    template_name = "articles/front.html"

    def get_rows(self) -> QuerySet:
        return Edition.objects.live().for_listing()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        said = EditionQuote.objects.primary().newest_first()[:4]
        return super().get_context_data(said=said, **kwargs)


class SectionView(KeysetView):
    template_name = "articles/section.html"

    def get_rows(self) -> QuerySet:
        self.extra_context = {
            "section": get_object_or_404(Section.objects.active(), slug=self.kwargs["slug"])
        }
        return Edition.objects.live().filter(section=self.extra_context["section"]).for_listing()


class ListingView(KeysetView):
    """Rows of a listing table; the template gets their ``editions``."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "editions": [row.edition for row in context["page"].items]}


class TopicView(ListingView):
    template_name = "articles/topic.html"

    def get_rows(self) -> QuerySet:
        self.extra_context = {"topic": get_object_or_404(Topic.objects.public(), slug=self.kwargs["slug"])}
        return TopicListing.objects.filter(topic=self.extra_context["topic"]).with_editions()


class AuthorView(ListingView):
    template_name = "articles/author.html"

    def get_rows(self) -> QuerySet:
        authors = Author.objects.public()
        self.extra_context = {"author": get_object_or_404(authors, slug=self.kwargs["slug"])}
        return AuthorListing.objects.filter(author=self.extra_context["author"]).with_editions()


class PersonView(KeysetView):
    """The statements of a public figure, newest first. Somebody who is not one has no page."""

    template_name = "articles/speaker.html"

    def get_rows(self) -> QuerySet:
        person = get_object_or_404(
            Person.objects.public().prefetch_related("roles__organization"), slug=self.kwargs["slug"]
        )
        self.extra_context = {"speaker": person, "roles": person.roles.all(), "kicker": _("Speakers")}
        return EditionQuote.objects.primary().filter(person=person).with_editions()


class OrganizationView(KeysetView):
    template_name = "articles/speaker.html"

    def get_rows(self) -> QuerySet:
        organization = get_object_or_404(Organization.objects.public(), slug=self.kwargs["slug"])
        self.extra_context = {"speaker": organization, "kicker": _("Organizations")}
        return EditionQuote.objects.primary().filter(organization=organization).with_editions()


class QuotesView(KeysetView):
    template_name = "articles/quotes.html"

    def get_rows(self) -> QuerySet:
        return EditionQuote.objects.primary().with_editions()
