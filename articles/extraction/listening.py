"""Reading a paragraph as a reader does: who is named, who is the subject, what role somebody is given."""

import bisect
from collections.abc import Iterator, Sequence

from articles.extraction.clauses import FINITE, Clause
from articles.extraction.languages.base import Language, Words
from articles.extraction.people import Known, People, role_tokens
from articles.extraction.phrases import Phrase
from articles.extraction.pronouns import resolve_pronoun
from articles.extraction.subjects import subject_of
from articles.extraction.words import Outline

OF = frozenset("of for at in from".split())
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
        "was elected",
        "was named",
        "was appointed",
        "is now",
        "serves as",
        "served as",
        "works as",
        "worked as",
        "has been",
    }
)


def speaking(view: Outline, phrases: Sequence[Phrase], language: Language) -> frozenset[int]:
    """Where the phrases begin that close a sentence as those who spoke it: the bridge is safe, Quill said."""
    found: set[int] = set()
    for start, end in _sentences_with(language.strong, view):
        clause = Clause(view, phrases, language, start, end)
        for verb in clause.verbs:
            if verb.form == FINITE and verb.folded in language.strong:
                subject = subject_of(clause, verb)
                if subject and clause.gap(min(subject.first, verb.at)) == ",":
                    found.add(subject.start)
    return frozenset(found)


def _sentences_with(cues: Words, view: Outline) -> Iterator[tuple[int, int]]:
    """Where the sentences begin and end in which one of the verbs stands."""
    bounds = (0, *view.stops, len(view.text))
    before = -1
    for index in view.cues:
        at = bisect.bisect_right(view.stops, view.starts[index])
        if at != before and view.words[index].folded in cues:
            before = at
            yield bounds[at], bounds[at + 1]


class Listener:
    """Tells the people of the article about one passage, phrase by phrase."""

    def __init__(self, people: People, view: Outline, phrases: Sequence[Phrase]) -> None:
        self.people, self.view, self.phrases = people, view, phrases
        self._next = 0
        self._sentence_with_subject = self._sentence_with_aside = -1
        self._speaking = speaking(view, phrases, people.language)

    def hear_until(self, position: int) -> None:
        """Take in every phrase that begins before the position."""
        while self._next < len(self.phrases) and self.phrases[self._next].start < position:
            self._hear(self._next)
            self._next += 1

    def _hear(self, index: int) -> None:
        phrase = self.phrases[index]
        language = self.people.language
        sentence = bisect.bisect_right(self.view.stops, phrase.start)
        head = self._owner(index)
        governed = (
            phrase.is_possessive
            or head.before in language.prepositions
            or head.before in language.participles
        )
        known = self._known(phrase)
        if known is None:
            if not governed and sentence not in (self._sentence_with_subject, self._sentence_with_aside):
                self._describe(phrase, sentence)
            return
        speaks = phrase.start in self._speaking
        if speaks or (not governed and sentence != self._sentence_with_subject):
            if head.before in language.subordinators and not speaks:  # when Quill came, Brandt left
                self._sentence_with_aside = sentence
            else:
                self._sentence_with_subject = sentence
            known.last_subject = (phrase.mention.passage, phrase.start)
            self.people.subject = known
            self._pair(index)
        if speaks:
            known.last_spoke = phrase.mention.passage
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

    def _is_definite(self, phrase: Phrase) -> bool:
        """Whether an article or an owner stands before the description: the agent, Caro’s agent."""
        words = self.view.words
        owned = phrase.first > 0 and words[phrase.first - 1].is_possessive
        return owned or words[phrase.first].folded in self.people.language.determiners

    def _describe(self, phrase: Phrase, sentence: int) -> None:
        """Remember a subject without a name by the pronouns that can mean it."""
        words = phrase.mention.name.casefold().split()
        if phrase.mention.kind != "description" or not words:
            return
        language, last = self.people.language, words[-1]
        pronouns: tuple[str, ...]
        if last in language.plurals:
            pronouns = ("p",)
        elif language.is_role(last) and self._is_definite(phrase):
            pronouns = ("f", "m")
        elif last in language.voices or last in language.groups:
            pronouns = ("n", "p")
        else:
            return
        self._sentence_with_subject = sentence
        self.people.subject = None
        for pronoun in pronouns:
            self.people.described[pronoun] = phrase.mention

    def _pair(self, index: int) -> None:
        """Two people who are one subject are “they” afterwards: Ada and Max Quill."""
        first, second = self.phrases[index], self.phrases[index + 1 : index + 2]
        if not second or second[0].mention.kind != "person" or first.mention.kind != "person":
            return
        if second[0].before not in self.people.language.breaks or second[0].first != first.stop + 1:
            return
        name = self.view.text[first.start : second[0].end]
        self.people.described["p"] = first.mention._replace(end=second[0].end, name=name, kind="description")

    def _learn_role(self, index: int, known: Known) -> None:
        """“Ada Quill, the harbor chief” and “the harbor chief, Ada Quill” tell who the harbor chief is."""
        phrase = self.phrases[index]
        before = index - 1
        of_something = before > 0 and self.phrases[before].before in OF
        if of_something and self.phrases[before - 1].stop == self.phrases[before].first - 1:
            before -= 1  # the co-owner of the plane, Ada Quill
        for other in (before, index + 1):
            if not 0 <= other < len(self.phrases) or not self._may_be_role(self.phrases[other]):
                continue
            left, right = sorted((phrase, self.phrases[other]), key=lambda p: p.start)
            end = self.phrases[index - 1].end if other < index - 1 else left.end
            between = self.view.text[end : right.start].strip().casefold()
            if other < index and not self._is_closed(index) and not self._is_role(self.phrases[other]):
                continue  # the pier, Quill said
            if between in APPOSITION and not left.is_possessive:
                role = self._owned(other).mention if other > index else self.phrases[other].mention
                known.roles |= role_tokens(role.name)
                known.label = known.label or role.label

    def _is_closed(self, index: int) -> bool:
        """Whether something stands between the phrase and the next word: the pilot, Ada Quill, said."""
        stop = self.phrases[index].stop
        return stop >= len(self.view.words) or bool(self.view.gaps[stop])

    def _is_role(self, phrase: Phrase) -> bool:
        return self.people.language.is_role(phrase.mention.name.casefold().split()[-1])

    def _may_be_role(self, phrase: Phrase) -> bool:
        """Whether a description can be what one person is; of what a preposition governs, only a noun for people can:
        from her brother, Max, but growing up on a barge, Ada."""
        language, last = self.people.language, phrase.mention.name.casefold().split()[-1:]
        if phrase.mention.kind != "description" or not last or last[0] in language.plurals:
            return False
        return phrase.before not in language.prepositions or language.is_role(last[0])

    def _owner(self, index: int) -> Phrase:
        """The first of a chain of owners: of “the city’s harbor chief” the city."""
        phrase = self.phrases[index]
        while (
            index and self.phrases[index - 1].is_possessive and self.phrases[index - 1].stop == phrase.first
        ):
            index -= 1
            phrase = self.phrases[index]
        return phrase

    def _owned(self, index: int) -> Phrase:
        """What a possessive owns: of “the city’s harbor chief” the harbor chief."""
        phrase = self.phrases[index]
        while phrase.is_possessive and index + 1 < len(self.phrases):
            index += 1
            if self.phrases[index].first != phrase.stop:
                break
            phrase = self.phrases[index]
        return phrase
