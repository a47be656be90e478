"""API tokens: everybody makes and ends their own; whoever looks after access sees and ends all."""

import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from articles.admin.site import DeskAdmin, site
from articles.models import ApiToken

DAYS = [(7, _("a week")), (30, _("30 days")), (90, _("90 days")), (365, _("a year"))]


class TokenForm(forms.ModelForm):
    """What the token is for, what it may do, and for how long."""

    days = forms.TypedChoiceField(label=_("Valid for"), choices=DAYS, coerce=int, initial=90)

    class Meta:
        model = ApiToken
        fields = ("name", "scope")


@admin.register(ApiToken, site=site)
class ApiTokenAdmin(DeskAdmin):
    """A token is made and revoked, and never changed."""

    list_display = ("name", "short_id", "owner", "scope", "state", "last_used_at")
    list_filter = ("scope",)
    list_select_related = ("owner",)
    search_fields = ("name", "short_id", "owner__username")
    fields = (
        "name",
        "short_id",
        "owner",
        "scope",
        "made_by",
        "made_at",
        "expires_at",
        "last_used_at",
        "state",
    )
    readonly_fields = fields
    change_form_template = "admin/articles/apitoken/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return ApiToken.objects.visible_to(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list:
        revoke = site.admin_view(require_POST(self.revoke))
        return [path("<int:pk>/revoke/", revoke, name="articles_apitoken_revoke"), *super().get_urls()]

    @sensitive_variables("secret", "context")
    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """A new token of the one who asks; its secret is shown on this page and never again."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form, secret = TokenForm(request.POST or None), ""
        if form.is_valid():
            until = timezone.now() + datetime.timedelta(days=form.cleaned_data["days"])
            given = {name: form.cleaned_data[name] for name in ("name", "scope")}
            try:
                _token, secret = ApiToken.objects.make(owner=request.user, expires_at=until, **given)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                form = TokenForm()
        context = {
            **site.each_context(request),
            "title": _("New API token"),
            "opts": self.opts,
            "form": form,
            "secret": secret,
        }
        return render(request, "admin/articles/apitoken/add.html", context)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        context["may_revoke"] = obj is not None and obj.revoked_at is None
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def revoke(self, request: HttpRequest, pk: int) -> HttpResponse:
        """End a token that this person sees."""
        token = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, token):
            raise PermissionDenied
        token.revoke(by=request.user)
        messages.success(request, _("Revoked: the token opens nothing from now on."))
        return redirect("admin:articles_apitoken_change", pk)

    @admin.display(description=_("state"))
    def state(self, token: ApiToken) -> SafeString | str:
        if token.revoked_at:
            return format_html('<span class="flag red">{}</span>', _("revoked"))
        day = date_format(timezone.localtime(token.expires_at), "SHORT_DATE_FORMAT")
        if token.refusal():
            return format_html('<span class="flag">{} {}</span>', _("ended"), day)
        return format_html('<span class="flag green">{} {}</span>', _("valid until"), day)
