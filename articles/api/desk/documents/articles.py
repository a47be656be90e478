"""Working copies: as they are read, and what can be written of them."""

from drf_spectacular.utils import OpenApiExample
from rest_framework import serializers as s

from articles.api.desk.documents.forms import (
    TEXT,
    Body,
    Day,
    Moment,
    Text,
    short_id_field,
    slug_field,
    text_field,
)
from articles.models import TRANSITIONS, Article, Byline

STAGES = list(Article.Stage.values)
PUBLIC_STATUSES = list(Article.PublicStatus.values)
KINDS = list(Article.Kind.values)
ROLES = list(Byline.Role.values)
STEPS = list(TRANSITIONS)


class DeskArticleRow(s.Serializer):
    short_id = s.CharField()
    version = s.IntegerField(help_text="Counts saves; the ETag of the working copy.")
    headline = s.CharField()
    dek = s.CharField()
    kind = s.ChoiceField(KINDS)
    section = s.CharField(allow_null=True, help_text="Slug.")
    language = s.CharField()
    stage = s.ChoiceField(STAGES)
    public_status = s.ChoiceField(PUBLIC_STATUSES)
    scheduled_for = s.DateTimeField(allow_null=True)
    first_published_at = s.DateTimeField(allow_null=True)
    updated_at = s.DateTimeField(allow_null=True)
    saved_at = s.DateTimeField()
    assigned_to = s.CharField(allow_null=True, help_text="User name.")
    due_at = s.DateTimeField(allow_null=True)
    priority = s.IntegerField(min_value=1, max_value=4)
    quotes = s.IntegerField(help_text="Quotations in the text.")
    open_quotes = s.IntegerField(help_text="Those that wait for a person.")


class DeskByline(s.Serializer):
    author = s.CharField(help_text="Slug.")
    name = s.CharField()
    role = s.ChoiceField(ROLES)
    credited_as = s.CharField()


class DeskArticle(DeskArticleRow):
    short_headline = s.CharField()
    seo_title = s.CharField()
    slug = s.CharField()
    topics = s.ListField(child=s.CharField())
    dateline_place = s.CharField()
    dateline_date = s.DateField(allow_null=True)
    body = s.CharField(help_text="HTML, sanitized.")
    body_text = s.CharField()
    word_count = s.IntegerField()
    lead_image = s.CharField(allow_null=True, help_text="Short id.")
    bylines = DeskByline(many=True)
    related = s.ListField(child=s.CharField(), help_text="Short ids.")
    sources = s.ListField(child=s.CharField(), help_text="Short ids of the evidence that you may see.")
    translation_of = s.CharField(allow_null=True, help_text="Short id of the original.")
    canonical_url = s.CharField()
    editors_note = s.CharField()
    embargo_until = s.DateTimeField(allow_null=True)
    has_pending_changes = s.BooleanField(help_text="Whether it says something that readers do not have yet.")
    url = s.URLField(allow_null=True, help_text="Where readers have it, or its notice.")
    steps = s.ListField(child=s.ChoiceField(STEPS), help_text="What this person may do with it now.")


class DeskArticlePage(s.Serializer):
    next = s.URLField(allow_null=True)
    previous = s.URLField(allow_null=True)
    results = DeskArticleRow(many=True)


class BylineForm(Body):
    author = slug_field(help_text="Slug.")
    role = s.ChoiceField(ROLES, default=Byline.Role.REPORTING)
    credited_as = text_field(120, help_text="Only where it differs from the author's name.")


class ArticleForm(Body):
    """Any of these; what is not given stays as it is."""

    headline = Text(TEXT, max_length=200, required=False)
    dek = text_field(300)
    body = text_field(1_000_000, help_text="HTML; what is not allowed in it is taken out.")
    short_headline = text_field(70)
    seo_title = text_field(70)
    slug = Text(r"^[-a-zA-Z0-9_]{0,120}$", required=False, allow_blank=True)
    kind = s.ChoiceField(KINDS, required=False)
    section = slug_field(required=False, allow_null=True, help_text="Slug.")
    topics = s.ListField(child=slug_field(), required=False, max_length=50, help_text="Slugs.")
    language = Text(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=12, required=False)
    dateline_place = text_field(120)
    dateline_date = Day(required=False, allow_null=True)
    lead_image = short_id_field(required=False, allow_null=True)
    bylines = BylineForm(many=True, required=False, max_length=50, help_text="All of them, in their order.")
    related = s.ListField(child=short_id_field(), required=False, max_length=50)
    sources = s.ListField(
        child=short_id_field(),
        required=False,
        max_length=50,
        help_text="Of evidence; what you may not see stays beside.",
    )
    translation_of = short_id_field(required=False, allow_null=True)
    canonical_url = text_field(200)
    editors_note = text_field(10_000)
    embargo_until = Moment(required=False, allow_null=True)


class NewArticleForm(ArticleForm):
    """What is not given stays empty."""

    headline = text_field(200, required=True)


FILTERS = {
    "stage": "One of the stages of a working copy.",
    "public_status": "What readers have of it.",
    "section": "Slug of the section.",
    "kind": "Kind of article.",
    "language": "Language of the article.",
    "assigned_to": "User name, or me.",
    "saved_after": "Saved after a day or a moment with its zone.",
    "q": "Words of the headline, a short id or an address; looks among the newest articles.",
    "limit": "Rows a page, 1 to 100.",
    "cursor": "From the next or previous link of another page.",
}
NEW = OpenApiExample(
    "A story",
    request_only=True,
    value={
        "headline": "Ferry sails again",
        "dek": "The company found a new pilot.",
        "section": "harbour",
        "dateline_date": "2026-10-14",
        "bylines": [{"author": "ines-fell"}],
        "body": "<p>“We have waited long enough,” said Ada Quill, the harbor pilot.</p>",
    },
)
EDIT = OpenApiExample("A new headline", request_only=True, value={"headline": "Ferry sails on Monday"})
