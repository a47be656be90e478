"""Words that stand nowhere else: one in every field of a story, so that a page that shows one tells which field it shows."""

import re
from typing import Any, NamedTuple

from django.db.models import CharField, FileField, JSONField, Model, TextField

from articles.models.fields import PartialDateField

# What holds no words: codes, keys, hashes and lists that a machine reads.
NOT_WORDS = frozenset(
    "short_id language original_language languages import_key import_digest token_hash span_hash digest content_hash "
    "previous_hash wikidata_id mediatopic rule window renditions kinds nonce former_nonce key_hash request_hash "
    "password snapshot page body_html json_ld".split()
)
_LOOKS_LIKE_ONE = re.compile(r"qx\d{5}xq|[0-9a-hjkmnp-tv-z]{8,}")
_TOKEN = re.compile(r"qx\d{5}xq")


class Where(NamedTuple):
    """Which field of which story holds a token."""

    story: str
    model: str
    field: str

    def __str__(self) -> str:
        return f"{self.model}.{self.field} of the {self.story} story"


class Tokens:
    """Every token of the world, by where it stands."""

    def __init__(self) -> None:
        self.where: dict[str, Where] = {}

    def mint(self, story: str, field: str) -> str:
        """A new one for ``Model.field``."""
        token = f"qx{len(self.where):05d}xq"
        self.where[token] = Where(story, *field.split("."))
        return token

    def keep(self, story: str, field: str, secret: str) -> None:
        """Something that is unique by itself: a short id, the name of a file, the token of a preview."""
        self.where[secret.lower()] = Where(story, *field.split("."))

    def fill(self, story: str, record: Model, but: str = "") -> None:
        """Put a token into every field for words that has none, ``but`` one that must stay empty. Walks ``_meta``: new fields
        come along."""
        values = {
            field.attname: _with(
                getattr(record, field.attname), self.mint(story, f"{name}.{field.name}"), field
            )
            for field in record._meta.concrete_fields
            if field.name != but
            and holds_words(field)
            and not _TOKEN.search(str(getattr(record, field.attname)))
            for name in [record._meta.object_name]
        }
        type(record)._base_manager.filter(pk=record.pk).update(**values)
        record.refresh_from_db()

    def seen_in(self, text: str, asked: str = "") -> set[str]:
        """The tokens in an answer, without those that the question held."""
        found = {one for one in _LOOKS_LIKE_ONE.findall(text.lower()) if one in self.where}
        return {one for one in found if one not in asked.lower()}


def holds_words(field: Any) -> bool:
    """Whether somebody writes into this field what others read."""
    is_text = isinstance(field, (CharField, TextField, JSONField)) and not isinstance(field, FileField)
    is_code = field.choices or field.name in NOT_WORDS or isinstance(field, PartialDateField)
    return is_text and not is_code and not field.primary_key


def _with(value: Any, token: str, field: Any) -> Any:
    """The value with the token in it, in the form that the field takes."""
    if isinstance(field, JSONField):
        return {**value, "words": token} if isinstance(value, dict) else [*value, token]
    kind = type(field).__name__
    if kind == "SlugField":
        return token
    if kind == "URLField" or field.name in ("link", "url"):
        return f"https://example.com/{token}"
    if kind == "EmailField":
        return f"{token}@example.com"
    if kind == "SanitizedHTMLField":
        return f"{value}<p>Fathom {token}.</p>"
    longest = getattr(field, "max_length", None) or 1000
    return f"{value} fathom {token}".strip() if len(value) + 17 <= longest else token
