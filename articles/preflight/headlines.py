"""Whether headline and dek are short enough and understood by everybody."""

import re
from collections.abc import Iterator

from articles.preflight.about import about_text
from articles.preflight.finding import INFO, WARNING, Finding
from articles.preflight.view import ArticleView
from articles.text.messages import gettext as _

HEADLINE = 110  # characters; what search engines and cards show at most
DEK = 200
_ACRONYM = re.compile(r"(?<![\w&.-])[A-Z][A-Z&]{1,5}(?![\w&-])")
# Known to everybody, or better known than what they stand for.
KNOWN = frozenset(
    "AI AIDS BBC CEO CIA CNN COVID DNA EU FBI FIFA GDP GP GPS HIV ID IMF IT MP MPs NASA NATO NBA NFL NHS OK PC PM "
    "TV UEFA UFO UK UN UNESCO UNICEF US USA VAT VIP WHO WTO AM AND THE FOR NOT BUT".split()
)
_WORD = re.compile(r"[^\W\d_]\w*")
_BETWEEN = frozenset("of the and for on in de der des und du la le y del".split())
_ROMAN = re.compile(r"[IVXLC]+")


def length(article: ArticleView) -> Iterator[Finding]:
    if len(article.headline) > HEADLINE:
        message = _("The headline has %(n)d characters; beyond %(most)d it is cut off.")
        values = {"n": len(article.headline), "most": HEADLINE}
        span = (HEADLINE, len(article.headline))
        yield about_text("headline-long", message % values, article, "headline", span, WARNING)
    if len(article.dek) > DEK:
        message = _("The dek has %(n)d characters; about %(most)d are shown.")
        values = {"n": len(article.dek), "most": DEK}
        yield about_text("dek-long", message % values, article, "dek", (DEK, len(article.dek)), INFO)


def acronyms(article: ArticleView) -> Iterator[Finding]:
    """Letters that stand for a name are explained in the text, unless everybody knows them."""
    seen: set[str] = set()
    for place in ("headline", "dek"):
        text = article.text_of(place)
        if text.upper() == text:
            continue  # a headline in capitals
        for found in _ACRONYM.finditer(text):
            letters = found[0]
            if letters in seen or _is_known(letters, article):
                continue
            seen.add(letters)
            message = _("The text does not say what %(letters)s stands for.") % {"letters": letters}
            yield about_text("acronym-undefined", message, article, place, found.span(), WARNING)


def _is_known(letters: str, article: ArticleView) -> bool:
    if letters in KNOWN or _ROMAN.fullmatch(letters):
        return True
    body = article.body
    explained = f"({letters})" in body or f"{letters} (" in body or f"{letters}, the " in body
    return explained or _has_initials(letters, body)


def _has_initials(letters: str, body: str) -> bool:
    """Whether capitalized words in a row, small ones between them left out, begin with these letters."""
    initials = (
        word[0] if word[0].isupper() else "" if word in _BETWEEN else " " for word in _WORD.findall(body)
    )
    return letters.replace("&", "") in "".join(initials)


CHECKS = (length, acronyms)
