"""What a newsroom has on its desk on a busy day, from ``work.json``: pieces at every stage, and what waits for somebody.

Times count from the hour of loading, so that something is always due and something always embargoed.
"""

import datetime
import json
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.formats import json_story
from articles.models import Article, ConfidentialSource, Quote, QuoteLink, Task, User
from articles.operations.demo_stories import load_story, reword
from articles.operations.demo_world import World
from articles.operations.tasks import report_quote

Row = dict[str, Any]
Users = dict[str, User]


def load_work(given: Row, world: World, users: Users, tell: Callable[[str], Any]) -> None:
    """Make everything that ``work.json`` lists. What is there already stays as it is."""
    world.load(given["world"])
    now = timezone.now()
    for row in given["pieces"]:
        story = json_story.read(json.dumps(row["story"]).encode())
        article = load_story(story, world, users, settle_all=bool(story.quotes))
        if article:
            _take_steps(article, row, users, now)
            tell(article.headline)
    for row in given["changed"]:
        _change(row, users)
    for row in given["reports"]:
        quote = Quote.objects.get(text__startswith=row["quote"])
        if not Task.objects.filter(quote=quote, text=row["text"]).exists():
            report_quote(quote, row["text"])
    for row in given["links"]:
        quote, other = (Quote.objects.get(text__startswith=row[end]) for end in ("quote", "other"))
        QuoteLink.objects.get_or_create(
            quote=quote, kind=row["kind"], other=other, defaults={"proposed_by": users[row["by"]]}
        )
    for row in given["sources"]:
        if not ConfidentialSource.objects.filter(public_description=row["public_description"]).exists():
            known_by = [users[name] for name in row["known_by"]]
            words = {name: row[name] for name in ("public_description", "public_reason")}
            ConfidentialSource.objects.request(by=users[row["by"]], known_by=known_by, **words)


@transaction.atomic
def _take_steps(article: Article, row: Row, users: Users, now: datetime.datetime) -> None:
    """Bring a piece as far as it has come; each step names who takes it."""
    if "embargo" in row:
        day = now.date() + datetime.timedelta(days=row["embargo"]["days"])
        hour = datetime.time(row["embargo"]["hour"], tzinfo=datetime.UTC)
        article.embargo_until = datetime.datetime.combine(day, hour)
        article.save(update_fields=["embargo_until"])
    for step in row["steps"]:
        (verb, who), *details = step.items()
        if verb == "assign":
            given = dict(details)
            hours = given.get("due_in_hours")
            due_at = now + datetime.timedelta(hours=hours) if hours else None
            article.assign(by=users["editor"], to=users[who], due_at=due_at, priority=given["priority"])
        elif verb == "schedule":
            article.schedule(by=users[who], to=article.embargo_until)
        else:
            getattr(article, verb)(by=users[who])


def _change(row: Row, users: Users) -> None:
    """Words of a live story that somebody has changed and nobody has published."""
    article = Article.objects.get(headline__startswith=row["headline"])
    reword(article, row["wrong"], row["right"], by=users[row["by"]])
