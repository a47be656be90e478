"""A stretch of one sentence: its verbs of speech, and which noun phrase is the subject of each."""

import bisect
import functools
import operator
from collections.abc import Sequence

from articles.extraction.languages.base import Language, Words
from articles.extraction.phrases import Phrase
from articles.extraction.words import Outline, Verb

FINITE, PARTICIPLE, INFINITIVE, PASSIVE = "finite", "participle", "infinitive", "passive"
LONGEST, MOST_WORDS = 3000, 70  # characters and words; what stands further away says nothing of a quotation
BEING = frozenset("is are was were be been being what's that's it's he's she's there's who's".split())
MANY = frozenset("i you we they people men women children police".split())
CHAINS = frozenset(
    "of for from at with in on to and".split()
)  # between the head of a phrase and what belongs to it


_START, _FIRST = operator.attrgetter("start"), operator.attrgetter("first")


class Clause:
    """The words and phrases between two positions of a passage; of a very long stretch, the last ones."""

    def __init__(
        self, view: Outline, phrases: Sequence[Phrase], language: Language, start: int, end: int
    ) -> None:
        self.view, self.language, self.end = view, language, end
        self._all = phrases
        self.stop = bisect.bisect_left(view.starts, end)
        first = bisect.bisect_left(view.starts, max(start, end - LONGEST))
        self.first = max(first, self.stop - MOST_WORDS)
        start = max(start, end - LONGEST) if first == self.first else view.starts[self.first]
        self.start = start
        low = bisect.bisect_left(phrases, start, key=_START)
        high = bisect.bisect_left(phrases, end, key=_START)
        self.phrases = phrases[low:high]
        self._by_stop = {p.stop: p for p in self.phrases}
        self._by_first = {p.first: p for p in self.phrases}

    @functools.cached_property
    def text(self) -> str:
        return self.view.text[self.start : self.end]

    def until(self, end: int) -> "Clause":
        """The clause with what follows it, up to a position."""
        return self if end <= self.end else Clause(self.view, self._all, self.language, self.start, end)

    def folded(self, index: int) -> str:
        return self.view.words[index].folded if self.first <= index < self.stop else ""

    def gap(self, index: int) -> str:
        """What stands between the word and the one before it, spaces left out."""
        if index > self.first:
            return self.view.gaps[index]
        return self.view.text[self.start : self.view.starts[index]].strip()

    @functools.cached_property
    def verbs(self) -> Sequence[Verb]:
        """The verbs of speech, nouns of the same form left out."""
        return [verb for index in self._cues() if (verb := self._verb(index))]

    def last_verb(self) -> Verb | None:
        """The last finite verb of speech, found from the end."""
        for index in reversed(self._cues()):
            verb = self._verb(index)
            if verb and verb.form == FINITE:
                return verb
        return None

    def _cues(self) -> Sequence[int]:
        cues = self.view.cues
        return cues[bisect.bisect_left(cues, self.first) : bisect.bisect_left(cues, self.stop)]

    def _verb(self, index: int) -> Verb | None:
        verbs = self.view.verbs
        if index not in verbs:
            form = self._form(index)
            verbs[index] = self.verb_at(index, form) if form else None
        return verbs[index]

    def verb_at(self, index: int, form: str) -> Verb:
        """The word as a verb."""
        view = self.view
        word = view.words[index]
        return Verb(index, word.text, word.folded, view.starts[index], view.ends[index], form)

    def _form(self, index: int) -> str:
        word, folded, language = self.view.words[index], self.folded(index), self.language
        if word.is_capitalized and index > self.first and not self.gap(index):
            return ""
        if any(p.first <= index < p.stop for p in self._around(index)):
            return ""
        before = self.folded(index - 1) if not self.gap(index) else ""
        if before.isdecimal():  # by 20 points
            return ""
        if before == "to":
            return INFINITIVE
        if folded in language.narrow and not self._is_narrow(index, language.narrow[folded]):
            return ""
        if self._is_passive(index):
            spoken = folded not in language.hearers or self.folded(index + 1) in language.agents
            return PASSIVE if spoken else ""
        if folded in language.participles:
            return "" if before in language.determiners else PARTICIPLE
        if folded in language.noun_cues and folded in language.bases and self._is_singular(before):
            return ""
        if folded in language.noun_cues and (
            before in language.prepositions or before in language.determiners
        ):
            return ""
        return FINITE

    def _is_narrow(self, index: int, following: Words) -> bool:
        """Whether a verb that speaks only before certain words does: went on to say, went on: “…”, but not went on leave."""
        if self.folded(index + 1) not in following:
            return False
        after = self.folded(index + 2) if index + 2 < self.stop and not self.gap(index + 2) else ""
        return self.folded(index + 1) != "on" or after in ("", "to", "about")

    def _is_singular(self, before: str) -> bool:
        """Whether the word before a verb’s bare form cannot be its subject: a Twitter comment."""
        if not before or before.endswith("s") or before in MANY:
            return False
        return before not in self.language.between

    def _is_passive(self, index: int) -> bool:
        """Whether the verb tells what is done to its subject: was (widely) called. What is quoted as saying speaks itself."""
        language = self.language
        folded = self.folded(index)
        if not folded.endswith(language.passive_endings) or folded in language.middles:
            return False
        at = index - 1
        while at >= self.first and not self.gap(at + 1) and self.folded(at) in language.adverbs:
            at -= 1
        return self.folded(at).replace("’", "'") in BEING and not any(map(self.gap, range(at + 1, index + 1)))

    def _around(self, index: int) -> Sequence[Phrase]:
        at = bisect.bisect_right(self.phrases, index, key=_FIRST)
        return self.phrases[max(0, at - 1) : at]

    def ending_at(self, index: int) -> Phrase | None:
        """The phrase that ends right before the word."""
        return self._by_stop.get(index)

    def beginning_at(self, index: int) -> Phrase | None:
        return self._by_first.get(index)

    def head_of(self, phrase: Phrase) -> Phrase:
        """The phrase on which this one depends: of “a spokesman for the mayor” the spokesman."""
        for _ in range(5):
            first, before = phrase.first, phrase.before
            owner = self.ending_at(first)
            if owner and owner.is_possessive:
                first, before = owner.first, owner.before
            outer = self.ending_at(first - 1)
            if before not in CHAINS or outer is None or self.gap(first - 1) or outer.is_possessive:
                return phrase
            if before in ("in", "on", "to", "and") and outer.mention.kind == "pronoun":
                return outer
            phrase = outer
        return phrase

    def _begins(self, phrase: Phrase) -> bool:
        """Whether somebody described, and not named beside, begins a clause: several groups granted Quill a stay."""
        beside = self.ending_at(phrase.first) or self.beginning_at(phrase.stop)
        opens = phrase.before in ("", "that")
        return opens and beside is None and self.language.is_somebody(phrase.mention.name)

    def main_subject(self, before: int | None = None) -> Phrase | None:
        """The first phrase that no preposition governs: the subject of most sentences. Names come first; a noun that can
        speak comes before one in a subordinate clause, any other after it."""
        language = self.language
        described: list[Phrase] = []
        aside: list[Phrase] = []
        for phrase in self.phrases:
            if before is not None and phrase.stop > before:
                break
            kind = phrase.mention.kind
            if phrase.is_possessive or kind == "place":
                continue
            if (
                phrase.before == "and" and aside and kind == "person"
            ):  # As the day went on and Quill stood by …
                aside.append(phrase)
            if phrase.before in language.prepositions and phrase.before not in ("that", "as"):
                continue
            if phrase.before in language.subordinators and phrase.before != "that":
                aside.append(phrase)
            elif kind == "description" and self._begins(phrase):
                return phrase
            elif kind == "description" or language.pronouns.get(phrase.mention.name.casefold()) == "n":
                described.append(phrase)
            else:
                return phrase
        speaking = [p for p in described if language.is_somebody(p.mention.name)]
        named = [p for p in aside if p.mention.kind != "description"]
        return next(iter((*speaking, *named, *described, *aside)), None)
