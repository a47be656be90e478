"""Data blocks that tell machines what a page is: schema.org as JSON-LD."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from articles.models import Edition, structured_data
from articles.models.translations import translations_of
from articles.templatetags.newsroom import json_ld
from articles.text.html import BREAK, paragraph_texts

register = template.Library()
register.simple_tag(translations_of, name="translations")


@register.simple_tag
def site_ld() -> SafeString:
    """The site itself, with its search and its publisher."""
    return json_ld(structured_data.website())


@register.simple_tag
def article_ld(edition: Edition) -> SafeString:
    """An article, with its paragraphs or the notice in their place, for clients that read nothing else."""
    text = BREAK.join(paragraph_texts(edition.body_html))
    return json_ld(
        {**edition.json_ld, "articleBody": text or BREAK.join(c["note"] for c in edition.corrections)}
    )


@register.simple_tag
def list_ld(name: str, path: str, description: str = "") -> SafeString:
    """A page that lists articles or quotations, and the way to it."""
    return json_ld(structured_data.collection_page(name, path, description))


@register.simple_tag
def author_ld(author: Any) -> SafeString:
    """The page of somebody who writes here."""
    return json_ld(structured_data.author_page(author))


@register.simple_tag
def speaker_ld(speaker: Any) -> SafeString:
    """The page of a person or an organization that is quoted here."""
    return json_ld(structured_data.speaker_page(speaker))


@register.simple_tag
def way_ld(*steps: str) -> SafeString:
    """The way to a page: names and paths by turns, the front page left out."""
    pairs = [(name, path) for name, path in zip(steps[::2], steps[1::2], strict=True) if name]
    return json_ld({"@context": "https://schema.org", **structured_data.breadcrumbs(pairs)})
