"""What a noun phrase names: a person with a label, an organization, a place, or somebody only described."""

from collections.abc import Collection, Sequence

from articles.extraction.languages.base import Language
from articles.extraction.lexicon import Word, bare, is_capital
from articles.extraction.types import Mention
from articles.extraction.words import Outline

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
FORMER = frozenset({"former", "then", "ex", "acting", "retired", "late"})


def named(
    number: int,
    view: Outline,
    first: int,
    stop: int,
    language: Language,
    surnames: Collection[str],
    *,
    has_article: bool,
) -> Mention | None:
    """The mention that the words from first to stop, one noun phrase, make; None when nothing in them could speak.

    ``surnames`` are those of the people named so far: of Tim King, “King” is known to be a name and not an office.
    """
    if stop - first == 1 and has_article:
        return _counted(number, view, first)
    first += has_article
    inner = view.words[first:stop]
    if (
        len(inner) == 1 and inner[0].text[1:2] == "-" and inner[0].text[:1].isupper()
    ):  # R-Calder, a party and a place
        return None
    end = view.starts[stop - 1] + len(bare(inner[-1].text))
    if not inner[-1].is_capitalized and inner[-1].bare not in GENERATIONS:
        return _described(number, view, first, inner, end, language)
    tokens = [word.text for word in inner[:-1]] + [bare(inner[-1].text)]
    folded = [bare(token.casefold()) for token in tokens]
    cut = _name_start(inner, tokens, folded, language, () if has_article else surnames)
    if cut == len(tokens):
        return _described(number, view, first, inner, end, language)
    name, label = " ".join(tokens[cut:]), " ".join(tokens[:cut])
    if label.casefold().replace(".", "") in language.honorifics:
        label = label if label.casefold().rstrip(".") in language.gendered else ""
    if label.casefold() in language.plurals and language.is_role(
        label.casefold()[:-1]
    ):  # Senators Quill and Brandt
        label = label[:-1]
    start = view.starts[first + cut]
    if cut and folded[cut - 1] in language.founded and cut == len(tokens) - 1:  # the startup Nimbus
        return Mention(number, start, end, name, label, "organization")
    return Mention(
        number,
        start,
        end,
        name,
        label,
        _kind(tokens[cut:], folded[cut:], language, surnames, has_article and not cut),
    )


def _counted(number: int, view: Outline, index: int) -> Mention:
    """“One said”, “another said”: a determiner that stands alone."""
    return Mention(number, view.starts[index], view.ends[index], view.words[index].text, "", "description")


def _name_start(
    inner: Sequence[Word],
    tokens: Sequence[str],
    folded: Sequence[str],
    language: Language,
    surnames: Collection[str],
) -> int:
    """The index of the first word of the name at the end of the phrase; the length when there is no name."""
    stop = len(tokens)
    while stop > 1 and folded[stop - 1] in GENERATIONS:
        stop -= 1
    if not _may_be_named(tokens[:stop], folded[:stop], language, surnames):
        return len(tokens)
    cut = stop - 1
    while cut > 0 and _in_name(tokens, folded, cut - 1, language):
        cut -= 1
    while cut < stop - 1 and (
        (folded[cut] in language.honorifics and not inner[cut].is_initial)
        or not (is_capital(tokens[cut]) or (folded[cut] in language.links and cut > 0))
        or (cut == 0 and folded[cut] in FORMER)
    ):
        cut += 1
    if cut < stop - 1:
        cut = _after_titles(inner, folded[:stop], cut, language)
    return cut


def _may_be_named(
    tokens: Sequence[str], folded: Sequence[str], language: Language, surnames: Collection[str]
) -> bool:
    """Whether the last word can be a surname. One that is an office as well (King, Baker) follows a first name or “Mr.”,
    or is known from before."""
    last = folded[-1]
    if not is_capital(tokens[-1]) or (len(tokens) > 1 and last in language.honorifics):
        return False
    if last in language.plurals and not language.groups.intersection(folded[:-1]):
        return False
    if len(tokens) == 1 and last in language.voices:  # Opinion polls say
        return False
    if last not in language.roles:
        return True
    before = folded[-2] if len(folded) > 1 else ""
    return (
        before in language.first_names
        or before in language.honorifics
        or (len(before) == 1 and tokens[-2][:1].isupper())
        or (len(tokens) == 1 and last in surnames)
    )


def _in_name(tokens: Sequence[str], folded: Sequence[str], at: int, language: Language) -> bool:
    if is_capital(tokens[at]):
        return folded[at] not in language.honorifics or len(folded[at]) == 1
    is_link = at > 0 and folded[at] in language.links
    return is_link and (is_capital(tokens[at - 1]) or folded[at - 1] in language.links)


def _after_titles(inner: Sequence[Word], folded: Sequence[str], cut: int, language: Language) -> int:
    """Where the name begins after titles: House Speaker | Ada Quill, Mayor of Calder | Ada Quill."""
    last_title = -1
    for at in range(cut, len(folded) - 1):
        if inner[at].is_initial or (at > cut and folded[at - 1] in language.first_names):
            continue
        party = at == 0 and folded[at] in language.plurals and folded[-1] not in language.groups
        titles = (folded[at], inner[at].folded)  # Del. is one, the Del of Del Toro none
        if language.is_role(folded[at]) or language.honorifics.intersection(titles) or party:
            last_title = at
    if last_title < 0:
        return cut
    if folded[last_title + 1] in language.links and last_title + 3 < len(folded):
        return last_title + 3
    return last_title + 1


def _kind(
    tokens: Sequence[str],
    folded: Sequence[str],
    language: Language,
    surnames: Collection[str],
    has_article: bool,
) -> str:
    if (
        len(folded) == 1 and folded[0] in surnames and not has_article
    ):  # Cuban said, after Max Cuban was named
        return "person"
    if folded[-1] in language.groups or (
        len(folded) > 2 and any(token in language.groups for token in folded)
    ):
        return "organization"
    if "for" in folded:
        return "organization"
    if any(token in language.groups for token in folded) and folded[0] not in language.first_names:
        return "organization"
    if all(token in language.places or token in language.links for token in folded):
        return "place"
    if folded[-1] in language.places and folded[0] not in language.first_names:
        return "place"
    if has_article or (len(tokens) == 1 and tokens[0].isupper() and len(tokens[0]) > 1):
        return "organization"
    return "person"


def _described(
    number: int,
    view: Outline,
    first: int,
    inner: Sequence[Word],
    end: int,
    language: Language,
) -> Mention:
    start = view.starts[first]
    text = view.text[start:end]
    last = inner[-1].bare
    if last in language.groups and last not in language.roles:
        kind = "organization" if inner[0].is_capitalized else "description"
        return Mention(number, start, end, text, "", kind)
    return Mention(number, start, end, text, text, "description")
