"""The translator and the clock of the newsroom, for the pure packages, which may not import the framework."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext, ngettext

__all__ = ["gettext", "local_time", "ngettext", "shortened"]


def local_time(moment: datetime.datetime) -> str:
    """A moment in the newsroom's time zone, for a message."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M %Z")


def shortened(words: str, length: int = 60) -> str:
    """Quoted words, cut for a message."""
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"
