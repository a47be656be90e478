"""The translator and the clock of the newsroom, for the pure packages, which may not import the framework."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_noop, ngettext

__all__ = ["gettext", "gettext_noop", "local_time", "long_date", "ngettext", "shortened"]


def local_time(moment: datetime.datetime) -> str:
    """A moment in the newsroom's time zone, for a message."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M %Z")


def shortened(words: str, length: int = 60) -> str:
    """Quoted words, cut for a message."""
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"


def long_date(day: datetime.date) -> str:
    """A day with its weekday as people write it in the language of whoever reads the message."""
    return date_format(day, "l j F Y")
