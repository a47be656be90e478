"""The desk's first page: what waits, what is yours, what went out; and every list, grouped by the task it serves."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, QuoteLink, Task

ROWS = 8
GROUPS = (
    (
        gettext_lazy("Write and check"),
        ("Article", "Quote", "QuoteLink", "Occasion", "Source", "ConfidentialSource", "Task"),
    ),
    (gettext_lazy("Who is who"), ("Person", "Organization", "Author")),
    (gettext_lazy("The paper"), ("FrontPage", "Banner", "Section", "Topic", "Image", "Page", "Redirect")),
    (gettext_lazy("On record"), ("Edition", "Correction", "Event")),
    (gettext_lazy("Access"), ("User", "Group", "ApiToken", "Webhook", "Delivery")),
)


def grouped(models: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The models that somebody may see, in groups by task; what belongs to no group comes last, under “More”."""
    by_name = {model["object_name"]: model for model in models}
    groups = []
    for name, wanted in GROUPS:
        found = [by_name.pop(key) for key in wanted if key in by_name]
        groups.append(_group(name, found))
    groups.append(_group(gettext_lazy("More"), list(by_name.values())))
    return [group for group in groups if group["models"]]


def _group(name: Any, models: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": name, "app_label": "articles", "app_url": "", "has_module_perms": True, "models": models}


def boxes(user: Any) -> list[dict[str, Any]]:
    """The lists of the first page, each cut to a screenful with the whole number beside it."""
    seen = Article.objects.visible_to(user).for_desk_list().with_quote_counts().order_by("-saved_at")
    mine = seen.filter(Q(assigned_to=user) | Q(created_by=user) | Q(bylines__author__user=user)).distinct()
    unpublished = Article.PublicStatus.NEVER
    return [
        _box(
            "quotes",
            _("Quotations to settle"),
            seen.filter(open_quotes__gt=0),
            _("Every quotation is settled."),
        ),
        _box(
            "mine", _("Your work"), mine.filter(public_status=unpublished), _("Nothing of yours is in work.")
        ),
        _box(
            "out",
            _("Just published"),
            seen.exclude(public_status=unpublished).order_by("-updated_at", "-first_published_at"),
            _("Nothing is published yet."),
        ),
    ]


def _box(key: str, title: str, articles: QuerySet, nothing: str) -> dict[str, Any]:
    return {
        "key": key,
        "title": title,
        "articles": articles[:ROWS],
        "total": articles.count(),
        "nothing": nothing,
    }


def tasks(user: Any) -> dict[str, Any]:
    """What waits to be looked at: open tasks about quotations, and contradictions that need a second person."""
    found = Task.objects.open().select_related("quote", "article")
    if not user.has_perm("articles.edit_any_article"):
        found = found.filter(article__in=Article.objects.visible_to(user))
    links = QuoteLink.objects.waiting().exclude(proposed_by=user)
    may_agree = user.has_perm("articles.edit_any_article") and user.has_perm("articles.change_quotelink")
    return {"rows": found[:ROWS], "total": found.count(), "contradictions": links.count() if may_agree else 0}


def context(user: Any) -> dict[str, Any]:
    return {"boxes": boxes(user), "tasks": tasks(user), "now": timezone.now()}
