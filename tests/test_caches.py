"""Pages come while Redis is away; nobody listens at the port of these tests."""

import logging

import pytest
from django.core.cache import caches

from tests.factories import make_quoted_article, publish

AWAY = {
    "default": {
        "BACKEND": "newsroom.caches.PatientRedisCache",
        "LOCATION": "redis://127.0.0.1:1/0",
        "OPTIONS": {"socket_connect_timeout": 0.25},
    }
}


@pytest.fixture
def away(settings, caplog):
    caplog.set_level(logging.CRITICAL)
    settings.CACHES, settings.PAGE_CACHE_SECONDS = AWAY, 60
    return caches["default"]


def test_a_cache_that_is_away_is_an_empty_one(away):
    assert away.set("a", 1) is None
    assert (away.get("a"), away.get("a", 7), away.get_many(["a"]), away.has_key("a")) == (None, 7, {}, False)
    assert away.add("a", 1) is True
    assert away.get_or_set("a", lambda: 5) == 5
    assert away.set_many({"a": 1}) == ["a"]
    with pytest.raises(ValueError, match="Redis does not answer"):
        away.incr("a")
    assert (away.delete("a"), away.touch("a")) == (False, False)


@pytest.mark.django_db
def test_pages_come_without_it(away, client):
    article = make_quoted_article()
    publish(article)
    for address in ["/", article.get_absolute_url(), "/people/ada-quill/", "/quotes/"]:
        assert client.get(address).status_code == 200


def test_it_is_asked_once_a_second_at_most(away, monkeypatch):
    asked = []
    monkeypatch.setattr(type(away), "away_until", 0.0)
    client = away._cache
    monkeypatch.setattr(client, "get_client", lambda *args, **kwargs: asked.append(1) or _broken())
    for _time in range(5):
        away.get("a")
    assert len(asked) == 1


def _broken():
    from redis.exceptions import ConnectionError as Away

    raise Away("nobody listens")
