"""What search costs in a large archive. ``python -m bench.search --write docs/bench.md`` renews its part of that file.

Wall-clock milliseconds of the whole function that page and API call: reading what was typed, asking the index, loading
twenty results. Best and median of several calls, so that what else the machine does shows as the difference of the two.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import django

ROUNDS = 15
ORIGINALS = 1000  # what is beyond are copies of these, at later times
BUDGET = {"SQLite": 30.0, "PostgreSQL": 15.0}  # milliseconds, best
HEAD = "| what | typed | best ms | median ms | statements |\n|---|---|---|---|---|"
TITLE = "\n## Search"


def parent() -> int:
    from bench.__main__ import POSTGRES, create_database, measure

    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--write", metavar="FILE", type=Path)
    parser.add_argument("--only", choices=["SQLite", "PostgreSQL"])
    parser.add_argument("--keep", metavar="FOLDER", help="keep the archives, and take those that are there")
    options = parser.parse_args()
    tables: list[str] = []
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        urls = {
            "SQLite": f"sqlite:///{options.keep or folder}/bench.sqlite3",
            "PostgreSQL": f"{POSTGRES}_search",
        }
        for name, url in urls.items():
            if options.only not in (None, name):
                continue
            if name == "SQLite" or create_database(url, keep=bool(options.keep)):
                status |= measure(name, url, folder, tables, "bench.search", str(options.articles))
    if options.write:
        others = options.write.read_text(encoding="utf-8").split(TITLE)[0].rstrip()
        options.write.write_text(f"{others}\n{''.join(tables)}", encoding="utf-8")
    return status


def child(name: str, articles: int) -> int:
    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from articles.operations.archive import generate_archive

    call_command("migrate", verbosity=0)
    from articles.models import Article
    from bench.export import measure_archive
    from bench.multiply import multiply

    if not Article.objects.exists():
        generate_archive(min(articles, ORIGINALS))
        multiply(articles)
    print(
        f"{TITLE}, {name}, {articles:,} articles\n\nTwenty results a page; budget {BUDGET[name]:.0f} ms, best of {ROUNDS}."
    )
    print(f"\n{HEAD}")
    worst = 0.0
    for label, find, text, cursor in _questions():
        best, median, statements = _cost(find, text, cursor)
        worst = max(worst, best)
        mark = " **over**" if best > BUDGET[name] else ""
        print(f"| {label}{mark} | `{text}` | {best:.1f} | {median:.1f} | {statements} |")
    line, is_kept = measure_archive(Client())
    print(f"\n{line}")
    return int(worst > BUDGET[name] or not is_kept)


def _questions():
    from articles.operations.archive import vocabulary
    from articles.search.finding import find_articles, find_quotes, read_query

    words, _weights = vocabulary()
    rows = [
        ("a word of every article", find_articles, "harbor"),
        ("two words of every article", find_articles, "harbor storm"),
        ("a phrase of two such words", find_articles, '"harbor storm"'),
        ("a word of one article in three", find_articles, words[10]),
        ("a word of one article in a hundred", find_articles, words[1200]),
        ("a rare word", find_articles, words[19_000]),
        ("a common and a rare word", find_articles, f"harbor {words[19_000]}"),
        ("a word of one article", find_articles, "1234"),
        ("a word of none", find_articles, "xylophone"),
        ("a prefix", find_articles, "harb*"),
        ("a prefix of fifty words", find_articles, f"{words[10][:3]}*"),
        ("without a word", find_articles, f"harbor -{words[0]}"),
        ("by section and time", find_articles, "harbor section:3 after:2020-06 before:2020-09"),
        ("by author alone", find_articles, "author:7"),
        ("quotations with a common word", find_quotes, "number"),
        ("quotations of a speaker", find_quotes, "speaker:17 harbor"),
    ]
    for label, find, text in rows:
        yield label, find, text, ""
    cursor = ""
    for _ in range(500):
        cursor = find_articles(read_query("harbor"), cursor).next or cursor
    yield "its 500th page", find_articles, "harbor", cursor


def _cost(find, text: str, cursor: str) -> tuple[float, float, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from articles.search.finding import read_query

    with CaptureQueriesContext(connection) as captured:
        find(read_query(text), cursor)
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        find(read_query(text), cursor)
        times.append((time.perf_counter() - started) * 1000)
    return min(times), statistics.median(times), len(captured)


if __name__ == "__main__":
    if os.environ.get("DJANGO_SETTINGS_MODULE") == "bench.settings":
        sys.exit(child(sys.argv[1], int(sys.argv[2])))
    sys.exit(parent())
