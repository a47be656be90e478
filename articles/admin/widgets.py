"""The body editor as a form widget: a textarea that a module takes over where scripts run."""

from typing import Any

from django import forms
from django.conf import settings
from django.forms.widgets import Script
from django.urls import reverse
from django.utils.translation import gettext as _


class BodyEditor(forms.Textarea):
    """Rich text within the sanitizer's allowlist. No import map and no inline style: it works under a strict policy."""

    template_name = "admin/widgets/body_editor.html"

    @property
    def media(self) -> forms.Media:
        return forms.Media(js=[Script("desk/js/editor.js", type="module")])

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        own = {
            "data-body-editor": "",
            "data-label": _("Text"),
            "data-scan": reverse("admin:articles_article_scan"),
            "data-library": reverse("desk-images"),
            "data-site": settings.SITE_URL,
        }
        return super().get_context(name, value, {**(attrs or {}), **own})

    def use_required_attribute(self, initial: Any) -> bool:
        """Never: a hidden field that must be filled in could not be pointed at by the browser."""
        return False
