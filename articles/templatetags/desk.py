"""What the desk's templates draw: icons from the one sprite, and people as two letters."""

import datetime
import re
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.operations import verification

register = template.Library()
_FACET = re.compile(r"(.+) \((\d+|-)\)")
HUES = ("green", "blue", "amber", "violet", "red", "")


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """A picture beside words, therefore silent for a screen reader."""
    address = static("desk/icons.svg")
    return format_html(
        '<svg class="ico {}" aria-hidden="true"><use href="{}#{}"/></svg>', extra, address, name
    )


@register.filter
def row_head(cell: SafeString) -> SafeString:
    """A cell of a list as Django made it; the one that names its row says so."""
    return mark_safe(cell.replace("<th ", '<th scope="row" ', 1)) if cell.startswith("<th ") else cell


@register.filter
def facet(display: Any) -> SafeString:
    """A choice of a filter; how many it would leave, which Django writes into its name, in an element of its own."""
    found = _FACET.fullmatch(str(display))
    return format_html("{} <small>{}</small>", found[1], found[2]) if found else format_html("{}", display)


@register.simple_tag
def avatar(user: Any, extra: str = "") -> SafeString:
    """A colleague as initials on a hue of their own; nothing for nobody."""
    if user is None:
        return SafeString("")
    name = user.get_full_name() or user.get_username()
    initials = "".join(word[0] for word in name.split()[:2]).upper()
    hue = HUES[user.pk % len(HUES)]
    return format_html(
        '<span class="av {} {}" role="img" aria-label="{}" title="{}">{}</span>',
        hue,
        extra,
        name,
        name,
        initials,
    )


@register.simple_tag
def insertions(use: Any) -> SafeString:
    """The words of a use with what the newsroom put in [brackets] marked as not the speaker's."""
    words = escape(use.exact)
    for ours in dict.fromkeys(use.edits.get("insertions", [])):
        inserted = escape(ours)
        words = words.replace(inserted, f'<mark class="insert">{inserted}</mark>')
    return mark_safe(words)


@register.simple_tag
def word_diff(old: str, new: str) -> SafeString:
    """The new words, with those that the old ones had instead struck out."""
    pieces = verification.word_diff(old, new)
    return format_html_join("", "{}", ((_piece(piece),) for piece in pieces))


def _piece(piece: verification.Piece) -> SafeString:
    if piece.kind == "same":
        return format_html("{}", piece.text)
    return format_html("<{}>{}</{}>", mark_safe(piece.kind), piece.text, mark_safe(piece.kind))


@register.filter
def both_clocks(moment: datetime.datetime | None) -> str:
    """A moment by the newsroom's clock, with UTC beside it where that differs."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    shown = date_format(local, "SHORT_DATETIME_FORMAT")
    if not local.utcoffset():
        return f"{shown} UTC"
    utc = moment.astimezone(datetime.UTC)
    other = f"{utc:%H:%M}" if utc.date() == local.date() else f"{utc:%Y-%m-%d %H:%M}"
    return f"{shown} {local:%Z} ({other} UTC)"


@register.filter
def age(moment: datetime.datetime, now: datetime.datetime) -> str:
    """How long ago it was, in one short word."""
    minutes = max(0, int((now - moment).total_seconds() // 60))
    if minutes < 60:
        return _("%(n)d min") % {"n": minutes}
    if minutes < 48 * 60:
        return _("%(n)d h") % {"n": minutes // 60}
    return _("%(n)d d") % {"n": minutes // (24 * 60)}


@register.filter
def other_clock(moment: datetime.datetime) -> str:
    """The time in UTC where the newsroom's clock shows another one, else nothing."""
    return f"{moment.astimezone(datetime.UTC):%H:%M} UTC" if timezone.localtime(moment).utcoffset() else ""
