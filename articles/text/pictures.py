"""A picture as HTML, from the record that an edition keeps of it."""

from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

STEPS = (
    10  # into so many parts a picture is divided for its focal point: classes fx-0 … fx-10 and fy-0 … fy-10
)

Record = Mapping[str, Any]


def picture_html(image: Record, *, sizes: str, is_lead: bool = False, alt: str | None = None) -> SafeString:
    """A ``<picture>`` that lets the browser take the smallest file that will do, in the best format it knows.

    ``sizes`` says how wide it stands in the layout. The lead is fetched first, everything else when it comes near.
    ``alt`` replaces the alternative text: empty where a headline beside the picture says the same.
    """
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((one["type"], srcset(one["srcset"]), sizes) for one in image.get("sources", ())),
    )
    own = image.get("srcset")
    choice = format_html(' srcset="{}" sizes="{}"', srcset(own), sizes) if own else SafeString("")
    when = mark_safe('fetchpriority="high"' if is_lead else 'loading="lazy" decoding="async"')
    return format_html(
        '<picture>{}<img src="{}"{} alt="{}" width="{}" height="{}"{} {}></picture>',
        sources,
        image["url"],
        choice,
        image["alt"] if alt is None else alt,
        image["width"],
        image["height"],
        _focus(image),
        when,
    )


def figure_html(image: Record, *, sizes: str) -> SafeString:
    """The picture with caption and credit, as it stands in the text of an article."""
    words = " ".join(text for text in (image["caption"], image["credit"]) if text)
    return format_html(
        '<figure class="in-text" data-image="{}">{}<figcaption>{}</figcaption></figure>',
        image["short_id"],
        picture_html(image, sizes=sizes),
        words,
    )


def srcset(files: list[Record]) -> str:
    return ", ".join(f"{one['url']} {one['width']}w" for one in files)


def _focus(image: Record) -> SafeString:
    """Which part is kept where the layout crops: classes, because the policy forbids inline style."""
    focus = image.get("focus")
    if not focus or (focus["x"], focus["y"]) == (0.5, 0.5):
        return SafeString("")
    return format_html(' class="fx-{} fy-{}"', round(focus["x"] * STEPS), round(focus["y"] * STEPS))
