"""Public identifiers and readable ends of addresses."""

import secrets
import unicodedata

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base32: no i, l, o, u
LENGTH = 8
MAX_SLUG = 80


def new_short_id() -> str:
    """Eight random lowercase Crockford base32 characters: 40 bits that say nothing about order or number."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def slugify_title(text: str, fallback: str = "story") -> str:
    """The title as lowercase ASCII words joined by hyphens, at most 80 characters, cut between words.

    Accents are dropped; a title without any Latin letter or digit (Hebrew, Arabic) becomes ``fallback``.
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    letters = (
        c.lower() if c.isascii() and c.isalnum() else " " for c in plain if not unicodedata.combining(c)
    )
    slug = ""
    for word in "".join(letters).split():
        longer = f"{slug}-{word}" if slug else word[:MAX_SLUG]
        if len(longer) > MAX_SLUG:
            break
        slug = longer
    return slug or fallback
