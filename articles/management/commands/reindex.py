"""Write derived indexes anew: which three words in a row every settled quotation has."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles.models import Quote
from articles.models.other_wordings import index_words

BATCH = 500  # quotations a transaction


class Command(BaseCommand):
    help = "Write the index of other wordings anew. Can be run at any time and again; readers notice nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say how many quotations there are, write nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        settled = Quote.objects.exclude(speaker_person=None, speaker_organization=None)
        total = settled.count()
        if options["dry_run"]:
            self.stdout.write(f"{total} quotations would be indexed (dry run, nothing was written).")
            return
        done = entries = last = 0
        while batch := list(settled.filter(pk__gt=last).order_by("pk")[:BATCH]):
            entries += index_words(batch)
            done, last = done + len(batch), batch[-1].pk
            if self.stdout.isatty():
                self.stdout.write(f"[{done}/{total}]")
        self.stdout.write(f"{done} quotations indexed, {entries} entries.")
