"""Synthetic live articles in bulk, for measuring. The words mean nothing; the rows are those of publication."""

import copy
import datetime
import itertools
import random
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection, transaction

from articles.models import (
    Article,
    Author,
    AuthorListing,
    Byline,
    Change,
    Edition,
    EditionQuote,
    EditionShingle,
    Person,
    PersonListing,
    Quote,
    QuoteUse,
    Section,
    Topic,
    TopicListing,
)
from articles.models.edition_content import build_edition, sealed
from articles.models.quote_record import quote_records
from articles.preflight.sketch import sketch
from articles.search.keeping import keep_editions, keep_quotes
from articles.text.html import annotate
from articles.text.words import count_words

BATCH = 500
WORDS = "harbor quay crane ferry storm tide pilot council budget rope light wind clerk ledger board vote night".split()
START = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
KNOWN, SYLLABLES = 20_000, "ba ce di fo gu la me ni po ru sa te vi xo zu".split()


def generate_archive(number: int, tell: Callable[[str], None] = lambda line: None) -> int:
    """Add so many live articles of ten paragraphs with two quotations each, and return how many there are then."""
    chance = random.Random(number)
    made = 0
    while made < number:
        size = min(BATCH, number - made)
        with transaction.atomic():
            _batch(size, Article.objects.count(), chance)
        made += size
        tell(f"{made}/{number}")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # so much at once changes what the database must know to choose its indexes
    return Article.objects.count()


def vocabulary() -> tuple[list[str], list[float]]:
    """Words that are no words, and how far each is reached by chance: few are everywhere, most are rare."""
    words = ["".join(parts) for parts in itertools.islice(itertools.product(SYLLABLES, repeat=4), KNOWN)]
    return words, list(itertools.accumulate(1 / rank for rank in range(1, KNOWN + 1)))


def _batch(size: int, offset: int, chance: random.Random) -> None:
    sections = [_named(Section, f"Archive section {n}") for n in range(6)]
    topics = [_named(Topic, f"Archive topic {n}") for n in range(20)]
    authors = [_named(Author, f"Archive author {n}") for n in range(10)]
    people = [_named(Person, f"Archive person {n}", is_public_figure=True) for n in range(50)]
    words = vocabulary()
    articles = Article.objects.bulk_create(
        _article(index, chance.choice(sections), chance, words) for index in range(offset, offset + size)
    )
    Byline.objects.bulk_create(Byline(article=one, author=chance.choice(authors)) for one in articles)
    of_topics = Article.topics.through
    of_topics.objects.bulk_create(
        of_topics(article=one, topic=topic) for one in articles for topic in chance.sample(topics, 2)
    )
    uses = [use for one in articles for use in _said(one, people, chance)]
    Quote.objects.bulk_create(use.quote for use in uses)
    QuoteUse.objects.bulk_create(uses)
    _publish(articles)


def _article(index: int, section: Section, chance: random.Random, words: tuple[list, list]) -> Article:
    said = [f"“We will {chance.choice(WORDS)} number {index}-{n} again,”" for n in range(2)]
    drawn = [
        [*chance.choices(WORDS, k=40), *chance.choices(words[0], cum_weights=words[1], k=20)]
        for _ in range(8)
    ]
    paragraphs = [" ".join(chance.sample(one, 60)).capitalize() + "." for one in drawn]
    paragraphs[2:2] = [f"{spoken} the speaker said." for spoken in said]
    return Article(
        headline=f"Archive story {index} about the {chance.choice(WORDS)}",
        slug=f"archive-story-{index}",
        dek="Made for measuring.",
        section=section,
        body="".join(f"<p>{text}</p>" for text in paragraphs),
        stage="published",
        public_status="live",
        first_published_at=START + datetime.timedelta(minutes=10 * index),
    )


def _said(article: Article, people: list[Any], chance: random.Random) -> list[QuoteUse]:
    """The two quotations of the article, unsaved."""
    text, uses, end = article.body_text, [], 0
    for ordinal in range(2):
        start = text.index("“", end)
        end = text.index("”", start) + 1
        speaker = chance.choice(people)
        quote = Quote(
            text=text[start + 1 : end - 1], record="on_record", speaker_person=speaker, is_public=True
        )
        place: dict[str, Any] = {"start": start, "end": end, "exact": text[start:end], "ordinal": ordinal}
        uses.append(QuoteUse(article=article, quote=quote, attribution="confirmed", **place))
    return uses


def _publish(articles: Sequence[Article]) -> None:
    """What ``publish()`` would write of each, in a few statements for all."""
    first = articles[0]
    template = build_edition(first, at=first.first_published_at, by=None)
    uses: dict[int, list[QuoteUse]] = {one.pk: [] for one in articles}
    for use in QuoteUse.objects.filter(article__in=articles).with_records().order_by("start"):
        uses[use.article_id].append(use)
    bylines = {b.article_id: b for b in Byline.objects.filter(article__in=articles).select_related("author")}
    topics: dict[int, list[Topic]] = {one.pk: [] for one in articles}
    for link in (
        Article.topics.through.objects.filter(article__in=articles)
        .select_related("topic")
        .order_by("topic__name")
    ):
        topics[link.article_id].append(link.topic)
    editions = Edition.objects.bulk_create(
        _edition(template, one, uses[one.pk], bylines[one.pk], topics[one.pk]) for one in articles
    )
    at = {edition.article_id: (edition, edition.first_published_at) for edition in editions}
    _list(at, uses, bylines, topics)
    EditionShingle.objects.bulk_create(
        EditionShingle(edition=edition, key=key) for edition in editions for key in sketch(edition.body_text)
    )
    Change.objects.bulk_create(Change(edition=edition) for edition in editions)
    keep_editions(editions)
    keep_quotes([use.quote_id for found in uses.values() for use in found])


def _edition(template: Edition, article: Article, uses: list, byline: Byline, topics: list) -> Edition:
    edition = copy.copy(template)
    edition._state = copy.copy(template._state)
    records, anchors = quote_records(uses, uses)
    edition.article, edition.section = article, article.section
    edition.section_name, edition.section_slug = article.section.name, article.section.slug
    edition.short_id, edition.slug, edition.headline = article.short_id, article.slug, article.headline
    edition.at = edition.first_published_at = article.first_published_at
    edition.body_html, edition.body_text = annotate(article.body, anchors), article.body_text
    edition.word_count = count_words(edition.body_text)
    edition.quotes, edition.bylines = records, [byline.as_json()]
    edition.topics = [{"slug": t.slug, "name": t.name, "kind": t.kind} for t in topics]
    return sealed(edition, None)


def _list(at: dict[int, tuple[Edition, Any]], uses: dict, bylines: dict, topics: dict) -> None:
    AuthorListing.objects.bulk_create(
        AuthorListing(edition=edition, author_id=bylines[pk].author_id, first_published_at=moment)
        for pk, (edition, moment) in at.items()
    )
    TopicListing.objects.bulk_create(
        TopicListing(edition=edition, topic=topic, first_published_at=moment)
        for pk, (edition, moment) in at.items()
        for topic in topics[pk]
    )
    PersonListing.objects.bulk_create(
        PersonListing(edition=edition, person_id=person, first_published_at=moment)
        for pk, (edition, moment) in at.items()
        for person in {use.quote.speaker_person_id for use in uses[pk]}
    )
    EditionQuote.objects.bulk_create(
        EditionQuote(
            edition=edition,
            quote=use.quote,
            short_id=use.quote.short_id,
            person_id=use.quote.speaker_person_id,
            text=record["text"],
            data=record,
            first_published_at=moment,
            is_primary=True,
        )
        for pk, (edition, moment) in at.items()
        for use, record in zip(uses[pk], edition.quotes, strict=True)
    )


def _named(model: type, name: str, **fields: object) -> Any:
    slug = name.lower().replace(" ", "-")
    return model.objects.get_or_create(slug=slug, defaults={"name": name, **fields})[0]
