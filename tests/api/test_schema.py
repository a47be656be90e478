"""What the public schema promises is kept in ``schema.json``. Whoever changes it says so in CHANGELOG.md."""

import hashlib
import json
import os
import re
from pathlib import Path

import pytest
from drf_spectacular.generators import SchemaGenerator

STORED = Path(__file__).with_name("schema.json")
CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"


def public_schema() -> dict:
    """Paths that everybody may read, and every part that they name."""
    whole = json.loads(json.dumps(SchemaGenerator().get_schema(request=None, public=True)))
    paths = {path: said for path, said in whole["paths"].items() if not path.startswith("/api/v1/desk/")}
    known = whole["components"]["schemas"]
    parts: dict[str, dict] = {}
    to_look_at = [json.dumps(paths)]
    while to_look_at:
        for name in re.findall(r'"#/components/schemas/(\w+)"', to_look_at.pop()):
            if name not in parts:
                parts[name] = known[name]
                to_look_at.append(json.dumps(known[name]))
    return {
        "openapi": whole["openapi"],
        "paths": paths,
        "components": {**whole["components"], "schemas": dict(sorted(parts.items())), "securitySchemes": {}},
    }


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
