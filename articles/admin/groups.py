"""Every list of the admin, grouped by the task it serves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

GROUPS = (
    (
        _("Write and check"),
        ("Article", "Quote", "QuoteLink", "Occasion", "Source", "ConfidentialSource", "Task"),
    ),
    (_("Who is who"), ("Person", "Organization", "Author")),
    (_("The paper"), ("FrontPage", "Banner", "Section", "Topic", "Image", "Page", "Redirect")),
    (_("On record"), ("Edition", "Correction", "Event")),
    (_("Access"), ("User", "Group", "ApiToken", "Webhook", "Delivery")),
)


def grouped(models: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The models that somebody may see, in groups by task; what belongs to no group comes last, under “More”."""
    by_name = {model["object_name"]: model for model in models}
    groups = []
    for name, wanted in GROUPS:
        found = [by_name.pop(key) for key in wanted if key in by_name]
        groups.append(_group(name, found))
    groups.append(_group(_("More"), list(by_name.values())))
    return [group for group in groups if group["models"]]


def _group(name: Any, models: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": name, "app_label": "articles", "app_url": "", "has_module_perms": True, "models": models}
