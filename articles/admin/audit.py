"""The audit: read, filtered, exported, and nothing else."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.records import ReadOnly
from articles.admin.site import site
from articles.models import Event, User
from articles.models.event_words import WORDS
from articles.operations import audit
from articles.text.spreadsheets import BOM, csv_lines


class What(admin.SimpleListFilter):
    title = _("what")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return sorted(((kind, str(words)) for kind, words in WORDS.items()), key=lambda pair: pair[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(kind=self.value()) if self.value() else queryset


class Who(admin.SimpleListFilter):
    title = _("who")
    parameter_name = "by"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        people = User.objects.filter(is_staff=True).order_by("first_name", "username")
        return [(str(one.pk), one.get_full_name() or one.get_username()) for one in people]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        who = self.value() or ""
        return queryset.filter(by=who) if who.isdecimal() else queryset


@admin.register(Event, site=site)
class EventAdmin(ReadOnly):
    list_display = ("at", "by", "label", "the_article", "about")
    list_display_links = ("at",)
    list_filter = (What, Who, "at")
    search_fields = ("article__short_id__iexact", "quote__short_id__iexact", "article__headline__istartswith")
    search_help_text = _("Id of an article or a quotation, or how a headline begins")
    show_full_result_count = False
    fields = ("at", "by", "label", "the_article", "the_quotation", "about", "details")
    readonly_fields = fields
    change_list_template = "admin/articles/event/change_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return Event.objects.visible_to(request.user).for_report(request.user)

    @admin.display(description=_("what"), ordering="kind")
    def label(self, event: Event) -> str:
        return event.label

    @admin.display(description=_("article"))
    def the_article(self, event: Event) -> str:
        if event.article is None:
            return "–"
        address = site.get_change_url("article", event.article.pk)
        return format_html('<a href="{}">{}</a>', address, event.article.headline)

    @admin.display(description=_("quotation"))
    def the_quotation(self, event: Event) -> str:
        if event.quote is None:
            return "–"
        return format_html('<a href="{}">{}</a>', site.get_change_url("quote", event.quote.pk), event.quote)

    @admin.display(description=_("about"))
    def about(self, event: Event) -> str:
        return audit.about(event) or "–"

    @admin.display(description=_("details"))
    def details(self, event: Event) -> str:
        return audit.details(event) or "–"

    def get_urls(self) -> list:
        return [
            path("export/", site.admin_view(self.export), name="articles_event_export"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        may_export = request.user.has_perm("articles.export_event")
        given = {"may_export": may_export, "chosen": request.GET.urlencode(), **(extra_context or {})}
        return super().changelist_view(request, given)

    def export(self, request: HttpRequest) -> StreamingHttpResponse:
        """The list as it is filtered, as CSV, row by row. That it was taken is an event itself."""
        if not (self.has_view_permission(request) and request.user.has_perm("articles.export_event")):
            raise PermissionDenied
        events = self.get_changelist_instance(request).get_queryset(request)
        taken = Event.objects.create(
            kind="audit.exported", by=request.user, data={"filters": request.GET.urlencode()}
        )
        response = StreamingHttpResponse(
            (
                line
                for part in ([BOM], csv_lines(audit.rows(events.filter(pk__lt=taken.pk), request.user)))
                for line in part
            ),
            content_type="text/csv; charset=utf-8",
        )
        response["Content-Disposition"] = 'attachment; filename="events.csv"'
        response["Cache-Control"] = "no-store"
        return response
