"""Stories of the demo: imported, settled and taken through their whole life as their files say."""

import dataclasses
import datetime

from django.db import transaction
from django.utils import timezone

from articles.formats.story import FormatError, Story, StoryQuote
from articles.models import Article, PreflightWaiver, Quote, QuoteUse, User
from articles.operations.demo_world import World
from articles.operations.importing import import_story
from articles.operations.people import ensure_organization, ensure_person
from articles.operations.quotes import scan_article
from articles.operations.settling import reject_use
from articles.text.typography import fold, strip_marks


@transaction.atomic
def load_story(
    story: Story, world: World, users: dict[str, User], *, settle_all: bool = True
) -> Article | None:
    """Import one story, settle its quotations as it says, and publish it at its own time. None where it is there already.

    Without ``settle_all`` the desk has its proposals still to settle.
    """
    done = import_story(story, by=users["admin"])
    article = done.article
    if done.status == "unchanged":
        return None
    article.sources.set(world.sources[key] for key in story.sources)
    if story.image:
        article.lead_image = world.images[story.image]
        article.save(update_fields=["lead_image"])
    for quote in story.quotes:
        settle(article, quote, world, users["standards"], story.published_at)
    for use in article.quote_uses.open() if settle_all else ():
        _settle_rest(use, users["copyeditor"])
    if story.published_at:
        publish(article, story, users)
    return article


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
        reword(article, correction.right, correction.wrong, by=users["reporter"])
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
        reword(article, correction.wrong, correction.right, by=users["editor"])
        fields = dataclasses.asdict(correction)
        article.correct(by=users["editor"], **fields)
    if story.retraction:
        notice, when = story.retraction
        article.request_retraction(by=users["standards"], notice=notice, at=when)
        article.agree_retraction(by=users["publisher"], at=when)


def reword(article: Article, old: str, new: str, *, by: User) -> None:
    """Put other words in the text. What an edition gets wrong stands in it, and the next one has the right words."""
    if old and new and old in article.body:
        article.body = article.body.replace(old, new)
        article.save_working_copy(by=by)
        scan_article(article, by=by)


def _folded(text: str) -> str:
    return fold(strip_marks(text)).strip(" .,")
