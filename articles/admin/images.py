"""The picture library: upload with its facts, the focal point on the picture, rights and usage."""

import datetime
from typing import Any

from csp.decorators import csp_update
from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.site import DeskAdmin, site
from articles.models import Article, Image
from articles.operations import images, uploads

SOON = datetime.timedelta(days=30)
THUMB, PREVIEW = 320, 960  # pixels


class PictureField(forms.FileField):
    """An upload that comes out as a clean JPEG, or with the reason why it was refused, next to the field."""

    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp", "data-focal-file": ""})

    def clean(self, data: Any, initial: Any = None) -> Any:
        value = super().clean(data, initial)
        return uploads.cleaned(value) if data else value


class FocalInput(forms.NumberInput):
    def __init__(self) -> None:
        super().__init__(attrs={"min": 0, "max": 1, "step": 0.01, "data-focal-input": ""})


class ImageForm(forms.ModelForm):
    file = PictureField(
        label=_("File"),
        help_text=_("JPEG, PNG or WebP, up to 20 MB and 50 megapixels. Place and camera are taken out."),
    )

    class Meta:
        model = Image
        fields = ("alt", "credit")  # the admin asks for those of its field sets
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 2}),
            "caption": forms.Textarea(attrs={"rows": 2}),
            "focal_x": FocalInput(),
            "focal_y": FocalInput(),
        }


class RightsFilter(admin.SimpleListFilter):
    title = _("rights")
    parameter_name = "rights"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("ended", _("Ended")), ("soon", _("End within 30 days")), ("open", _("Without an end"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        today = timezone.localdate()
        chosen = {
            "ended": lambda: queryset.expired(today),
            "soon": lambda: queryset.expiring(today, today + SOON),
            "open": lambda: queryset.filter(rights_until=None),
        }
        return chosen[self.value()]() if self.value() in chosen else queryset


class UsageFilter(admin.SimpleListFilter):
    title = _("usage")
    parameter_name = "usage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("live", _("Readers have it")),
            ("past", _("Readers had it")),
            ("never", _("Never published")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = {
            "live": {"is_public": True},
            "past": {"is_public": False, "was_public": True},
            "never": {"was_public": False},
        }
        return queryset.filter(**chosen.get(self.value(), {}))


@admin.register(Image, site=site)
class ImageAdmin(DeskAdmin):
    form = ImageForm
    list_display = ("thumbnail", "__str__", "credit", "size", "rights", "usage")
    list_display_links = ("__str__",)
    list_filter = (RightsFilter, UsageFilter)
    list_per_page = 40
    search_fields = ("alt", "caption", "credit", "licence", "short_id")
    readonly_fields = ("picture", "short_id", "size", "used_in")
    fieldsets = (
        (None, {"fields": ("file", "picture", ("focal_x", "focal_y"))}),
        (_("What it shows"), {"fields": ("alt", "is_decorative", "caption")}),
        (_("Rights"), {"fields": ("credit", "licence", "rights_until", "embargo_until")}),
        (_("Usage"), {"fields": ("used_in", "size", "short_id")}),
    )

    class Media:
        js = (Script("desk/js/focal.js", type="module"),)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).with_usage()

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Image | None:
        """With the articles that show it, published or in work, as far as this person may see them."""
        image = super().get_object(request, object_id, from_field)
        if image is not None:
            image.shown_in = (
                Article.objects.visible_to(request.user).showing(image).order_by("-saved_at")[:50]
            )
        return image

    def get_fieldsets(self, request: HttpRequest, obj: Image | None = None) -> Any:
        """Editions last: what readers had under a picture's name stays that picture."""
        if obj is None or not obj.was_public:
            return super().get_fieldsets(request, obj)
        first, *rest = super().get_fieldsets(request, obj)
        fields = [name for name in first[1]["fields"] if name != "file"]
        return ((first[0], {**first[1], "fields": fields}), *rest)

    def get_readonly_fields(self, request: HttpRequest, obj: Image | None = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return (*fields, "file") if obj is not None and obj.was_public else fields

    # The picture is shown before it is uploaded, from the memory of the browser.
    @method_decorator(csp_update({"img-src": ["blob:"]}))
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        if "file" in form.changed_data:
            images.store(obj)
        else:
            super().save_model(request, obj, form, change)
            if {"focal_x", "focal_y"} & set(form.changed_data) and not obj.was_public:
                images.make_renditions(obj)  # it is cut around another point

    def has_delete_permission(self, request: HttpRequest, obj: Image | None = None) -> bool:
        if obj is not None and obj.was_public:
            return False
        return super().has_delete_permission(request, obj)

    def delete_model(self, request: HttpRequest, obj: Image) -> None:
        images.delete_image(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        for image in queryset:
            try:
                images.delete_image(image)
            except ValidationError as error:
                messages.warning(request, " ".join(error.messages))

    @admin.display(description=_("picture"))
    def thumbnail(self, image: Image) -> SafeString:
        address = image.url_for(THUMB)
        if not address:
            return format_html('<span class="thumb"></span>')
        return format_html('<img class="thumb" src="{}" alt="" loading="lazy">', address)

    @admin.display(description=_("focal point"))
    def picture(self, image: Image) -> SafeString:
        """The picture to point at, and how it is cropped then; the numbers below say the same."""
        return format_html(
            '<div class="focal" data-focal data-name="{}"><div class="focal-stage"><img src="{}" alt=""></div>'
            '<div class="focal-crops" aria-hidden="true"><img src="{}" alt=""><img src="{}" alt=""></div></div>'
            '<p class="help">{}</p>',
            _("Focal point"),
            *[image.url_for(PREVIEW) if image.pk else ""] * 3,
            _(
                "What must stay visible where the picture is cropped: click on it, or move the point with the arrow keys."
            ),
        )

    @admin.display(description=_("size"))
    def size(self, image: Image) -> str:
        return f"{image.width} × {image.height}" if image.width else "–"

    @admin.display(description=_("rights until"), ordering="rights_until")
    def rights(self, image: Image) -> Any:
        if image.rights_until is None:
            return "–"
        day = date_format(image.rights_until, "SHORT_DATE_FORMAT")
        today = timezone.localdate()
        if image.rights_until < today:
            return format_html('<span class="flag red">{} · {}</span>', day, _("ended"))
        if image.rights_until <= today + SOON:
            return format_html('<span class="flag amber">{}</span>', day)
        return day

    @admin.display(description=_("usage"))
    def usage(self, image: Image) -> Any:
        if image.is_public:
            return _("Readers have it")
        return _("Readers had it") if image.was_public else "–"

    @admin.display(description=_("used in"))
    def used_in(self, image: Image) -> Any:
        if not image.pk:
            return "–"
        rows = (
            (reverse("admin:articles_article_change", args=[one.pk]), one, one.get_public_status_display())
            for one in image.shown_in
        )
        return format_html_join("", '<p class="used"><a href="{}">{}</a> · {}</p>', rows) or "–"
