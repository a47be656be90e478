"""Finding records by a part of their name, on either database and with or without accents."""

from django.db.models import Q, QuerySet

from articles.text.slugs import slugify_title

LONGEST = 200  # characters


def named_like(rows: QuerySet, words: str) -> QuerySet:
    """The rows in whose name, or its form in the address, each of the words occurs. What cannot be a name fits nothing."""
    if "\x00" in words or len(words) > LONGEST:
        return rows.none()
    for word in words.split():
        plain = slugify_title(word, fallback="")
        rows = rows.filter(Q(name__icontains=word) | (Q(slug__contains=plain) if plain else Q()))
    return rows
