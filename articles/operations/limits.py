"""How often one address may do something, without keeping the address."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR, MINUTE = 3600, 60  # seconds


def address_of(request: HttpRequest) -> str:
    """From where the request came: behind a proxy, what that proxy has seen."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def count_in_minute(what: str, request: HttpRequest, now: float) -> tuple[int, int]:
    """Count one more request of the address: how many it made in this minute, and in how many seconds the next begins."""
    return count_of_key(what, _hashed(request), now)


def count_of_key(what: str, whom: str, now: float) -> tuple[int, int]:
    """The same for whoever has that key."""
    window, past = divmod(int(now), MINUTE)
    key = f"minute:{what}:{window}:{whom}"
    cache.add(key, 0, 2 * MINUTE)
    try:
        return cache.incr(key), MINUTE - past
    except ValueError:  # it ran out in between, or the cache is away
        return 1, MINUTE - past


def _hashed(request: HttpRequest) -> str:
    return salted_hmac("articles.limits", address_of(request)).hexdigest()


def is_too_often(what: str, request: HttpRequest, most: int) -> bool:
    """Count one more time, and whether it is more than ``most`` within the hour. Only a keyed hash is kept, in the cache."""
    key = f"often:{what}:{_hashed(request)}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out in between
        return False
