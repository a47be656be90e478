"""A fictional newsroom with everything in it, for trying the system out and for looking at it."""

import dataclasses
import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from articles.formats import json_story
from articles.formats.story import FormatError, Story, StoryQuote
from articles.models import Article, Author, PreflightWaiver, Quote, QuoteLink, QuoteUse, User
from articles.models.other_wordings import index_words
from articles.operations.demo_desk import quote_without_name, write_notes
from articles.operations.demo_front import make_fronts
from articles.operations.demo_world import World
from articles.operations.importing import import_story
from articles.operations.people import ensure_organization, ensure_person
from articles.operations.quotes import scan_article
from articles.operations.settling import reject_use
from articles.text.typography import fold, strip_marks

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
    done = import_story(story, by=users["editor"])
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


@transaction.atomic
def load_story(story: Story, world: World, users: dict[str, User]) -> None:
    """Import one story, settle its quotations as it says, and publish it at its own time. Once only."""
    done = import_story(story, by=users["editor"])
    article = done.article
    if done.status == "unchanged":
        return
    article.sources.set(world.sources[key] for key in story.sources)
    if story.image:
        article.lead_image = world.images[story.image]
        article.save(update_fields=["lead_image"])
    for quote in story.quotes:
        settle(article, quote, world, users["standards"], story.published_at)
    for use in article.quote_uses.open():
        _settle_rest(use, users["copyeditor"])
    if story.published_at:
        publish(article, story, users)


def settle(
    article: Article, given: StoryQuote, world: World, by: User, at: datetime.datetime | None = None
) -> None:
    """Give the spans of one listed quotation their record, verified at that time where it is. The same statement in two
    stories is one record."""
    words = [_folded(text) for text in given.segments or (given.text,)]
    uses = [use for use in article.quote_uses.filter(place="body") if _folded(use.exact) in words]
    if not uses:
        raise FormatError(f"The quotation “{given.text[:60]}” is not in the text.")
    occasion = world.occasions.get(given.occasion)
    known = (
        Quote.objects.filter(text=given.text, occasion=occasion, record="on_record")
        .exclude(occasion=None)
        .first()
    )
    proposed = {use.quote_id for use in uses}
    record = known or _fill(uses[0].quote or Quote(), given, world, by, article.language, at)
    for segment, use in enumerate(sorted(uses, key=lambda u: u.start)):
        use.quote, use.segment, use.attribution = record, segment, QuoteUse.Attribution.CONFIRMED
        use.save()
    # A proposal whose words went to this record is no statement of its own any more.
    Quote.objects.filter(pk__in=proposed, uses=None).delete()


def _fill(
    quote: Quote, given: StoryQuote, world: World, by: User, language: str, at: datetime.datetime | None
) -> Quote:
    quote.text, quote.verbatim, quote.record = given.text, given.verbatim, given.record
    quote.speaker_person = quote.speaker_organization = None
    if given.speaker_kind == "organization":
        quote.speaker_organization = ensure_organization(given.speaker)
    else:
        quote.speaker_person = ensure_person(given.speaker)
    quote.speaker_label, quote.language = given.speaker_label, language
    quote.occasion = world.occasions.get(given.occasion)
    if given.said_on:
        quote.said_on, quote.said_on_precision = given.said_on, "day"
    quote.status, quote.notice = given.status, given.notice
    if given.status == Quote.Status.VERIFIED:
        quote.verified_by, quote.verified_at = by, at or timezone.now()
    quote.save()
    for key, locator in given.sources:
        quote.quote_sources.get_or_create(source=world.sources[key], locator=locator)
    return quote


def _settle_rest(use: QuoteUse, by: User) -> None:
    """Words in headline and dek follow their quotation; whatever the story does not list is nobody's statement."""
    if use.quote_id and use.quote.has_speaker:
        use.attribution = QuoteUse.Attribution.CONFIRMED
        use.save()
    else:
        reject_use(use, by=by)


def publish(article: Article, story: Story, users: dict[str, User]) -> None:
    """Let the story go the whole way at its time, then correct and retract as it says."""
    at = story.published_at
    for correction in reversed(story.corrections):
        _reword(article, correction.right, correction.wrong, by=users["reporter"])
    article.submit(by=users["reporter"], at=at - datetime.timedelta(hours=2))
    for finding in article.preflight(at):
        if finding.is_open and finding.is_waivable:
            PreflightWaiver.objects.waive(
                article,
                finding,
                by=users["copyeditor"],
                reason="Read again with the reporter: it may stand.",
                at=at - datetime.timedelta(hours=1),
            )
    article.approve(by=users["copyeditor"], at=at - datetime.timedelta(hours=1))
    article.publish(by=users["publisher"], at=at)
    for correction in story.corrections:
        _reword(article, correction.wrong, correction.right, by=users["editor"])
        fields = dataclasses.asdict(correction)
        article.correct(by=users["editor"], **fields)
    if story.retraction:
        notice, when = story.retraction
        article.request_retraction(by=users["standards"], notice=notice, at=when)
        article.agree_retraction(by=users["publisher"], at=when)


def _reword(article: Article, old: str, new: str, *, by: User) -> None:
    """What an edition gets wrong stands in it, and the next one has the right words."""
    if old and new and old in article.body:
        article.body = article.body.replace(old, new)
        article.save_working_copy(by=by)
        scan_article(article, by=by)


def _folded(text: str) -> str:
    return fold(strip_marks(text)).strip(" .,")
