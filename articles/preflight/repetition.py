"""Paragraphs that stand twice, as pasting leaves them."""

from collections.abc import Iterator

from articles.preflight.about import about_text, replacing
from articles.preflight.finding import WARNING, Finding
from articles.preflight.view import ArticleView
from articles.text.messages import gettext as _
from articles.text.messages import shortened
from articles.text.typography import fold

FEWEST_WORDS = 8  # shorter ones are refrains and cross-heads


def twice(article: ArticleView) -> Iterator[Finding]:
    seen: set[str] = set()
    for paragraph in article.paragraphs:
        folded = fold(paragraph.text)
        if len(folded.split()) < FEWEST_WORDS:
            continue
        if folded in seen:
            message = _("This paragraph stands twice: “%(words)s”") % {"words": shortened(paragraph.text)}
            start, end = paragraph.start, paragraph.start + len(paragraph.text)
            fix = replacing(_("Take the second one out"), "body", start, end, "")
            yield about_text("paragraph-twice", message, article, "body", (start, end), WARNING, fix=fix)
        seen.add(folded)


CHECKS = (twice,)
