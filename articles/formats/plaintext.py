"""Pasted wire copy: headline, dek, paragraphs, one a line or parted by blank lines."""

import re

from articles.formats.decode import decode
from articles.formats.story import FormatError, Story
from articles.text.html import to_html
from articles.text.language import guess_language
from articles.text.typography import set_doubled_marks

MAX_HEADLINE = 200
MAX_DEK = 300
SENTENCE_END = re.compile(r"""[.?!,][”"’']*$""")  # a dek may end in words of somebody, and has no full stop
DOUBLED = ("doubled-marks", "Two single marks were typed for one double mark; they are set as “…” now.")


def read(data: bytes) -> Story:
    """The first line is the headline, the second the dek where more than one line follows it.

    Whatever stands in the last line stays in the body here: who wrote the story is found by whoever imports it.
    Raises ``FormatError`` when there is no headline or no text.
    """
    lines = [" ".join(line.split()) for line in decode(data).split("\n")]
    lines = [line for line in lines if line]
    typed, lines = lines, [set_doubled_marks(line) for line in lines]
    repairs = (DOUBLED,) if typed != lines else ()
    headline = lines[0] if lines else ""
    if len(headline) > MAX_HEADLINE:
        raise FormatError(
            f"The first line is the headline and has {len(headline)} characters; {MAX_HEADLINE} are allowed. "
            "Is there a headline?"
        )
    if len(lines) < 2:
        raise FormatError("There is a headline but no text below it.")
    has_dek = len(lines) > 3 and len(lines[1]) <= MAX_DEK and not SENTENCE_END.search(lines[1])
    dek, body = (lines[1], lines[2:]) if has_dek else ("", lines[1:])
    return Story(
        headline=headline,
        dek=dek,
        body_html=to_html(body),
        format="plaintext",
        language=guess_language("\n".join(lines)),
        repairs=repairs,
    )
