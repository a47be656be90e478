"""Bytes to text, with a clear word about what cannot be read."""

from articles.formats.story import FormatError
from articles.text.typography import CONTROLS

MAX_BYTES = 5 * 1024 * 1024


def decode(data: bytes) -> str:
    """The file as text: UTF-8, with or without a mark, or UTF-16 with one. Line ends become ``\\n``, stray control
    characters are left out.

    Raises ``FormatError`` for files that are too large, empty, binary or in another encoding.
    """
    if len(data) > MAX_BYTES:
        raise FormatError(f"The file has {len(data) / 1024 / 1024:.0f} MB; a story has at most 5 MB.")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    if encoding == "utf-8-sig" and b"\x00" in data:
        raise FormatError("This is a binary file, not a text.")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FormatError(
            f"The file is not UTF-8 (byte {error.start}). Save it as UTF-8 and send it again."
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise FormatError("The file is empty.")
    control = sum(1 for c in text if ord(c) < 32 and c not in "\n\t\f")
    if control > len(text) / 100:
        raise FormatError("This is a binary file, not a text.")
    return text.translate(CONTROLS)
