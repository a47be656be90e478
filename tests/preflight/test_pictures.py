"""Embargo, rights and files of the pictures of an article."""

import datetime

import pytest

from articles.preflight import ArticleView, PictureView, check

NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
CASES = {
    # rule: (what it finds, what it lets pass)
    "image-rights": (
        {"pictures": (PictureView("A pier", rights_until=(NOW - DAY).date()),)},
        {"pictures": (PictureView("A pier", rights_until=NOW.date()),)},
    ),
    "image-files": (
        {"pictures": (PictureView("A pier", has_files=False),)},
        {"pictures": (PictureView("A pier"),)},
    ),
    "image-unknown": ({"has_unknown_pictures": True}, {}),
    "image-embargo": (
        {"pictures": (PictureView("A pier", embargo_until=NOW + HOUR),)},
        {"pictures": (PictureView("A pier", embargo_until=NOW),)},
    ),
}


def found(rule: str, values: dict) -> list:
    view = ArticleView(at=NOW, headline="Pier", body="The pier stays.", **values)
    return [finding for finding in check(view) if finding.rule == rule]


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_finds_its_case_and_not_the_neighbor(rule):
    finds, passes = CASES[rule]
    assert [finding.is_blocker for finding in found(rule, finds)] == [True]
    assert not found(rule, passes)


def test_a_finding_leads_to_the_lead_or_to_the_text():
    for is_lead, place in ((True, "lead_image"), (False, "body")):
        picture = PictureView("A pier", is_lead=is_lead, has_files=False)
        assert found("image-files", {"pictures": (picture,)})[0].place == place


def test_the_embargo_of_the_lead_is_told_once():
    picture = PictureView("A pier", is_lead=True, embargo_until=NOW + HOUR)
    assert not found("image-embargo", {"pictures": (picture,)})
