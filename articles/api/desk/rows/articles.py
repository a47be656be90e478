"""Working copies as JSON."""

from typing import Any

from articles.api.rows import moment
from articles.models import Article, Source
from articles.models.structured_data import absolute
from articles.models.transitions import open_steps

Row = dict[str, Any]


def row(article: Any) -> Row:
    """A line of the list; the article comes from ``for_desk_list().with_quote_counts()``."""
    return {
        "short_id": article.short_id,
        "version": article.version,
        "headline": article.headline,
        "dek": article.dek,
        "kind": article.kind,
        "section": article.section.slug if article.section else None,
        "language": article.language,
        "stage": article.stage,
        "public_status": article.public_status,
        "scheduled_for": moment(article.scheduled_for),
        "first_published_at": moment(article.first_published_at),
        "updated_at": moment(article.updated_at),
        "saved_at": moment(article.saved_at),
        "assigned_to": article.assigned_to.get_username() if article.assigned_to else None,
        "due_at": moment(article.due_at),
        "priority": article.priority,
        "quotes": article.all_quotes,
        "open_quotes": article.open_quotes,
    }


def whole(article: Article, user: Any) -> Row:
    """The working copy with all that can be written of it, and what this person may do with it now. Queries."""
    found = Article.objects.filter(pk=article.pk).with_quote_counts()
    one = found.select_related("section", "assigned_to", "lead_image", "translation_of").get()
    visible = Article.objects.visible_to(user)
    original = one.translation_of
    sees_original = original is not None and visible.filter(pk=original.pk).exists()
    is_out = one.public_status in ("live", "retracted")
    return {
        **row(one),
        "short_headline": one.short_headline,
        "seo_title": one.seo_title,
        "slug": one.slug,
        "topics": sorted(one.topics.values_list("slug", flat=True)),
        "dateline_place": one.dateline_place,
        "dateline_date": one.dateline_date.isoformat() if one.dateline_date else None,
        "body": one.body,
        "body_text": one.body_text,
        "word_count": one.word_count,
        "lead_image": one.lead_image.short_id if one.lead_image else None,
        "bylines": [_byline(line) for line in one.bylines.select_related("author").order_by("order", "id")],
        "related": sorted(
            visible.filter(pk__in=one.related.values("pk")).order_by().values_list("short_id", flat=True)
        ),
        "sources": sorted(
            Source.objects.visible_to(user).filter(articles=one).order_by().values_list("short_id", flat=True)
        ),
        "translation_of": original.short_id if original and sees_original else None,
        "canonical_url": one.canonical_url,
        "editors_note": one.editors_note,
        "embargo_until": moment(one.embargo_until),
        "has_pending_changes": one.has_pending_changes,
        "url": absolute(one.get_absolute_url()) if is_out else None,
        "steps": [step.name for step in open_steps(user, one)],
    }


def _byline(line: Any) -> Row:
    return {
        "author": line.author.slug,
        "name": line.author.name,
        "role": line.role,
        "credited_as": line.credited_as,
    }
