"""A running site with content, from nothing."""

import os
import threading
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.operations.demo import PASSWORD, ROLES, load_demo
from articles.operations.jobs import run_until


class Command(BaseCommand):
    help = "Migrate, load the fictional newsroom, make one user a role, and serve on 127.0.0.1. Only with DEBUG=1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="load the content and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("The demo makes users with a known password: it runs with DEBUG=1 only.")
        if "SITE_URL" not in os.environ:  # links of feeds, cards and API lead to the port that is served
            settings.SITE_URL = f"http://127.0.0.1:{options['port']}"
        call_command("migrate", verbosity=0)
        progress = self.stdout.write if self.stdout.isatty() else lambda line: None
        counts = load_demo(progress)
        self.stdout.write(", ".join(f"{number} {noun}" for noun, number in counts.items()))
        self.stdout.write(f"Log in at /admin/ as {', '.join(ROLES)}; password: {PASSWORD}")
        if not options["no_serve"]:
            self.stdout.write(f"http://127.0.0.1:{options['port']}/")
            stop = threading.Event()  # what is scheduled goes out here too
            jobs = threading.Thread(target=run_until, args=(stop,), daemon=True)
            jobs.start()
            try:
                call_command("runserver", f"127.0.0.1:{options['port']}", use_reloader=False)
            finally:
                stop.set()
                jobs.join()
