"""Write derived indexes anew: words for search, and which words in a row every settled quotation and live article has."""

from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import QuerySet

from articles.models import Edition, Quote
from articles.models.other_wordings import index_words
from articles.models.twins import index_text
from articles.search.keeping import forget_strays, reindex_articles
from articles.search.vocabulary import forget_words, latest_word

BATCH = 500  # rows a transaction
SEARCHED = 100  # articles a transaction


class Command(BaseCommand):
    help = "Write the indexes of search, of other wordings and of like texts anew. Can be run at any time; readers notice nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say how many quotations and articles there are, write nothing",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        settled = Quote.objects.exclude(speaker_person=None, speaker_organization=None)
        live = Edition.objects.live()
        if options["dry_run"]:
            self.stdout.write(
                f"{settled.count()} quotations and {live.count()} live articles would be indexed "
                "(dry run, nothing was written)."
            )
            return
        quotes, words = self._index(settled, index_words)
        texts, keys = self._index(live, lambda batch: sum(map(index_text, batch)))
        self._search(live.count())
        self.stdout.write(f"{quotes} quotations and {texts} articles indexed, {words + keys} entries.")

    def _index(self, rows: QuerySet, write: Callable[[list], int]) -> tuple[int, int]:
        """Write the entries of all rows, batch by batch; how many rows and how many entries."""
        total = rows.count()
        done = entries = last = 0
        while batch := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
            entries += write(batch)
            done, last = done + len(batch), batch[-1].pk
            self._tell(done, total)
        return done, entries

    def _search(self, total: int) -> None:
        """Make every live article and its quotations searchable, then drop what is left of others."""
        known, words, number, last = latest_word(), set(), 0, 0
        while True:
            kept, last = reindex_articles(last, SEARCHED)
            if not last:
                break
            number, words = number + kept.number, words | kept.words
            self._tell(number, total)
        strays, unused = forget_strays(), forget_words(but=words, until=known)
        self.stdout.write(
            f"{number} articles searchable; {strays} entries and {unused} words of what is no longer live were dropped."
        )

    def _tell(self, done: int, total: int) -> None:
        if self.stdout.isatty():
            self.stdout.write(f"[{done}/{total}]")
