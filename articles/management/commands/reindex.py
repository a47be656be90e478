"""Write derived indexes anew: which words in a row every settled quotation and every live article has."""

from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import QuerySet

from articles.models import Edition, Quote
from articles.models.other_wordings import index_words
from articles.models.twins import index_text

BATCH = 500  # rows a transaction


class Command(BaseCommand):
    help = "Write the indexes of other wordings and of like texts anew. Can be run at any time; readers notice nothing."

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
        self.stdout.write(f"{quotes} quotations and {texts} articles indexed, {words + keys} entries.")

    def _index(self, rows: QuerySet, write: Callable[[list], int]) -> tuple[int, int]:
        """Write the entries of all rows, batch by batch; how many rows and how many entries."""
        total = rows.count()
        done = entries = last = 0
        while batch := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
            entries += write(batch)
            done, last = done + len(batch), batch[-1].pk
            if self.stdout.isatty():
                self.stdout.write(f"[{done}/{total}]")
        return done, entries
