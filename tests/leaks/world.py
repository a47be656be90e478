"""Five stories and an unused source, each with everything that can hang on an article, and a token in every field of it."""

import dataclasses
import datetime
from typing import Any

from django.test import Client, TestCase
from django.utils import timezone

from articles.models import (
    Article,
    ConfidentialSource,
    Correction,
    Draft,
    FrontPage,
    Note,
    OrganizationName,
    PersonName,
    Placement,
    PreflightWaiver,
    PreviewLink,
    PullQuote,
    Quote,
    QuoteSource,
    SavedFilter,
    Task,
    User,
)
from articles.models.other_wordings import index_words
from tests.factories import (
    approve,
    make_article,
    make_author,
    make_image,
    make_member,
    make_occasion,
    make_organization,
    make_person,
    make_quote,
    make_role,
    make_section,
    make_source,
    make_topic,
    make_use,
    make_user,
    publish,
)
from tests.leaks.tokens import Tokens

DAY = datetime.timedelta(days=1)
STORIES = ("draft", "embargoed", "scheduled", "live", "withdrawn")
PENDING = "pending"  # the words of the working copy of the live story


@dataclasses.dataclass
class Story:
    """One article with its records by model name, the first of each, and what addresses need beside them."""

    name: str
    article: Article
    records: dict[str, Any]
    preview: str = ""
    ended_preview: str = ""
    uses: list[Any] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class World:
    tokens: Tokens
    stories: dict[str, Story]
    people: dict[str, User]
    at: datetime.datetime
    schema: dict[str, Any]  # of the API of the desk


def make_world() -> World:
    """The whole world, with the search index and all else that follows a publication."""
    tokens, at = Tokens(), timezone.now()
    people = {
        "owner": make_member("Reporter", "owner"),
        "Reporter": make_member("Reporter", "foreign"),
        "Copy editor": make_member("Copy editor"),
        "Editor": make_member("Editor"),
        "Publisher": make_member("Publisher"),
        "Standards editor": make_member("Standards editor"),
        "Administrator": make_member("Administrator"),
        "superuser": make_user("root", is_superuser=True),
        "outsider": make_user("outsider", is_staff=False),
    }
    stories = {name: _story(name, tokens, people, at) for name in STORIES}
    with TestCase.captureOnCommitCallbacks(execute=True):
        publish(stories["live"].article, at - DAY, by=people["Publisher"])
        publish(stories["withdrawn"].article, at - DAY, by=people["Publisher"])
    with TestCase.captureOnCommitCallbacks(execute=True):
        _withdraw(stories["withdrawn"], tokens, people)
        _change(stories["live"], tokens, people)
        _set_times(stories, people, at)
        stories["draft"].records["savedfilter"] = _unused(tokens, people)
    return World(tokens, stories, people, at, _schema(people["Publisher"]))


def _story(name: str, tokens: Tokens, people: dict[str, User], at: datetime.datetime) -> Story:
    owner = people["owner"]
    said, hidden, told = (f"We have waited {tokens.mint(name, 'Quote.text')} long enough" for _ in range(3))
    person, organization = make_person(f"Ada {name}"), make_organization(f"Ferry {name}")
    directory = [
        person,
        organization,
        make_role(person, organization=organization),
        PersonName.objects.create(person=person, name=f"Adele {name}"),
        OrganizationName.objects.create(organization=organization, name=f"Ferries {name}"),
        make_topic(f"Topic {name}"),
        make_author(f"Bo {name}", user=owner if name == "draft" else None),
        make_section(f"Section {name}"),
    ]
    source, image = make_source(f"Recording {name}"), make_image(caption="A field.", licence="Ours")
    shown = make_image(caption="A second field.")
    occasion = make_occasion(f"Meeting {name}", source=source, place="Quay", addressee="Crews")
    directory += [source, image, shown, occasion]
    nameless = ConfidentialSource.objects.request(
        by=owner, public_description="an official", public_reason="fear"
    )
    nameless.approve(by=people["Standards editor"])
    for record in (*directory, nameless):
        tokens.fill(name, record)
    article = make_article(
        f"Fathom {name}",
        by=owner,
        author=directory[6],
        section=directory[7],
        topics=[directory[5]],
        lead_image=image,
        slug=tokens.mint(name, "Article.slug"),
        body=f"<p>“{said},” said {person.name}.</p><p>“{hidden},” said {nameless.public_description}.</p>"
        f"<p>“{told},” said {organization.name}.</p>"
        f'<figure data-image="{shown.short_id}"></figure>',
    )
    tokens.fill(name, article)
    article.sources.add(source, *_private_sources(name, tokens, owner))
    byline = article.bylines.get()
    quotes = [
        make_quote(said, speaker_person=person, occasion=occasion, speaker_label="Pilot"),
        Quote.objects.create(text=hidden, confidential_source=nameless, record="background"),
        make_quote(told, speaker_organization=organization),
    ]
    uses = [
        make_use(article, f"“{text},”", quote)
        for text, quote in zip((said, hidden, told), quotes, strict=True)
    ]
    link = QuoteSource.objects.create(quote=quotes[0], source=source)
    pull = PullQuote.objects.create(article=article, quote=quotes[0], words=said)
    tokens.fill(name, quotes[1], but="speaker_label")
    for record in (byline, quotes[0], quotes[2], link, *uses):
        tokens.fill(name, record)
    index_words(quotes)
    revision = article.revisions.model.objects.record(article, owner, "Saved")
    preview, secret = PreviewLink.objects.make(article, by=owner, expires_at=at + DAY, for_whom="Lawyer")
    ended, former = PreviewLink.objects.make(article, by=owner, expires_at=at + DAY)
    ended.revoke(by=owner)
    words = {"place": "body", "start": 1, "end": 8, "exact": "We have"}
    note = Note.objects.create(article=article, by=owner, text="Ask again.", quote=quotes[0], **words)
    kept = [
        revision,
        preview,
        note,
        Task.objects.create(kind="quote_changed", quote=quotes[0], article=article),
        PreflightWaiver.objects.create(article=article, rule="x", span_hash="0" * 32, reason="It is so."),
        Draft.objects.create(article=article, by=owner, window="w", version=1, fields={}, at=at),
    ]
    for record in kept:
        tokens.fill(name, record)
    front = FrontPage.objects.get_or_create(section=None)[0]
    kept.append(Placement.objects.create(front=front, article=article, slot="secondary"))
    for record in (article, *quotes, image, shown):
        tokens.keep(name, f"{record._meta.object_name}.short_id", record.short_id)
    tokens.keep(name, "PreviewLink.token", secret)
    every = [article, byline, *directory, nameless, *quotes, *uses, pull, link, *kept, front]
    records: dict[str, Any] = {}
    for record in every:
        records.setdefault(record._meta.model_name, record)
    return Story(name, article, records, secret, former, uses)


def _private_sources(name: str, tokens: Tokens, owner: User) -> list[Any]:
    """Evidence that readers are never told of: one for the whole newsroom, one for those who are named, here the owner."""
    found = [make_source(f"A {access} paper", access=access) for access in ("internal", "confidential")]
    for source in found:
        for field in ("title", "publisher", "url", "archived_url"):
            token = tokens.mint(name, f"{source.access.title()}.{field}")
            setattr(source, field, f"https://example.com/{token}" if "url" in field else token)
        source.save()
    found[1].known_by.add(owner)
    return found


def _withdraw(story: Story, tokens: Tokens, people: dict[str, User]) -> None:
    story.article.withdraw(by=people["Publisher"], reason=tokens.mint(story.name, "Event.data"))


def _change(story: Story, tokens: Tokens, people: dict[str, User]) -> None:
    """Corrected once with a note that readers see; then other words that they do not have yet."""
    article, token = story.article, tokens.mint
    article.correct(by=people["Editor"], note=f"Fathom {token('live', 'Correction.note')}")
    story.records["correction"] = Correction.objects.get()
    for field in ("headline", "short_headline", "seo_title", "dek", "dateline_place", "editors_note"):
        setattr(article, field, f"Fathom {token(PENDING, f'Article.{field}')}")
    article.body += f"<p>Fathom {token(PENDING, 'Article.body')}.</p>"
    article.canonical_url = f"https://example.com/{token(PENDING, 'Article.canonical_url')}"
    article.slug = token(PENDING, "Article.slug")
    article.save_working_copy(by=people["owner"])
    topic, person = make_topic("Coming"), make_person("Cleo Coming")
    for record in (topic, person):
        tokens.fill(PENDING, record)
    article.topics.add(topic)


def _set_times(stories: dict[str, Story], people: dict[str, User], at: datetime.datetime) -> None:
    embargoed, scheduled = stories["embargoed"].article, stories["scheduled"].article
    Article.objects.filter(pk=embargoed.pk).update(embargo_until=at + DAY)
    embargoed.refresh_from_db()
    approve(embargoed, at)
    approve(scheduled, at)
    scheduled.schedule(by=people["Editor"], to=at + DAY, at=at)


def _schema(member: User) -> dict[str, Any]:
    client = Client()
    client.force_login(member)
    return client.get("/api/v1/desk/schema/", headers={"Accept": "application/json"}).json()


def _unused(tokens: Tokens, people: dict[str, User]) -> SavedFilter:
    """A source that nobody quotes yet, with a remark: who is not entitled sees nothing of it. And a filter of somebody's own."""
    source = ConfidentialSource.objects.request(
        by=people["owner"], public_description="a pilot", public_reason="fear"
    )
    source.refuse(by=people["Standards editor"], remark="Say more.")
    tokens.fill("unused", source)
    saved = SavedFilter.objects.create(user=people["owner"], name="Mine", query="stage=draft")
    tokens.fill("unused", saved)
    return saved
