"""The one allowlist of what a body may hold; the editor offers the same elements and nothing else."""

import re

import nh3

ALLOWED: dict[str, set[str]] = {
    "p": set(),
    "h2": set(),
    "h3": set(),
    "ul": set(),
    "ol": set(),
    "li": set(),
    "blockquote": set(),
    "strong": set(),
    "em": set(),
    "a": {"href"},
    "br": set(),
}
SCHEMES = {"http", "https", "mailto"}
RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3", "div": "p"}
_RENAME = re.compile(r"<(/?)(b|i|h1|h4|h5|h6|div)(?=[\s>/])", re.IGNORECASE)
_EMPTY = re.compile(r"<p>(?:\s|&nbsp;)*</p>")
_DROPPED_WITH_TEXT = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title"}


def sanitize(html: str) -> str:
    """HTML with allowed elements, attributes and link schemes only; empty paragraphs go. Stable under repetition."""
    renamed = _RENAME.sub(lambda m: f"<{m[1]}{RENAMED[m[2].lower()]}", html.replace("\x00", ""))
    clean = nh3.clean(
        renamed,
        tags=set(ALLOWED),
        attributes={tag: names for tag, names in ALLOWED.items() if names},
        url_schemes=SCHEMES,
        clean_content_tags=_DROPPED_WITH_TEXT,
        link_rel="noopener",
    )
    return _EMPTY.sub("", clean).strip()
