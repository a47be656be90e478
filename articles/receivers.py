"""Everything that happens because something else happened, in one file."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_migrate, post_save

from articles.models import (
    Author,
    Banner,
    Edition,
    FrontPage,
    Image,
    Organization,
    Page,
    Person,
    Placement,
    Quote,
    RoleHolding,
    Section,
    Strip,
    Topic,
)
from articles.models.event import guard_events
from articles.operations import caching, images, webhooks
from articles.operations.purging import purge
from articles.operations.quote_status import follow_correction
from articles.operations.tasks import settle_by_edition
from articles.permissions import ensure_groups
from articles.search import keeping
from articles.signals import (
    edition_published,
    edition_put_live,
    edition_withdrawn,
    live_edition_replaced,
    quotation_corrected,
    quote_record_changed,
    quote_rows_replaced,
)

# What pages show of these is read when they are made, not when an article is published.
ON_MANY_PAGES = (
    Section,
    Topic,
    Author,
    Person,
    Organization,
    RoleHolding,
    Page,
    Image,
    Quote,
    FrontPage,
    Placement,
    Strip,
    Banner,
)


def connect() -> None:
    """Called once, when the app is ready."""
    post_migrate.connect(_make_groups, dispatch_uid="articles.groups")
    for model in ON_MANY_PAGES:
        for name, signal in (("saved", post_save), ("deleted", post_delete)):
            signal.connect(
                _forget_all_pages, sender=model, dispatch_uid=f"articles.pages.{model.__name__}.{name}"
            )
    edition_published.connect(_forget_pages, dispatch_uid="articles.published")
    edition_withdrawn.connect(_forget_pages, dispatch_uid="articles.withdrawn")
    edition_withdrawn.connect(_hide_images, dispatch_uid="articles.images")
    for signal in (edition_published, edition_withdrawn):
        signal.connect(_settle_tasks, dispatch_uid="articles.tasks")
    quotation_corrected.connect(_follow_correction, dispatch_uid="articles.quotes.corrected")
    live_edition_replaced.connect(_index_article, dispatch_uid="articles.search.article")
    quote_rows_replaced.connect(_index_quotes, dispatch_uid="articles.search.quotes")
    edition_put_live.connect(_tell_of_edition, dispatch_uid="articles.webhooks.article")
    quote_record_changed.connect(_tell_of_quote, dispatch_uid="articles.webhooks.quote")


def _make_groups(sender: Any, using: str, **kwargs: Any) -> None:
    if sender.name == "articles":
        ensure_groups(using)
        guard_events(using)


def _forget_all_pages(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Quote) and not instance.is_public:
        return
    transaction.on_commit(_start_anew)


def _start_anew() -> None:
    caching.move_on()
    purge([caching.EVERYTHING])


def _forget_pages(edition: Edition, **kwargs: Any) -> None:
    """What the article stood on before belongs to it as much as what it stands on now."""
    caching.move_on()
    former = Edition.objects.filter(article=edition.article_id, number=edition.number - 1).first()
    purge([caching.LISTS, *caching.keys_of(edition), *(caching.keys_of(former) if former else ())])


def _hide_images(edition: Any, **kwargs: Any) -> None:
    images.hide_images(edition.article)


def _settle_tasks(edition: Any, **kwargs: Any) -> None:
    settle_by_edition(edition)


def _follow_correction(article: Any, quote: Quote, wrong: str, by: Any, **kwargs: Any) -> None:
    follow_correction(quote, article, wrong=wrong, by=by)


def _index_article(edition: Any, **kwargs: Any) -> None:
    keeping.keep_editions([edition])


def _index_quotes(quotes: list[int], **kwargs: Any) -> None:
    keeping.keep_quotes(quotes)


def _tell_of_edition(edition: Edition, previous: Edition | None, **kwargs: Any) -> None:
    webhooks.tell_of_edition(edition, previous)


def _tell_of_quote(quote: Quote, kind: str, **kwargs: Any) -> None:
    webhooks.tell_of_record(quote, f"quote.{kind}")
