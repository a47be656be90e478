"""The one allowlist of what a body may hold; the editor offers the same elements and nothing else."""

import re

import nh3

from articles.text.figures import only_places
from articles.text.typography import CONTROLS

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
    "figure": {"data-image"},
}
STEPS = 20
SCHEMES = {"http", "https", "mailto"}
RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3", "div": "p"}
# Overrides of the direction of writing turn the words of others round.
UNSEEN = {**CONTROLS, **dict.fromkeys([0x202A, 0x202B, 0x202C, 0x202D, 0x202E])}
_RENAME = re.compile(r"<(/?)(b|i|h1|h4|h5|h6|div)(?=[\s>/])", re.IGNORECASE)
_CELL = re.compile(r"(?=</t[dh]\s*>)", re.IGNORECASE)
_NO_LINK = re.compile(r'<a rel="noopener">(.*?)</a>', re.DOTALL)  # its address was refused
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r'<(/?)(?:p|h2|h3|ul|ol|blockquote|figure)(?: data-image="\w{8}")?>')
_EMPTY = re.compile(r"<p>(?:\s|&nbsp;)*</p>")
_DROPPED_WITH_TEXT = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title"}


def sanitize(html: str) -> str:
    """HTML with allowed elements, attributes and link schemes only; empty paragraphs go. Stable under repetition."""
    plain = _CELL.sub(" ", html.translate(UNSEEN))
    clean = _cleaned(_RENAME.sub(lambda m: f"<{m[1]}{RENAMED[m[2].lower()]}", plain))
    for _step in range(STEPS):  # tags that crossed each other are untangled one by one
        before, clean = clean, _cleaned(clean)
        if clean == before:
            break
    return clean


def _cleaned(html: str) -> str:
    clean = nh3.clean(
        html,
        tags=set(ALLOWED),
        attributes={tag: names for tag, names in ALLOWED.items() if names},
        url_schemes=SCHEMES,
        clean_content_tags=_DROPPED_WITH_TEXT,
        link_rel="noopener",
    )
    return wrap_strays(_EMPTY.sub("", _NO_LINK.sub(r"\1", only_places(clean)))).strip()


def wrap_strays(html: str) -> str:
    """The body with whatever stands outside its blocks, such as text after a list, in paragraphs of its own."""
    parts: list[str] = []
    depth = start = 0
    for tag in _BLOCK.finditer(html):
        closes = tag[1] == "/"
        if not closes and depth == 0:
            parts.append(_paragraph(html[start : tag.start()]))
            start = tag.start()
        depth += -1 if closes else 1
        if closes and depth == 0:
            parts.append(html[start : tag.end()])
            start = tag.end()
    return "".join([*parts, _paragraph(html[start:])])


def _paragraph(stray: str) -> str:
    text = _TAG.sub("", stray).replace("&nbsp;", " ")
    return f"<p>{stray.strip()}</p>" if text.strip() else stray.replace("&nbsp;", "")
