"""Which format a file has, and reading it."""

from articles.formats import json_story, plaintext
from articles.formats.story import FormatError, Story

READERS = {"plaintext": plaintext.read, "json": json_story.read}


def read_story(data: bytes, format_name: str = "auto") -> Story:
    """The story in the file. Raises ``FormatError`` with the reason when there is none."""
    if format_name == "auto":
        format_name = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else "plaintext"
    if format_name not in READERS:
        raise FormatError(f"Unknown format “{format_name}”. Known: {', '.join(READERS)}.")
    return READERS[format_name](data)
