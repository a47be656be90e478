"""Every request on the pages about the desk is sent, and answered as they say."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.api.contract import hold
from tests.api.desk_client import Program
from tests.factories import make_article, make_author, make_image, make_member, make_section

pytestmark = pytest.mark.django_db
PAPERS = Path(__file__).resolve().parents[2] / "docs" / "api"
REQUEST = re.compile(
    r"(GET|POST|PUT|PATCH|DELETE) (/api/\S+)\n(.*?)\n\n(?:(\{.*?\})\n\n)?(\d{3})\n\n(\{.*\})", re.DOTALL
)
NAMES = {"reporter": "rosa", "editor": "edna", "publisher": "pia", "standards": "sten"}
ROLES = {
    "reporter": "Reporter",
    "editor": "Editor",
    "publisher": "Publisher",
    "standards": "Standards editor",
}


def examples(paper: str) -> list[tuple[Any, ...]]:
    text = (PAPERS / paper).read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)\n```$", text, re.DOTALL | re.MULTILINE)
    return [found.groups() for block in blocks if (found := REQUEST.fullmatch(block))]


class Story:
    """Sends the requests of the pages, and remembers what they call by a name in angle brackets."""

    def __init__(self) -> None:
        make_section("Harbor"), make_image()
        self.known = {}
        for name, role in ROLES.items():
            program = Program(make_member(role, NAMES[name]))
            self.known[name] = program.secret
            if name == "reporter":
                make_author("Rosa Quay", user=program.owner)
        other = make_article("Lamps are counted", body="<p>The harbor has counted every lamp.</p>", by=None)
        self.known["other"] = other.short_id

    def send(self, method: str, path: str, head: str, body: str | None, status: str, expected: str) -> None:
        headers = dict(line.split(": ", 1) for line in self._filled(head).splitlines())
        path, data = self._filled(path), self._filled(body or "")
        response = Client().generic(method, path, data, content_type="application/json", headers=headers)
        assert response.status_code == int(status), (method, path, response.content.decode())
        hold(method, path, response)
        self._compare(json.loads(re.sub(r",? ?…", "", expected)), response.json(), f"{method} {path}")

    def _filled(self, text: str) -> str:
        return re.sub(r"<(\w+)>", lambda found: self.known.get(found[1], found[0]), text)

    def _compare(self, expected: Any, real: Any, where: str) -> None:
        """Every member that the page names is there with that value."""
        if isinstance(expected, dict):
            for name, value in expected.items():
                assert name in real, f"{where}: no {name}"
                self._compare(value, real[name], f"{where}: {name}")
        elif isinstance(expected, list):
            assert len(expected) == len(real), f"{where}: {real}"
            for one, other in zip(expected, real, strict=True):
                self._compare(one, other, where)
        elif isinstance(expected, str) and (name := re.fullmatch(r"<(\w+)>", expected)):
            assert self.known.setdefault(name[1], real) == real, where
        else:
            assert expected == real, f"{where}: {real!r}"


def test_the_story_of_the_pages():
    story, sent = Story(), 0
    for paper in ("desk.md", "desk-records.md", "desk-life.md", "desk-together.md", "tokens.md"):
        for example in examples(paper):
            story.send(*example)
            sent += 1
    assert sent >= 23


def test_every_resource_has_a_request_on_the_pages():
    told = " ".join(
        path for paper in PAPERS.glob("desk*.md") for _method, path, *_rest in examples(paper.name)
    )
    for resource in (
        "quotes review preflight waivers approval publication corrections retraction agreement withdrawal spike assignment "
        "revisions timeline lock notes preview-links images people organizations authors topics sections occasions sources"
    ).split():
        assert f"/{resource}/" in told, resource
