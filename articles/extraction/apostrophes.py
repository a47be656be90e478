"""Single marks: which ones quote, and which are apostrophes."""

import bisect
import re

SINGLE = "‘'‚"
_CLOSING = re.compile("[’'‘]")
CLIPPED = frozenset("bout cause em n round tis til twas tween".split())
BEFORE_OPENING = '([{—–―-“"«/:'


class SingleMarks:
    """The single marks of one passage; each question is answered in logarithmic time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._closers: list[int] = []
        self._sure: list[int] = []  # closers that are no plural possessive
        for found in _CLOSING.finditer(text):
            if self._can_close(found.start()):
                self._closers.append(found.start())
                if self._closes_surely(found.start()):
                    self._sure.append(found.start())

    def opens(self, position: int) -> bool:
        """Whether the mark there can open a quotation."""
        text = self.text
        before = text[position - 1] if position else " "
        after = text[position + 1 : position + 2]
        if not (before.isspace() or before in BEFORE_OPENING) or not (after.isalnum() or after in "[$£€…¿¡"):
            return False
        if not after:
            return False
        if after.isdigit() and text[position + 1 : position + 3].isdigit():
            following = text[position + 3 : position + 4]
            if not following.isdigit() and following != ",":  # the summer of ’08
                return False
        return self._word_at(position + 1).casefold() not in CLIPPED

    def end(self, start: int) -> int | None:
        """The mark that closes the one at the start: the first sure one, else the first that might."""
        first = self._after(self._closers, start)
        sure = self._after(self._sure, start)
        if first is None or sure is None:
            return first
        between = self.text[first + 1 : min(sure, first + 2000)]
        return first if any(mark in between for mark in '‘“"') else sure

    def _after(self, positions: list[int], start: int) -> int | None:
        index = bisect.bisect_left(positions, start + 2)
        return positions[index] if index < len(positions) else None

    def _can_close(self, position: int) -> bool:
        after = self.text[position + 1 : position + 2]
        before = self.text[position - 1] if position else " "
        return not before.isspace() and not after.isalnum()

    def _closes_surely(self, position: int) -> bool:
        before = self.text[position - 1]
        after = self.text[position + 1 : position + 2]
        return before != "s" or not after.isspace()

    def _word_at(self, start: int) -> str:
        end = start
        while end < min(len(self.text), start + 8) and self.text[end].isalpha():
            end += 1
        return self.text[start:end]
