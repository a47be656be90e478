"""Quoted words as a sequence of things to be found in the evidence: words, gaps and the newsroom's own insertions."""

import dataclasses
import re
from enum import Enum

from articles.text.typography import fold

_TOKEN = re.compile(
    r"(?P<gap>[\[(]\s?(?:…|\.\s?\.\s?\.)\s?[\])]|…|\.\s?\.\s?\.)"
    r"|(?P<sic>\[sic\])"
    r"|(?P<insertion>\[[^\[\]]{1,200}\](?!\w))"
    r"|(?P<word>(?:\[\w{1,3}\])?\w+(?:['’\-]\w+)*(?:\[[\w'’]{1,12}\])?)",
    re.IGNORECASE,
)


class Kind(Enum):
    WORD = "word"
    GAP = "gap"
    INSERTION = "insertion"


@dataclasses.dataclass(frozen=True)
class Token:
    """One word, gap or insertion with its place in the text. A word that ends in brackets is known by its start only."""

    kind: Kind
    text: str
    start: int
    end: int
    key: str = ""
    is_start_only: bool = False

    def matches(self, word: str) -> bool:
        return word.startswith(self.key) if self.is_start_only else word == self.key


def tokens(text: str) -> list[Token]:
    """The words, gaps and insertions of published words. “[sic]” is a remark and stands for nothing."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "sic":
            continue
        span = (match.group(), match.start(), match.end())
        if kind == "gap":
            found.append(Token(Kind.GAP, *span))
        elif kind == "insertion":
            found.append(Token(Kind.INSERTION, *span))
        else:
            head, bracket, _rest = (
                match.group().partition("[") if match.group()[0] != "[" else (match.group(), "", "")
            )
            found.append(Token(Kind.WORD, *span, key=_key(head), is_start_only=bool(bracket)))
    return found


def words_of(text: str) -> list[Token]:
    """The words of evidence; brackets and dots in it mean nothing."""
    return [token for token in tokens(re.sub(r"[\[\]…]", " ", text)) if token.kind is Kind.WORD]


def _key(word: str) -> str:
    return fold(word).replace("[", "").replace("]", "")
