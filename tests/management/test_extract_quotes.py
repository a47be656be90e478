"""The engine on the command line reads a file as the story it is."""

from io import StringIO

import pytest
from django.core.management import call_command

STORY = """Pilots have waited ‘long enough’

The board answers on Friday

Ada Quill, the harbor pilot, met the board. “We have waited long enough,” she said.

The chairman, Bo Lantern, called the pilots “rather loud.”
"""


def said(tmp_path, text: str) -> list[list[str]]:
    path, out = tmp_path / "story.txt", StringIO()
    path.write_text(text, encoding="utf-8")
    call_command("extract_quotes", path, stdout=out)
    return [line.split("\t") for line in out.getvalue().splitlines()]


def test_headline_and_dek_are_told_from_the_body(tmp_path):
    assert said(tmp_path, STORY) == [
        ["Ada Quill", "-", "‘long enough’"],
        ["Ada Quill", "said", "“We have waited long enough,”"],
        ["Bo Lantern", "called", "“rather loud.”"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” said Ada Quill.",
        "“We go,” said Ada Quill.\n\nThe ferry sailed at noon, with the mail on board.",
    ],
)
def test_a_text_that_begins_with_a_whole_sentence_has_no_headline(tmp_path, text):
    assert said(tmp_path, text) == [["Ada Quill", "said", "“We go,”"]]
