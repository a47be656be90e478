"""Everything the engine answers on its own cases, as lines of text; ``python -m tests.extraction.answers`` writes them anew.

Whoever changes a rule sees in the difference which answers it changed: speakers, labels, confidence, reasons, cues, places.
Of the stories that are put together from parts one line each is kept, with the speakers and a sum of all the rest;
``python -m tests.extraction.answers 17`` shows everything of the story with that number.
"""

import dataclasses
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from articles.extraction import Extraction, Passage, extract, find_byline
from articles.extraction.accuracy import read_cases
from articles.extraction.chunking import find_phrases
from articles.extraction.clauses import Clause
from articles.extraction.languages import language_of
from articles.extraction.marks import find_spans
from articles.extraction.words import outline
from tests.extraction.shapes import shapes

HERE = Path(__file__).parent
ANSWERS = HERE / "answers.txt"
TEXTS = HERE / "texts.txt"
SHAPES = HERE / "shapes.txt"


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


def whole(language: str, passages: list[Passage]) -> Iterator[str]:
    """The text, and everything that is answered on it."""
    yield f"{language} {' | '.join(passage.text for passage in passages)}"
    byline = find_byline([passage.text for passage in passages if passage.place == "body"])
    if byline:
        yield f"  byline {dataclasses.astuple(byline)}"
    for number, passage in enumerate(passages):
        yield from reading(number, passage, language)
    yield from answer(extract(passages, language))


def everything() -> str:
    return "".join(f"{line}\n" for language, passages in articles() for line in whole(language, passages))


def in_short() -> str:
    """A line for each story of parts: its number, a sum of everything that is answered, and who is said to speak."""
    lines = []
    for number, (language, passages) in enumerate(shapes()):
        total = zlib.crc32("\n".join(whole(language, passages)).encode())
        speakers = [
            f"{one.speaker.name} {one.speaker.confidence:.2f}" if one.speaker else "nobody"
            for one in extract(passages, language).quotes
        ]
        lines.append(f"{number} {total:08x} {'; '.join(speakers)}\n")
    return "".join(lines)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.stdout.writelines(f"{line}\n" for line in whole(*list(shapes())[int(sys.argv[1])]))
    else:
        ANSWERS.write_text(everything(), encoding="utf-8")
        SHAPES.write_text(in_short(), encoding="utf-8")
