"""What an editor should look at among the marks: a mixed pair, one never closed, two single marks for a double one."""

from collections.abc import Iterator, Mapping, Sequence

from articles.extraction.marks import WIRE, has_doubled_marks
from articles.extraction.types import Finding, Passage, Span


def findings_of_marks(
    passages: Sequence[Passage], by_passage: Mapping[int, Sequence[Span]]
) -> Iterator[Finding]:
    """One finding for each mark that does not do its work, in reading order."""
    for number, passage in enumerate(passages):
        following = by_passage.get(number + 1, ())
        for span in by_passage.get(number, ()):
            place = (passage.place, number, span.start, span.end)
            if span.is_mixed:
                yield Finding(
                    "mixed-marks", f"Opens with {span.opening} and closes with {span.closing}.", *place
                )
            if span.open_end and not (following and following[0].start == 0):
                yield Finding("unclosed-mark", "This quotation is opened and never closed.", *place)
        if has_doubled_marks(passage.text):
            at = passage.text.find(WIRE)
            message = (
                "Two single marks stand for a double one; such words are not read before they are set as “…”."
            )
            yield Finding("doubled-marks", message, passage.place, number, at, at + len(WIRE))
