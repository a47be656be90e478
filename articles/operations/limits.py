"""How often one address may do something, without keeping the address."""

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 3600  # seconds


def is_too_often(what: str, request: HttpRequest, most: int) -> bool:
    """Count one more time, and whether it is more than ``most`` within the hour. Only a keyed hash is kept, in the cache."""
    address = request.META.get("REMOTE_ADDR", "")
    key = f"often:{what}:{salted_hmac('articles.limits', address).hexdigest()}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out in between
        return False
