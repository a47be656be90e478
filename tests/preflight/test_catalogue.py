"""The catalogue names every rule that exists, and every rule that it names exists."""

import ast
from pathlib import Path

import pytest

from articles.preflight.catalogue import BLOCKER, INFO, RULES
from articles.preflight.engine import THEMES, first_blockers
from articles.preflight.finding import Finding
from tests.preflight import test_pictures, test_rules, test_text_rules

FOLDER = Path(__file__).resolve().parents[2] / "articles" / "preflight"
RENAMED = {"words-differ"}  # what derivation calls “quote-drift” while it knows of no quotation


def _named_in_code() -> set[str]:
    """The first text that is given to whatever makes a finding."""
    names = set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = getattr(node, "func", None)
            if getattr(called, "id", "") in ("Finding", "about_use", "about_text", "_about", "_changed"):
                first = node.args[0]
                names |= {first.value} if isinstance(first, ast.Constant) else set()
    return names


def test_every_rule_is_in_the_catalogue_and_in_the_code():
    assert _named_in_code() - RENAMED | {"quote-drift"} == set(RULES)


def test_every_rule_has_a_case():
    tested = {
        *test_rules.CASES,
        *test_pictures.CASES,
        *test_rules.DISPLAY,
        *test_rules.STRUCTURE,
        *test_text_rules.CASES,
    }
    assert set(RULES) - tested == {
        "display-quote-speaker",
        "occasion-embargo",
        "pull-quote-lost",
    }  # with tests of their own


def test_only_a_few_blockers_can_be_waived():
    waivable = {rule.id for rule in RULES.values() if rule.severity == BLOCKER and rule.is_waivable}
    assert waivable == {"negation-lost", "quote-background-named", "link-unpublished"}


def test_warnings_can_be_waived_and_notes_need_not():
    assert not Finding("dek-long", "", severity=INFO).is_waivable
    assert all(rule.is_waivable for rule in RULES.values() if rule.severity == "warning")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.__name__.split(".")[-1])
def test_every_theme_says_what_it_is_about(theme):
    assert theme.__doc__ and theme.CHECKS


def test_twenty_blockers_are_shown_and_the_rest_is_counted():
    found = [Finding("quote-lost", f"quotation {n}") for n in range(33)]
    shown, more = first_blockers(found)
    assert (len(shown), more) == (20, 13)
    assert first_blockers(found[:3]) == (found[:3], 0)


def test_many_open_quotations_are_one_thing_to_do():
    found = [Finding("quote-lost", "lost"), *(Finding("quote-open", f"open {n}", key=n) for n in range(17))]
    shown, more = first_blockers(found)
    assert [(one.rule, one.key) for one in shown] == [("quote-open", 0), ("quote-lost", None)] and not more
    assert "17 quotations" in shown[0].message


def table() -> str:
    """The rules as docs/preflight.md has them. Paste this there when it differs."""
    rows = [
        f"| `{rule.id}` | {', or '.join((rule.severity, *rule.also))} | {rule.why} | {rule.fix} | {'yes' if rule.is_waivable else ''} |"
        for rule in RULES.values()
    ]
    return "\n".join(["| rule | severity | why | button | can be waived |", "|---|---|---|---|---|", *rows])


def test_the_documentation_lists_every_rule():
    paper = (FOLDER.parents[1] / "docs" / "preflight.md").read_text(encoding="utf-8")
    assert table() in paper
