"""Everything the engine answers on its own cases, as lines of text; ``python -m tests.extraction.answers`` writes them anew.

Whoever changes a rule sees in the difference which answers it changed: speakers, labels, confidence, reasons, cues, places.
"""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from articles.extraction import Extraction, Passage, extract, find_byline
from articles.extraction.accuracy import read_cases
from articles.extraction.chunking import find_phrases
from articles.extraction.clauses import Clause
from articles.extraction.languages import language_of
from articles.extraction.marks import find_spans
from articles.extraction.words import outline

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


def reading(number: int, passage: Passage, code: str) -> Iterator[str]:
    """What is seen in a paragraph before anybody is asked who spoke: sentences, noun phrases, verbs of speech."""
    language = language_of(code)
    spans = [span for span in find_spans([passage], dash_speech=language.dash_speech) if span.inner]
    view = outline(passage.text, spans, language)
    phrases = find_phrases(number, view, language)
    verbs = Clause(view, phrases, language, 0, len(view.text)).verbs
    named = [
        f"{p.mention.kind} {p.mention.name} ({p.mention.label}) {p.first}-{p.stop} {p.before}{'’s' * p.is_possessive}"
        for p in phrases
    ]
    yield f"  {number} stops {view.stops} opens {sorted(view.openings)} verbs {[(v.text, v.form) for v in verbs]}"
    yield f"    {'; '.join(named)}"


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
        for number, passage in enumerate(passages):
            lines += reading(number, passage, language)
        lines += answer(extract(passages, language))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    ANSWERS.write_text(everything(), encoding="utf-8")
