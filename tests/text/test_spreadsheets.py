"""What is exported is text, whatever somebody typed."""

import csv

import pytest

from articles.text.spreadsheets import csv_lines, safe_cell


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "＝1", '=HYPERLINK("http://x","y")'],
)
def test_what_looks_like_a_formula_is_kept_as_text(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Ferry sails", "1-2", "a=b", "“=”", ""])
def test_other_words_stay_as_they_are(text):
    assert safe_cell(text) == text


def test_nothing_is_empty_and_numbers_are_text():
    assert (safe_cell(None), safe_cell(7)) == ("", "7")


def test_a_row_with_commas_marks_and_breaks_is_read_back_as_it_was():
    row = ["a,b", 'he said "no"', "two\nlines"]
    assert (
        list(csv.reader(csv_lines([row]))) != [] and next(csv.reader(["".join(csv_lines([row]))])) != row[:1]
    )
    assert next(csv.reader("".join(csv_lines([row])).splitlines(keepends=True))) == row
