"""Who speaks, in a table of own sentences of many styles; the floor is for all of them, and each failure is named."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.extraction.accuracy import judge, read_cases, table
from articles.management.commands.quote_accuracy import BEGIN, END, with_table

ROOT = Path(__file__).resolve().parents[2]
CASES = read_cases((ROOT / "tests" / "extraction" / "cases.txt").read_text(encoding="utf-8").splitlines())
FLOOR = 0.98


def test_nearly_every_quotation_of_the_table_has_its_speaker():
    outcomes = [judge(case) for case in CASES]
    wrong = [str(outcome) for outcome in outcomes if outcome.right < len(outcome.case.speakers)]
    total = sum(len(case.speakers) for case in CASES)
    assert sum(outcome.right for outcome in outcomes) / total >= FLOOR, "\n".join(wrong)


def test_the_table_is_large_and_shows_every_phenomenon():
    assert len(CASES) >= 150
    shown = {case.phenomenon for case in CASES}
    assert {"pronoun", "description", "vox pop", "transcript", "letter", "post", "interview"} <= shown


def test_a_case_with_other_quotations_than_annotated_counts_for_nothing():
    (case,) = read_cases(["# one", "“We go,” said Ada Quill. => Ada Quill; Ada Quill"])
    assert judge(case).right == 0


def test_names_are_compared_without_regard_to_case_and_to_the_shape_of_an_apostrophe():
    (case,) = read_cases(["# one", "“We go,” said Ada O’Neil. => ada o'neil"])
    assert judge(case).right == 1


def test_a_quotation_that_nobody_is_found_for_is_right_where_nobody_is_wanted():
    (case,) = read_cases(["# one", "“We go by sea.” => "])
    assert judge(case).found == ("",) and judge(case).right == 1
    assert "wanted ('',), found ('',)" in str(judge(case))


def test_the_page_shows_the_figures_of_today():
    made = table([judge(case) for case in CASES])
    assert made in (ROOT / "docs" / "quotes.md").read_text(encoding="utf-8"), (
        "manage.py quote_accuracy --write"
    )


def test_the_command_renews_only_the_table(tmp_path):
    cases, page = tmp_path / "cases.txt", tmp_path / "page.md"
    cases.write_text("# cue after\n“We go,” said Ada Quill. => Ada Quill\n", encoding="utf-8")
    page.write_text(f"Before.\n{BEGIN}\nold\n{END}\nAfter.\n", encoding="utf-8")
    call_command("quote_accuracy", cases, "--write", into=page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Before.") and text.endswith("After.\n") and "old" not in text
    assert "| cue after | 1 | 100 % |" in text


def test_a_page_without_markers_is_refused():
    with pytest.raises(CommandError):
        with_table("No table here.", "| a |")
