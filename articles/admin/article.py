"""Articles: the list, the working copy, and the way to the screens that settle and publish it."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from articles.admin import confidential, notes, preflight, publish, quotes, screens, steps, verify
from articles.admin.article_list import ArticleList
from articles.admin.forms import ArticleForm
from articles.admin.safe_editing import SafeEditing
from articles.admin.site import DeskAdmin, Rows, site
from articles.models import TRANSITIONS, Article, Byline, Event, PullQuote, Quote, QuoteUse
from articles.operations import lookup, working_copies


class BylineInline(Rows):
    model = Byline
    is_sortable = True
    autocomplete_fields = ("author",)
    fields = ("author", "role", "credited_as", "order")


class PullQuoteInline(Rows):
    model = PullQuote
    fields = ("quote", "words", "order")
    is_sortable = True

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Only what the text quotes can be pulled."""
        article = request.resolver_match.kwargs.get("object_id", "") if request.resolver_match else ""
        settled = QuoteUse.objects.in_text().confirmed().filter(article=article or None, place="body")
        kwargs["queryset"] = Quote.objects.filter(pk__in=settled.values("quote")).order_by("pk")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Article, site=site)
class ArticleAdmin(SafeEditing, ArticleList, DeskAdmin):
    form = ArticleForm
    autocomplete_fields = ("topics", "lead_image", "sources", "related", "translation_of")
    readonly_fields = (
        "assigned_to",
        "due_at",
        "priority",
        "stage",
        "public_status",
        "scheduled_for",
        "first_published_at",
        "updated_at",
        "short_id",
    )
    change_form_template = "admin/articles/article/change_form.html"
    fieldsets = (
        (None, {"fields": ("headline", "dek", "body", "opened_version")}),
        (
            _("Where it goes"),
            {"fields": ("section", "topics", "kind", "language", "short_headline", "seo_title", "slug")},
        ),
        (_("Dateline"), {"fields": ("dateline_place", "dateline_date", "embargo_until")}),
        (_("Picture and evidence"), {"fields": ("lead_image", "sources", "related")}),
        (_("Desk"), {"fields": ("editors_note", "translation_of", "canonical_url", *readonly_fields)}),
    )

    def get_inlines(self, request: HttpRequest, obj: Article | None) -> tuple:
        """Pull quotes where there is something to pull. A form that is sent has the rows that it was shown with.

        Quotations are settled while the form is open: what it may pull now says nothing about what it shows.
        """
        if request.method == "POST":
            was_shown = "pull_quotes-TOTAL_FORMS" in request.POST
            return (BylineInline, PullQuoteInline) if was_shown else (BylineInline,)
        if obj and obj.quote_uses.in_text().confirmed().filter(place="body").exists():
            return (BylineInline, PullQuoteInline)
        return (BylineInline,)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """Fields that look an article up ask for few among the newest; the list searches everything."""
        if request.path == site.get_list_url("article"):
            return super().get_search_results(request, queryset, search_term)
        return lookup.found_by_words(queryset, search_term), False

    def get_urls(self) -> list:
        own = [
            path("paste/", site.admin_view(screens.paste), name="articles_article_paste"),
            path("scan/", site.admin_view(quotes.scan), name="articles_article_scan"),
            path("<int:pk>/quotes/", site.admin_view(quotes.quotes), name="articles_article_quotes"),
            path("<int:pk>/notes/", site.admin_view(notes.notes), name="articles_article_notes"),
            path(
                "<int:pk>/quotes/<int:use>/confidential/",
                site.admin_view(confidential.attribute),
                name="articles_article_confidential",
            ),
            path("<int:pk>/verify/", site.admin_view(verify.verify), name="articles_article_verify"),
            path(
                "<int:pk>/preflight/", site.admin_view(preflight.preflight), name="articles_article_preflight"
            ),
            path("<int:pk>/preview/", site.admin_view(screens.preview), name="articles_article_preview"),
            path("<int:pk>/publish/", site.admin_view(publish.publish), name="articles_article_publish"),
            path("<int:pk>/steps/<slug:name>/", site.admin_view(steps.step), name="articles_article_step"),
            path(
                "<int:pk>/editions/<int:number>/restore/",
                site.admin_view(steps.restore_edition),
                name="articles_article_restore_edition",
            ),
        ]
        return own + super().get_urls()

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Article | None:
        """On a save the row is locked before its version is compared, so that two saves cannot pass each other."""
        if request.method == "POST":
            list(Article.objects.filter(pk=object_id).select_for_update().values_list("pk"))
        return super().get_object(request, object_id, from_field)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        *args: Any,
        obj: Article | None = None,
        **kwargs: Any,
    ) -> HttpResponse:
        if obj is not None:
            context |= preflight.panel(request.user, obj, is_saved=request.method != "POST")
            context |= quotes.panel(obj, request.user, findings=context["report"].findings)
            context["revisions"] = obj.revisions.for_history()[:30]
            context["editions"] = obj.editions.select_related("by").defer("body_html", "body_text")[:30]
            context |= notes.panel(obj) | steps.bar(request.user, obj)
            context["trace"] = Event.objects.of_article(obj).select_related("by")[:50]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        obj.save_working_copy(by=request.user)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self.after_save(request, form.instance)

    def after_save(self, request: HttpRequest, article: Article) -> None:
        """What follows every save of the working copy: the quotations of the text as it is now."""
        saved = working_copies.after_save(article, by=request.user, inserted=request.POST.getlist("inserted"))
        if saved.needs_approval:
            messages.info(request, _("The text changed since it was approved: it needs approval again."))
        for use in saved.lost:
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
        return self._go_on(request, obj) or redirect("admin:articles_article_change", obj.pk)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._go_on(request, obj) or super().response_change(request, obj)

    def _go_on(self, request: HttpRequest, obj: Article) -> HttpResponse | None:
        """The buttons of the bar that save first and then lead somewhere, or take a step."""
        for button, address in (("_publish", "publish"), ("_preview", "preview")):
            if button in request.POST:
                return redirect(f"admin:articles_article_{address}", obj.pk)
        if set(request.POST) & set(preflight.ACTS):
            return self._mend(request, obj)
        name = request.POST.get("_step", "")
        if name not in TRANSITIONS:
            return None
        if TRANSITIONS[name].needs:
            return redirect("admin:articles_article_step", obj.pk, name)
        steps.take_at_once(request, obj, name)
        return redirect("admin:articles_article_change", obj.pk)

    def _mend(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """The buttons of the preflight panel where no script has answered them."""
        try:
            messages.success(request, preflight.carry_out(request, obj))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect(reverse("admin:articles_article_change", args=[obj.pk]) + "#panel-preflight")
