"""The body of an article as readers get it, and what a page in its language needs."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.models import Article
from articles.text.embeds import Embed
from articles.text.reading import for_reading
from articles.text.typography import fold

SERIF, HEBREW, SANS = (
    "fonts/frank-ruhl-libre-latin.woff2",
    "fonts/frank-ruhl-libre-hebrew.woff2",
    "fonts/libre-franklin-latin.woff2",
)
# Which of our fonts hold the letters of a text; other scripts are set in fonts of the reader's system.
FONTS = {"he": (HEBREW, SANS), "yi": (HEBREW, SANS)}
OTHER_SCRIPTS = set("ar fa ur ps ru uk bg sr el zh ja ko th hi hy ka".split())
BARS = 5  # years that fit beside the statements

register = template.Library()


@register.simple_tag
def body_of(edition: Any) -> SafeString:
    """The text with its dateline, pull quotes and places for what others show."""
    is_named = fold(edition.body_text[:200]).startswith(fold(edition.place)) if edition.place else True
    opening = "" if is_named else format_html('<span class="place">{}</span> ', edition.place)
    pulls = [
        (pull["anchor"], render_to_string("partials/pull.html", {"pull": pull})) for pull in edition.pulls
    ]
    return mark_safe(for_reading(edition.body_html, opening=opening, pulls=pulls, show=_place_for))


@register.inclusion_tag("partials/bars.html")
def year_bars(counts: Sequence[tuple[str, int]]) -> dict[str, Any]:
    """How many there are of each of the last years, as a drawing and in words; one year alone is not drawn."""
    shown = counts[-BARS:] if len(counts) > 1 else []
    most = max((number for _year, number in shown), default=1)
    bars = []
    for place, (year, number) in enumerate(shown):
        x, height = 6 + 58 * place, round(70 * number / most, 1)
        y = round(90 - height, 1)
        bars.append(
            {
                "year": year,
                "number": number,
                "x": x,
                "middle": x + 23,
                "y": y,
                "above": y - 6,
                "height": height,
            }
        )
    return {"bars": bars}


@register.filter
def kind_label(kind: str) -> str:
    """News, Analysis, Opinion …"""
    return str(dict(Article.Kind.choices).get(kind, ""))


def _place_for(embed: Embed) -> str:
    return render_to_string("partials/elsewhere.html", {"embed": embed})


@register.simple_tag
def fonts_for(language: str) -> tuple[str, ...]:
    """The font files worth loading before the style sheet asks for them."""
    main = language.split("-")[0].lower()
    return (SANS,) if main in OTHER_SCRIPTS else FONTS.get(main, (SERIF, SANS))
