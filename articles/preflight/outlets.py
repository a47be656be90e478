"""Reports of others are linked."""

import re
from collections.abc import Iterator

from articles.preflight.about import about_text
from articles.preflight.finding import WARNING, Finding
from articles.preflight.view import ArticleView
from articles.text.messages import gettext as _


def linked(article: ArticleView) -> Iterator[Finding]:
    """Where the text takes something from another outlet, the paragraph links to it. Each outlet is told once."""
    words = article.words
    if not words.outlet_cues:
        return
    names = "|".join(map(re.escape, words.outlet_names))
    endings = "|".join(words.outlet_endings) or r"\b\B"
    outlet = rf"(?P<outlet>(?:{names})\b|(?:[A-Z][\w’'-]+\s+){{1,3}}(?:{endings})\b)"
    cues = re.compile(rf"\b(?i:{words.outlet_cues})\s+(?i:the\s+)?{outlet}")
    seen = set()
    for found in cues.finditer(article.own_words):
        name = found["outlet"]
        if name in seen or name in article.own_names or _has_link(article, found.start()):
            continue
        seen.add(name)
        message = _("%(outlet)s is named as the source, without a link to its report.") % {"outlet": name}
        yield about_text("outlet-without-link", message, article, "body", found.span("outlet"), WARNING)


def _has_link(article: ArticleView, at: int) -> bool:
    """Whether the paragraph of that position links to somewhere else."""
    paragraph = max((one for one in article.paragraphs if one.start <= at), key=lambda one: one.start)
    end = paragraph.start + len(paragraph.text)
    return any(paragraph.start <= link.start < end and not link.is_own for link in article.links)


CHECKS = (linked,)
