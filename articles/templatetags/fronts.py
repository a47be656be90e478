"""Moments and kinds as a front shows them."""

import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format

from articles.models import Article, Edition

register = template.Library()


@register.filter
def clock(moment: datetime.datetime, at: datetime.datetime) -> str:
    """The time of day of what was today, the day of what was not."""
    local = timezone.localtime(moment)
    return date_format(local, "H:i" if local.date() == timezone.localdate(at) else "j M")


@register.filter
def moment(edition: Edition) -> datetime.datetime:
    """When readers could last see a difference that matters."""
    return edition.updated_at or edition.first_published_at


@register.filter
def when(edition: Edition, at: datetime.datetime) -> str:
    return clock(moment(edition), at)


@register.filter
def kind_label(kind: str) -> str:
    return str(Article.Kind(kind).label)
