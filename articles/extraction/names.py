"""Who is mentioned: names with the roles before them, offices and organizations, descriptions and pronouns."""

import dataclasses
from collections.abc import Sequence

from articles.extraction.types import Mention
from articles.extraction.words import Outline, Word

ROLES = frozenset(
    """minister secretary president senator mayor chairman chairwoman chair chancellor governor general colonel captain
    director spokesman spokeswoman spokesperson ambassador judge justice chief officer commissioner attorney prosecutor
    professor doctor king queen prince princess pope bishop archbishop rabbi imam coach manager analyst economist leader
    lawmaker congressman congresswoman representative deputy councillor councilor councilman councilwoman inspector
    sheriff detective sergeant lieutenant admiral founder owner author actor actress singer player captain engineer
    scientist researcher historian teacher principal dean pilot harbourmaster harbormaster lawyer solicitor barrister
    executive ceo cfo treasurer curator conductor organizer activist candidate nominee premier envoy adviser advisor
    official aide member head editor reporter journalist farmer resident witness victim survivor nurse physician surgeon
    worker driver fisherman docker trustee magistrate clerk captain skipper striker goalkeeper midfielder manager""".split()
)
HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lord lady dame prof sen rep gov gen col capt lt sgt rev st".split()
)
MODIFIERS = frozenset(
    """defense defence prime foreign interior finance state vice deputy former acting secretary-general security
    homeland education health justice labor labour energy interior treasury senior chief assistant u.s us british
    israeli american russian chinese french german lead house senate majority minority attorney national city
    international republican democratic democrat gop sen rep""".split()
)
ORGANIZATIONS = frozenset(
    """office ministry department police council company union party university authority agency commission committee
    court board association federation government administration bank group institute house pentagon kremlin
    parliament congress senate army navy service force bureau foundation center centre club corp inc ltd society trust
    times post journal news press network campaign team hospital church school college museum embassy union""".split()
)
PRONOUNS = {
    "he": "m",
    "she": "f",
    "they": "p",
    "him": "m",
    "her": "f",
    "his": "m",
    "who": "",
    "i": "",
    "we": "p",
}
SUBJECTS = frozenset({"he", "she", "they"})
NOT_NAMES = frozenset(
    """the a an in on at but and or if when while after before since during following this that these those it its he
    she they we i you his her their as for from with by of to not no yes also however still then there here what who
    how why where monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december today yesterday tomorrow meanwhile asked speaking both one two three
    some many most other another each even just only such according earlier later last next new""".split()
)
PLACES = frozenset(
    """israel iran iraq syria russia china america britain england scotland wales ireland france germany italy spain
    ukraine turkey egypt jordan lebanon gaza japan india pakistan afghanistan mexico canada cuba brazil africa europe
    asia washington london paris berlin moscow beijing brussels jerusalem iowa ohio florida texas california nevada
    virginia michigan wisconsin pennsylvania hampshire carolina georgia arizona colorado""".split()
)
PLACE_PREPOSITIONS = frozenset("in at near across into around throughout outside inside".split())
LINKS = frozenset("of de la van von der den bin ibn al el di da du le the for and &".split())


def find_mentions(number: int, view: Outline) -> list[Mention]:
    """Everything in the passage, outside quotation marks, that could speak, in reading order."""
    mentions: list[Mention] = []
    words, index = view.words, 0
    while index < len(words):
        word = words[index]
        folded = word.text.casefold()
        if folded in SUBJECTS:
            mentions.append(Mention(number, word.start, word.end, word.text, "", "pronoun"))
            index += 1
        elif word.is_capitalized and bare(folded) not in NOT_NAMES:
            stop = _run_end(view, index)
            named = _named(number, view, words[index:stop])
            in_place = _in_place(words, index, stop, named)
            mentions += [_as_place(m) if in_place or _is_place(m) else m for m in named]
            index = stop
        elif folded in {"the", "a", "an", "one", "its", "his", "her", "their"}:
            stop, mention = _description(number, view, index)
            if mention:
                mentions.append(mention)
            index = stop
        else:
            index += 1
    return mentions


def _is_place(mention: Mention) -> bool:
    return mention.kind == "person" and not mention.label and mention.name.casefold().split()[-1] in PLACES


def _in_place(words: Sequence[Word], index: int, stop: int, named: Sequence[Mention]) -> bool:
    """Whether “in the Gaza Strip” says that a place is meant, which does not speak; “in Quill’s speech” does not."""
    if (
        len(named) != 1
        or named[0].kind != "person"
        or named[0].label
        or words[stop - 1].text.endswith(("’s", "'s"))
    ):
        return False
    before = [w.text.casefold() for w in words[max(0, index - 2) : index]]
    if before and before[-1] == "the":
        before.pop()
    return bool(before) and before[-1] in PLACE_PREPOSITIONS


def _as_place(mention: Mention) -> Mention:
    return dataclasses.replace(mention, kind="place")


def bare(word: str) -> str:
    """The word without a possessive ending or a final stop."""
    for ending in ("’s", "'s", "’", "'", "."):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _adjacent(view: Outline, left: Word, right: Word) -> bool:
    return view.text[left.end : right.start] == " "


def _run_end(view: Outline, index: int) -> int:
    words, stop = view.words, index + 1
    while stop < len(words) and _adjacent(view, words[stop - 1], words[stop]):
        word = words[stop]
        if word.is_capitalized and bare(word.text.casefold()) not in NOT_NAMES:
            stop += 1
        elif (
            word.text.casefold() in LINKS - {"and", "for", "the"}
            and stop + 1 < len(words)
            and words[stop + 1].is_capitalized
            and _adjacent(view, word, words[stop + 1])
        ):
            stop += 2
        else:
            break
    return stop


def _named(number: int, view: Outline, run: Sequence[Word]) -> list[Mention]:
    """One mention for a capitalized run; a possessive inside splits what owns from what follows."""
    for index, word in enumerate(run[:-1]):
        if word.text.endswith(("’s", "'s")):
            owner, owned = run[: index + 1], run[index + 1 :]
            return [*_named(number, view, owner), *_named(number, view, owned)]
    tokens = [bare(w.text) if i == len(run) - 1 else w.text for i, w in enumerate(run)]
    folded = [bare(t.casefold()) for t in tokens]
    cut = 0
    for index, token in enumerate(folded[:-1]):
        if token in ROLES or token in HONORIFICS or (token in MODIFIERS and cut == index):
            cut = index + 1
        elif token in LINKS and cut == index and cut:
            cut = index + 2
    while cut < len(folded) - 1 and folded[cut] in MODIFIERS | ROLES:
        cut += 1
    label = " ".join(tokens[:cut])
    if label.casefold() in HONORIFICS:
        label = ""
    name, start = " ".join(tokens[cut:]), run[min(cut, len(run) - 1)].start
    end = run[-1].start + len(tokens[-1])
    if not name:
        return []
    if len(tokens) - cut == 1 and folded[-1] in ROLES:
        return [Mention(number, run[0].start, end, " ".join(tokens), " ".join(tokens), "description")]
    is_organization = any(token in ORGANIZATIONS for token in folded[cut:]) or (
        len(tokens) == 1 and name.isupper()
    )
    possessive_office = _office(view, run[-1])
    if possessive_office and not is_organization:
        office = view.text[run[0].start : possessive_office]
        return [
            Mention(number, start, end, name, label, "person"),
            Mention(number, run[0].start, possessive_office, office, "", "organization"),
        ]
    return [Mention(number, start, end, name, label, "organization" if is_organization else "person")]


def _office(view: Outline, last: Word) -> int | None:
    """The end of “’s office” after a name, which then speaks as an organization."""
    if not last.text.endswith(("’s", "'s")):
        return None
    rest = view.text[last.end : last.end + 14]
    for noun in (" office", " campaign", " team", " lawyers", " family"):
        if rest.startswith(noun):
            return last.end + len(noun)
    return None


def _description(number: int, view: Outline, index: int) -> tuple[int, Mention | None]:
    """“the Israeli defense minister”: an article, up to five words, the last of them a role."""
    words, best = view.words, None
    for stop in range(index + 1, min(index + 6, len(words))):
        if not _adjacent(view, words[stop - 1], words[stop]):
            break
        token = bare(words[stop].text.casefold())
        if token in ROLES:
            best = stop
        elif best is not None:
            break
    if best is None:
        return index + 1, None
    following = words[best + 1] if best + 1 < len(words) else None
    if following and following.is_capitalized and _adjacent(view, words[best], following):
        return index + 1, None  # “the pilot Ada Quill”: the name is found by itself
    start, end = words[index + 1].start, words[best].end
    text = view.text[start:end]
    return best + 1, Mention(number, words[index].start, end, text, text, "description")
