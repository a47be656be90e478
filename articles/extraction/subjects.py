"""The subject of a verb of speech."""

from articles.extraction.clauses import FINITE, PARTICIPLE, PASSIVE, Clause
from articles.extraction.phrases import Phrase
from articles.extraction.words import HIDDEN, Verb

MANNER = frozenset("reportedly loudly repeatedly angrily quietly".split())


def subject_of(clause: Clause, verb: Verb) -> Phrase | None:
    """The phrase that governs the verb: beside it, across an apposition or a relative pronoun, or of the main clause."""
    if verb.form == PASSIVE:
        return _agent(clause, verb)
    if verb.form != FINITE:
        return _of_main_clause(clause, verb)
    start = verb.at
    if clause.folded(start - 1) == "to" and clause.folded(start - 2) in clause.language.habits:
        start -= 2
    index, has_comma, passed = _skip_adverbs(clause, start)
    if index <= clause.first - 1:
        return subject_after(clause, verb)
    phrase = clause.ending_at(index + 1)
    if phrase and phrase.is_possessive:
        phrase = None
    folded = clause.folded(index)
    if phrase and not has_comma:
        return clause.head_of(phrase)
    if folded in clause.language.relatives:
        return _antecedent(clause, index) or clause.main_subject(index)
    if has_comma:
        may_invert = not passed and not (phrase and verb.folded in clause.language.tellers)
        return (
            _across_apposition(clause, index + 1)
            or (subject_after(clause, verb) if may_invert else None)
            or (clause.head_of(phrase) if phrase else clause.main_subject(verb.at))
        )
    if HIDDEN in clause.gap(verb.at):
        after = subject_after(clause, verb)
        if after:
            return after
    return clause.main_subject(verb.at) or subject_after(clause, verb)


def _agent(clause: Clause, verb: Verb) -> Phrase | None:
    """Who does what is done: was described by Ada Quill as."""
    for index in range(verb.at + 1, min(verb.at + 4, clause.stop)):
        if clause.folded(index) in clause.language.agents:
            return clause.beginning_at(index + 1)
    return None


def subject_after(clause: Clause, verb: Verb) -> Phrase | None:
    """The subject of an inverted verb: “…,” said Ada Quill."""
    index = verb.at + 1
    while index < clause.stop and clause.folded(index) in clause.language.adverbs and not clause.gap(index):
        index += 1
    if index >= clause.stop or clause.gap(index) not in ("", "-", "-t-"):
        return None
    phrase = clause.beginning_at(index) or _behind_adjectives(clause, index)
    if phrase is None or phrase.mention.kind == "place":
        return None
    if clause.language.pronouns.get(phrase.mention.name.casefold()) == "n":  # as Quill put it
        return None
    if phrase.is_possessive:  # said Quill’s lawyer: what is owned speaks
        owned = clause.beginning_at(phrase.stop)
        return named_beside(clause, owned) if owned else phrase
    return (
        named_beside(clause, phrase) if phrase.mention.kind == "description" else _past_party(clause, phrase)
    )


def _behind_adjectives(clause: Clause, index: int) -> Phrase | None:
    """The name behind words that are no part of it: said election lawyer Ada Quill, said purser Lena Osk."""
    for at in range(index, min(index + 4, clause.stop)):
        if at > index and clause.gap(at) not in ("", "/"):
            return None
        phrase = clause.beginning_at(at)
        if phrase:
            if phrase.mention.label or phrase.mention.kind == "description":
                return phrase
            return _with_trade(clause, index, phrase)
        if clause.folded(at) in clause.language.prepositions or clause.folded(at) in clause.language.breaks:
            return None
    return None


def _past_party(clause: Clause, phrase: Phrase) -> Phrase:
    """The whole name behind a single capitalized word and a small one: said Harbor ranking Liberal Ada Quill."""
    language, at = clause.language, phrase.stop
    following = clause.beginning_at(at + 1)
    if " " in phrase.mention.name or following is None or clause.gap(at) or clause.gap(at + 1):
        return phrase
    is_small = (
        clause.folded(at) in language.breaks | language.prepositions | language.adverbs | language.auxiliaries
    )
    is_whole = following.mention.kind == "person" and " " in following.mention.name
    return following if is_whole and not is_small and clause.folded(at) not in language.relatives else phrase


def _with_trade(clause: Clause, index: int, phrase: Phrase) -> Phrase | None:
    """A whole name behind one or two lower-case words, where it ends what is said of the speaking: the words are a trade."""
    before = [clause.folded(at) for at in range(index, phrase.first)]
    trade = clause.view.text[clause.view.starts[index] : phrase.start].strip()
    small = clause.language.adverbs | clause.language.auxiliaries | frozenset(clause.language.pronouns)
    ends = phrase.stop >= clause.stop or bool(clause.gap(phrase.stop))
    is_whole = phrase.mention.kind == "person" and " " in phrase.mention.name
    if not (before and ends and is_whole) or small & set(before) or any(w.endswith("ly") for w in before):
        return None
    mention = phrase.mention._replace(label=trade)
    return phrase._replace(mention=mention)


def named_beside(clause: Clause, phrase: Phrase) -> Phrase:
    """The name in apposition to a description: his chief of staff, Ada Quill,."""
    if phrase.mention.kind != "description":
        return phrase
    stop = phrase.stop
    while clause.folded(stop) in ("of", "for") and (inner := clause.beginning_at(stop + 1)):
        if inner.mention.kind == "person" and inner.mention.label.islower():  # secretary of state Ada Quill
            return inner
        stop = inner.stop
    if clause.folded(stop) == "known" and clause.folded(stop + 1) == "as":  # the clerk known as Ada
        stop += 2
    if clause.folded(stop) == "and" and not clause.gap(stop):  # former governor and party chairman Ada Quill
        titled = clause.beginning_at(stop + 1)
        if titled and titled.mention.kind == "person" and titled.mention.label:
            return titled
    following = clause.beginning_at(stop)
    if following and following.mention.kind == "person" and clause.gap(stop) in ("", ","):
        return following
    return phrase


def _skip_adverbs(clause: Clause, index: int) -> tuple[int, bool, bool]:
    """The word before the verb once adverbs and auxiliaries are passed, whether a comma came, whether any was passed."""
    language, has_comma, passed = clause.language, False, False
    while index >= clause.first:
        gap = clause.gap(index)
        if HIDDEN in gap:
            return clause.first - 1, has_comma, passed
        if gap.strip("'’") and index > clause.first:
            has_comma = True
        index -= 1
        folded = clause.folded(index)
        if clause.ending_at(index + 1):
            break
        if (
            folded not in language.adverbs
            and folded not in language.auxiliaries
            and not folded.endswith("ly")
        ):
            break
        passed = True
    return index, has_comma, passed


def _antecedent(clause: Clause, relative: int) -> Phrase | None:
    phrase = clause.ending_at(relative)
    return clause.head_of(phrase) if phrase else None


def _across_apposition(clause: Clause, stop: int) -> Phrase | None:
    """Of “Ada Quill, the mayor of Calder, said” the name: the phrase before the comma that opens the aside."""
    for index in range(stop - 1, max(clause.first, stop - 40), -1):
        if clause.gap(index) not in (",", "—", "–", "-"):
            continue
        phrase = clause.ending_at(index)
        if phrase is None or phrase.is_possessive:
            continue
        head = clause.head_of(phrase)
        if head.mention.kind in ("person", "organization", "pronoun", "description"):
            if head.mention.kind == "description":
                name = clause.beginning_at(index)
                if (
                    name
                    and name.mention.kind == "person"
                    and stop in (name.stop, _stop_of_pair(clause, name))
                ):
                    return name
                before = clause.ending_at(head.first)
                if before and before.mention.kind == "person" and clause.gap(head.first) == ",":
                    return before  # Ada Quill, the mayor of Calder, one of many who came, said
            if (
                head.before in clause.language.prepositions and head.before != "as"
            ):  # as Quill, the mayor, put it
                continue
            return head
    return None


def _stop_of_pair(clause: Clause, name: Phrase) -> int:
    """Where two names end that “and” joins."""
    second = clause.beginning_at(name.stop + 1) if clause.folded(name.stop) == "and" else None
    return second.stop if second and second.mention.kind == "person" else name.stop


def _crowd_before(clause: Clause, verb: Verb) -> Phrase | None:
    """Those who chant: the last crowd before the verb."""
    language = clause.language
    for phrase in reversed(clause.phrases):
        last = phrase.mention.name.casefold().split()[-1]
        if phrase.stop <= verb.at and (last in language.plurals or last in language.crowds):
            return phrase
    return None


def _bears_words(clause: Clause, phrase: Phrase) -> bool:
    """Whether it is something on which words stand, whoever holds it up: a sign saying, an editorial telling him."""
    return phrase.mention.name.casefold().split()[-1] in clause.language.bearers


def _of_main_clause(clause: Clause, verb: Verb) -> Phrase | None:
    """The subject of a participle or an infinitive."""
    at = verb.at
    while (
        at > clause.first
        and (clause.folded(at - 1) in clause.language.adverbs or clause.folded(at - 1) in MANNER)
        and not clause.gap(at)
    ):
        at -= 1
    beside = clause.ending_at(at)
    if (
        beside
        and not clause.gap(at)
        and beside.mention.kind in ("person", "pronoun")
        and not beside.is_possessive
    ):
        return beside
    if verb.folded in clause.language.chants and (crowd := _crowd_before(clause, verb)):
        return crowd
    if beside and not clause.gap(at) and verb.form == PARTICIPLE and _bears_words(clause, beside):
        return beside
    earlier = [v for v in clause.verbs if v.at < verb.at][-3:]
    for other in reversed(earlier):
        beside = clause.ending_at(other.at)
        if other.form == FINITE:
            found = subject_of(clause, other)
        elif other.form == verb.form and beside and beside.mention.kind in ("person", "pronoun"):
            found = beside  # with Quill saying this and adding that
        else:
            found = None
        if found and found.mention.kind in ("person", "pronoun", "organization"):
            return found
    return clause.main_subject(verb.at)
