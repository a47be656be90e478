"""Keeps a copy of everything that readers have: one JSON file for each article, kept up to date, nothing missed.

    python3 mirror.py https://news.example copy/            # once: catch up and stop
    python3 mirror.py https://news.example copy/ --follow   # go on looking, until Ctrl C

Needs nothing but Python. It may be stopped and begun again at any time: what was read is written before the place in the
list of changes is, so that a change may be read twice and is never left out.
"""

import argparse
import json
import os
import re
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

PAUSE = 30  # seconds between looks
NAME = re.compile(r"[0-9a-z]{8}")


def get(address: str) -> dict[str, Any]:
    """The body of an answer; waits where the site asks for it."""
    while True:
        request = urllib.request.Request(address, headers={"Accept": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            if error.code not in (429, 503):
                raise
            time.sleep(int(error.headers.get("Retry-After", PAUSE)))


def write(file: Path, text: str) -> None:
    """All of it or nothing, whenever somebody pulls the plug."""
    part = file.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, file)


def take(change: dict[str, Any], folder: Path) -> None:
    """Put the article as it is now, or delete it. No name from elsewhere becomes a path that is none of ours."""
    if not NAME.fullmatch(change["short_id"]):
        raise ValueError(f"this is no id: {change['short_id']!r}")
    file = folder / f"{change['short_id']}.json"
    if change["action"] == "delete":
        file.unlink(missing_ok=True)
    else:
        write(file, json.dumps(change["article"], ensure_ascii=False, indent=1))


def catch_up(site: str, folder: Path) -> int:
    """Read every change since the last time, and return how many there were."""
    place = folder / "cursor"
    cursor = place.read_text(encoding="utf-8") if place.exists() else "0"
    number = 0
    while True:
        page = get(f"{site}/api/v1/changes/?limit=100&cursor={cursor}")
        for change in page["results"]:
            take(change, folder)
        if not page["results"]:
            return number
        number += len(page["results"])
        cursor = page["results"][-1]["cursor"]
        write(place, cursor)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("site", help="such as https://news.example")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--follow", action="store_true", help="go on looking")
    given = arguments.parse_args()
    if not given.site.startswith(("http://", "https://")):
        arguments.error("the site begins with http:// or https://")
    given.folder.mkdir(parents=True, exist_ok=True)
    while True:
        number = catch_up(given.site.rstrip("/"), given.folder)
        print(f"{number} changes, {len(list(given.folder.glob('*.json')))} articles")
        if not given.follow:
            return 0
        time.sleep(PAUSE)


if __name__ == "__main__":
    sys.exit(main())
