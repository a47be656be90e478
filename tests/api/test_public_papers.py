"""Every request on the pages about the public reads is sent, and answered as they say."""

import datetime
import json
import re

import pytest
from django.test import Client

from articles.models import Quote
from tests.api.test_desk_papers import PAPERS, Story
from tests.factories import (
    make_article,
    make_desk,
    make_image,
    make_occasion,
    make_organization,
    make_person,
    make_quoted_article,
    make_role,
    make_section,
    make_source,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db
REQUEST = re.compile(r"GET (/api/\S+)\n((?:[\w-]+: .*\n)*)\n(\d{3})\n\n(\{.*\})", re.DOTALL)
PAGES = sorted(
    path.name
    for path in PAPERS.glob("*.md")
    if not path.name.startswith("desk") and path.name not in ("tokens.md", "webhooks.md")
)


def examples(paper: str) -> list[tuple[str, ...]]:
    text = (PAPERS / paper).read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(GET .*?)\n```$", text, re.DOTALL | re.MULTILINE)
    found = [REQUEST.fullmatch(block) for block in blocks]
    assert all(found), f"{paper}: an example that no test can read"
    return [one.groups() for one in found if one]


class Reading(Story):
    """A small paper: one story with everything, and one more."""

    def __init__(self) -> None:
        self.known = {}
        at = datetime.datetime(2026, 10, 14, 8, 30, tzinfo=datetime.UTC)
        make_section("Harbor", description="Ships, cranes and whoever lives on them.")
        publish(make_article("Lamps are counted", author=make_desk()), at - datetime.timedelta(days=1))
        make_role(make_person(), organization=make_organization("Pilots Guild", short_name="Guild"))
        image = make_image(caption="The ferry at the quay.")
        article = make_quoted_article(headline="Ferry sails again", topics=[make_topic()], lead_image=image)
        occasion = make_occasion(source=make_source(), place="Old Hall", addressee="Ship owners")
        words = Quote.objects.create(
            text="Now we sail.",
            record="on_record",
            speaker_organization=make_organization(),
            occasion=occasion,
        )
        article.quote_uses.filter(segment=1).update(quote=words, segment=0)
        Quote.objects.exclude(pk=words.pk).update(text="We have waited long enough.", occasion=occasion)
        publish(article, at)
        later = at + datetime.timedelta(hours=2)
        article.correct(by=None, note="It is Monday.", wrong="Sunday", right="Monday", at=later)

    def read(self, path: str, head: str, status: str, expected: str) -> None:
        headers = dict(line.split(": ", 1) for line in head.splitlines())
        response = Client().get(self._filled(path), headers=headers)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        assert response.status_code == int(status), (path, content.decode())
        lines = [json.loads(line) for line in content.splitlines()]
        wanted = [json.loads(re.sub(r",? ?…", "", line)) for line in expected.split("\n\n")]
        for one, other in zip(wanted, lines, strict=False):
            self._compare(one, other, f"GET {path}")


@pytest.mark.parametrize("paper", PAGES)
def test_what_a_page_shows_is_what_is_answered(paper):
    reading, shown = Reading(), examples(paper)
    assert shown, f"{paper} has no example"
    for example in shown:
        reading.read(*example)


def test_every_resource_has_a_page():
    index = (PAPERS / "index.md").read_text(encoding="utf-8")
    assert [page for page in PAGES if page != "index.md" and f"({page})" not in index] == []
    named = {page.removesuffix(".md") for page in PAGES}
    resources = "articles quotes occasions people organizations authors sections topics corrections search front changes export"
    assert set(resources.split()) <= named
