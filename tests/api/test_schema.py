"""What the public schema promises is kept in ``schema.json``. Whoever changes it says so in CHANGELOG.md."""

import hashlib
import json
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from drf_spectacular.generators import SchemaGenerator
from openapi_spec_validator import validate

from articles.api.desk.documents.forms import TEXT
from articles.api.parameters import WORDS
from articles.api.schema import Desk, MadeOnce, PublicReads

STORED = Path(__file__).with_name("schema.json")
CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"


def public_schema() -> dict:
    """Everything but what differs from site to site."""
    whole = PublicReads().get_schema(request=None, public=True)
    return {name: whole[name] for name in ("openapi", "paths", "components")}


@pytest.fixture(scope="module")
def text():
    return json.dumps(public_schema(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def test_the_public_schema_is_the_stored_one(text):
    if os.environ.get("WRITE_SCHEMA"):
        STORED.write_text(text, encoding="utf-8")
    assert text == STORED.read_text(encoding="utf-8"), (
        "The public schema changed. Run `make schema`, read the difference, and say in CHANGELOG.md what clients get."
    )


def test_the_changelog_names_the_stored_schema():
    mark = hashlib.sha256(STORED.read_bytes()).hexdigest()[:8]
    assert f"schema `{mark}`" in CHANGELOG.read_text(encoding="utf-8"), (
        f"Say in CHANGELOG.md what changed for clients, and that this is schema `{mark}`."
    )


def test_a_document_is_made_once_however_many_ask_for_it(monkeypatch):
    made, make = [], SchemaGenerator.get_schema
    monkeypatch.setattr(MadeOnce, "_made", {})
    monkeypatch.setattr(
        SchemaGenerator, "get_schema", lambda *args, **more: made.append(1) or make(*args, **more)
    )
    with ThreadPoolExecutor(4) as pool:
        got = list(pool.map(lambda _turn: PublicReads().get_schema(), range(4)))
    assert len(made) == 1 and all(one is got[0] for one in got)


def test_reads_and_the_desk_have_a_document_each(client):
    for address, is_desk in (("/api/v1/schema/", False), ("/api/v1/desk/schema/", True)):
        document = client.get(address, headers={"Accept": "application/json"}).json()
        validate(document)
        paths = document["paths"]
        assert paths and {path.startswith("/api/v1/desk/") for path in paths} == {is_desk}
    assert client.get("/api/v1/desk/docs/").status_code == 200


@pytest.mark.parametrize("document", [PublicReads, Desk])
def test_every_reference_leads_somewhere(document):
    whole = json.loads(json.dumps(document().get_schema(request=None, public=True)))
    for kind, name in set(re.findall(r'"#/components/(\w+)/(\w+)"', json.dumps(whole))):
        assert name in whole["components"][kind], f"{kind}/{name}"


def test_a_text_without_a_word_fits_no_pattern_that_asks_for_one():
    for pattern in (WORDS["pattern"], TEXT):
        assert re.search(pattern, " a\x1c", re.ASCII)
        for blank in ("", " \t\n", "\x1c\x1f", "\x85"):
            assert not re.search(pattern.replace(r"\s", r" \t\n\r\f\v"), blank, re.ASCII), blank
