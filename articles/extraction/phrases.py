"""A noun phrase and its place among the words of a passage."""

import dataclasses

from articles.extraction.types import Mention


@dataclasses.dataclass(frozen=True)
class Phrase:
    """A noun phrase: the mention it makes, and its place among the words of the passage."""

    mention: Mention
    first: int
    stop: int
    before: str  # the word right before it, casefolded; empty at the start of a clause
    is_possessive: bool = False

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def end(self) -> int:
        return self.mention.end
