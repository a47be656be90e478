"""Whether pages cost the same in a large archive: ``python -m bench.pages --articles 100000 --write docs/bench.md``.

Wall-clock milliseconds of the whole answer with empty caches, in an archive of 5,000 articles and in the large one, best
of several rounds, and the ratio of the two. The exit status tells whether each keeps the budget.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import django

ROUNDS = 12
SMALL, ORIGINALS = 5000, 1000
BUDGET = 1.5  # the large archive by the small one
SLACK = 1.0  # milliseconds that are nobody's fault on a machine with other work
TITLE = "\n## Pages in a large archive"
HEAD = "| page | statements | ms, small | ms, large | ratio |\n|---|---|---|---|---|"


def parent() -> int:
    from bench.__main__ import POSTGRES, SEARCH, create_database, measure

    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--small", type=int, default=SMALL)
    parser.add_argument("--write", metavar="FILE", type=Path)
    parser.add_argument("--only", choices=["SQLite", "PostgreSQL"])
    options = parser.parse_args()
    tables, broken = [], 0
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "static").mkdir()
        for name in ("SQLite", "PostgreSQL"):
            found: list[str] = []
            for size in (options.small, options.articles):
                url = f"sqlite:///{folder}/{size}.sqlite3" if name == "SQLite" else f"{POSTGRES}_pages"
                if options.only in (None, name) and (name == "SQLite" or create_database(url)):
                    broken |= measure(name, url, folder, found, "bench.pages", str(size))
            if len(found) == 2 and not broken:
                table, is_over = _table(name, options.small, options.articles, *map(json.loads, found))
                print(table)
                tables.append(table)
                broken |= is_over
    if options.write and tables:
        text = options.write.read_text(encoding="utf-8")
        before, search, of_search = text.partition(SEARCH)
        before = before.partition(TITLE)[0].rstrip()
        options.write.write_text(f"{before}\n{''.join(tables)}{search}{of_search}", encoding="utf-8")
    return int(broken)


def _table(name: str, small: int, large: int, before: dict, after: dict) -> tuple[str, bool]:
    lines, is_over = [], False
    for label, (statements, milliseconds) in after.items():
        asked, first = before[label]
        ratio = milliseconds / first
        # The version of the site is looked up twice a second: one statement more or less.
        over = statements > asked + 1 or (ratio > BUDGET and milliseconds - first > SLACK)
        is_over |= over
        mark = " **over**" if over else ""
        lines.append(f"| {label}{mark} | {statements} | {first:.1f} | {milliseconds:.1f} | {ratio:.2f} |")
    about = f"{TITLE}, {name}, {small:,} and {large:,} articles\n\nWith empty caches, best of {ROUNDS}; budget {BUDGET} × or {SLACK:.0f} ms more."
    return f"{about}\n\n{HEAD}\n" + "\n".join(lines) + "\n", is_over


def child(articles: int) -> int:
    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from articles.operations.archive import generate_archive
    from bench.multiply import multiply

    call_command("migrate", verbosity=0)
    generate_archive(min(articles, ORIGINALS))
    multiply(articles)
    client = Client()
    print(json.dumps({label: _cost(client, address) for label, address in _addresses(client).items()}))
    return 0


def _addresses(client) -> dict[str, str]:
    from bench.measure import _addresses as pages

    own = {label: address for label, address, *_ in pages(client) if not label.startswith("API")}
    feeds = {
        f"feed of {label}, {form}": f"{own[page]}feed.{form}"
        for label, page in (("all", "front"), ("a section", "section"), ("a person", "person"))
        for form in ("rss", "atom", "json")
    }
    return {
        **own,
        "month": "/archive/2020/01/",
        "people": "/people/",
        "topics": "/topics/",
        "corrections": "/corrections/",
        **feeds,
        "news sitemap": "/news-sitemap.xml",
        "sitemap, a part": "/sitemap-articles-2020-01.xml",
        "sitemap, index": "/sitemap.xml",
    }


def _cost(client, address: str) -> tuple[int, float]:
    """Statements and milliseconds of an answer that is made wholly anew."""
    from django.core.cache import cache
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        status = client.get(address).status_code
    if status != 200:
        raise SystemExit(f"{address} answers {status}")
    statements, times = len(captured), []  # counted now: the next request forgets them
    for _ in range(ROUNDS):
        cache.clear()
        started = time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - started) * 1000)
    return statements, min(times)


if __name__ == "__main__":
    if os.environ.get("DJANGO_SETTINGS_MODULE") == "bench.settings":
        sys.exit(child(int(sys.argv[2])))
    sys.exit(parent())
