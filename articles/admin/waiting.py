"""What waits for one person on the desk, whatever kind of record it is."""

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Count, QuerySet, Window
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import ConfidentialSource, Note, QuoteLink, Retraction, Task
from articles.models.article_desk import DeskSets


@dataclasses.dataclass(frozen=True)
class Item:
    """A row that leads to where the person decides."""

    icon: str
    tone: str
    title: Any
    about: Any
    at: datetime.datetime
    url: str
    act: Any
    who: Any = None


@dataclasses.dataclass(frozen=True)
class Waiting:
    items: list[Item]
    total: int


def articles(seen: DeskSets, user: Any) -> DeskSets:
    """What this person may approve, and what they may let go out; the most urgent first."""
    found = seen.none()
    if user.has_perm("articles.approve_article"):
        found = seen.filter(pk__in=seen.to_approve(user).values("pk"))
    if user.has_perm("articles.publish_article") or user.has_perm("articles.schedule_article"):
        found |= seen.to_publish()
    return found.filter(stage__in=("review", "approved")).order_by("-priority", "saved_at")


def others(user: Any, number: int) -> Waiting:
    """Retractions, confidential sources, contradictions, notes and tasks. One statement for each kind."""
    items, total = [], 0
    for rows, make in _kinds(user):
        found = list(rows.annotate(_all=Window(Count("pk")))[:number])
        items += [make(row) for row in found]
        total += found[0]._all if found else 0
    return Waiting(items, total)


def _kinds(user: Any) -> Sequence[tuple[QuerySet, Callable[[Any], Item]]]:
    return (
        (
            Retraction.objects.waiting_for(user)
            .select_related("article", "requested_by")
            .order_by("requested_at"),
            _retraction,
        ),
        (ConfidentialSource.objects.waiting_for(user).order_by("requested_at"), _source),
        (
            QuoteLink.objects.waiting_for(user)
            .select_related("quote", "other", "proposed_by")
            .order_by("at"),
            _contradiction,
        ),
        (Note.objects.waiting_for(user).select_related("article", "by").order_by("at"), _note),
        (
            Task.objects.open().visible_to(user).select_related("quote", "article").order_by("at"),
            _task,
        ),
    )


def _retraction(one: Retraction) -> Item:
    title = _("Retraction asked for: %(headline)s") % {"headline": one.article.headline}
    url = reverse("admin:articles_article_publish", args=[one.article_id])
    return Item("flag", "red", title, one.notice, one.requested_at, url, _("Decide"), one.requested_by)


def _source(one: ConfidentialSource) -> Item:
    """The codename and nothing else: a look at what it says is kept, and this is none."""
    url = reverse("admin:articles_confidentialsource_change", args=[one.pk])
    title = _("Confidential source: %(name)s") % {"name": one.codename}
    return Item("lock", "violet", title, _("asks to be approved"), one.requested_at, url, _("Decide"))


def _contradiction(one: QuoteLink) -> Item:
    url = reverse("admin:articles_quotelink_change", args=[one.pk])
    about = f"“{one.quote}” · “{one.other}”"
    title = _("Contradiction needs a second person")
    return Item("quote", "amber", title, about, one.at, url, _("Decide"), one.proposed_by)


def _note(one: Note) -> Item:
    url = f"{reverse('admin:articles_article_change', args=[one.article_id])}#panel-notes"
    return Item("note", "blue", one.text, one.article.headline, one.at, url, _("Answer"), one.by)


def _task(one: Task) -> Item:
    title = f"{one.get_kind_display()[:1].upper()}{one.get_kind_display()[1:]}: “{one.quote}”"
    about = one.article.headline if one.article else one.text
    url = reverse("admin:articles_task_change", args=[one.pk])
    return Item("warn", "red", title, about, one.at, url, _("Look"))
