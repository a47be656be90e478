"""The front, search, and what was put right."""

from rest_framework import serializers as s

from articles.api.documents.articles import Article, Correction
from articles.api.documents.quotes import Quote, Said
from articles.api.documents.shared import LOOKS, ArticleRef, Named

HIT_TYPES = ["article", "quote"]


class CorrectionRow(Correction):
    article = ArticleRef()


class Highlight(s.Serializer):
    headline = s.CharField(help_text="HTML with the found words in mark; empty for quotations.")
    passage = s.CharField(help_text="HTML with the found words in mark.")


class Hit(s.Serializer):
    type = s.ChoiceField(HIT_TYPES)
    highlight = Highlight()
    article = Article(allow_null=True)
    quote = Quote(allow_null=True)


class SearchPage(s.Serializer):
    next = s.URLField(allow_null=True)
    results = Hit(many=True)
    suggestions = s.ListField(child=s.CharField(), help_text="Better spellings, where nothing was found.")


class Banner(s.Serializer):
    text = s.CharField()
    link = s.CharField()
    at = s.DateTimeField()
    until = s.DateTimeField()


class Strip(Named):
    look = s.ChoiceField(LOOKS)
    articles = Article(many=True)


class Front(s.Serializer):
    section = Named(allow_null=True)
    banner = Banner(allow_null=True)
    lead = Article(allow_null=True)
    key_quote = Said(allow_null=True)
    secondary = Article(many=True)
    rail = Article(many=True)
    strips = Strip(many=True)
    listing = Article(many=True)
    said = Said(many=True)
    changes_at = s.DateTimeField(allow_null=True, help_text="When something begins or ends by itself.")


CORRECTION_FILTERS = {
    "article": "Short id of the article.",
    "quote": "Short id of the quotation that was put right.",
    "section": "Slug of the section of the article.",
    "kind": "Kind of note, such as correction or clarification.",
    "after": "Notes after a day or a moment with its zone.",
    "before": "Notes before a day or a moment with its zone.",
    "q": "Words of the note, of what was wrong or of what is right, in any order and case.",
}
