"""The byline that a story brings along: “By Ada Quill” at the top or the end, a bio at the end."""

import dataclasses
import re
from collections.abc import Sequence

_BIO = re.compile(r"^(?P<name>[^\s.,;:!?“”\"][^.,;:!?“”\"]{1,79}?) (?:is|are|was) (?P<what>an? .{3,300})$")
_BY = re.compile(r"^by (?P<name>[^\d.,;:!?“”\"]{3,80})(?:,.*)?$", re.IGNORECASE)
_DESK = re.compile(r"\b(?:staff|desk|team|newsroom|bureau|editors)\b", re.IGNORECASE)
_AGENCY = re.compile(r"\b(?:news agency|press agency|wire service|news service)\b", re.IGNORECASE)
_TEAM = re.compile(r"^an? (?:small |larger )?(?:team|group|staff|desk|collective)\b", re.IGNORECASE)
_TRADE = re.compile(
    r"\b(?:reporters?|journalists?|correspondents?|writers?|editors?|columnists?|photographers?|team|freelancers?"
    r"|contributors?|news agency|wire service)\b",
    re.IGNORECASE,
)
MAX_NAME_WORDS = 7


@dataclasses.dataclass(frozen=True)
class FoundByline:
    """An author as the text names it."""

    name: str
    kind: str  # staff | desk | agency
    bio: str
    role: str
    paragraph_index: int


def find_byline(paragraphs: Sequence[str]) -> FoundByline | None:
    """The author from a bio in the last paragraph, else from a “By …” line among the first two or in the last."""
    if not paragraphs:
        return None
    last = len(paragraphs) - 1
    text = " ".join(paragraphs[last].split())
    found = _BIO.match(text)
    if found and _TRADE.search(found["what"]) and len(found["name"].split()) <= MAX_NAME_WORDS:
        name = found["name"].strip()
        return FoundByline(name, _kind(name, found["what"]), text, "reporting", last)
    for index in sorted({0, min(1, last), last}):
        by = _BY.match(" ".join(paragraphs[index].split()))
        if by and index > 1 and not by["name"][0].isupper():
            continue  # By and by it is a sentence
        if by and len(by["name"].split()) <= MAX_NAME_WORDS:
            return FoundByline(by["name"].strip(), _kind(by["name"], ""), "", "reporting", index)
    return None


def _kind(name: str, what: str) -> str:
    if _AGENCY.search(what) or _AGENCY.search(name):
        return "agency"
    return "desk" if _TEAM.match(what) or _DESK.search(name) else "staff"
