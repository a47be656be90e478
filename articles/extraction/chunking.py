"""The noun phrases of a passage: names with the roles before them, descriptions, organizations, pronouns."""

from collections.abc import Collection

from articles.extraction.capitals import NOTHING_KNOWN, Capitals, only_begins
from articles.extraction.languages.base import Language
from articles.extraction.lexicon import Word
from articles.extraction.naming import named
from articles.extraction.phrases import Phrase
from articles.extraction.types import Mention
from articles.extraction.words import Outline

IN_PLACE = frozenset("in at near across into around throughout outside inside from".split())
STANDING_ALONE = frozenset("one another both some many several others most few".split())
LONGEST = 9  # words of a phrase
MOST_LINKS = 3  # small words inside a name


def find_phrases(
    number: int,
    view: Outline,
    language: Language,
    surnames: Collection[str] = (),
    capitals: Capitals = NOTHING_KNOWN,
) -> list[Phrase]:
    """Everything outside quotation marks that could speak, in reading order. ``surnames`` are those known so far,
    ``capitals`` what the article tells of its words."""
    return _Chunker(number, view, language, surnames, capitals).run()


class _Chunker:
    """Walks over the words of one passage."""

    def __init__(
        self,
        number: int,
        view: Outline,
        language: Language,
        surnames: Collection[str],
        capitals: Capitals,
    ) -> None:
        self.surnames, self.capitals = surnames, capitals
        self.number, self.view, self.words, self.language = number, view, view.words, language
        self.gaps = view.gaps
        self.folded = [word.folded for word in view.words]
        self.count = len(view.words)
        self.phrases: list[Phrase] = []
        self._named: dict[int, bool] = {}

    def run(self) -> list[Phrase]:
        index = 0
        while index < self.count:
            index = self._step(index)
        return self.phrases

    def _step(self, index: int) -> int:
        word = self.words[index]
        if word.pronoun:
            return self._add_pronoun(index, word)
        owner = self.phrases[-1] if self.phrases else None
        owned = owner is not None and owner.is_possessive and owner.stop == index and self._joined(index)
        if not (owned or word.may_begin):
            return index + 1
        folded, language = word.folded, self.language
        begins = owned or folded in language.starts or self._names(index) or language.is_role(folded)
        begins = begins or self._counts(index)
        if not begins:
            return index + 1
        has_article = folded in language.determiners
        stop = self._stop(index, has_article, owned)
        if stop <= index:
            if folded not in STANDING_ALONE:
                return index + 1
            stop = index + 1
        self._add(index, stop, has_article)
        return stop

    def _counts(self, index: int) -> bool:
        """Whether a number tells how many spoke: 21 percent said, 200 protesters chanted."""
        following = self.words[index + 1].folded if index + 1 < self.count and self._joined(index + 1) else ""
        return self.folded[index].isdecimal() and following in self.language.plurals

    def _add_pronoun(self, index: int, word: Word) -> int:
        start, length = self.view.starts[index], len(word.pronoun)
        mention = Mention(self.number, start, start + length, word.text[:length], "", "pronoun")
        self.phrases.append(Phrase(mention, start, start + length, index, index + 1, self._before(index)))
        return index + 1

    def _names(self, index: int) -> bool:
        known = self._named.get(index)
        if known is None:
            known = self._named[index] = self._is_name(index)
        return known

    def _is_name(self, index: int) -> bool:
        """Whether the word is capitalized for what it means and not for where it stands."""
        if not self.words[index].is_capitalized:
            return False
        folded, first_names = self.words[index].bare, self.language.first_names
        if self.words[index].is_initial and folded.count(".") < 3:  # A. Quill, and no state: Calder, N.C.
            following = index + 1 < self.count and self._joined(index + 1)
            return (following and self.words[index + 1].is_capitalized) or self._ends_name(index)
        if folded not in self.language.not_names:
            return folded in self.surnames or not only_begins(self.view, index, self.capitals, self.language)
        if folded in first_names and index + 1 < self.count:  # Will Quill
            follows = self.words[index + 1].is_capitalized or self._is_link(index + 1)
            return follows and self._joined(index + 1)
        return index > 0 and self._joined(index) and self.folded[index - 1] in first_names  # Ada Long

    def _ends_name(self, index: int) -> bool:
        """Whether an initial closes a name, as of somebody whose surname is withheld: Ada Q."""
        return index > 0 and self._joined(index) and self.folded[index - 1] in self.language.first_names

    def _joined(self, index: int) -> bool:
        """Whether nothing but space parts the word from the one before."""
        return not self.gaps[index]

    def _before(self, index: int) -> str:
        return self.folded[index - 1] if index and self._joined(index) else ""

    def _stop(self, index: int, has_article: bool, owned: bool) -> int:
        """Where the phrase that begins here ends; the index itself when none does."""
        start = index + has_article
        at, known = start, -1
        while at < self.count and at - index < LONGEST and (at == index or self._joined(at)):
            if self._names(at):
                at += 1
                known = at
                if self.words[at - 1].is_possessive:
                    return at
            elif links := self._links(at, index):
                at += links + 1
                known = at
            elif (at == start and not self._is_small(at)) or self._continues(at, index, has_article, owned):
                noun = self.words[at].bare in self.language.nouns
                at += 1
                known = at if noun else known
                if self.words[at - 1].is_possessive:
                    return at
            else:
                break
        if known < 0:
            known = (
                at if (has_article or owned) and at > start and not self._is_verb(at - 1, start) else start
            )
        if not has_article and known == start and not self._names(index):
            return index
        return known if known > start else index

    def _links(self, at: int, index: int) -> int:
        """How many small words inside a name stand there: one in Ada de Quill, two in Ada von der Quill."""
        stop = at
        while stop < self.count and stop - at < MOST_LINKS and self._joined(stop) and self._is_link(stop):
            stop += 1
        if stop == at or at <= index or not self._names(at - 1):
            return 0
        if stop >= self.count or not self._names(stop) or not self._joined(stop):
            return 0
        return 0 if self.folded[at] == "of" and not self._titled(at) else stop - at

    def _is_small(self, at: int) -> bool:
        """Whether the word belongs to what follows and not to a noun before it: some of, the in-laws of."""
        if self.folded[at] in self.language.prepositions:
            return True
        return self.folded[at] in self.language.cues and self.folded[at - 1] in STANDING_ALONE

    def _is_link(self, at: int) -> bool:
        folded = self.folded[at]
        if folded == "for":  # the Center for River Studies
            before = self.folded[at - 1]
            return before in self.language.groups or before in self.language.plurals
        return folded in self.language.links and folded not in ("and", "the")

    def _is_noun(self, folded: str) -> bool:
        """Whether the word is a noun for somebody or something that speaks."""
        language = self.language
        if folded in language.voices or folded in language.plurals or folded in language.groups:
            return True
        return language.is_role(folded)

    def _titled(self, at: int) -> bool:
        """Whether a role or the noun of an institution stands before an “of”: Mayor of Calder, Bank of Calder."""
        before = self.words[at - 1].bare
        if at > 1 and self.folded[at - 2] in self.language.first_names:  # Ann Priest, of the bank
            return False
        return self.language.is_role(before) or before in self.language.groups

    def _is_verb(self, at: int, start: int) -> bool:
        """Whether a word of speech is a verb here; after an article or before a verb it is a noun."""
        folded = self.folded[at]
        if folded not in self.language.cues:
            return False
        if folded not in self.language.noun_cues:
            return True
        if folded in self.language.bases and at > 0 and not self.folded[at - 1].endswith("s"):
            return False
        if at <= start or not (self._names(at - 1) or self._is_noun(self.words[at - 1].bare)):
            return False
        following = self.folded[at + 1] if at + 1 < self.count and self._joined(at + 1) else ""
        return not (
            following == "of" or following in self.language.cues or following in self.language.auxiliaries
        )

    def _continues(self, at: int, index: int, has_article: bool, owned: bool) -> bool:
        """Whether a lower-case word belongs to the phrase that began before."""
        folded, language = self.folded[at], self.language
        if self._is_small(at):
            return False
        if self._is_verb(at, index + has_article - owned):
            return False
        if folded in language.auxiliaries or folded in language.prepositions or folded in language.breaks:
            return False
        if folded in language.relatives or folded in language.pronouns:
            return False
        if folded in language.determiners or folded in language.adverbs:
            return folded in language.modifiers
        if self._is_noun(self.words[at - 1].bare) and folded.endswith(language.past_endings):
            return False  # several groups granted Quill a stay
        bare = self.words[at].bare
        if bare in language.noun_starts or self._is_noun(bare):
            return True
        if (has_article or owned) and not self._names(at - 1):
            return True
        following = self.words[at + 1].text if at + 1 < self.count and self._joined(at + 1) else ""
        return language.is_role(following) and not folded.endswith("ed")

    def _add(self, index: int, stop: int, has_article: bool) -> None:
        mention = named(
            self.number, self.view, index, stop, self.language, self.surnames, has_article=has_article
        )
        if mention is None:
            return
        owner = self.phrases[-1] if self.phrases else None
        if (
            owner
            and owner.is_possessive
            and owner.stop == index
            and self.folded[stop - 1] in self.language.offices
        ):
            name = self.view.text[owner.start : mention.end]
            mention = mention._replace(start=owner.start, name=name, label="", kind="organization")
        elif mention.kind == "person" and not mention.label and self._stands_in_place(index, stop):
            mention = mention._replace(kind="place")
        owns = self.words[stop - 1].is_possessive
        self.phrases.append(
            Phrase(mention, mention.start, mention.end, index, stop, self._before(index), owns)
        )

    def _stands_in_place(self, index: int, stop: int) -> bool:
        """“In Calder” names a place, which does not speak; “in Quill’s speech” and “from Ada Quill” do not."""
        is_whole_name = stop - index > 1 and self.words[index].bare in self.language.first_names
        is_owner = self.words[stop - 1].is_possessive
        return self._before(index) in IN_PLACE and not is_owner and not is_whole_name
