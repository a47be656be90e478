"""Rules for the words before a quotation: Ada Quill said, “…”; Ada Quill: “…”; Quill’s “…” remark."""

import dataclasses

from articles.extraction.clauses import FINITE
from articles.extraction.languages.base import Language
from articles.extraction.phrases import Phrase
from articles.extraction.subjects import named_beside, subject_of
from articles.extraction.surroundings import Attribution, Surroundings
from articles.extraction.types import Mention
from articles.extraction.words import Verb

SIGNING = ("from", "by")  # before a name at a colon: more from Ada Quill: “…”


def by_label(around: Surroundings) -> Attribution | None:
    """Ada Quill: “…”, where the name stands right before the colon and begins the sentence or follows a mark."""
    found = by_colon(around)
    return found if found and found.confidence > 0.8 else None


def by_clause_before_colon(around: Surroundings) -> Attribution | None:
    """When asked, Quill hit back: “…”, where the last part of the sentence names who speaks and has no verb of speech."""
    clause = around.before
    if not clause.text.rstrip().endswith(":"):
        return None
    opening = [
        p for p in clause.phrases if clause.gap(p.first) == "," and p.mention.kind in ("person", "pronoun")
    ]
    if not opening or any(verb.at >= opening[-1].first for verb in clause.verbs):
        return None
    mention = opening[-1].mention
    return Attribution(
        ":", around.between(mention.start, clause.end), mention, "clause before the colon", 0.8
    )


def by_aside(around: Surroundings) -> Attribution | None:
    """When Quill called the boat “a wreck,” Brandt left: the words belong to the clause beside the main one, which they close."""
    clause = around.before
    if clause.folded(clause.first) not in around.language.subordinators:
        return None
    goes_on = around.span.inner.rstrip()[-1:] == "," and clause.text.rstrip()[-1:] not in (",", ":")
    if not goes_on or any(map(clause.gap, range(clause.first + 1, clause.stop))):
        return None
    if any(verb.form == FINITE and verb.folded in around.language.strong for verb in clause.verbs):
        return by_before(around)
    return None


def by_before(around: Surroundings) -> Attribution | None:
    """Ada Quill said: “…” / said the plan was “…”: the last cue before the words that has a subject."""
    clause = around.before
    verbs = clause.verbs
    weaker: Attribution | None = None
    if told := _told_aside(around):
        return told
    for place, verb in enumerate(reversed(verbs)):
        if place > 4:
            break
        subject = subject_of(clause, verb)
        if subject is None:
            continue
        start, end = min(subject.start, verb.start), max(subject.end, verb.end)
        text = around.between(start, end)
        near = around.view.text[verb.end : around.span.start].strip(" ,:") in ("", "that", "to")
        folded = verb.folded
        strong = folded in around.language.strong or folded in around.language.narrow
        confidence = _confidence(verb, near=near, strong=strong, place=place)
        found = Attribution(verb.text, text, subject.mention, "cue before", confidence)
        embedded = subject.mention.kind == "pronoun" and place + 1 < len(verbs)  # Quill said she feared “…”
        if _speaks(subject, around.language) and (strong or (near and not embedded)):
            return found
        if weaker is None or (
            not _speaks_mention(weaker.subject, around.language) and _speaks(subject, around.language)
        ):
            weaker = dataclasses.replace(found, confidence=min(confidence, 0.7))
    if weaker and not _speaks_mention(weaker.subject, around.language):
        main = clause.main_subject()
        if main and main.mention.kind in ("person", "pronoun", "organization"):
            return dataclasses.replace(weaker, subject=main.mention, confidence=0.6)
    return weaker or (Attribution(verbs[-1].text) if verbs and not clause.phrases else None)


def _told_aside(around: Surroundings) -> Attribution | None:
    """The council, Quill said, had asked for “…”: who tells the whole sentence stands between two commas."""
    clause = around.before
    for verb in clause.verbs:
        if verb.at + 1 >= clause.stop or clause.view.gaps[verb.at + 1] != "," or verb.form != FINITE:
            continue
        subject = clause.ending_at(verb.at)
        if subject is None or verb.folded not in around.language.strong or clause.gap(subject.first) != ",":
            continue
        if subject.mention.kind in ("person", "pronoun"):
            text = around.between(subject.start, verb.end)
            return Attribution(verb.text, text, subject.mention, "cue before", 0.84)
    return None


def _confidence(verb: Verb, *, near: bool, strong: bool, place: int) -> float:
    """How sure a cue before the words is: surest right before them, less for each verb that was passed over."""
    if near and verb.form == FINITE:
        return 0.92 if strong else 0.85
    if place == 0 and strong:
        return 0.84 if verb.form == FINITE else 0.78
    return 0.7


def _speaks(phrase: Phrase, language: Language) -> bool:
    return _speaks_mention(phrase.mention, language)


def _speaks_mention(mention: Mention | None, language: Language) -> bool:
    """Whether it is somebody, or something known to speak, rather than any other noun."""
    if mention is None or mention.kind == "place":
        return False
    if mention.kind != "description":
        return True
    last = mention.name.casefold().split()[-1]
    return language.is_role(last) or last in language.voices or last in language.plurals


def by_colon(around: Surroundings) -> Attribution | None:
    """Ada Quill: “…”; QUILL: …"""
    clause = around.before
    if not clause.text.rstrip().endswith(":") or not clause.phrases:
        return None
    last = clause.phrases[-1]
    close = around.view.text[last.end : clause.end].strip() == ":" and not last.before
    first = clause.ending_at(last.first - 1) if last.before == "and" else None  # Ada Quill and Max Odd: “…”
    before = first.before if first else last.before
    governed = before in around.language.prepositions and before not in SIGNING
    governed = governed or (before != "" and before not in SIGNING and last.mention.kind == "description")
    beside = around.view.text[last.end : clause.end].strip() == ":" and not governed
    phrase = named_beside(clause, last if close or beside else clause.main_subject() or last)
    return Attribution(
        ":", around.between(phrase.start, phrase.end), phrase.mention, "colon", 0.85 if close else 0.6
    )


def by_owner(around: Surroundings) -> Attribution | None:
    """Quill’s “…” remark."""
    clause = around.before
    phrase = clause.phrases[-1] if clause.phrases else None
    if phrase is None or not phrase.is_possessive or phrase.stop != clause.stop:
        return None
    return Attribution("", phrase.mention.name, phrase.mention, "whose words they are", 0.7)


def by_sentence_subject(around: Surroundings) -> Attribution | None:
    """Ada Quill called for more “…”, where the verb is none of speech."""
    phrase = around.before.main_subject()
    if phrase is None:
        return None
    return Attribution("", "", phrase.mention, "subject of the sentence", 0.5)
