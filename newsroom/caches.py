"""Redis as a cache that may be away."""

import functools
import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

AWAY_SECONDS = 1.0  # how long nobody asks again, so that no page waits twice
logger = logging.getLogger(__name__)


def _or(when_away: Callable[[Any, tuple, dict], Any]) -> Callable[[Callable], Callable]:
    """What a method answers while Redis does not."""

    def decorate(method: Callable) -> Callable:
        @functools.wraps(method)
        def wrapped(self: Any, *args: Any, **kwargs: Any) -> Any:
            if time.monotonic() < self.away_until:
                return when_away(self, args, kwargs)
            try:
                return method(self, *args, **kwargs)
            except RedisError as error:
                type(self).away_until = time.monotonic() + AWAY_SECONDS
                logger.warning("Redis does not answer, pages are made without it: %s", error)
                return when_away(self, args, kwargs)

        return wrapped

    return decorate


def _missing(self: Any, args: tuple, kwargs: dict) -> Any:
    return args[1] if len(args) > 1 else kwargs.get("default")


def _no_such_key(self: Any, args: tuple, kwargs: dict) -> Any:
    raise ValueError("There is no such key: Redis does not answer.")


class PatientRedisCache(RedisCache):
    """Redis, or an empty cache that keeps nothing while Redis does not answer. ``add`` says yes: nobody else is at it."""

    away_until = 0.0

    get = _or(_missing)(RedisCache.get)
    get_many = _or(lambda self, args, kwargs: {})(RedisCache.get_many)
    has_key = _or(lambda self, args, kwargs: False)(RedisCache.has_key)
    add = _or(lambda self, args, kwargs: True)(RedisCache.add)
    set = _or(lambda self, args, kwargs: None)(RedisCache.set)
    set_many = _or(lambda self, args, kwargs: list(args[0]))(RedisCache.set_many)
    touch = _or(lambda self, args, kwargs: False)(RedisCache.touch)
    incr = _or(_no_such_key)(RedisCache.incr)
    delete = _or(lambda self, args, kwargs: False)(RedisCache.delete)
    delete_many = _or(lambda self, args, kwargs: None)(RedisCache.delete_many)
    clear = _or(lambda self, args, kwargs: False)(RedisCache.clear)
