"""What keeps the texts of people safe who work on one article: autosave, merge, history, preview links."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import path, reverse

from articles.admin import autosave, history, merge, preview_links
from articles.admin.site import site
from articles.models import Article, Draft
from articles.models.draft import TEXTS


class SafeEditing(admin.ModelAdmin):
    """Mixed into the admin of articles."""

    def get_urls(self) -> list:
        def one(address: str, view: Any, name: str) -> Any:
            return path(address, site.admin_view(view), name=f"articles_article_{name}")

        own = [
            one("autosave/", autosave.autosave, "autosave_new"),
            one("unsaved/<int:draft>/forget/", autosave.forget, "forget"),
            one("<int:pk>/autosave/", autosave.autosave, "autosave"),
            one("<int:pk>/take-over/", autosave.take_over, "take_over"),
            one("<int:pk>/merge/", partial(merge.merge, admin=self), "merge"),
            one("<int:pk>/compare/", history.compare, "compare"),
            one("<int:pk>/revisions/<int:number>/restore/", history.restore_revision, "restore"),
            one("<int:pk>/revisions/<int:number>/name/", history.name_revision, "name_revision"),
            one("<int:pk>/preview-links/", preview_links.links, "preview_links"),
            one("<int:pk>/preview-links/<int:link>/end/", preview_links.end_link, "end_link"),
        ]
        return own + super().get_urls()

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Article | None:
        """With ``?draft=`` the form shows this person's unsaved text, as of the version that it was begun at."""
        article = super().get_object(request, object_id, from_field)
        if article is not None and request.method == "GET" and "draft" in request.GET:
            draft = Draft.objects.of(article, request.user)
            if draft and str(draft.pk) == request.GET["draft"]:
                for name in TEXTS:
                    setattr(article, name, draft.fields.get(name, getattr(article, name)))
                article.version = draft.version
        return article

    def get_form(
        self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """With ``?draft=`` the form as this person left it, where they had chosen something in it, too."""
        form = super().get_form(request, obj, change, **kwargs)
        typed = autosave.typed_in(request, obj)
        return form if typed is None else type("AsItWasLeft", (Left, form), {"typed": typed})

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Article, inline: Any, prefix: str
    ) -> dict[str, Any]:
        given = super().get_formset_kwargs(request, obj, inline, prefix)
        typed = autosave.typed_in(request, obj if obj.pk else None)
        if typed is not None and _has_rows(typed, prefix, given["queryset"].filter(article=obj.pk)):
            given["data"] = typed
        return given

    def get_inline_formsets(self, request: HttpRequest, formsets: Any, *args: Any, **kwargs: Any) -> Any:
        for formset in formsets:
            if formset.is_bound and request.method == "GET":
                formset._errors, formset._non_form_errors = [{} for _form in formset.forms], ErrorList()
                for form in formset.forms:
                    form._errors = ErrorDict()
        return super().get_inline_formsets(request, formsets, *args, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        draft = (
            Draft.objects.of_new_articles(request.user).filter(pk=_number(request.GET.get("draft"))).first()
        )
        given = super().get_changeform_initial_data(request)
        return {**given, **draft.fields} if draft else given

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        *args: Any,
        obj: Article | None = None,
        **kwargs: Any,
    ) -> HttpResponse:
        form = context["adminform"].form
        if obj is not None and form.is_bound and merge.came_too_late(form):
            return merge.show(request, Article.objects.get(pk=obj.pk), form)
        context |= autosave.open_page(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        autosave.remember_saved(request, form.instance)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Django's list of log entries says that something changed; the comparison says what."""
        return redirect(reverse("admin:articles_article_compare", args=[object_id]))


class Left:
    """Mixed into a form: shows what somebody had chosen, and does not judge it before it is sent."""

    typed: QueryDict

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(self.typed, **kwargs)
        self._errors = ErrorDict()


def _has_rows(typed: QueryDict, prefix: str, rows: Any) -> bool:
    """Whether the rows that somebody left are there still: others may have taken one away since."""
    count = _number(typed.get(f"{prefix}-INITIAL_FORMS"))
    known = {str(pk) for pk in rows.values_list("pk", flat=True)}
    return f"{prefix}-TOTAL_FORMS" in typed and all(
        typed.get(f"{prefix}-{number}-id") in known for number in range(min(count, len(known) + 1))
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 18 else 0
