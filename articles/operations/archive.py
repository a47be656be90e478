"""Synthetic live articles in bulk, for measuring. The words mean nothing; the rows are those of publication."""

import datetime
import random
from collections.abc import Callable

from django.db import connection, transaction

from articles.models import (
    Article,
    Author,
    Person,
    Quote,
    QuoteUse,
    Section,
    Topic,
)
from articles.models.edition_content import build_edition
from articles.models.listing_rows import replace_listings

BATCH = 500
WORDS = "harbor quay crane ferry storm tide pilot council budget rope light wind clerk ledger board vote night".split()
START = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


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


def _batch(size: int, offset: int, chance: random.Random) -> None:
    sections = [_named(Section, f"Archive section {n}") for n in range(6)]
    topics = [_named(Topic, f"Archive topic {n}") for n in range(20)]
    authors = [_named(Author, f"Archive author {n}") for n in range(10)]
    people = [_named(Person, f"Archive person {n}", is_public_figure=True) for n in range(50)]
    for index in range(offset, offset + size):
        _article(
            index, chance.choice(sections), chance.sample(topics, 2), chance.choice(authors), people, chance
        )


def _article(
    index: int, section: Section, topics: list, author: Author, people: list, chance: random.Random
) -> None:
    at = START + datetime.timedelta(minutes=10 * index)
    said = [f"“We will {chance.choice(WORDS)} number {index}-{n} again,”" for n in range(2)]
    paragraphs = [" ".join(chance.choices(WORDS, k=60)).capitalize() + "." for _ in range(8)]
    paragraphs[2:2] = [f"{words} the speaker said." for words in said]
    article = Article.objects.create(
        headline=f"Archive story {index} about the {chance.choice(WORDS)}",
        slug=f"archive-story-{index}",
        dek="Made for measuring.",
        section=section,
        body="".join(f"<p>{text}</p>" for text in paragraphs),
        stage="published",
        public_status="live",
        first_published_at=at,
    )
    article.bylines.create(author=author)
    article.topics.set(topics)
    text = article.body_text
    for ordinal, words in enumerate(said):
        person = chance.choice(people)
        quote = Quote.objects.create(text=words[1:-1], record="on_record", speaker_person=person)
        start = text.index(words)
        QuoteUse.objects.create(
            article=article,
            quote=quote,
            ordinal=ordinal,
            start=start,
            end=start + len(words),
            exact=words,
            attribution="confirmed",
        )
    edition = build_edition(article, at=at, by=None)
    edition.save(force_insert=True)
    replace_listings(article, edition)


def _named(model: type, name: str, **fields: object) -> object:
    slug = name.lower().replace(" ", "-")
    return model.objects.get_or_create(slug=slug, defaults={"name": name, **fields})[0]
