"""How long the preflight panel looks at an article of 800 words. Run by ``python -m bench``."""

import random
import time

from django.utils import timezone

from articles.models import Article, Person, Quote, QuoteUse
from articles.models.other_wordings import index_words
from articles.models.preflight import article_view
from articles.operations.preflight import report_of
from articles.preflight import check

BUDGET = 50.0  # milliseconds of CPU for all rules, best of several
ROUNDS = 15
WORDS = 800
QUOTATIONS = 12


def measure_preflight() -> tuple[float, float]:
    """CPU milliseconds of all rules over one article with the look-ups that they need, and of the panel's whole answer
    about text that is not saved (quotations found anew, typography as well), best of several."""
    article = make_article()
    rules = _best(lambda: check(article_view(article, timezone.now())))
    panel = _best(lambda: report_of(article, is_saved=False))
    return rules, panel


def _best(work) -> float:
    best = float("inf")
    for _round in range(ROUNDS):
        start = time.process_time()
        work()
        best = min(best, (time.process_time() - start) * 1000)
    return best


def make_article() -> Article:
    """A draft of 800 words with a dozen quotations, each verified against its evidence."""
    chance = random.Random(11)
    vocabulary = [f"word{number}" for number in range(600)]
    person = Person.objects.create(name="Ada Benchmark", slug="bench-preflight-ada")
    paragraphs, said = [], []
    each = WORDS // QUOTATIONS
    for number in range(QUOTATIONS):
        words = f"“We {' '.join(chance.choices(vocabulary, k=each // 2))},”"
        rest = " ".join(chance.choices(vocabulary, k=each - each // 2 - 6))
        said.append(words)
        paragraphs.append(f"{words} said Ada Benchmark on Tuesday. {rest.capitalize()} in line {number}.")
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    article = Article(headline="Bench of preflight", body=body, dateline_date=timezone.localdate())
    article.save_working_copy(by=None)
    text = article.body_text
    for ordinal, words in enumerate(said):
        quote = Quote.objects.create(text=words[1:-1], verbatim=words[1:-1], speaker_person=person)
        start = text.index(words)
        QuoteUse.objects.create(
            article=article, quote=quote, ordinal=ordinal, start=start, end=start + len(words), exact=words,
            attribution="confirmed",
        )  # fmt: skip
        index_words([quote])
    return article
