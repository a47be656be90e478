"""The pure quote engine on the command line."""

import json
import sys
import time
from collections.abc import Iterable
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.extraction import Passage, extract
from articles.formats.detect import read_story
from articles.formats.story import FormatError
from articles.text.html import block_texts

BREAK = "\n\n"


class Command(BaseCommand):
    help = "Find the quotations of a story; with --jsonl, of one text without heads a line: {id, text} in, {id, quotes} out."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", default="-", help="a file, or - for standard input")
        parser.add_argument(
            "--language", default="en", help="whose verbs of speech to look for: en, de, es, fr"
        )
        parser.add_argument("--jsonl", action="store_true", help="read and write JSON lines")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["file"] == "-":
                self._run(sys.stdin, options["jsonl"], options["language"])
            else:
                with open(options["file"], encoding="utf-8") as stream:
                    self._run(stream, options["jsonl"], options["language"])
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"Cannot read {options['file']}: {error}") from error

    def _run(self, stream: TextIO, jsonl: bool, language: str) -> None:
        if jsonl:
            self._lines(stream, language)
        else:
            for quote in extract(passages_of_story(stream.read()), language).quotes:
                speaker = quote.speaker.name if quote.speaker else "?"
                for segment in quote.segments:
                    self.stdout.write(f"{speaker}\t{quote.cue or '-'}\t{segment.text}")

    def _lines(self, stream: Iterable[str], language: str) -> None:
        broken = 0
        for number, line in enumerate(stream, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                text, key = row["text"], row["id"]
                if not isinstance(text, str):
                    raise TypeError("text is no string")
            except (ValueError, KeyError, TypeError) as error:
                broken += 1
                self.stderr.write(f"Line {number} is not an object with id and text: {error}")
                continue
            started = time.perf_counter()
            quotes = quotes_of(text, language)
            seconds = round(time.perf_counter() - started, 6)
            self.stdout.write(
                json.dumps({"id": key, "quotes": quotes, "seconds": seconds}, ensure_ascii=False)
            )
        if broken:
            raise CommandError(f"{broken} lines could not be read.")


def passages_of_story(text: str) -> list[Passage]:
    """The passages of a story as an agency sends it, headline and dek told from the body.

    A text that begins with a whole sentence has no headline.
    """
    try:
        story = read_story(text.encode())
    except FormatError:
        story = None
    if story is None or story.headline.rstrip("”’\"'").endswith((".", "!", "?")):
        return [Passage("body", paragraph) for paragraph in text.split(BREAK)]
    heads = [Passage("headline", story.headline), Passage("dek", story.dek)]
    body = [Passage("body", paragraph) for paragraph in block_texts(story.body_html)]
    return [*heads, *body] if story.dek else [heads[0], *body]


def quotes_of(text: str, language: str = "en") -> list[dict[str, Any]]:
    """One dict a segment, with offsets into the whole text; paragraphs are parted by a blank line."""
    paragraphs = text.split(BREAK)
    starts, position = [], 0
    for paragraph in paragraphs:
        starts.append(position)
        position += len(paragraph) + len(BREAK)
    found = extract([Passage("body", paragraph) for paragraph in paragraphs], language)
    rows = []
    for quote in found.quotes:
        speaker = quote.speaker
        for segment in quote.segments:
            rows.append(
                {
                    "start": starts[segment.passage] + segment.start,
                    "end": starts[segment.passage] + segment.end,
                    "text": segment.text,
                    "speaker": speaker.name if speaker else "",
                    "speaker_start": starts[speaker.passage] + speaker.start if speaker else None,
                    "speaker_end": starts[speaker.passage] + speaker.end if speaker else None,
                    "speaker_label": speaker.label if speaker else "",
                    "confidence": speaker.confidence if speaker else 0.0,
                    "reason": speaker.reason if speaker else "",
                    "cue": quote.cue,
                    "kind": quote.kind,
                    "attribution_text": quote.attribution_text,
                    "insertions": list(quote.insertions),
                }
            )
    return rows
