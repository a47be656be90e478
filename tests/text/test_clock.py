import datetime
from zoneinfo import ZoneInfo

import pytest

from articles.text.clock import around_gap, moments

BERLIN = ZoneInfo("Europe/Berlin")


def wall(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


def utc(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("2026-05-12T14:30", ["2026-05-12T12:30"]),
        ("2026-03-29T02:30", []),
        ("2026-03-29T03:00", ["2026-03-29T01:00"]),
        ("2026-10-25T02:30", ["2026-10-25T00:30", "2026-10-25T01:30"]),
        ("2026-10-25T03:00", ["2026-10-25T02:00"]),
    ],
)
def test_moments(shown, expected):
    assert moments(wall(shown), BERLIN) == [utc(text) for text in expected]


def test_half_an_hour_of_lord_howe_comes_twice_too():
    assert len(moments(wall("2026-04-05T01:45"), ZoneInfo("Australia/Lord_Howe"))) == 2


def test_around_a_gap_are_the_times_before_and_after_it():
    earlier, later = around_gap(wall("2026-03-29T02:30"), BERLIN)
    assert (f"{earlier:%H:%M}", f"{later:%H:%M}") == ("01:30", "03:30")
