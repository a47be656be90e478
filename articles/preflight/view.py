"""What the rules look at: an article and its quotations, frozen. Made by ``models/preflight.py``."""

import dataclasses
import datetime


@dataclasses.dataclass(frozen=True)
class OtherWording:
    """The same speaker's statement as another article has it, in other words."""

    words: str
    headline: str


@dataclasses.dataclass(frozen=True)
class UseView:
    """One appearance of a quotation. Words are without their outer marks."""

    key: int
    place: str  # headline | dek | body | pull | caption
    words: str
    state: str  # proposed | confirmed | not_a_quote
    is_lost: bool = False
    insertions: tuple[str, ...] = ()
    proposed_speaker: str = ""  # as the engine reads the place itself, empty when it names nobody
    quote: int | None = None  # the record; everything below is its own
    record: str = ""  # words of the record
    speaker: str = ""
    speaker_names: frozenset[str] = frozenset()
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


@dataclasses.dataclass(frozen=True)
class ArticleView:
    """The working copy at the moment at which it would be published."""

    at: datetime.datetime
    headline: str
    body: str
    has_section: bool = True
    has_byline: bool = True
    is_spiked: bool = False
    was_withdrawn: bool = False
    embargo_until: datetime.datetime | None = None
    uses: tuple[UseView, ...] = ()
