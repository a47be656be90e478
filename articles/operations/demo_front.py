"""The curated front of the demo newsroom, from ``front.json``: stories are named by the beginning of their headlines."""

import datetime
from typing import Any

from articles.models import Article, Banner, FrontPage, Placement, Section, Strip

BANNER_LASTS = datetime.timedelta(days=1)


def make_fronts(rows: dict[str, Any], at: datetime.datetime) -> None:
    """Make the fronts that are not there yet; the banner begins now."""
    for row in rows["fronts"]:
        section = Section.objects.get(slug=row["section"]) if row.get("section") else None
        front, is_new = FrontPage.objects.get_or_create(section=section)
        if not is_new:
            continue
        for order, (slot, headline) in enumerate(row["stories"]):
            article = Article.objects.get(headline__startswith=headline)
            Placement.objects.create(front=front, article=article, slot=slot, order=order)
        for order, (slug, look) in enumerate(row.get("strips", ())):
            Strip.objects.create(front=front, section=Section.objects.get(slug=slug), look=look, order=order)
    banner = rows["banner"]
    if not Banner.objects.filter(text=banner["text"]).exists():
        story = Article.objects.get(headline__startswith=banner["story"])
        Banner.objects.create(
            text=banner["text"], link=story.get_absolute_url(), starts_at=at, ends_at=at + BANNER_LASTS
        )
