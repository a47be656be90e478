"""What editors put into quoted words, and what they took out."""

import re

_INSERTION = re.compile(r"\[[^\[\]]{1,200}\]")
_ELISION = re.compile(r"…|\.\s?\.\s?\.")


def find_insertions(text: str) -> tuple[str, ...]:
    """The editorial insertions with their brackets; “[sic]” is a remark and “[…]” an elision, not an insertion."""
    return tuple(
        found
        for found in _INSERTION.findall(text)
        if found.casefold() != "[sic]" and found.strip("[]. ") not in ("", "…")
    )


def count_elisions(text: str) -> int:
    """How often words were left out."""
    return len(_ELISION.findall(text))
