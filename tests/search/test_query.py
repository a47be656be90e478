"""What was typed is understood, or a hint says what was not."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.expression import AllOf, AnyOf, Phrase
from articles.search.query import MOST, Query, parse, variants, whole, words_at


def words(query: Query) -> list:
    return [term.words if isinstance(term, Phrase) else term.parts[0].words for term in query.terms]


def test_words_phrases_and_what_must_not_occur():
    query = parse('Brakes "rail clamps" -tram')
    assert words(query) == [("brake",), ("rail", "clamp")]
    assert query.without == (AnyOf((Phrase(("tram",)),)),) and query.words == {"brake", "rail", "clamp"}


def test_filters_take_one_word_or_several():
    query = parse('speaker:oakenfeld section:"City Hall" SECTION:sea-climate')
    named = [phrase.words[0] for phrase in query.marks]
    assert named == ["speaker:oakenfeld", "section:city", "section:hall", "section:sea", "section:climate"]
    assert not query.terms and not query.hints


@pytest.mark.parametrize(
    ("typed", "moment"),
    [("2025", (2025, 1, 1)), ("2025-3", (2025, 3, 1)), ("2025-03-09", (2025, 3, 9))],
)
def test_a_time_begins_with_its_first_moment(typed, moment):
    assert parse(f"after:{typed}").after == datetime.datetime(*moment, tzinfo=datetime.UTC)


@pytest.mark.parametrize("typed", ["yesterday", "2025-13", "2025-02-30", "0000", "12", "2025-", ""])
def test_what_is_no_time_gets_a_hint(typed):
    query = parse(f"after:{typed} crane")
    assert query.after is None and "wants a date" in query.hints[0]


def test_a_filter_without_a_name_gets_a_hint():
    query = parse("speaker: crane")
    assert "right behind" in query.hints[0] and not query.marks and words(query) == [("crane",)]


def test_an_unknown_operator_is_words_with_a_hint():
    query = parse("colour:red")
    assert words(query) == [("colour", "red")] and "colour:" in query.hints[0]
    assert not parse("https://news.example/x").hints


def test_too_much_is_cut_with_a_hint():
    query = parse(" ".join(f"w{n}" for n in range(MOST + 5)))
    assert len(query.terms) == MOST and query.hints
    assert parse("a" * 500).hints


def test_small_words_of_hebrew_and_arabic_may_be_there_or_not():
    hebrew = {phrase.words[0] for phrase in variants("הנמל").parts}
    assert {"הנמל", "נמל", "והנמל"} <= hebrew
    assert "مرفا" in {phrase.words[0] for phrase in variants("المرفا").parts}
    assert variants("crane") == AnyOf((Phrase(("crane",)),))


def test_a_prefix_becomes_the_words_that_are_known():
    query = parse("harb*", lambda prefix: ["harbors", "harbourmaster"])
    assert [phrase.words[0] for phrase in query.terms[0].parts] == ["harb", "harbor", "harbourmaster"]


def test_places_are_asked_word_by_word():
    query = parse('"rail clamp" storm -tram')
    assert words_at(query, "=") == AllOf(
        (Phrase(("=rail",)), Phrase(("=clamp",)), AnyOf((Phrase(("=storm",)),)))
    )
    assert whole(query).without == query.without


def test_one_word_is_put_right_and_the_rest_stays():
    assert parse('Krane “storm" section:harbor').with_word("krane", "crane") == 'crane “storm" section:harbor'


@given(st.text())
def test_every_text_is_a_query(text):
    query = parse(text, lambda prefix: [prefix + "s"])
    assert len(query.terms) + len(query.without) <= MOST
