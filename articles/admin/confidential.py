"""Confidential sources: asked for beside a quotation, decided by another person, seen by few, every look kept."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from articles.admin.pages import page
from articles.admin.quotes import editable
from articles.admin.site import DeskAdmin, site
from articles.admin.steps import add_reasons
from articles.models import ConfidentialSource, Quote, User
from articles.models.confidential_source import may_judge_sources
from articles.operations.quote_panel import rows_of
from articles.operations.settling import settle_uses

COLLEAGUES = User.objects.filter(is_active=True, is_staff=True).order_by("first_name", "username")


class RequestForm(forms.Form):
    """Whom readers are told of in place of a name. There is no field for the name, and there must not be one."""

    use_required_attribute = False

    source = forms.ModelChoiceField(
        ConfidentialSource.objects.none(),
        label=_("Source"),
        required=False,
        empty_label=_("A new one"),
        help_text=_("Those that you asked for or know."),
    )
    public_description = forms.CharField(
        label=_("What readers are told"),
        max_length=160,
        required=False,
        help_text=_("In place of a name: a port official"),
    )
    public_reason = forms.CharField(
        label=_("Why no name is given"),
        max_length=300,
        required=False,
        help_text=_("Readers see it, too: because the person feared to lose the job"),
    )
    record = forms.ChoiceField(
        label=_("Terms"),
        choices=[choice for choice in Quote.Record.choices if choice[0] != Quote.Record.ON_RECORD],
        initial=Quote.Record.BACKGROUND,
    )
    known_by = forms.ModelMultipleChoiceField(
        COLLEAGUES,
        label=_("Who else knows the person"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They see this record and may quote the same source."),
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["source"].queryset = ConfidentialSource.objects.visible_to(user)
        self.fields["source"].label_from_instance = lambda one: f"{one.codename} · {one.public_description}"
        self.fields["known_by"].queryset = COLLEAGUES.exclude(pk=user.pk)
        self.fields["known_by"].label_from_instance = lambda one: one.get_full_name() or one.get_username()

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("source"):
            for name, text in (
                ("public_description", _("Say what readers are told in place of a name.")),
                ("public_reason", _("Readers are told why no name is given: write the reason.")),
            ):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, text)
        return data

    @sensitive_variables()
    def chosen(self) -> ConfidentialSource:
        """The source that was chosen, or a new one that waits for approval."""
        data = self.cleaned_data
        return data["source"] or ConfidentialSource.objects.request(
            by=self.user,
            public_description=data["public_description"],
            public_reason=data["public_reason"],
            known_by=data["known_by"],
        )


@sensitive_post_parameters()
@sensitive_variables()
def attribute(request: HttpRequest, pk: int, use: int) -> HttpResponse:
    """Say of a quotation that a confidential source said it: one that is known, or a new one that is asked for by that."""
    article = editable(request, pk)
    row = next((row for row in rows_of(article) if row.lead.pk == use), None)
    if row is None:
        raise Http404
    form = RequestForm(request.user, request.POST or None)
    if request.method == "GET":
        form.fields["source"].queryset.leave_views(request.user)
    if form.is_valid():
        try:
            with transaction.atomic():
                source = form.chosen()
                record = form.cleaned_data["record"]
                settle_uses([row.lead], by=request.user, source=source, record=record)
        except ValidationError as error:
            add_reasons(form, error)
        else:
            told = (
                _("Attributed to %(name)s.")
                if source.is_approved
                else _("Attributed to %(name)s. Another person has to approve it.")
            )
            messages.success(request, told % {"name": source.name})
            address = reverse("admin:articles_article_change", args=[article.pk])
            return redirect(f"{address}#panel-quotes")
    return page(
        request,
        "confidential.html",
        _("Confidential source"),
        article=article,
        row=row,
        form=form,
    )


@admin.register(ConfidentialSource, site=site)
class ConfidentialSourceAdmin(DeskAdmin):
    """Permissions of this model are not asked: who knows or judges a source sees it, nobody else, superusers included."""

    list_display = ("codename", "public_description", "requested_at", "decision")
    list_filter = ("decision",)
    fields = (
        "codename",
        "public_description",
        "public_reason",
        "known_by",
        "requested_by",
        "requested_at",
        "decision",
        "decided_by",
        "decided_at",
        "remark",
    )
    readonly_fields = (
        "codename",
        "requested_by",
        "requested_at",
        "decision",
        "decided_by",
        "decided_at",
        "remark",
    )
    formfield_overrides = {models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}
    change_form_template = "admin/articles/confidentialsource/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return ConfidentialSource.objects.visible_to(request.user).select_related("requested_by")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and request.user.is_staff

    def has_view_permission(self, request: HttpRequest, obj: ConfidentialSource | None = None) -> bool:
        return self.has_module_permission(request) and (obj is None or self._sees(request, obj))

    def has_change_permission(self, request: HttpRequest, obj: ConfidentialSource | None = None) -> bool:
        return self.has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # asked for where the quotation stands

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def _sees(self, request: HttpRequest, source: ConfidentialSource) -> bool:
        return ConfidentialSource.objects.visible_to(request.user).filter(pk=source.pk).exists()

    def get_urls(self) -> list:
        decide = site.admin_view(require_POST(self.decide))
        return [
            path("<int:pk>/decision/", decide, name="articles_confidentialsource_decide"),
            *super().get_urls(),
        ]

    @method_decorator(sensitive_post_parameters())
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().changeform_view(request, *args, **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        """Whoever looks at it leaves a trace."""
        if request.method == "GET":
            obj.leave_event("source.viewed", request.user)
        context["may_decide"] = may_judge_sources(request.user) and obj.requested_by_id != request.user.pk
        context["trace"] = obj.events.select_related("by")[:50]
        context["show_save_and_add_another"] = context["show_save_and_continue"] = False
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        response = super().changelist_view(request, extra_context)
        listed = getattr(response, "context_data", {}).get("cl")
        if listed is not None:
            ConfidentialSource.objects.filter(pk__in=[one.pk for one in listed.result_list]).leave_views(
                request.user
            )
        return response

    @sensitive_variables()
    def save_model(self, request: HttpRequest, obj: ConfidentialSource, form: Any, change: bool) -> None:
        data = form.cleaned_data
        obj.change(
            by=request.user,
            public_description=data["public_description"],
            public_reason=data["public_reason"],
        )
        obj.share(by=request.user, known_by=data["known_by"])

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing: the verbs have written it, with who did it."""

    @method_decorator(sensitive_post_parameters())
    @sensitive_variables()
    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        source = get_object_or_404(ConfidentialSource.objects.visible_to(request.user), pk=pk)
        if not may_judge_sources(request.user):
            raise PermissionDenied
        try:
            if "approve" in request.POST:
                source.approve(by=request.user)
                messages.success(request, _("Approved: it may be quoted like this."))
            else:
                source.refuse(by=request.user, remark=request.POST.get("remark", ""))
                messages.success(request, _("Sent back."))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("admin:articles_confidentialsource_change", pk)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """Nothing: Django's log would keep the codename where every administrator reads it."""

    log_change = log_addition

    def log_deletions(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Nothing, see ``log_addition``."""
