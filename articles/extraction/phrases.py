"""A noun phrase and its place among the words of a passage."""

from typing import NamedTuple

from articles.extraction.types import Mention


class Phrase(NamedTuple):
    """A noun phrase: the mention it makes with its place, and the words it takes up."""

    mention: Mention
    start: int
    end: int
    first: int  # index of a word; an article before the mention counts
    stop: int
    before: str  # the word right before it, casefolded; empty at the start of a clause
    is_possessive: bool = False
