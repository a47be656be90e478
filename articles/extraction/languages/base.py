"""What the rules ask of a language: its words, sorted by the work they do around a quotation."""

import dataclasses
import functools
from collections.abc import Mapping

Words = frozenset[str]
NONE: Words = frozenset()


@dataclasses.dataclass(frozen=True, eq=False)
class Language:
    """The words of one language, all of them casefolded."""

    code: str
    cues: Words  # forms of the verbs of speech: said, adding
    bases: Words = NONE  # those that no single person is the subject of: he comments, a comment
    strong: Words = NONE  # those of them that hardly ever mean anything else
    past_endings: tuple[str, ...] = ()  # of any verb that tells what somebody did
    participles: Words = NONE  # those that take the subject of the main clause: saying
    noun_cues: Words = NONE  # those that are nouns as well: claims, report
    pronouns: Mapping[str, str] = dataclasses.field(default_factory=dict)  # subject pronoun → f, m, p or n
    determiners: Words = NONE
    prepositions: Words = NONE
    auxiliaries: Words = NONE
    adverbs: Words = NONE  # may stand between a subject and its verb
    breaks: Words = NONE  # begin a new clause: and, but, because
    subordinators: Words = NONE  # those of them that begin a clause beside the main one: when, although
    relatives: Words = NONE  # who, which
    accordings: tuple[str, ...] = ()
    agents: Words = NONE  # the word before who did it in a passive: by
    passive_endings: tuple[
        str, ...
    ] = ()  # of participles that, behind “to be”, tell what is done to the subject
    middles: Words = NONE  # such participles whose subject speaks nevertheless: was quoted as saying
    narrow: Mapping[str, Words] = dataclasses.field(
        default_factory=dict
    )  # verbs of speech only before certain words
    habits: Words = NONE  # before an infinitive they tell what somebody says again and again: used to say
    hearers: Words = NONE  # verbs whose passive names who listens: was asked
    sayings: Words = NONE  # nouns for what somebody said: claim, answer
    replies: Words = NONE  # verbs of speech that nobody does to their own words: replied
    adoptions: Words = NONE  # whose subject makes what somebody else said their own: echoed
    chants: Words = (
        NONE  # verbs of speech, in the form that has no subject, of which crowds are the subject: chanting
    )
    crowds: Words = NONE  # nouns for many people that are no plurals: audience
    tellers: Words = NONE  # verbs of speech that whoever listens follows: told
    roles: Words = NONE  # nouns for people: minister, voter
    role_endings: tuple[str, ...] = ()  # endings that make nouns for people: -writer, -woman
    voices: Words = NONE  # nouns for what speaks without being a person: statement, poll
    bearers: Words = NONE  # those of them that say what stands on them, whoever made them: sign, editorial
    plurals: Words = NONE  # people without an article: officials, critics
    honorifics: Words = NONE
    modifiers: Words = NONE  # belong to a title before a name
    groups: Words = NONE  # nouns in the names of organizations
    founded: Words = NONE  # those of them before a name that stands alone: the startup Nimbus
    offices: Words = NONE  # what speaks for its owner: Quill’s office
    places: Words = NONE
    not_names: Words = NONE  # are capitalized only where a sentence begins, or name no one
    openers: Words = NONE  # ordinary words that often begin a sentence: soon, growing
    particles: Words = NONE  # belong to the verb before them: up, out
    links: Words = NONE  # small words inside names: de, van
    female: Words = NONE  # first names
    male: Words = NONE
    either: Words = NONE  # first names of women and of men
    female_words: Words = NONE  # spokeswoman, Ms
    male_words: Words = NONE
    clitics: Words = NONE  # pronouns that hang on a verb by a hyphen: dit-elle
    dash_speech: bool = False  # a long dash opens speech
    nouns_are_capitalized: bool = False  # so that capitals do not make a title

    @functools.cached_property
    def first_names(self) -> Words:
        """All first names."""
        return self.female | self.male | self.either

    @functools.cached_property
    def noun_starts(self) -> Words:
        """Words with which a phrase can begin without an article or a capital."""
        return self.roles | self.plurals | self.voices | self.modifiers

    @functools.cached_property
    def starts(self) -> Words:
        """Words with which a phrase that is no name can begin."""
        return self.noun_starts | self.determiners

    @functools.cached_property
    def nouns(self) -> Words:
        """Nouns for people and for what speaks."""
        return self.roles | self.voices | self.plurals

    @functools.cached_property
    def between(self) -> Words:
        """Words that may stand between a subject and its verb."""
        return self.auxiliaries | self.adverbs | self.breaks | self.relatives

    @functools.cached_property
    def gendered(self) -> Words:
        """Titles and nouns that tell a woman or a man."""
        return self.female_words | self.male_words

    def is_role(self, word: str) -> bool:
        """Whether the casefolded word is a noun for a person."""
        return word in self.roles or (len(word) > 6 and word.endswith(self.role_endings))

    def is_somebody(self, name: str) -> bool:
        """Whether the last word of a description is a noun for people or for what speaks."""
        last = name.casefold().split()[-1:]
        return bool(last) and (self.is_role(last[0]) or last[0] in self.voices or last[0] in self.plurals)


def words(text: str) -> Words:
    """The words of a table."""
    return frozenset(text.casefold().split())
