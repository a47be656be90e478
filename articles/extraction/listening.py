"""Reading a paragraph as a reader does: who is named, who is the subject, what role somebody is given."""

import bisect
from collections.abc import Sequence

from articles.extraction.people import Known, People
from articles.extraction.phrases import Phrase
from articles.extraction.pronouns import resolve_pronoun
from articles.extraction.words import Outline

APPOSITION = frozenset(
    {
        ",",
        ", the",
        ", a",
        ", an",
        ", his",
        ", her",
        "is",
        "is the",
        "is a",
        "was",
        "was the",
        "was a",
        "became",
    }
)


class Listener:
    """Tells the people of the article about one passage, phrase by phrase."""

    def __init__(self, people: People, view: Outline, phrases: Sequence[Phrase]) -> None:
        self.people, self.view, self.phrases = people, view, phrases
        self._next = 0
        self._sentence_with_subject = -1

    def hear_until(self, position: int) -> None:
        """Take in every phrase that begins before the position."""
        while self._next < len(self.phrases) and self.phrases[self._next].start < position:
            self._hear(self._next)
            self._next += 1

    def _hear(self, index: int) -> None:
        phrase = self.phrases[index]
        language = self.people.language
        sentence = bisect.bisect_right(self.view.stops, phrase.start)
        governed = phrase.is_possessive or phrase.before in language.prepositions
        known = self._known(phrase)
        if known is None:
            if not governed and sentence != self._sentence_with_subject and self._is_somebody(phrase):
                self._sentence_with_subject = sentence
                self.people.described = phrase.mention
            return
        if not governed and sentence != self._sentence_with_subject:
            self._sentence_with_subject = sentence
            known.last_subject = (phrase.mention.passage, phrase.start)
        if phrase.mention.kind == "person":
            self._learn_role(index, known)

    def _known(self, phrase: Phrase) -> Known | None:
        mention = phrase.mention
        if mention.kind in ("person", "organization"):
            return self.people.see(mention)
        if mention.kind == "pronoun":
            gender = self.people.language.pronouns.get(mention.name.casefold(), "")
            known, confidence = resolve_pronoun(mention, gender, self.people)
            if known and confidence >= 0.6 and gender in ("f", "m"):
                known.gender = known.gender or gender
                return known
        return None

    def _is_somebody(self, phrase: Phrase) -> bool:
        """Whether a description means one person, whose name is not told."""
        words = phrase.mention.name.casefold().split()
        return (
            phrase.mention.kind == "description" and bool(words) and self.people.language.is_role(words[-1])
        )

    def _learn_role(self, index: int, known: Known) -> None:
        """“Ada Quill, the harbor chief” and “the harbor chief, Ada Quill” tell who the harbor chief is."""
        phrase = self.phrases[index]
        for other in (index - 1, index + 1):
            if not 0 <= other < len(self.phrases) or self.phrases[other].mention.kind != "description":
                continue
            left, right = sorted((phrase, self.phrases[other]), key=lambda p: p.start)
            between = self.view.text[left.end : right.start].strip().casefold()
            if between in APPOSITION and not left.is_possessive:
                role = self._owned(other).mention if other > index else self.phrases[other].mention
                known.roles |= self.people.tokens(role.name)
                known.label = known.label or role.label

    def _owned(self, index: int) -> Phrase:
        """What a possessive owns: of “the city’s harbor chief” the harbor chief."""
        phrase = self.phrases[index]
        while phrase.is_possessive and index + 1 < len(self.phrases):
            index += 1
            if self.phrases[index].first != phrase.stop:
                break
            phrase = self.phrases[index]
        return phrase
