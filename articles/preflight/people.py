"""How people who are quoted come into the text."""

import re
from collections.abc import Iterator

from articles.preflight.about import about_text, replacing
from articles.preflight.finding import WARNING, Finding
from articles.preflight.view import ArticleView, UseView
from articles.text.messages import gettext as _
from articles.text.typography import fold

NEAR = 2  # paragraphs, the first mention's own among them, in which the role may stand
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
_INTRODUCED = re.compile(r",\s+(?:[a-zà-ÿ]|\d)")  # “, who wrote the survey”, “, 43”
_LETTERS = 4  # of a word of the role that must be the same: minister, ministry


def first_mention(article: ArticleView) -> Iterator[Finding]:
    """Whoever is quoted has a whole name at the first mention."""
    if not article.words.names_keep_their_form:
        return
    for use in _speakers(article):
        surname = _surname(use.speaker)
        if not surname:
            continue
        whole = _first(article.body, use.speaker_names)
        alone = re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", article.own_words)
        if alone and (whole is None or alone.start() < whole) and not _is_shared(surname, use, article):
            message = _("%(surname)s comes in without a first name. Write %(name)s.")
            values = {"surname": surname, "name": use.speaker}
            fix = replacing(_("Write the whole name"), "body", alone.start(), alone.end(), use.speaker)
            yield about_text(
                "name-incomplete",
                message % values,
                article,
                "body",
                alone.span(),
                WARNING,
                basis=use.speaker,
                fix=fix,
            )


def role(article: ArticleView) -> Iterator[Finding]:
    """Readers are told near the first mention what the record says that this person is."""
    for use in _speakers(article):
        where = _first(article.body, use.speaker_names)
        wanted = _stems(use.speaker_label)
        if where is None or not wanted:
            continue
        number = max(n for n, one in enumerate(article.paragraphs) if one.start <= where)
        near = " ".join(one.text for one in article.paragraphs[max(0, number - 1) : number + NEAR])
        name = next(one for one in use.speaker_names if article.body.startswith(one, where))
        if wanted & _stems(near) or _INTRODUCED.match(article.body, where + len(name)):
            continue
        message = _("The text does not say near the first mention that %(name)s is %(role)s.")
        values = {"name": use.speaker, "role": use.speaker_label}
        span = (where, where + len(name))
        yield about_text(
            "name-without-role", message % values, article, "body", span, WARNING, basis=use.speaker_label
        )


def _speakers(article: ArticleView) -> list[UseView]:
    """One settled use in the body for each named person who is quoted."""
    found: dict[str, UseView] = {}
    for use in article.uses:
        if use.is_settled and use.place == "body" and use.is_named_person:
            found.setdefault(use.speaker, use)
    return list(found.values())


def _surname(name: str) -> str:
    """The last word of a name of several; empty where there is none or the script has no capitals."""
    words = [word for word in name.split() if word.casefold() not in _SUFFIXES]
    return words[-1] if len(words) > 1 and len(words[-1]) > 2 and words[-1][0].isupper() else ""


def _first(text: str, names: frozenset[str]) -> int | None:
    """Where one of the names of several words stands first."""
    places = [text.find(name) for name in names if " " in name]
    return min((place for place in places if place >= 0), default=None)


def _is_shared(surname: str, use: UseView, article: ArticleView) -> bool:
    """Whether the surname may mean somebody or something else: another first name, a ship, a street."""
    for found in re.finditer(rf"(\w+)[\s-]{re.escape(surname)}(?!\w)", article.body):
        before = found[1]
        if before[0].isupper() and before not in use.speaker and before.casefold() not in _TITLES:
            return True
    return bool(re.search(rf"(?<!\w){re.escape(surname)}[\s-]+[A-Z]\w+", article.body))


_TITLES = frozenset("mr mrs ms dr prof professor the captain minister mayor senator judge president".split())
_SMALL = frozenset(
    "the a an of for and in at on to with from der die das des de la le les du el los las".split()
)


def _stems(text: str) -> set[str]:
    words = re.findall(r"\w+", fold(text))
    return {word[:_LETTERS] for word in words if word not in _SMALL and len(word) > 2}


CHECKS = (first_mention, role)
