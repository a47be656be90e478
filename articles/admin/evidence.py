"""Evidence: recordings, documents, statements. What is confidential is seen by few, and every look is kept."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from articles.admin.confidential import COLLEAGUES
from articles.admin.site import DeskAdmin, site
from articles.models import Source


@admin.register(Source, site=site)
class SourceAdmin(DeskAdmin):
    """Whoever is not named for confidential evidence finds it in no list, and no page of it."""

    list_display = ("title", "kind", "publisher", "access")
    list_filter = ("kind", "access")
    search_fields = ("title", "publisher")
    formfield_overrides = {
        **DeskAdmin.formfield_overrides,
        models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple, "queryset": COLLEAGUES},
    }

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request) & Source.objects.visible_to(request.user)

    @method_decorator(sensitive_post_parameters())
    @sensitive_variables()
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().changeform_view(request, *args, **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        """Whoever looks at it leaves a trace."""
        if obj is not None:
            Source.objects.filter(pk=obj.pk).leave_views(request.user)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        response = super().changelist_view(request, extra_context)
        listed = getattr(response, "context_data", {}).get("cl")
        if listed is not None:
            Source.objects.filter(pk__in=[one.pk for one in listed.result_list]).leave_views(request.user)
        return response

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Whoever makes it confidential goes on seeing it."""
        super().save_related(request, form, formsets, change)
        if form.instance.is_confidential and "access" in form.changed_data:
            form.instance.known_by.add(request.user)
