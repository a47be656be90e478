from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite, ModelAdmin, StackedInline
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from articles.admin import calendar, finder, groups, home
from articles.admin.places import MAIN
from articles.admin.redaction import Redacted
from articles.models import Article


class DeskSite(AdminSite):
    """The newsroom's admin."""

    site_header = settings.SITE_NAME
    site_title = settings.SITE_NAME
    index_title = _("Desk")
    enable_nav_sidebar = False

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context = super().each_context(request)
        if context["has_permission"]:
            context["desk_places"] = _places(request)
        return context

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        apps = super().get_app_list(request, app_label)
        return groups.grouped([model for app in apps for model in app["models"]])

    def get_list_url(self, model: str) -> str:
        """Where the records of one kind are listed."""
        return reverse(f"{self.name}:articles_{model}_changelist")

    def get_change_url(self, model: str, pk: int) -> str:
        """Where a record of the newsroom is edited."""
        return reverse(f"{self.name}:articles_{model}_change", args=[pk])

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().index(request, {**home.context(request), **(extra_context or {})})

    def app_index(self, request: HttpRequest, app_label: str, extra_context: Any = None) -> HttpResponse:
        """The lists are grouped by task and not by app: all of them stand on the desk."""
        return redirect("admin:index")

    def view_on_site(self, request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponse:
        """Where the public page is. Django tells everybody, and the address of a draft says what it is about: here only those
        to whom the record is shown are told."""
        if not content_type_id.isdecimal():
            raise Http404
        kind = get_object_or_404(ContentType, pk=content_type_id)
        admin = self._registry.get(kind.model_class())
        if admin is None or admin.get_object(request, object_id) is None:
            raise Http404
        return shortcut(request, content_type_id, object_id)

    def get_urls(self) -> list:
        own = [
            path(
                "r/<path:content_type_id>/<path:object_id>/",
                self.admin_view(self.view_on_site),
                name="view_on_site",
            ),
            path("calendar/", self.admin_view(self.calendar), name="calendar"),
            path("find/", self.admin_view(self.find), name="find"),
        ]
        return own + super().get_urls()

    def find(self, request: HttpRequest) -> HttpResponse:
        """Find or do anything: a page, and the lines alone for the dialog that every page has."""
        found = finder.context(request)
        if "lines" in request.GET:
            response = TemplateResponse(request, "admin/finder/lines.html", found)
        else:
            context = {**self.each_context(request), "title": _("Find or do anything"), **found}
            response = TemplateResponse(request, "admin/finder/page.html", context)
        response["Cache-Control"] = "no-store"
        return response

    def calendar(self, request: HttpRequest) -> HttpResponse:
        """What goes out when: a month or a week of the newsroom's days."""
        context = {**self.each_context(request), "title": _("Calendar"), **calendar.context(request)}
        return TemplateResponse(request, "admin/calendar.html", context)


def _places(request: HttpRequest) -> list[dict[str, Any]]:
    """The newsroom's main lists, as far as this person may see them; the one that holds this page is marked."""
    places = []
    for name, address, permission in MAIN:
        url = reverse(address)
        is_here = request.path == url if address == "admin:index" else request.path.startswith(url)
        if not permission or request.user.has_perm(permission):
            places.append({"name": name, "url": url, "is_here": is_here})
    return places


site = DeskSite()


class DeskAdmin(Redacted, ModelAdmin):
    """What every model's admin shares: an address typed without a scheme means https."""

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


class Rows(StackedInline):
    """Records that belong to another one, a row each, every field with its own label."""

    extra = 0
    template = "admin/inline.html"
    is_sortable = False


class OfArticles(DeskAdmin):
    """Records that belong to an article are seen by whoever sees the article."""

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        rows = super().get_queryset(request)
        if request.user.has_perm("articles.edit_any_article"):
            return rows
        return rows.filter(article__in=Article.objects.visible_to(request.user))
