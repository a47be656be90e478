"""Webhooks: whom we tell what, the secret that is shown once, and what became of each message."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.admin.records import ReadOnly
from articles.admin.site import DeskAdmin, site
from articles.models import Attempt, Delivery, Webhook

SHOWN = 20  # deliveries below the form


class WebhookForm(forms.ModelForm):
    url = forms.URLField(label=_("Address"), max_length=300, assume_scheme="https")
    kinds = forms.MultipleChoiceField(
        label=_("What it is told"), choices=Webhook.Kind.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Webhook
        fields = ("name", "url", "kinds")


@admin.register(Webhook, site=site)
class WebhookAdmin(DeskAdmin):
    form = WebhookForm
    list_display = ("name", "url", "how_it_stands", "waiting")
    search_fields = ("name", "url")
    fields = ("name", "url", "kinds")
    change_form_template = "admin/articles/webhook/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        waiting = Count("deliveries", filter=Q(deliveries__state=Delivery.State.WAITING))
        return super().get_queryset(request).annotate(number_waiting=waiting)

    @admin.display(description=_("how it stands"))
    def how_it_stands(self, webhook: Webhook) -> str:
        if webhook.paused_at:
            return _now("paused: %(why)s") % {"why": webhook.why_paused}
        return _now("failing") if webhook.failing_since else _now("running")

    @admin.display(description=_("waiting"), ordering="number_waiting")
    def waiting(self, webhook: Any) -> int:
        return webhook.number_waiting

    def get_urls(self) -> list:
        return [
            path(
                f"<int:pk>/{name}/",
                site.admin_view(require_POST(view)),
                name=f"articles_webhook_{name}",
            )
            for name, view in (("secret", self.rotate), ("pause", self.pause), ("resume", self.resume))
        ] + super().get_urls()

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        if obj:
            context["deliveries"] = obj.deliveries.order_by("-pk")[:SHOWN]
        context["show_save_and_add_another"] = context["show_save_and_continue"] = False
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_add(self, request: HttpRequest, obj: Webhook, post_url_continue: Any = None) -> HttpResponse:
        """The secret of a new webhook is made when it is shown."""
        return self._show_secret(request, obj)

    def rotate(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._show_secret(request, self._changeable(request, pk))

    def pause(self, request: HttpRequest, pk: int) -> HttpResponse:
        webhook = self._changeable(request, pk)
        webhook.pause(by=request.user, why=_now("by %(name)s") % {"name": request.user})
        messages.success(request, _now("Nothing is sent to it until it is resumed; what happens is kept."))
        return redirect("admin:articles_webhook_change", pk)

    def resume(self, request: HttpRequest, pk: int) -> HttpResponse:
        self._changeable(request, pk).resume(by=request.user)
        messages.success(request, _now("It is told everything that waited for it."))
        return redirect("admin:articles_webhook_change", pk)

    def _changeable(self, request: HttpRequest, pk: int) -> Webhook:
        webhook = get_object_or_404(Webhook, pk=pk)
        if not self.has_change_permission(request, webhook):
            raise PermissionDenied
        return webhook

    def _show_secret(self, request: HttpRequest, webhook: Webhook) -> HttpResponse:
        context = {
            **site.each_context(request),
            "title": _now("The secret"),
            "opts": Webhook._meta,
            "webhook": webhook,
            "is_new": not webhook.nonce,
            "secret": webhook.rotate(by=request.user),
        }
        response = render(request, "admin/articles/webhook/secret.html", context)
        response["Cache-Control"] = "no-store"
        return response


class AttemptInline(admin.TabularInline):
    model = Attempt
    fields = readonly_fields = ("at", "status", "error", "milliseconds")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Delivery, site=site)
class DeliveryAdmin(ReadOnly):
    """The log: every message, what became of it, and once more by hand."""

    list_display = ("at", "webhook", "kind", "subject", "state", "tries", "next_at")
    list_filter = ("state", "kind", "webhook")
    list_select_related = ("webhook",)
    search_fields = ("event_id", "subject")
    show_full_result_count = False
    fields = (
        "webhook",
        "event_id",
        "kind",
        "subject",
        "state",
        "tries",
        "at",
        "next_at",
        "delivered_at",
        "body",
    )
    inlines = (AttemptInline,)
    actions = ("send_again",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return Delivery.objects.all()

    @admin.action(description=_("Send again"), permissions=["resend"])
    def send_again(self, request: HttpRequest, queryset: QuerySet) -> None:
        chosen = list(queryset)
        for delivery in chosen:
            delivery.send_again()
        messages.success(request, _now("%(n)d will be sent again, under the same ids.") % {"n": len(chosen)})

    def has_resend_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.change_webhook")
