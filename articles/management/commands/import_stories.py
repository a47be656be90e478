"""Files become drafts, each for itself: a broken one fails alone."""

import datetime
import json
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, transaction

from articles.models import Section
from articles.operations import importing


class Command(BaseCommand):
    help = "Import stories from files or folders as drafts. Running it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--format", default="auto", choices=["auto", "plaintext", "json"])
        parser.add_argument(
            "--dateline-date", type=datetime.date.fromisoformat, help="YYYY-MM-DD, for stories without"
        )
        parser.add_argument("--section", help="slug of the section for stories without")
        parser.add_argument("--dry-run", action="store_true", help="report what would happen, write nothing")
        parser.add_argument("--report", type=Path, help="write the report there as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        section = self._section(options["section"])
        self._check_report(options["report"])
        files = list(self._files(options["paths"]))
        counts: Counter[str] = Counter(created=0, updated=0, unchanged=0, failed=0)
        rows = []
        for number, path in enumerate(files, start=1):
            row = self._import(path, section, options)
            rows.append(row)
            counts[row["status"]] += 1
            if row["status"] == "failed":
                self.stderr.write(f"{path}: {row['error']}")
            elif self.stdout.isatty():
                self.stdout.write(f"[{number}/{len(files)}] {row['status']:9} {row['headline']}")
        if options["report"]:
            report = json.dumps({"stories": rows, "summary": dict(counts)}, ensure_ascii=False, indent=2)
            options["report"].write_text(report + "\n", encoding="utf-8")
        suffix = " (dry run, nothing was written)" if options["dry_run"] else ""
        self.stdout.write(", ".join(f"{count} {status}" for status, count in counts.items()) + suffix)
        if counts["failed"]:
            raise CommandError(f"{counts['failed']} of {len(files)} files failed.", returncode=1)

    def _section(self, slug: str | None) -> Section | None:
        if not slug:
            return None
        section = Section.objects.filter(slug=slug).first()
        if section is None:
            known = ", ".join(Section.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no section “{slug}”. Known sections: {known}.")
        return section

    def _check_report(self, report: Path | None) -> None:
        """Before anything is imported: a report that cannot be written is known to nobody afterwards."""
        if report and (report.is_dir() or not report.absolute().parent.is_dir()):
            raise CommandError(f"{report} cannot be written: make its folder first, or name a file.")

    def _files(self, paths: list[Path]):
        for path in paths:
            if path.is_dir():
                yield from sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
            else:
                yield path

    def _import(self, path: Path, section: Section | None, options: dict[str, Any]) -> dict[str, Any]:
        try:
            if path.stat().st_size > 50_000_000:
                raise importing.FormatError("The file is far too large for a story; 5 MB are allowed.")
            story = importing.read(path.read_bytes(), options["format"])
            with transaction.atomic():
                done = importing.import_story(story, dateline_date=options["dateline_date"], section=section)
                if options["dry_run"]:
                    transaction.set_rollback(True)
        except (importing.FormatError, OSError, DatabaseError) as error:
            return _failed(path, str(error))
        row = {"path": str(path), **done.row}
        if options["dry_run"] and done.status == "created":
            row["short_id"] = None
        return row


def _failed(path: Path, reason: str) -> dict[str, Any]:
    empty: dict[str, Any] = {"bylines": [], "quotes": [], "warnings": []}
    return {
        "path": str(path),
        "format": None,
        "status": "failed",
        "short_id": None,
        "headline": None,
        "dek": None,
        "paragraphs": 0,
        **empty,
        "error": reason,
    }
