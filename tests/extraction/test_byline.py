"""Which paragraph names the author."""

import dataclasses

import pytest

from articles.extraction import find_byline

SEVEN, EIGHT = " ".join(["Ada"] * 7), " ".join(["Ada"] * 8)
BIO = "is a reporter."


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        ([], None),
        (["Ada Quill is a reporter."], ("Ada Quill", "staff", "Ada Quill is a reporter.", "reporting", 0)),
        (["Ada  Quill\tis a reporter."], ("Ada Quill", "staff", "Ada Quill is a reporter.", "reporting", 0)),
        (["Ada Quill is a reporter.", "It rains."], None),
        (["It rains.", "Ada Quill is a sailor."], None),
        ([f"{SEVEN} {BIO}"], (SEVEN, "staff", f"{SEVEN} {BIO}", "reporting", 0)),
        ([f"{EIGHT} {BIO}"], None),
        (["By Ada Quill", "It rains."], ("Ada Quill", "staff", "", "reporting", 0)),
        (["It rains.", "BY ADA QUILL", "It rains."], ("ADA QUILL", "staff", "", "reporting", 1)),
        (["It rains.", "It rains.", "By Ada Quill", "It rains."], None),
        (["It rains.", "It rains.", "By Ada Quill"], ("Ada Quill", "staff", "", "reporting", 2)),
        (["It rains.", "It rains.", "by ada quill"], None),
        (["It rains.", "by ada quill"], ("ada quill", "staff", "", "reporting", 1)),
        ([f"By {SEVEN}"], (SEVEN, "staff", "", "reporting", 0)),
        ([f"By {EIGHT}"], None),
        (["By Ada Quill, in Calder"], ("Ada Quill", "staff", "", "reporting", 0)),
        (["By 1950 it rained"], None),
        (["By Quay News Staff"], ("Quay News Staff", "desk", "", "reporting", 0)),
        (["By Tide News Agency"], ("Tide News Agency", "agency", "", "reporting", 0)),
        (["Ada Quill is a small team of writers."], ("Ada Quill", "desk", "Ada Quill is a small team of writers.", "reporting", 0)),
        (["Tide is a wire service."], ("Tide", "agency", "Tide is a wire service.", "reporting", 0)),
        (
            ["Ada and Max are a team."],
            ("Ada and Max", "desk", "Ada and Max are a team.", "reporting", 0),
        ),
        (["Ada was an editor of teams."], ("Ada", "staff", "Ada was an editor of teams.", "reporting", 0)),
        (["By Max Odd", "Ada Quill is a reporter."], ("Ada Quill", "staff", "Ada Quill is a reporter.", "reporting", 1)),
    ],
)  # fmt: skip
def test_the_author_and_where_it_stands(paragraphs, found):
    byline = find_byline(paragraphs)
    assert (byline and dataclasses.astuple(byline)) == found
