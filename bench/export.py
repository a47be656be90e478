"""The whole archive as lines of JSON: how fast, in how much memory, and whether it goes on where it was cut off.

``DATABASE_URL=… python -m bench.export`` measures the archive that is there, and only reads it.
"""

import hashlib
import json
import os
import sys
import time
import zlib

import django

EXPORT = "/api/v1/export/articles.jsonl"
A_SECOND = 2000  # articles of CPU
GROWTH = 1.1  # × memory of the process after the first tenth
PAGE = os.sysconf("SC_PAGE_SIZE")


def measure_archive(client) -> tuple[str, bool]:
    """A sentence with the figures, and whether they keep their budgets."""
    from articles.models import Edition

    total = Edition.objects.live().count()
    plain, growth, cut = _read(client, total)
    packed, _growth, _cut = _read(client, total, "gzip")
    goes_on = _rest_is_the_same(client, *cut)
    line = (
        f"Export of {total:,} articles: {plain:,.0f} a second of CPU, as gzip {packed:,.0f} (budget {A_SECOND:,}); memory at its highest by that after the first tenth: "
        f"{growth:.2f} (budget {GROWTH}); cut off at nine tenths and taken up by its cursor it gives the same rest: {'yes' if goes_on else 'NO'}."
    )
    return line, min(plain, packed) >= A_SECOND and growth <= GROWTH and goes_on


def _read(client, total: int, encoding: str = "") -> tuple[float, float, tuple[str, str]]:
    """Articles a second of CPU, growth of memory, and the cursor at nine tenths with the digest of what follows it."""
    first = highest = lines = 0
    cursor, rest = "", hashlib.sha256()
    unpack = zlib.decompressobj(wbits=31) if encoding else None
    started, aside = time.process_time(), 0.0
    for piece in client.get(EXPORT, headers={"Accept-Encoding": encoding}).streaming_content:
        paused = time.process_time()
        text = unpack.decompress(piece) if unpack else piece
        lines += text.count(b"\n")
        if cursor:
            rest.update(text)
        elif lines >= total * 0.9 and not unpack:
            cursor = json.loads(text.rstrip(b"\n").rpartition(b"\n")[2])["cursor"]
        held = _resident()
        first = first or (held if lines >= total / 10 else 0)
        highest = max(highest, held)
        aside += time.process_time() - paused
    seconds = time.process_time() - started - aside
    if lines != total:
        raise SystemExit(f"{EXPORT} has {lines} lines of {total}")
    return total / seconds, highest / first, (cursor, rest.hexdigest())


def _rest_is_the_same(client, cursor: str, digest: str) -> bool:
    rest = hashlib.sha256()
    for piece in client.get(EXPORT, {"cursor": cursor}).streaming_content:
        rest.update(piece)
    return rest.hexdigest() == digest


def _resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * PAGE


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    django.setup()
    from django.test import Client

    line, is_kept = measure_archive(Client())
    print(line)
    return 0 if is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
