"""Files become drafts, each for itself: a broken one fails alone."""

import argparse
import datetime
import json
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, transaction

from articles.models import Section
from articles.operations import importing


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write it as 2026-03-14") from None


class Command(BaseCommand):
    help = "Import stories from files or folders as drafts. Running it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--format", default="auto", choices=["auto", "plaintext", "json"])
        parser.add_argument(
            "--dateline-date", type=_day, metavar="YYYY-MM-DD", help="the day of stories that have none"
        )
        parser.add_argument("--section", help="slug of the section for stories without")
        parser.add_argument("--dry-run", action="store_true", help="report what would happen, write nothing")
        parser.add_argument("--report", type=Path, help="write the report there as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        section = self._section(options["section"])
        self._check_report(options["report"])
        files = list(dict.fromkeys(self._files(options["paths"])))
        if not files:
            raise CommandError("There is no file in these folders. Hidden ones are left out.")
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
                found = (p for p in path.rglob("*") if p.is_file() and not _is_hidden(p.relative_to(path)))
                yield from sorted(found)
            else:
                yield path

    def _import(self, path: Path, section: Section | None, options: dict[str, Any]) -> dict[str, Any]:
        try:
            story = importing.read(_bytes(path), options["format"])
            with transaction.atomic():
                done = importing.import_story(
                    story, dateline_date=options["dateline_date"], section=section, file_name=path.name
                )
                if options["dry_run"]:
                    transaction.set_rollback(True)
        except OSError as error:
            return _failed(path, f"The file cannot be read: {error.strerror}.")
        except (importing.FormatError, DatabaseError) as error:
            return _failed(path, str(error))
        row = {"path": str(path), **done.row}
        if options["dry_run"] and done.status == "created":
            row["short_id"] = None
        return row


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _bytes(path: Path) -> bytes:
    """What is in the file, but no more of it than shows that it is too large. Raises ``FormatError`` for no file."""
    if path.exists() and not path.is_file():
        raise importing.FormatError("This is no file.")
    with path.open("rb") as file:
        data = file.read(importing.MAX_BYTES + 1)
        size = file.seek(0, 2)
    if size > importing.MAX_BYTES:
        raise importing.FormatError(
            f"The file has {size / 1024 / 1024:.0f} MB; a story has at most {importing.MAX_BYTES // 1024 // 1024} MB."
        )
    return data


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
