"""The verbs that introduce speech, with their forms."""

_REGULAR = """accept acknowledge add address admit advise affirm agree allege announce answer appeal argue ask assert
assure blame blast brand call caution challenge charge cite claim clarify comment complain concede conclude condemn
confess confirm contend counter criticize declare decry defend demand denounce deny describe detail dismiss disclose
echo emphasize estimate exclaim explain express fear hail highlight hint imply indicate inform insist instruct invoke
interject joke label lament lambaste mention mock muse mutter note observe offer opine order plead pledge point post praise
predict promise propose protest proclaim pronounce quip question raise react read reason recall recommend refer reflect
reiterate reject remark remember remind repeat reply report request respond reveal say scoff scold shout signal sneer
snap state stress suggest summarize surmise testify text thank threaten tout tweet underline underscore urge voice vow
warn welcome whisper wonder yell title predict caution continue conclude retort rule sum recount confide elaborate""".split()
_IRREGULAR = """said says say saying told tells tell telling wrote written writes write writing spoke spoken speaks speak
speaking thought thinks think thinking felt feels believed believes believe swore sworn went put puts read reads sang
cried cries crying replied replies replying denied denies testified testifies testifying clarified clarifies identified
made made-clear quoted vowed according swears insisted wrote spelled laid called calls""".split()


def _forms(verb: str) -> set[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    forms = {verb, verb + "s", stem + "ed", stem + "ing"}
    if verb.endswith(("s", "sh", "ch", "x")):
        forms.add(verb + "es")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    if verb.endswith(("p", "t", "l", "n")) and verb[-2] in "aeiou":
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return forms


CUES = frozenset(form for verb in _REGULAR for form in _forms(verb)) | frozenset(_IRREGULAR)
BARE_NOUNS = frozenset(
    {"comment", "comments", "claim", "claims", "report", "reports", "order", "orders", "state"}
)
BARE_NOUNS |= {
    "states",
    "post",
    "posts",
    "text",
    "texts",
    "charge",
    "charges",
    "point",
    "offer",
    "question",
    "call",
}


def is_cue(word: str) -> bool:
    """Whether the word can introduce speech."""
    return word.casefold() in CUES
