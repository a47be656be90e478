"""Do what is due by the clock: scheduled publications and everything else in ``operations/jobs.py``."""

import signal
import sys
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles.operations.jobs import JOBS, run_once, run_until


class Command(BaseCommand):
    help = "Publish what is scheduled and do other due work, until SIGTERM or Ctrl C. Several processes may run at once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            done = run_once()
            failed = [name for name, number in done.items() if number is None]
            self.stdout.write(", ".join(f"{name}: {number or 0}" for name, number in done.items()))
            if failed:
                self.stderr.write(f"Failed: {', '.join(failed)}. The log says why.")
                sys.exit(1)
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_received: stop.set())
        self.stdout.write(f"Looking after {', '.join(job.name for job in JOBS)}.")
        self.stdout.flush()
        run_until(stop)
        self.stdout.write("Stopped; nothing was left half done.")
