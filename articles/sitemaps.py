"""What crawlers ask for: the index of sitemaps, its parts by month, the sitemap of the news, and robots.txt.

Everything is made from live editions. Keeping, validators and 304 are the same for all public pages: the middleware's.
"""

import datetime
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Max, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from articles.models import Author, Edition, EditionQuote, Organization, Page, Person, Section, Topic
from articles.models.structured_data import absolute

MOST = 20_000  # addresses of one file; the protocol allows 50,000 and 50 MB
LISTS = ("quotes", "people", "organizations", "topics", "authors", "corrections", "archive")
MOST_NEWS = 1000
NEWS_AGE = datetime.timedelta(hours=48)
PARTS, PARTS_SECONDS = "sitemap:parts", 600
NEWS_SECONDS = 60  # after which some may be older than 48 hours
# Those that collect texts to train models or to answer in the newsroom's place.
AI_CRAWLERS = (
    "AI2Bot Amazonbot anthropic-ai Applebot-Extended Bytespider CCBot ClaudeBot cohere-ai Diffbot FacebookBot "
    "Google-Extended GPTBot ImagesiftBot Meta-ExternalAgent Omgilibot PerplexityBot Timpibot"
).split()


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The parts there are, each with the time of its last change."""
    return _xml("index", {"parts": _parts()})


@require_safe
def part(request: HttpRequest, kind: str, year: str, month: str, number: str = "1") -> HttpResponse:
    """The articles or quotations first published in a month; a month of very many has several numbers."""
    rows, address = KINDS[kind]
    first, shard = _month(year, month), slice(MOST * (int(number) - 1), MOST * int(number))
    following = (first + datetime.timedelta(days=32)).replace(day=1)
    found = rows().filter(first_published_at__gte=first, first_published_at__lt=following).newest_first()
    urls = [address(row) for row in found[shard]]
    if not urls:
        raise Http404
    return _xml("urls", {"urls": urls})


@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    """Everything else that readers and crawlers may look at: front, sections, topics, people, standing pages."""
    return _xml("urls", {"urls": _pages()})


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """The articles of the last 48 hours, as news aggregators want them."""
    response = _xml("news", {"editions": news_of(timezone.now()), "name": settings.SITE_NAME})
    patch_cache_control(response, public=True, max_age=NEWS_SECONDS)
    return response


def news_of(now: datetime.datetime) -> list[Edition]:
    """Live articles first published within 48 hours before ``now``, the newest first: no notices, no advertisements."""
    rows = _canonical().filter(status=Edition.Status.LIVE, first_published_at__gt=now - NEWS_AGE)
    return list(rows.exclude(article_kind="sponsored").newest_first()[:MOST_NEWS])


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Who may crawl what. ROBOTS=refuse keeps everybody away, AI_CRAWLERS=refuse those that train models."""
    context = {
        "is_open": settings.ROBOTS == "allow",
        "refused": AI_CRAWLERS if settings.AI_CRAWLERS == "refuse" else [],
        "sitemaps": [absolute(reverse("sitemap")), absolute(reverse("news-sitemap"))],
    }
    return HttpResponse(render_to_string("sitemaps/robots.txt", context), "text/plain; charset=utf-8")


def _canonical() -> QuerySet:
    """Articles whose own address is the one to be indexed."""
    return Edition.objects.live().filter(canonical_url="").for_listing()


def _statements() -> QuerySet:
    return EditionQuote.objects.primary().standing()


def _article(edition: Edition) -> tuple[str, datetime.datetime]:
    return absolute(edition.get_absolute_url()), edition.updated_at or edition.first_published_at


def _statement(row: EditionQuote) -> tuple[str, datetime.datetime]:
    return absolute(row.get_absolute_url()), row.changed_at


KINDS: dict[str, tuple[Callable[[], QuerySet], Callable[[Any], tuple[str, datetime.datetime]]]] = {
    "articles": (_canonical, _article),
    "quotes": (lambda: _statements().only("short_id", "first_published_at", "changed_at"), _statement),
}


def _parts() -> list[tuple[str, datetime.datetime | None]]:
    """Which parts there are. Kept for a while whatever is published: counting goes through all articles and quotations."""
    parts = cache.get(PARTS)
    if parts is None:
        parts = _counted_parts()
        cache.set(PARTS, parts, PARTS_SECONDS)
    return parts


def _counted_parts() -> list[tuple[str, datetime.datetime | None]]:
    parts: list[tuple[str, datetime.datetime | None]] = [(absolute(reverse("sitemap-pages")), None)]
    for kind, rows, changed in (("articles", _canonical(), "at"), ("quotes", _statements(), "changed_at")):
        months = rows.order_by().annotate(month=TruncMonth("first_published_at", tzinfo=datetime.UTC))
        counted = months.values("month").annotate(number=Count("pk"), changed=Max(changed)).order_by("-month")
        for row in counted:
            for number in range(1, -(-row["number"] // MOST) + 1):
                shard = [kind, f"{row['month']:%Y}", f"{row['month']:%m}", *([number] if number > 1 else [])]
                parts.append((absolute(reverse("sitemap-part", args=shard)), row["changed"]))
    return parts


def _pages() -> list[tuple[str, datetime.datetime | None]]:
    standing = [(absolute(p.get_absolute_url()), p.updated_at) for p in Page.objects.filter(is_public=True)]
    records = (
        Section.objects.active(),
        Topic.objects.public(),
        Author.objects.public().filter(noindex=False),
        Person.objects.public(),
        Organization.objects.public(),
    )
    listed = [(absolute(one.get_absolute_url()), None) for found in records for one in found.order_by("slug")]
    lists = [(absolute(reverse(name)), None) for name in ("front", *LISTS)]
    return [*lists, *listed, *standing][:MOST]


def _month(year: str, month: str) -> datetime.datetime:
    try:
        return datetime.datetime(int(year), int(month), 1, tzinfo=datetime.UTC)
    except ValueError as error:
        raise Http404 from error


def _xml(name: str, context: dict[str, Any]) -> HttpResponse:
    return HttpResponse(render_to_string(f"sitemaps/{name}.xml", context), "application/xml; charset=utf-8")
