"""One database: fill it, then measure each address."""

import sys
import time

import django
from django.conf import settings

KEPT = ", kept"
ROUNDS, REQUESTS = 25, 8  # many short rounds: the best one is one that nothing else on the machine disturbed
HEAD = "| page | statements | budget | bare ms | page ms | × bare | budget |\n|---|---|---|---|---|---|---|"


def main(name: str, articles: int) -> int:
    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from articles.operations.archive import generate_archive

    call_command("migrate", verbosity=0)
    generate_archive(articles)
    client = Client()
    print(f"\n## {name}, {articles} articles\n\n{HEAD}")
    broken = 0
    for label, address, statements, ratio in [*_addresses(client), *_kept(client)]:
        settings.PAGE_CACHE_SECONDS = 3600 if label.endswith(KEPT) else 0
        counted = _statements(client, address)
        bare, cpu = _cpu(client, address)
        kept = counted <= statements and cpu / bare <= ratio
        broken += not kept
        mark = "" if kept else " **over**"
        print(
            f"| {label}{mark} | {counted} | {statements} | {bare * 1000:.2f} | {cpu * 1000:.2f} | {cpu / bare:.1f} | {ratio} |"
        )
    broken += not _wordings()
    broken += not _preflight()
    broken += not _api(client)
    return 1 if broken else 0


def _wordings() -> bool:
    """Whether looking for other wordings keeps its budget; prints the line that says so."""
    from bench.wordings import BUDGET, IN_ARTICLE, QUOTES, measure_wordings

    milliseconds, statements = measure_wordings(QUOTES)
    print(
        f"\nOther wordings of {IN_ARTICLE} quotations among {QUOTES:,}: {statements} statements, "
        f"{milliseconds:.1f} ms with those of the server (budget {BUDGET:.0f} ms)."
    )
    return milliseconds <= BUDGET


def _preflight() -> bool:
    """Whether preflight keeps its budget; prints the line that says so."""
    from bench.preflight import BUDGET, QUOTATIONS, WORDS, measure_preflight

    rules, panel = measure_preflight()
    print(
        f"\nPreflight of {WORDS} words with {QUOTATIONS} quotations: all rules {rules:.1f} ms of CPU (budget {BUDGET:.0f} ms); the panel "
        f"about text that is still being typed, quotations found anew and typography included, {panel:.1f} ms."
    )
    return rules <= BUDGET


def _api(client) -> bool:
    """Whether clients that have a list, and clients that take everything, keep their budgets; prints the line that says so."""
    from bench.api import (
        A_SECOND,
        GROWTH,
        LIST,
        NOT_MODIFIED,
        give_pictures,
        measure_export,
        measure_not_modified,
    )

    give_pictures()
    statements = _statements(client, LIST)
    bare, pictured = _cpu(client, LIST)
    ratio = measure_not_modified(client)
    plain, packed, growth = measure_export(client)
    print(
        f"\nThe API's list of twenty articles with bylines, topics and pictures: {statements} statements, {pictured / bare:.1f} × bare (budget 3, 20). To a client that has the list already (304): {ratio:.1f} × bare (budget {NOT_MODIFIED}). Export of all articles: {plain:,.0f} a second of "
        f"CPU, as gzip {packed:,.0f} (budget {A_SECOND:,}); memory of the last thousand by that of the first: {growth:.2f} (budget {GROWTH})."
    )
    is_listed = statements <= 3 and pictured / bare <= 20
    return is_listed and ratio <= NOT_MODIFIED and min(plain, packed) >= A_SECOND and growth <= GROWTH


def _addresses(client):
    from articles.models import EditionQuote
    from articles.models.keyset import keyset_page

    row = EditionQuote.objects.primary().select_related("edition", "person").newest_first().first()
    edition = row.edition
    cursor = ""
    rows = type(edition).objects.live().for_listing()
    for _ in range(199):
        page = keyset_page(rows, cursor)
        if not page.next:
            break
        cursor = page.next
    return [
        ("article", edition.get_absolute_url(), 2, 12),
        ("front", "/", 3, 20),
        ("front, 200th page", f"/?after={cursor}", 3, 20),
        ("section", f"/sections/{edition.section_slug}/", 3, 20),
        ("topic", f"/topics/{edition.topics[0]['slug']}/", 3, 20),
        ("author", f"/authors/{edition.bylines[0]['slug']}/", 3, 20),
        ("person", row.person.get_absolute_url(), 3, 20),
        ("quotes", "/quotes/", 3, 20),
        ("quote", row.get_absolute_url(), 2, 12),
        ("API article", f"/api/v1/articles/{edition.short_id}/", 2, 10),
        ("API articles", "/api/v1/articles/", 3, 20),
        ("API articles, 200th page", f"/api/v1/articles/?cursor={cursor}", 3, 20),
        ("API quotes", "/api/v1/quotes/", 3, 20),
        ("API people", "/api/v1/people/", 3, 20),
    ]


def _kept(client):
    """Some of the same addresses, from the page cache; one statement for the version of the site, twice a second."""
    pages = {label: address for label, address, *_budget in _addresses(client)}
    return [(f"{label}{KEPT}", pages[label], 1, 1.5) for label in ("article", "front", "person", "quote")]


def _statements(client, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answers {response.status_code}")
    return len(captured)


def _cpu(client, address: str) -> tuple[float, float]:
    """CPU seconds of the bare view and of the address, measured in turns: both saw the same machine."""
    best = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        for index, target in enumerate(("/bare/", address)):
            started = time.process_time()
            for _ in range(REQUESTS):
                answer = client.get(target)
            best[index] = min(best[index], (time.process_time() - started) / REQUESTS)
            if answer.status_code != 200:
                raise SystemExit(f"{target} answers {answer.status_code}")
    return best[0], best[1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
