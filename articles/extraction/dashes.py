"""Speech that a long dash opens: — Vamos —dijo Ada—. Volveremos. Every second stretch between dashes is the teller's."""

import re

from articles.extraction.types import Span

_DASH = re.compile(r"[—–―]")
DASHES = "—–―"


def dashed_spans(number: int, text: str) -> list[Span]:
    """The spoken stretches of a paragraph that begins with a dash; none for any other paragraph."""
    if not text.startswith(tuple(DASHES)) or len(text) < 3 or text[1:2] in DASHES:
        return []
    cuts = [found.start() for found in _DASH.finditer(text)] + [len(text)]
    spans = []
    for index in range(0, len(cuts) - 1, 2):
        start, end = cuts[index], cuts[index + 1]
        inner = text[start + 1 : end]
        if index:  # after “—dijo Ada—.” the stop belongs to the teller
            start += 1 + len(inner) - len(inner.lstrip(" .,;:"))
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        if text[start:end].strip(DASHES + " .,;:"):
            opening = text[start] if text[start] in DASHES else ""
            spans.append(Span(number, start, end, text[start:end], opening, ""))
    return spans
