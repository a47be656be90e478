"""Fronts of the paper and of its sections: what stands where, in which order, from when until when."""

import datetime
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.site import DeskAdmin, Rows, site
from articles.models import Banner, FrontPage, Placement, Strip
from articles.operations import fronts

TO_READERS = ("live", "retracted")
BANNER_LASTS = datetime.timedelta(hours=2)


class Moment(forms.DateTimeInput):
    """A day and a time in one field, by the browser's own calendar."""

    def __init__(self) -> None:
        super().__init__(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class FrontRows(Rows):
    """Rows short enough to be moved about: times in one field, and no way out to other records."""

    is_sortable = True
    formfield_overrides = {models.DateTimeField: {"form_class": forms.DateTimeField, "widget": Moment}}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field


class PlacementInline(FrontRows):
    model = Placement
    autocomplete_fields = ("article",)
    fields = ("article", "slot", "starts_at", "ends_at", "state", "order")
    readonly_fields = ("state",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("article")

    @admin.display(description=_("state"))
    def state(self, placement: Placement) -> Any:
        """What readers get of it now, and why it is nothing."""
        if placement.pk is None:
            return "–"
        at = timezone.now()
        if placement.article.public_status not in TO_READERS:
            status = placement.article.get_public_status_display()
            return _flag("red", _("Not shown: %(status)s") % {"status": status})
        if placement.ends_at and placement.ends_at <= at:
            return _flag("", _("Over"))
        if placement.starts_at and placement.starts_at > at:
            return _flag("violet", _("Later"))
        return _flag("green", _("Shown"))


class StripInline(FrontRows):
    model = Strip
    fields = ("section", "look", "order")


class AtForm(forms.Form):
    """The time for which a front is looked at. Empty: now."""

    at = forms.DateTimeField(label=_("Front at"), required=False, widget=Moment)


@admin.register(FrontPage, site=site)
class FrontPageAdmin(DeskAdmin):
    list_display = ("__str__", "stories")
    list_select_related = ("section",)
    inlines = (PlacementInline, StripInline)
    change_form_template = "admin/articles/frontpage/change_form.html"

    class Media:
        js = (Script("desk/js/sortable.js", type="module"),)

    def get_urls(self) -> list:
        own = [path("<int:pk>/preview/", site.admin_view(preview), name="articles_frontpage_preview")]
        return own + super().get_urls()

    def get_inlines(self, request: HttpRequest, obj: FrontPage | None = None) -> Any:
        """Strips belong to the front of the paper."""
        return (PlacementInline,) if obj is not None and obj.section_id else self.inlines

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        now = timezone.localtime().replace(second=0, microsecond=0)
        return super().render_change_form(
            request, context | {"at_form": AtForm(initial={"at": now})}, *args, **kwargs
        )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for text in unseen(form.instance):
            messages.warning(request, text)

    @admin.display(description=_("placed stories"))
    def stories(self, front: FrontPage) -> int:
        return front.placements.not_over(timezone.now()).count()


def unseen(front: FrontPage) -> list[str]:
    """What is placed now and cannot be seen by readers, and why. Queries."""
    placed = front.placements.not_over(timezone.now()).select_related("article__section")
    strips = set(front.strips.values_list("section_id", flat=True))
    found = []
    for one in placed:
        words = {"headline": one.article.headline}
        if one.article.public_status not in TO_READERS:
            words["status"] = one.article.get_public_status_display()
            found.append(
                _("“%(headline)s” is not live (%(status)s): its place is filled with the latest.") % words
            )
        elif one.slot == Placement.Slot.STRIP and strips and one.article.section_id not in strips:
            words["section"] = str(one.article.section)
            found.append(_("“%(headline)s” is not shown: there is no strip for %(section)s.") % words)
    return found


# The page stands in a frame of the desk's own.
@csp_replace({"frame-ancestors": [SELF]})
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The saved front as readers would get it at ``?at=``, with what is scheduled until then. Nobody keeps it."""
    front = get_object_or_404(FrontPage.objects.select_related("section"), pk=pk)
    if not request.user.has_perm("articles.view_frontpage"):
        raise PermissionDenied
    form = AtForm(request.GET)
    at = (form.cleaned_data["at"] if form.is_valid() else None) or timezone.now()
    template = "articles/section.html" if front.section else "articles/front.html"
    shown = fronts.preview(front.section, at)
    response = render(request, template, {"front": shown, "section": front.section, "at": at})
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _flag(color: str, text: Any) -> SafeString:
    return format_html('<span class="flag {}">{}</span>', color, text)


@admin.register(Banner, site=site)
class BannerAdmin(DeskAdmin):
    list_display = ("text", "starts_at", "ends_at", "state")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """From now on, for two hours."""
        now = timezone.localtime().replace(second=0, microsecond=0)
        return {
            "starts_at": now,
            "ends_at": now + BANNER_LASTS,
            **super().get_changeform_initial_data(request),
        }

    @admin.display(description=_("state"))
    def state(self, banner: Banner) -> SafeString:
        at = timezone.now()
        if banner.is_shown(at):
            return _flag("green", _("Shown"))
        return _flag("violet", _("Later")) if banner.starts_at > at else _flag("", _("Over"))
