"""The server is killed (SIGKILL) in the middle of saves, autosaves and publications; what it had acknowledged is there.

Short by default. At length: KILL_OPERATIONS=200 KILL_KILLS=20 python -m pytest -s tests/durability/test_kill.py
(and the same with DATABASE_URL=postgres://…). KILL_SEED repeats a run's choices.
"""

import collections
import contextlib
import http.client
import itertools
import json
import os
import random
import re
import sqlite3
import sys
import threading
import time
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from articles.models import Article
from tests.desk_forms import address, opened
from tests.durability.server import Server
from tests.factories import make_admin, make_article

OPERATIONS = int(os.environ.get("KILL_OPERATIONS", "25"))
KILLS = int(os.environ.get("KILL_KILLS", "2"))
SEED = int(os.environ.get("KILL_SEED", "0")) or random.randrange(1, 10**6)
CSRF = "a" * 32
DEAD = (OSError, http.client.HTTPException)


class Editor(threading.Thread):
    """One person at work on one article: saves, autosaves and publishes, and remembers what was acknowledged."""

    def __init__(self, article: Article, user, session: str, work: "Work") -> None:
        super().__init__(daemon=True)
        self.article, self.user, self.work = article, user, work
        self.form = opened(article, window=f"window{article.pk}")
        self.cookie = f"sessionid={session}; csrftoken={CSRF}"
        self.random = random.Random(SEED + article.pk)
        self.saved, self.published, self.drafted = [], [], ""
        self.refused: list[str] = []

    def run(self) -> None:
        while self.work.take():
            act = self.random.choices([self.save, self.autosave, self.publish], [6, 2, 4])[0]
            try:
                act()
            except DEAD:
                self.work.wait_for_server()

    def request(
        self, method: str, path: str, body: str = "", kind: str = "application/x-www-form-urlencoded"
    ):
        line = http.client.HTTPConnection("127.0.0.1", self.work.server.port, timeout=30)
        headers = {"Cookie": self.cookie, "Content-Type": kind, "X-CSRFToken": CSRF}
        line.request(method, path, body.encode(), headers)
        response = line.getresponse()
        text = response.read().decode()
        line.close()
        return response.status, text

    def now(self) -> tuple[int, str]:
        """The version and the dek that the form shows."""
        _status, page = self.request("GET", address(self.article))
        version = re.search(r'name="opened_version" value="(\d+)"', page)[1]
        return int(version), re.search(r'<textarea name="dek"[^>]*>\s*(.*?)</textarea>', page, re.DOTALL)[1]

    def save(self) -> None:
        token, (version, _dek) = self.work.token(), self.now()
        self.drafted = ""  # the window sends what it has: its draft has done its duty
        form = {**self.form, "dek": token, "opened_version": version}
        status, page = self.request("POST", address(self.article), urlencode(form, doseq=True))
        self.saved.append(token) if status == 302 else self.refused.append(page)

    def autosave(self) -> None:
        token = self.work.token()
        message = {
            "person": self.user.pk,
            "window": self.form["window"],
            "version": 1,
            "fields": {"dek": token},
        }
        self.drafted = ""
        status, page = self.request(
            "POST", address(self.article, "autosave"), json.dumps(message), "application/json"
        )
        if status == 200:
            self.drafted = token
        else:
            self.refused.append(page)

    def publish(self) -> None:
        path, (_version, dek) = address(self.article, "publish"), self.now()
        _status, page = self.request("GET", path)
        seen = re.search(r'name="seen" value="(\w+)"', page)[1]
        status, page = self.request(
            "POST", path, urlencode({"step": "publish", "publish": "1", "seen": seen})
        )
        self.published.append(dek) if status == 302 else self.refused.append(page)


class Work:
    """So many operations for all editors together, and the server that is killed meanwhile."""

    def __init__(self, server: Server) -> None:
        self.server, self.left, self.lock = server, OPERATIONS, threading.Lock()
        self.tokens, self.up = itertools.count(1), threading.Event()
        self.up.set()

    def take(self) -> bool:
        with self.lock:
            self.left -= 1
            return self.left >= 0

    def token(self) -> str:
        with self.lock:
            return f"token{next(self.tokens)}end"

    def wait_for_server(self) -> None:
        time.sleep(0.05)  # the killer may not have noticed yet
        self.up.wait(60)

    def kill_now_and_then(self, chance: random.Random) -> int:
        """Kill and restart, spread over the operations, each time at some moment of one. Returns how often."""
        steps = [round(OPERATIONS * (number + 1) / (KILLS + 1)) for number in range(KILLS)]
        done = 0
        for step in steps:
            while OPERATIONS - self.left < step and self.left > 0:
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.3))
            self.up.clear()
            self.server.kill()
            self.server.start()
            self.up.set()
            done += 1
        return done


@pytest.fixture
def database(tmp_path):
    """A function that gives the address of a database on disk with what the test's own holds, and one that reads it."""
    if connection.vendor == "sqlite":
        path = tmp_path / "killed.sqlite3"

        def copy() -> str:
            with contextlib.closing(sqlite3.connect(path)) as target:
                connection.ensure_connection()
                connection.connection.backup(target)
            return f"sqlite:///{path}"

        def read(statement: str) -> list[tuple]:
            with contextlib.closing(sqlite3.connect(path)) as source:
                return source.execute(statement).fetchall()

        return copy, read

    def same() -> str:
        made = connection.settings_dict
        return f"postgres://{made['USER']}:{made['PASSWORD']}@{made['HOST']}:{made['PORT']}/{made['NAME']}"

    def read(statement: str) -> list[tuple]:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall()

    return same, read


@pytest.mark.django_db(transaction=True)
def test_what_was_acknowledged_survives_the_death_of_the_server(tmp_path, database, capsys):
    copy, read = database
    users = [make_admin(f"editor{number}") for number in range(2)]
    articles = [make_article(dek=f"Begun {user}.", by=user) for user in users]
    sessions = []
    for user in users:
        client = Client()
        client.force_login(user)
        sessions.append(client.cookies["sessionid"].value)
    server = Server(copy(), tmp_path, settings.SECRET_KEY)
    work = Work(server)
    editors = [Editor(*one, work) for one in zip(articles, users, sessions, strict=True)]
    server.start()
    try:
        for editor in editors:
            editor.start()
        kills = work.kill_now_and_then(random.Random(SEED))
        for editor in editors:
            editor.join(300)
        server.kill()
        checked = server.manage("check_editions")
    finally:
        server.kill()
    kept = {
        "revisions": " ".join(str(row[0]) for row in read("SELECT snapshot FROM articles_revision")),
        "drafts": " ".join(str(row[0]) for row in read("SELECT fields FROM articles_draft")),
        "editions": " ".join(row[0] for row in read("SELECT dek FROM articles_edition")),
    }
    lost = collections.defaultdict(list)
    for editor in editors:
        lost["saves"] += [token for token in editor.saved if token not in kept["revisions"]]
        lost["publications"] += [dek for dek in editor.published if dek not in kept["editions"]]
        lost["drafts"] += [token for token in [editor.drafted] if token not in kept["drafts"]]
    counts = [
        sum(len(getattr(editor, name)) for editor in editors) for name in ("saved", "published", "refused")
    ]
    with capsys.disabled():
        saved, published, refused = counts
        sys.stdout.write(
            f"\n{kills} kills, {saved} saves and {published} publications acknowledged, {refused} refused (seed {SEED})\n"
        )
    assert not any(lost.values()), (dict(lost), f"KILL_SEED={SEED}")
    assert checked.returncode == 0, checked.stderr
    assert kills == KILLS and counts[0] and counts[1]
