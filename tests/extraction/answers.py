"""Everything the engine answers on its own cases, as lines of text; ``python -m tests.extraction.answers`` writes them anew.

Whoever changes a rule sees in the difference which answers it changed: speakers, labels, confidence, reasons, cues, places.
"""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from articles.extraction import Extraction, Passage, extract, find_byline
from articles.extraction.accuracy import read_cases

HERE = Path(__file__).parent
ANSWERS = HERE / "answers.txt"
TEXTS = HERE / "texts.txt"


def articles() -> Iterator[tuple[str, list[Passage]]]:
    """Language and passages of every case and of every text. A text begins with its language; “^” marks the headline, “~” the dek."""
    for case in read_cases((HERE / "cases.txt").read_text(encoding="utf-8").splitlines()):
        yield "en", [Passage("body", paragraph) for paragraph in case.paragraphs]
    for block in TEXTS.read_text(encoding="utf-8").strip().split("\n\n"):
        language, *lines = block.split("\n")
        places = {"^": "headline", "~": "dek"}
        yield (
            language,
            [
                Passage(places[line[0]], line[1:].strip()) if line[0] in places else Passage("body", line)
                for line in lines
            ],
        )


def answer(found: Extraction) -> Iterator[str]:
    """One line for each quotation, dismissed span and warning."""
    for quote in found.quotes:
        spans = " ".join(f"{one.passage}:{one.start}-{one.end}" for one in quote.segments)
        speaker = _speaker(quote.speaker) if quote.speaker else "nobody"
        others = "; ".join(_speaker(one) for one in quote.alternatives)
        edits = f"{quote.insertions} {quote.elisions} echo {quote.echoes} {quote.echo_of_insertion}"
        cue = f"[{quote.cue}] [{quote.attribution_text}]"
        yield f"  {quote.place} {quote.kind} {spans} {cue} {edits}\n    {speaker}\n    or {others}"
    for one in found.nonquotes:
        yield f"  not {dataclasses.astuple(one)}"
    for warning in found.warnings:
        yield f"  warning {dataclasses.astuple(warning)}"


def _speaker(one) -> str:
    place = f"{one.passage}:{one.start}-{one.end}"
    return f"{one.kind} {one.name} ({one.label}) {one.confidence:.2f} {one.reason} {place}"


def everything() -> str:
    lines = []
    for language, passages in articles():
        lines.append(f"{language} {' | '.join(passage.text for passage in passages)}")
        byline = find_byline([passage.text for passage in passages if passage.place == "body"])
        if byline:
            lines.append(f"  byline {dataclasses.astuple(byline)}")
        lines += answer(extract(passages, language))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    ANSWERS.write_text(everything(), encoding="utf-8")
