"""What clients of the API do most: ask whether there is anything new, and take everything."""

import gzip
import time
import tracemalloc

from django.conf import settings

NOT_MODIFIED, A_SECOND, GROWTH = (
    2,
    2000,
    1.1,
)  # × bare view; articles; of the memory from the first to the last thousand
LIST, EXPORT = "/api/v1/articles/", "/api/v1/export/articles.jsonl"
ROUNDS, REQUESTS, THOUSAND = 25, 8, 1000


def measure_not_modified(client) -> float:
    """CPU of a list that the client has already, as a multiple of that of the bare view."""
    settings.PAGE_CACHE_SECONDS = 3600
    known = {"If-None-Match": client.get(LIST)["ETag"]}
    best = {"/bare/": float("inf"), LIST: float("inf")}
    client.get(LIST, headers=known)
    for _round in range(ROUNDS):
        for address in best:
            headers = known if address == LIST else {}
            started = time.process_time()
            for _request in range(REQUESTS):
                answer = client.get(address, headers=headers)
            best[address] = min(best[address], (time.process_time() - started) / REQUESTS)
    settings.PAGE_CACHE_SECONDS = 0
    if answer.status_code != 304:
        raise SystemExit(f"{LIST} answers {answer.status_code} to whoever has it")
    return best[LIST] / best["/bare/"]


def give_pictures() -> None:
    """The newest articles get a lead picture with as many files as one has: the archive has none."""
    from articles.models import Edition

    files = [
        {"width": width, "url": f"/media/images/0123456789abcdef-{width}.avif"}
        for width in (320, 640, 960, 1280)
    ]
    record = {
        "short_id": "822m6wq6",
        "url": "/media/images/0123456789abcdef-1280.jpeg",
        "width": 1280,
        "height": 800,
        "alt": "The ferry at the quay",
        "caption": "The ferry at the quay on Monday.",
        "credit": "Bo Lantern",
        "srcset": files,
        "sources": [{"type": kind, "srcset": files} for kind in ("image/avif", "image/webp")],
    }
    newest = Edition.objects.live().newest_first().values_list("pk", flat=True)[:20]
    Edition.objects.filter(pk__in=list(newest)).update(lead_image=record)


def measure_export(client) -> tuple[float, float, float]:
    """Articles a second of CPU, plain and as gzip, and the growth of memory from the first thousand to the last."""
    return _rate(client, ""), _rate(client, "gzip"), _growth(client)


def _rate(client, encoding: str) -> float:
    best = 0.0
    for _round in range(3):
        started = time.process_time()
        response = client.get(EXPORT, headers={"Accept-Encoding": encoding})
        pieces = list(response.streaming_content)
        seconds = time.process_time() - started
        text = gzip.decompress(b"".join(pieces)) if encoding else b"".join(pieces)
        best = max(best, text.count(b"\n") / seconds)
    return best


def _growth(client) -> float:
    """What is held at most in the last thousand lines, by what is held at most in the first."""
    response = client.get(EXPORT, headers={"Accept-Encoding": ""})
    peaks, lines = [], 0
    tracemalloc.start()
    for piece in response.streaming_content:
        lines += piece.count(b"\n")
        if lines >= THOUSAND * (len(peaks) + 1):
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.reset_peak()
    tracemalloc.stop()
    return peaks[-1] / peaks[0] if peaks else 1.0
