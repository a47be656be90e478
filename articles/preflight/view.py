"""What the rules look at: an article and its quotations, frozen. Made by ``models/preflight.py``."""

import dataclasses
import datetime
from collections.abc import Mapping
from functools import cached_property

from articles.extraction.languages import language_of
from articles.extraction.marks import find_spans
from articles.extraction.types import Passage, Span
from articles.preflight.finding import Waived
from articles.preflight.words import Words, words_of_language
from articles.text.html import BREAK


@dataclasses.dataclass(frozen=True)
class OtherWording:
    """The same speaker's statement as another article has it, in other words; both empty where they are not public.

    What preflight says is read by whoever works on this article, who need not be somebody who sees the other one.
    """

    words: str = ""
    headline: str = ""


@dataclasses.dataclass(frozen=True)
class UseView:
    """One appearance of a quotation. Words are without their outer marks; start and end include the marks."""

    key: int | None
    place: str  # headline | dek | body | pull | caption
    words: str
    state: str  # proposed | confirmed | not_a_quote
    start: int = 0
    end: int = 0
    words_start: int = 0
    is_lost: bool = False
    quotation: str = ""  # the same for all parts and repetitions of one quotation
    insertions: tuple[str, ...] = ()
    proposed_speaker: str = ""  # as the engine reads the place itself, empty when it names nobody
    proposed_kind: str = ""  # person | organization
    quote: int | None = None  # the record; everything below is its own
    record: str = ""  # words of the record
    is_record_public: bool = True  # whether readers know it, from this article or another
    speaker: str = ""
    speaker_names: frozenset[str] = frozenset()
    speaker_label: str = ""
    is_named_person: bool = False
    is_confidential: bool = False  # the speaker is described and not named
    may_stay_unnamed: bool = True
    says_why_unnamed: bool = True
    terms: str = ""
    terms_label: str = ""
    may_be_public: bool = True
    status: str = ""
    verbatim: str = ""
    was_edited_after_verification: bool = False
    is_translated: bool = False
    translator: str = ""
    occasion: str = ""
    embargo_until: datetime.datetime | None = None
    other_wordings: tuple[OtherWording, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it is in the text as somebody's words."""
        return self.state != "not_a_quote" and not self.is_lost

    @property
    def is_settled(self) -> bool:
        """Whether it is in the text and a person has said whose words it is."""
        return self.state == "confirmed" and not self.is_lost


@dataclasses.dataclass(frozen=True)
class ImageView:
    alt: str = ""
    credit: str = ""
    is_decorative: bool = False
    embargo_until: datetime.datetime | None = None


@dataclasses.dataclass(frozen=True)
class LinkView:
    """A link of the body by its place in the plain text. ``is_own`` tells whether it leads to an article of ours, and
    ``is_public`` whether readers have that."""

    start: int
    end: int
    href: str
    is_own: bool = False
    is_public: bool = True


@dataclasses.dataclass(frozen=True)
class LiveText:
    """What readers have of the article now."""

    headline: str
    dek: str
    body: str


@dataclasses.dataclass(frozen=True)
class Twin:
    """A live article with nearly the same text. ``share`` is what both have in common, from 0 to 1."""

    short_id: str
    headline: str
    share: float


@dataclasses.dataclass(frozen=True)
class Paragraph:
    """A block of the body by its place in the plain text."""

    start: int
    text: str


@dataclasses.dataclass(frozen=True)
class PictureView:
    """A picture of the article: its lead or one in the text."""

    name: str
    is_lead: bool = False
    embargo_until: datetime.datetime | None = None
    rights_until: datetime.date | None = None  # the last day
    has_files: bool = True


@dataclasses.dataclass(frozen=True)
class ArticleView:
    """The working copy at the moment at which it would be published, as that kind of edition."""

    at: datetime.datetime
    headline: str
    body: str  # plain text
    dek: str = ""
    language: str = "en"
    kind: str = "publish"  # of the edition
    has_section: bool = True
    has_byline: bool = True
    is_spiked: bool = False
    was_withdrawn: bool = False
    dateline_date: datetime.date | None = None
    embargo_until: datetime.datetime | None = None
    image: ImageView | None = None
    links: tuple[LinkView, ...] = ()
    live: LiveText | None = None
    twins: tuple[Twin, ...] = ()
    own_names: frozenset[str] = frozenset()  # of the newsroom itself
    uses: tuple[UseView, ...] = ()
    lost_pulls: tuple[str, ...] = ()  # pull quotes whose words the text does not quote
    pictures: tuple[PictureView, ...] = ()
    has_unknown_pictures: bool = False  # one in the text that the library does not have
    waivers: Mapping[tuple[str, str], Waived] = dataclasses.field(
        default_factory=dict
    )  # by rule and span hash

    @cached_property
    def words(self) -> Words:
        """The words of the article's language that rules look for."""
        return words_of_language(self.language)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        found, position = [], 0
        for text in self.body.split(BREAK):
            found.append(Paragraph(position, text))
            position += len(text) + len(BREAK)
        return tuple(found)

    @cached_property
    def quoted(self) -> Mapping[str, tuple[Span, ...]]:
        """What stands in quotation marks, by place; each span by its place in that place's plain text."""
        dashes = language_of(self.language).dash_speech
        found = {}
        for place, text in (("headline", self.headline), ("dek", self.dek)):
            found[place] = tuple(find_spans([Passage(place, text)]))
        spans = find_spans([Passage("body", one.text) for one in self.paragraphs], dash_speech=dashes)
        starts = [one.start for one in self.paragraphs]
        found["body"] = tuple(
            dataclasses.replace(
                span, start=starts[span.passage] + span.start, end=starts[span.passage] + span.end
            )
            for span in spans
        )
        return found

    @cached_property
    def own_words(self) -> str:
        """The body with everything in quotation marks blanked: what the newsroom itself says. Positions stay."""
        parts, position = [], 0
        for span in self.quoted["body"]:
            parts += [self.body[position : span.start], " " * (span.end - span.start)]
            position = span.end
        return "".join([*parts, self.body[position:]])

    def text_of(self, place: str) -> str:
        return {"headline": self.headline, "dek": self.dek, "body": self.body}.get(place, "")
