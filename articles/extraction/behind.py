"""Rules for the words behind a quotation: “…,” said Ada Quill; “…,” according to the office."""

from articles.extraction.clauses import FINITE, INFINITIVE, PARTICIPLE, PASSIVE, Clause
from articles.extraction.phrases import Phrase
from articles.extraction.subjects import subject_after, subject_of
from articles.extraction.surroundings import Attribution, Surroundings
from articles.extraction.words import Verb

LONGEST_TITLE = 7  # words before a name
LATEST = 30  # words between a quotation and a cue that follows it


def by_signature(around: Surroundings) -> Attribution | None:
    """“…” — Ada Quill, at the end of a paragraph."""
    lead = around.after.text.lstrip()
    if lead[:1] not in ("―", "—", "–", "-") or around.after.end < len(around.view.text.rstrip()) - 1:
        return None
    if len(around.after.phrases) == 0 or any(v.form == FINITE for v in around.after.verbs):
        return None
    phrase = around.after.phrases[0]
    if phrase.first != around.after.first or phrase.mention.kind not in ("person", "organization"):
        return None
    return Attribution("—", phrase.mention.name, phrase.mention, "signed", 0.9)


def by_after(around: Surroundings) -> Attribution | None:
    """“…,” said Ada Quill / he added / the pilot told reporters."""
    clause = around.after
    if clause.first >= clause.stop or not _goes_on(around):
        return None
    acting = _acting_verb(clause, around)
    if acting:
        who, verb = acting
        text = around.between(clause.start, verb.end)
        return Attribution(verb.text, text, who.mention, "cue after", 0.85)
    unusual = _unusual_verb(clause)
    for verb in [unusual] if unusual else clause.verbs:
        if verb.at - clause.first > LATEST:
            return None
        if (
            verb.form == INFINITIVE and clause.folded(verb.at - 2) in clause.language.habits
        ):  # she used to say
            verb = verb._replace(form=FINITE)
        if verb.form == INFINITIVE or (verb.form == PARTICIPLE and around.before.phrases):
            return None
        lead = _words_before(clause, verb)
        if lead == 0:
            subject = subject_after(clause, verb)
        else:
            subject = subject_of(clause, verb)
            if subject is None or subject.start >= verb.start or not _leads_directly(clause, subject):
                return None
        if subject is None:
            return None
        end = max(verb.end, subject.end)
        return Attribution(verb.text, around.between(clause.start, end), subject.mention, "cue after", 0.95)
    return None


def _unusual_verb(clause: Clause) -> Verb | None:
    """The verb right behind the mark that is none of speech, but has a name behind it: “…!” beamed Ada Quill."""
    word = clause.view.words[clause.first]
    if word.is_capitalized or word.is_cue or not word.folded.endswith(clause.language.past_endings):
        return None
    phrase = clause.beginning_at(clause.first + 1)
    if phrase is None or clause.gap(phrase.first) or phrase.mention.kind != "person":
        return None
    return clause.verb_at(clause.first, FINITE)


def _acting_verb(clause: Clause, around: Surroundings) -> tuple[Phrase, Verb] | None:
    """Who does something right behind words that end with a comma: “…,” she began, “…,” the pilot grinned."""
    if around.span.inner.rstrip()[-1:] not in ",—–":
        return None
    subject = clause.beginning_at(clause.first)
    if (
        subject is None
        or subject.is_possessive
        or subject.mention.kind not in ("person", "pronoun", "description")
    ):
        return None
    index = subject.stop
    while clause.folded(index) in clause.language.adverbs and not clause.gap(index):
        index += 1
    folded = clause.folded(index)
    if (
        not folded.endswith(clause.language.past_endings)
        or folded in clause.language.cues
        or clause.gap(index)
    ):
        return None
    return subject, clause.verb_at(index, FINITE)


def _words_before(clause: Clause, verb: Verb) -> int:
    """How many words that are no adverbs come before the verb."""
    language = clause.language
    return sum(clause.folded(i) not in language.adverbs for i in range(clause.first, verb.at))


def _goes_on(around: Surroundings) -> bool:
    """Whether the sentence of the quotation goes on behind its closing mark."""
    last = around.span.inner.rstrip()[-1:]
    lead = around.after.text.lstrip()
    first = lead[:1]
    if first in (",", "—", "–", "-") or first.islower():
        return True
    before = around.before
    if (
        last in "?!" and before.verbs and before.text.rstrip()[-1:] in (":", ",")
    ):  # Quill asked, “Why?” Brandt said no more
        return False
    return last in ",?!—–-" or (last not in ".;:" and first.isupper())


def _leads_directly(clause: Clause, subject: Phrase) -> bool:
    """Whether nothing but modifiers of the subject stands between the quotation and the verb that follows."""
    language = clause.language
    lead = range(clause.first + (clause.folded(clause.first) == "as"), subject.first)
    if any(clause.folded(i) in language.breaks or clause.folded(i) in language.auxiliaries for i in lead):
        return False
    first = clause.folded(clause.first)
    if first != "as" and first in language.prepositions | language.relatives:  # as Quill said
        return False
    owners = sum(p.stop - p.first for p in clause.phrases if p.stop <= subject.first)
    return len(lead) - owners <= 3


def by_passive(around: Surroundings) -> Attribution | None:
    """was called “…” by Ada Quill."""
    clause = around.after
    if clause.folded(clause.first) not in around.language.agents or clause.gap(clause.first):
        return None
    phrase = clause.beginning_at(clause.first + 1)
    verbs = [verb for verb in around.before.verbs if verb.form == PASSIVE]
    if phrase is None or not verbs or phrase.mention.kind not in ("person", "organization", "description"):
        return None
    cue = verbs[-1]
    if any(clause_word in around.language.prepositions for clause_word in _since(around.before, verbs[-1])):
        return None
    return Attribution(cue.text, around.between(cue.start, phrase.end), phrase.mention, "passive", 0.85)


def _since(clause: Clause, verb: Verb) -> list[str]:
    """The words between the verb and the quotation, but for “as”."""
    return [word for i in range(verb.at + 1, clause.stop) if (word := clause.folded(i)) != "as"]


def by_at_once_according(around: Surroundings) -> Attribution | None:
    """“…,” according to the office."""
    starts = around.after.text.lstrip(" ,").casefold().startswith(around.language.accordings)
    return by_according(around) if starts else None


def by_according(around: Surroundings) -> Attribution | None:
    """according to a statement from the office; in the words of the report."""
    for clause in (around.after, around.before) if _tells_more(around) else (around.before,):
        folded = clause.text.casefold()
        for words in around.language.accordings:
            at = folded.find(words)
            if at < 0:
                continue
            start = clause.start + at
            named = [p for p in clause.phrases if p.start >= start + len(words)]
            if not named:
                continue
            subject = _whole(clause, named[0])
            text = around.view.text[start : subject.end]
            return Attribution(words.strip(), text, subject.mention, words.strip(), 0.9)
    return None


def _tells_more(around: Surroundings) -> bool:
    """Whether what follows is still the sentence of the quotation and not the next one: “Why?” Brandt left, according to …"""
    last = around.span.inner.rstrip()[-1:]
    return _goes_on(around) and not (last in "?!" and around.after.text.lstrip()[:1].isupper())


def _whole(clause: Clause, phrase: Phrase) -> Phrase:
    """Behind “according to”: what is owned, a name in apposition, or who issued a document."""
    while phrase.is_possessive and (owned := clause.beginning_at(phrase.stop)):
        phrase = owned
    if phrase.mention.kind == "description":
        stop = phrase.stop
        if clause.folded(stop).endswith(clause.language.passive_endings) and not clause.gap(stop):
            stop += 1  # a paper filed by Ada Quill
        if clause.folded(stop) in ("from", "by", "of") and (issuer := clause.beginning_at(stop + 1)):
            if issuer.mention.kind in ("person", "organization"):
                return _whole(clause, issuer) if issuer.is_possessive else issuer
        name = clause.beginning_at(phrase.stop)
        if name and name.mention.kind == "person" and clause.gap(phrase.stop) in ("", ","):
            return name
    return phrase


def by_closing(around: Surroundings) -> Attribution | None:
    """“…” and the rest of the plan, Ada Quill said: the last words of the sentence say who spoke all of it."""
    clause = around.after.until(around.sentence_end)
    last = clause.last_verb()
    if last is None or clause.folded(last.at) not in around.language.strong:
        return None
    lead = clause.text.lstrip()[:1]
    if not lead.islower():  # another sentence, or an attribution of its own
        return None
    subject = subject_after(clause, last) if clause.gap(last.at) == "," else clause.ending_at(last.at)
    if subject is None or subject.is_possessive or subject.mention.kind == "place":
        return None
    first = _first_of_title(clause, min(subject.first, last.at))
    if clause.gap(first) != ",":
        return None
    text = around.between(min(subject.start, last.start), max(subject.end, last.end))
    return Attribution(last.text, text, subject.mention, "cue at the end of the sentence", 0.82)


def _first_of_title(clause: Clause, first: int) -> int:
    """Where words begin that belong to the name behind them: Port Department trial counsel | Ada Quill."""
    language = clause.language
    small = language.breaks | language.prepositions | language.auxiliaries | language.pronouns.keys()
    for at in range(first, max(clause.first, first - LONGEST_TITLE), -1):
        if clause.gap(at):
            return at
        if clause.folded(at - 1) in small or clause.view.words[at - 1].is_cue:
            break
    return first


def by_late(around: Surroundings) -> Attribution | None:
    """“…” and the rest of the plan, Ada Quill said / said Ada Quill."""
    clause = around.after
    for verb in reversed([v for v in clause.verbs if v.form == FINITE]):
        subject = (
            subject_after(clause, verb) if clause.gap(verb.at).endswith(",") else subject_of(clause, verb)
        )
        if subject is None or subject.mention.kind == "place":
            continue
        if subject.start > verb.start or clause.gap(subject.first) == ",":
            text = around.between(min(subject.start, verb.start), max(subject.end, verb.end))
            return Attribution(verb.text, text, subject.mention, "cue later in the sentence", 0.75)
    return None
