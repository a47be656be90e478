"""Preview of what publication would give, and that nothing goes out which was not looked at."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Edition
from articles.models.edition_content import build_edition

_ANY_TIME = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def preview(article: Article, at: datetime.datetime | None = None) -> Edition:
    """The edition that publishing the working copy at that time would write, unsaved and unseen by readers."""
    return build_edition(article, at=at or timezone.now(), by=None, previous=article.live_edition())


def fingerprint(article: Article) -> str:
    """What stands for everything that readers would get of the working copy now, whenever they get it."""
    return preview(article, at=_ANY_TIME).content_hash


@transaction.atomic
def require_seen(article: Article, seen: str) -> None:
    """Hold the working copy until the transaction ends and make sure that it is what somebody looked at.

    ``seen`` is the ``fingerprint`` of then. Raises ``ValidationError`` when the article has changed since.
    """
    held = Article.objects.select_for_update().get(pk=article.pk)
    if fingerprint(held) != seen:
        raise ValidationError(
            _("Somebody changed the article while you looked at it. Below is what it is now: look again.")
        )
