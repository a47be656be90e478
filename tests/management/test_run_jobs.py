"""Real processes on a real database: two at once do nothing twice, and SIGTERM ends them in good order."""

import datetime
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from articles.models import Edition, Event, Schedule
from tests.factories import approve, make_article

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.django_db(transaction=True)
PROGRAM = """
import os, sys
import django
from django.conf import settings
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()
from django.core.management import call_command
call_command("run_jobs", *sys.argv[2:])
"""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[str]:
    """The name of the test's database as another process can open it; one in memory is copied to a file and back."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "postgresql":
        yield name
        return
    path = tmp_path / "jobs.sqlite3"
    yield str(path)


def write_out(database: str) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [database])


def read_back(database: str, query: str) -> list[tuple]:
    """What the processes left, read from where they worked; or what a change there answers."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchall() if cursor.description else []
    with closing(sqlite3.connect(database, timeout=20)) as file, file:
        return file.execute(query).fetchall()


def wait_for(database: str, query: str, seconds: int) -> list[tuple]:
    """The first answer that is not empty."""
    until, found = time.monotonic() + seconds, read_back(database, query)
    while not found and time.monotonic() < until:
        time.sleep(0.1)
        found = read_back(database, query)
    return found


def start(database: str, *arguments: str) -> subprocess.Popen:
    environment = {
        **os.environ,
        "SECRET_KEY": settings.SECRET_KEY,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, database, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def schedule(number: int, to: datetime.datetime) -> None:
    for _index in range(number):
        article = approve(make_article())
        article.schedule(by=None, to=to, at=to - datetime.timedelta(hours=1))


def test_two_processes_publish_each_article_once(database):
    schedule(6, timezone.now() - datetime.timedelta(seconds=1))
    write_out(database)
    done = [process.communicate(timeout=120) for process in [start(database, "--once") for _n in range(2)]]
    published = [int(out.split("publications: ")[1].split(",")[0]) for out, _err in done]
    assert sum(published) == 6, done
    assert read_back(database, "select count(*), count(distinct article_id) from articles_edition") == [
        (6, 6)
    ]
    rows = read_back(database, "select count(*) from articles_event where kind = 'article.publish'")
    assert rows == [(6,)]


def test_a_running_process_publishes_on_time_and_stops_on_sigterm(database):
    schedule(1, timezone.now() + datetime.timedelta(hours=1))
    write_out(database)
    process = start(database)
    try:
        assert wait_for(database, "select 1 from articles_heartbeat where name = 'publications'", 60)
        assert not read_back(database, "select at from articles_edition")
        to = timezone.now() + datetime.timedelta(seconds=1)
        for change in ("articles_article set scheduled_for", "articles_schedule set at"):
            read_back(database, f"update {change} = '{to.replace(tzinfo=None)}'")
        found = wait_for(database, "select at from articles_edition", 30)
        assert found, process.poll()
    finally:
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "nothing was left half done" in out
    at = datetime.datetime.fromisoformat(str(found[0][0]))
    at = at if at.tzinfo else at.replace(tzinfo=datetime.UTC)
    assert datetime.timedelta(0) <= at - to <= datetime.timedelta(seconds=5)
    assert Schedule.objects.exists() and not (Edition.objects.exists() and connection.vendor == "sqlite")
    assert Event.objects.exists()
