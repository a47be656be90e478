"""How long a save looks for other wordings among a hundred thousand quotations. Run by ``python -m bench``."""

import os
import random
import time

from django.db import connection

from articles.models import Article, Person, Quote, QuoteUse
from articles.models.other_wordings import index_words, other_wordings, speaker_key

QUOTES = int(os.environ.get("BENCH_QUOTES", "100000"))
SPEAKERS = 200
IN_ARTICLE = 17
BUDGET = 50.0  # milliseconds, best of several
ROUNDS = 9
BATCH = 2000


def measure_wordings(quotes: int = QUOTES) -> tuple[float, int]:
    """Milliseconds (with those of the database server) of one look-up for an article of 17 quotations, best of several, and the statements it took."""
    chance = random.Random(7)
    fill(chance, quotes)
    article = Article.objects.order_by("pk").last()
    own = list(Quote.objects.order_by("-pk")[:IN_ARTICLE])
    words = {quote.pk: (changed(chance, quote.text), speaker_key(quote)) for quote in own}
    QuoteUse.objects.filter(quote__in=own).update(article=article)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the server does by itself before long
    best = float("inf")
    for _round in range(ROUNDS):
        start = time.perf_counter()
        other_wordings(words, article)
        best = min(best, (time.perf_counter() - start) * 1000)
    connection.force_debug_cursor = True
    before = len(connection.queries_log)
    other_wordings(words, article)
    statements = len(connection.queries_log) - before
    connection.force_debug_cursor = False
    return best, statements


def fill(chance: random.Random, quotes: int) -> None:
    """So many settled quotations by a few hundred people, with words as common as in speech."""
    vocabulary = [f"w{number}" for number in range(3000)]
    weights = [1 / (rank + 2) for rank in range(len(vocabulary))]
    people = Person.objects.bulk_create(
        Person(name=f"Speaker {n}", slug=f"bench-speaker-{n}") for n in range(SPEAKERS)
    )
    article = Article(headline="Bench of wordings")
    article.save_working_copy(by=None)
    for start in range(0, quotes, BATCH):
        batch = Quote.objects.bulk_create(
            Quote(
                text=" ".join(chance.choices(vocabulary, weights, k=chance.randint(6, 40))),
                speaker_person=chance.choice(people),
            )
            for _number in range(min(BATCH, quotes - start))
        )
        QuoteUse.objects.bulk_create(
            QuoteUse(article=article, quote=quote, start=0, end=9, exact=quote.text, attribution="confirmed")
            for quote in batch
        )
        index_words(batch)
    other = Article(headline="Bench of wordings, the article that is saved")
    other.save_working_copy(by=None)


def changed(chance: random.Random, text: str) -> str:
    """The text with one word replaced."""
    words = text.split()
    words[chance.randrange(len(words))] = "other"
    return " ".join(words)
