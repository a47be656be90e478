"""Preview of what publication would give."""

import datetime

from django.utils import timezone

from articles.models import Article, Edition
from articles.models.edition_content import build_edition


def preview(article: Article, at: datetime.datetime | None = None) -> Edition:
    """The edition that publishing the working copy at that time would write, unsaved and unseen by readers."""
    return build_edition(article, at=at or timezone.now(), by=None, previous=article.live_edition())
