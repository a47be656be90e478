"""What a rule has found, and what can be done about it."""

import dataclasses
import datetime
import hashlib

from articles.preflight.catalogue import BLOCKER, INFO, RULES, WARNING
from articles.text.edits import Edit
from articles.text.messages import gettext

__all__ = ["BLOCKER", "INFO", "WARNING", "Finding", "Fix", "Waived"]


@dataclasses.dataclass(frozen=True)
class Fix:
    """What the button says, and what it changes in the plain text of one place."""

    label: str
    place: str  # headline | dek | body
    edits: tuple[Edit, ...]


@dataclasses.dataclass(frozen=True)
class Waived:
    """Who let a finding stand, why and when. ``key`` is the record of it."""

    key: int
    reason: str
    by: str
    at: datetime.datetime


@dataclasses.dataclass(frozen=True)
class Finding:
    """What a rule has found: why it matters in words that say what to do, the words concerned, how grave.

    ``key`` is the use of a quotation it is about (``UseView.key``), None when it is about the article. ``place`` is
    headline, dek or body with ``start`` and ``end`` in its plain text, or the field of the form that mends it.
    ``basis`` is whatever else the finding rests on: when that changes, it is another finding. ``other_way`` is what the
    button says that mends the record instead of the text, empty when readers already know the record.
    """

    rule: str
    message: str
    words: str = ""
    severity: str = BLOCKER
    key: int | None = None
    place: str = ""
    start: int = 0
    end: int = 0
    basis: str = ""
    fix: Fix | None = None
    other_way: str = ""
    waived: Waived | None = None

    @property
    def is_blocker(self) -> bool:
        return self.severity == BLOCKER and self.waived is None

    @property
    def is_open(self) -> bool:
        """Whether somebody has to mend or to waive it before the article is approved."""
        return self.severity != INFO and self.waived is None

    @property
    def why(self) -> str:
        """One line on why the rule exists."""
        return gettext(RULES[self.rule].why)

    @property
    def is_waivable(self) -> bool:
        return RULES[self.rule].is_waivable and self.severity != INFO

    @property
    def span_hash(self) -> str:
        """What stands for the very words that the finding is about: a waiver holds as long as this stays."""
        named = "\x1f".join((self.rule, self.severity, self.place, self.words, self.basis))
        return hashlib.blake2b(named.encode(), digest_size=16).hexdigest()
