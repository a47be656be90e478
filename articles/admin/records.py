"""Everything but articles: people, quotations, sources, sections and what the system writes itself."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path

from articles import models
from articles.admin import leaving
from articles.admin.redaction import Redacted
from articles.admin.site import DeskAdmin, OfArticles, Rows, site


class ColleagueAdmin(Redacted, UserAdmin):
    """Users. That somebody asked for a confidential source is not shown where a user cannot be deleted for it."""


site.register(models.User, ColleagueAdmin)
site.register(Group, GroupAdmin)


class ReadOnly(OfArticles):
    """Records of articles that only the system writes."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class Named(DeskAdmin):
    search_fields = ("name",)
    prepopulated_fields: ClassVar[dict] = {"slug": ["name"]}


@admin.register(models.Section, site=site)
class SectionAdmin(Named):
    list_display = ("name", "slug", "order", "is_active")


@admin.register(models.Topic, site=site)
class TopicAdmin(Named):
    list_display = ("name", "kind", "slug")
    list_filter = ("kind",)


@admin.register(models.Author, site=site)
class AuthorAdmin(Named):
    list_display = ("name", "kind", "job_title", "is_active")
    list_filter = ("kind", "is_active")
    autocomplete_fields = ("user", "photo", "expertise")
    change_form_template = "admin/articles/author/change_form.html"

    def get_urls(self) -> list:
        view = site.admin_view(leaving.leave)
        return [path("<int:pk>/leave/", view, name="articles_author_leave"), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        can_leave = obj is not None and obj.is_active and not obj.is_collective
        context["may_let_go"] = can_leave and leaving.may_let_go(request.user, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


class NameInline(Rows):
    model = models.PersonName


class OrganizationNameInline(Rows):
    model = models.OrganizationName


class RoleInline(Rows):
    model = models.RoleHolding
    autocomplete_fields = ("organization",)


@admin.register(models.Person, site=site)
class PersonAdmin(Named):
    list_display = ("name", "description", "is_public_figure", "delisted")
    list_filter = ("is_public_figure", "is_unnamed", "delisted")
    search_fields = ("name", "names__name")
    autocomplete_fields = ("image", "merged_into")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """Who is described instead of named is found in the list of people, and nowhere proposed."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        is_list = request.path == site.get_list_url("person")
        return (found if is_list else found.filter(is_unnamed=False)), may_repeat

    inlines = (NameInline, RoleInline)


@admin.register(models.Organization, site=site)
class OrganizationAdmin(Named):
    list_display = ("name", "short_name")
    search_fields = ("name", "short_name", "names__name")
    inlines = (OrganizationNameInline,)


@admin.register(models.Occasion, site=site)
class OccasionAdmin(DeskAdmin):
    list_display = ("title", "kind", "on", "place")
    list_filter = ("kind",)
    search_fields = ("title", "place")
    autocomplete_fields = ("source",)


@admin.register(models.Page, site=site)
class PageAdmin(DeskAdmin):
    list_display = ("title", "slug", "is_public")
    search_fields = ("title",)
    prepopulated_fields: ClassVar[dict] = {"slug": ["title"]}


@admin.register(models.Redirect, site=site)
class RedirectAdmin(DeskAdmin):
    list_display = ("old_path", "new_path", "created_at")
    search_fields = ("old_path", "new_path")


@admin.register(models.Edition, site=site)
class EditionAdmin(ReadOnly):
    list_display = ("headline", "number", "kind", "status", "is_live", "at", "by")
    list_filter = ("is_live", "status", "kind")
    list_select_related = ("by",)
    search_fields = ("headline", "short_id")


@admin.register(models.Correction, site=site)
class CorrectionAdmin(ReadOnly):
    list_display = ("note", "kind", "article", "at", "by")
    list_filter = ("kind",)
    list_select_related = ("article", "by")
    search_fields = ("note", "article__headline")


@admin.register(models.Revision, site=site)
class RevisionAdmin(ReadOnly):
    list_display = ("article", "number", "by", "at", "why")
    list_select_related = ("article", "by")
