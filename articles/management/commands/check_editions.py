"""Whether everything that was published is still what it was."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.models import Edition
from articles.operations.integrity import broken_editions


class Command(BaseCommand):
    help = "Check every edition: complete, unchanged, chained to the one before, and in its lists. Writes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        for line in broken_editions():
            self.stderr.write(line)
            number += 1
        total = Edition.objects.count()
        if number:
            raise CommandError(f"{number} findings in {total} editions.")
        self.stdout.write(f"{total} editions are whole and chained.")
