"""Synthetic live articles in bulk, for measuring."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.operations.archive import generate_archive


class Command(BaseCommand):
    help = "Add synthetic live articles for benchmarks. Only with DEBUG=1, or with --force."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--articles", type=int, required=True, metavar="N")
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--force", action="store_true", help="also without DEBUG=1")

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.DEBUG or options["force"]):
            raise CommandError(
                "This fills the site with articles without meaning. Use --force where that is wanted."
            )
        if options["articles"] < 1:
            raise CommandError("--articles is a number from 1.")
        if options["dry_run"]:
            self.stdout.write(f"Would add {options['articles']} articles.")
            return
        tell = self.stdout.write if self.stdout.isatty() else lambda line: None
        self.stdout.write(f"{generate_archive(options['articles'], tell)} articles")
