"""How well the quote engine finds speakers, by phenomenon, in the documentation."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.extraction.accuracy import judge, read_cases, table

BEGIN, END = "<!-- quote_accuracy: begin -->", "<!-- quote_accuracy: end -->"


class Command(BaseCommand):
    help = "Print how often the quote engine finds the right speaker, by phenomenon; --write puts it in docs/quotes.md."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        root = Path(settings.BASE_DIR)
        parser.add_argument(
            "cases", nargs="?", type=Path, default=root / "tests" / "extraction" / "cases.txt"
        )
        parser.add_argument("--write", action="store_true", help="renew the table in the documentation")
        parser.add_argument(
            "--into", type=Path, default=root / "docs" / "quotes.md", help="the page with the table"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            lines = options["cases"].read_text(encoding="utf-8").splitlines()
            made = table([judge(case) for case in read_cases(lines)])
            self.stdout.write(made)
            if options["write"]:
                page = options["into"].read_text(encoding="utf-8")
                options["into"].write_text(with_table(page, made), encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(str(error)) from error


def with_table(page: str, made: str) -> str:
    """The page with the table between its markers renewed."""
    before, found, rest = page.partition(BEGIN)
    _, closed, after = rest.partition(END)
    if not found or not closed:
        raise CommandError(f"The page has no {BEGIN} … {END}.")
    return f"{before}{BEGIN}\n{made}\n{END}{after}"
