"""A fictional newsroom with everything in it, for trying the system out and for looking at it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone

from articles.formats import json_story
from articles.formats.story import FormatError
from articles.models import Article, Author, Quote, QuoteLink, User
from articles.models.other_wordings import index_words
from articles.operations.demo_desk import quote_without_name, write_notes
from articles.operations.demo_front import make_fronts
from articles.operations.demo_stories import load_story, publish
from articles.operations.demo_work import load_work
from articles.operations.demo_world import World
from articles.operations.importing import import_story

FOLDER = Path(__file__).resolve().parent.parent / "demo"
PASSWORD = "harbour-demo-2026"  # only ever set where DEBUG is on
ROLES = {
    "reporter": "Reporter",
    "copyeditor": "Copy editor",
    "editor": "Editor",
    "publisher": "Publisher",
    "standards": "Standards editor",
    "admin": "Administrator",
}


def load_demo(tell: Callable[[str], Any] = lambda line: None) -> dict[str, int]:
    """Load people, stories and users; what is there already stays as it is. Returns how many of each there are.

    Raises ``FormatError`` naming the file when a story does not fit its own quotations.
    """
    users = make_users()
    world = World()
    for path in sorted(FOLDER.glob("*/world.json")):
        world.load(json.loads(path.read_text(encoding="utf-8")))
        tell(f"World {path.parent.name}")
    stories = [(path, json_story.read(path.read_bytes())) for path in sorted(FOLDER.glob("*/stories/*.json"))]
    stories.sort(key=lambda item: (item[1].published_at is None, item[1].published_at))
    for path, story in stories:
        try:
            load_story(story, world, users)
        except FormatError as error:
            raise FormatError(f"{path.name}: {error}") from error
        tell(story.headline)
    load_desk(world, users, tell)
    link_statements(users)
    work = json.loads((FOLDER / "work.json").read_text(encoding="utf-8"))
    load_work(work, world, users, tell)
    make_fronts(json.loads((FOLDER / "front.json").read_text(encoding="utf-8")), timezone.now())
    index_words(Quote.objects.exclude(speaker_person=None, speaker_organization=None))
    return {
        "articles": Article.objects.count(),
        "quotations": Quote.objects.count(),
        "authors": Author.objects.count(),
    }


def load_desk(world: World, users: dict[str, User], tell: Callable[[str], Any]) -> None:
    """The story with a confidential source, and the notes on drafts."""
    given = json.loads((FOLDER / "desk.json").read_text(encoding="utf-8"))
    story = json_story.read(json.dumps(given["story"]).encode())
    done = import_story(story, by=users["admin"])
    if done.status != "unchanged":
        quote_without_name(done.article, given, world.occasions[given["occasion"]], users)
        publish(done.article, story, users)
        tell(story.headline)
    write_notes(given["notes"], users, tell)


def link_statements(users: dict[str, User]) -> None:
    """How some of the statements stand to one another; a contradiction is agreed to by a second person."""
    for row in json.loads((FOLDER / "links.json").read_text(encoding="utf-8")):
        quote, other = (Quote.objects.get(text__startswith=row[end]) for end in ("quote", "other"))
        agreed_by = users[row["agreed_by"]] if "agreed_by" in row else None
        QuoteLink.objects.get_or_create(
            quote=quote,
            kind=row["kind"],
            other=other,
            defaults={"proposed_by": users["editor"], "approved_by": agreed_by},
        )


def make_users() -> dict[str, User]:
    """One user a role, all with the demo's password."""
    users = {}
    for username, role in ROLES.items():
        user, is_new = User.objects.get_or_create(
            username=username, defaults={"is_staff": True, "is_superuser": username == "admin"}
        )
        if is_new:
            user.set_password(PASSWORD)
            user.save()
        user.groups.add(Group.objects.get(name=role))
        users[username] = user
    return users
