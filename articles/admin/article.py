"""Articles: the list, the working copy, and the way to the screens that settle and publish it."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin import screens
from articles.admin.forms import ArticleForm
from articles.admin.site import DeskAdmin, site
from articles.models import Article, Byline
from articles.operations.quotes import scan_article


class BylineInline(admin.TabularInline):
    model = Byline
    extra = 0
    autocomplete_fields = ("author",)
    fields = ("author", "role", "credited_as", "order")


@admin.register(Article, site=site)
class ArticleAdmin(DeskAdmin):
    form = ArticleForm
    list_display = ("headline", "section", "stage", "public_status", "open_quotes", "saved_at")
    list_filter = ("stage", "public_status", "section", "kind", "language")
    search_fields = ("headline", "dek", "short_id", "bylines__author__name")
    date_hierarchy = "first_published_at"
    autocomplete_fields = ("topics", "lead_image", "sources", "related", "assigned_to")
    readonly_fields = ("stage", "public_status", "first_published_at", "updated_at", "short_id")
    inlines = (BylineInline,)
    save_on_top = True
    change_form_template = "admin/articles/article/change_form.html"
    change_list_template = "admin/articles/article/change_list.html"
    fieldsets = (
        (None, {"fields": ("headline", "dek", "body", "opened_version")}),
        (
            _("Where it goes"),
            {"fields": ("section", "topics", "kind", "language", "short_headline", "seo_title", "slug")},
        ),
        (_("Dateline"), {"fields": ("dateline_place", "dateline_date", "embargo_until")}),
        (_("Picture and evidence"), {"fields": ("lead_image", "sources", "related")}),
        (_("Desk"), {"fields": ("assigned_to", "editors_note", "canonical_url", *readonly_fields)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return Article.objects.visible_to(request.user)

    def get_urls(self) -> list:
        own = [
            path("paste/", site.admin_view(screens.paste), name="articles_article_paste"),
            path("scan/", site.admin_view(screens.scan), name="articles_article_scan"),
            path("<int:pk>/quotes/", site.admin_view(screens.quotes), name="articles_article_quotes"),
            path("<int:pk>/preview/", site.admin_view(screens.preview), name="articles_article_preview"),
            path("<int:pk>/publish/", site.admin_view(screens.publish), name="articles_article_publish"),
        ]
        return own + super().get_urls()

    @admin.display(description=_("quotations"))
    def open_quotes(self, article: Article) -> str:
        address = reverse("admin:articles_article_quotes", args=[article.pk])
        return format_html('<a href="{}">{}</a>', address, _("settle"))

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        obj.save_working_copy(by=request.user)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        article = form.instance
        scan = scan_article(article, by=request.user)
        article.revisions.model.objects.record(article, request.user)
        for use in scan.lost:
            text = _("This confirmed quotation is no longer in the text: %(words)s") % {"words": use.exact}
            messages.warning(request, text)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """What was published stays on record: it is corrected, retracted or withdrawn."""
        if obj is not None and obj.first_published_at:
            return False
        return super().has_delete_permission(request, obj)

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        if "_continue" in request.POST or "_addanother" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return redirect("admin:articles_article_quotes", pk=obj.pk)
