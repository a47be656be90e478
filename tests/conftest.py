"""Fixtures for every test: a clean cache, and a real browser for the tests marked `browser`."""

import datetime
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.handlers.base import BaseHandler
from django.db import connection

from articles.operations import caching

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LEFT_OUT = "no Chromium on this machine; get it with: apt-get install chromium (or set CHROMIUM to its path)"

# Playwright keeps an event loop in the thread of the test; the database of the test is used from that thread only.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest tests, so that no worker is left alone with them at the end. Leave the browser tests out where
    there is no browser, unless nothing may be left out."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/leaks/"))
    if Path(CHROMIUM).exists():
        return
    in_browser = [item for item in items if item.get_closest_marker("browser")]
    if in_browser and os.environ.get("REQUIRE_ALL"):
        raise pytest.UsageError(f"{len(in_browser)} browser tests cannot run: {LEFT_OUT}")
    for item in in_browser:
        item.add_marker(pytest.mark.skip(reason=LEFT_OUT))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say which groups this run left out, and how to get them."""
    if not Path(CHROMIUM).exists():
        terminalreporter.write_line(f"Left out: the browser tests; {LEFT_OUT}")
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        terminalreporter.write_line(
            "Ran on SQLite. The same suite on PostgreSQL: DATABASE_URL=postgres://user@host:5432/newsroom make test"
        )


def pytest_sessionfinish(session: pytest.Session) -> None:
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The test database; at its end nobody holds on to it, such as a browser's last request or a killed server."""
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    cache.clear()
    now = datetime.datetime(2026, 10, 1, tzinfo=datetime.UTC)
    caching.remember(caching.Version(0, now, time.monotonic()))  # nobody looks it up
    yield
    cache.clear()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One running Chromium per worker."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any, live_server: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A blank page that resolves paths against the live server.

    `page.console_errors` collects what the console and the scripts complain about: assert that it is empty.
    """
    monkeypatch.setattr(BaseHandler, "get_response", _one_at_a_time(BaseHandler.get_response))
    context = chromium.new_context(base_url=live_server.url, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.base, page.console_errors = live_server.url, []
    page.on("pageerror", lambda error: page.console_errors.append(str(error)))
    page.on(
        "console",
        lambda message: (
            page.console_errors.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    yield page
    context.close()
    _let_the_server_finish()


def _one_at_a_time(respond: Callable[..., Any]) -> Callable[..., Any]:
    """The threads of the live server share the one connection to a database in memory: savepoints must not cross."""
    turn = threading.RLock()

    def in_turn(handler: Any, request: Any) -> Any:
        with turn:
            return respond(handler, request)

    return in_turn


def _let_the_server_finish() -> None:
    """Wait for the threads that answered the browser: they share the database connection of the test."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)
