"""Which layer may import which. Imports inside functions count."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "articles"

PURE = {"text", "extraction", "preflight", "formats"}
CORE = {"models", "operations", "search", "permissions", "text"}
MAY_IMPORT = {
    "text": set(),
    "extraction": {"text"},
    "preflight": {"text", "extraction"},
    "formats": {"text"},
    "signals": set(),
    "models": {"text", "signals", "preflight"},
    "search": {"models", "text"},
    "permissions": {"models", "text"},
    "operations": {"models", "search", "signals", "text", "extraction", "preflight", "formats"},
    "receivers": {"signals", "models", "search", "operations", "permissions"},
    "checks": {"models", "text"},
    "apps": {"receivers", "checks"},
    "admin": CORE,
    "api": CORE,
    "views": CORE,
    "feeds": CORE,
    "sitemaps": CORE,
    "templatetags": CORE,
    "middleware": CORE,
    "management": CORE,
    "urls": {"views", "feeds", "sitemaps"},
    "migrations": {"models", "text"},
}
# The pure packages also need no framework and nothing from outside, with these exceptions.
PURE_MAY_USE = {
    "text": {"django.utils", "nh3"},
    "extraction": set(),
    "preflight": set(),
    "formats": {"lxml", "defusedxml"},
}
# These are the command lines of the pure engine, to run it and to measure it: they have no other job.
FACES = {
    ("management/commands/extract_quotes.py", "extraction"),
    ("management/commands/extract_quotes.py", "formats"),  # the engine is told which passages are heads
    ("management/commands/quote_accuracy.py", "extraction"),
}


def python_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.py")) if "__pycache__" not in path.parts)


def layer_of(path: Path) -> str:
    return path.relative_to(APP).parts[0].removesuffix(".py")


def imported_names(source: str, package: list[str]) -> Iterator[str]:
    """Absolute dotted names of everything that `source` imports, at whatever depth.

    `from a import b` yields `a.b`, because `b` may be a module; relative imports are resolved against `package`.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def imports_of(path: Path) -> set[str]:
    package = list(path.relative_to(ROOT).parent.parts)
    return set(imported_names(path.read_text(encoding="utf-8"), package))


MODULES = [path for path in python_files(APP) if layer_of(path) != "__init__"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(APP).as_posix())
def test_imports_follow_the_layers(path: Path):
    layer, name = layer_of(path), path.relative_to(APP).as_posix()
    assert layer in MAY_IMPORT, f"{name} belongs to no layer of MAY_IMPORT"
    layers = {dotted.split(".")[1] for dotted in imports_of(path) if dotted.startswith("articles.")}
    wrong = {other for other in layers - MAY_IMPORT[layer] - {layer} if (name, other) not in FACES}
    assert not wrong, f"{name} may not import {sorted(wrong)}"


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if layer_of(path) in PURE],
    ids=lambda path: path.relative_to(APP).as_posix(),
)
def test_pure_packages_need_no_framework(path: Path):
    allowed = PURE_MAY_USE[layer_of(path)]
    outside = {
        dotted
        for dotted in imports_of(path)
        if dotted.split(".")[0] not in {*sys.stdlib_module_names, "articles"}
        and not any(dotted == name or dotted.startswith(f"{name}.") for name in allowed)
    }
    assert not outside, f"{path.relative_to(APP)} may not import {sorted(outside)}"


@pytest.mark.parametrize("folder", ["articles", "newsroom"])
def test_nothing_imports_the_tests(folder: str):
    culprits = [
        path
        for path in python_files(ROOT / folder)
        for name in imports_of(path)
        if name.split(".")[0] == "tests"
    ]
    assert not culprits


def test_the_app_does_not_import_the_project():
    culprits = [path for path in MODULES for name in imports_of(path) if name.split(".")[0] == "newsroom"]
    assert not culprits


def test_imports_inside_functions_and_relative_ones_are_seen():
    source = "def f():\n    from articles.models import Quote\n    from ..views import front\n"
    assert set(imported_names(source, ["articles", "admin"])) == {
        "articles.models.Quote",
        "articles.views.front",
    }
