"""What a derivation says, word for word: where the words part, which negation is lost, how much is the newsroom's own."""

import pytest

from articles.preflight import derive
from articles.preflight.finding import BLOCKER, WARNING

SPOKEN = "We have not decided to close the pier, and nobody should read that into the plan for the summer."


def only(published, spoken=SPOKEN):
    """The one finding."""
    (finding,) = derive(published, spoken).findings
    return finding


def test_the_three_words_before_the_place_are_named():
    finding = only("We have not decided to shut the pier")
    assert finding.message == "After “not decided to” the evidence does not go on with “shut”."
    assert (finding.rule, finding.words, finding.severity) == ("words-differ", "shut", BLOCKER)


def test_fewer_words_are_named_where_there_are_fewer():
    assert only("We had").message == "After “We” the evidence does not go on with “had”."


def test_nothing_is_named_before_the_first_word():
    assert only("They decided").message == "The evidence does not go on with “They”."


def test_a_negation_beside_what_is_kept_turns_it_round():
    finding = only("We have … decided")
    assert finding.message == "A negation is left out: “not”."
    assert (finding.rule, finding.words, finding.severity) == ("negation-lost", "not", BLOCKER)


@pytest.mark.parametrize(
    ("published", "spoken", "words", "severity"),
    [
        ("We sail … home", "We sail not today but home", "not today but", BLOCKER),
        ("We sail … home", "We sail today or not home", "today or not", BLOCKER),
        ("We sail … home", "We sail and do not dance at home", "and do not dance at", WARNING),
    ],
)
def test_where_the_negation_stood_decides(published, spoken, words, severity):
    finding = only(published, spoken)
    assert (finding.rule, finding.words, finding.severity) == ("negation-lost", words, severity)
    assert finding.message == f"A negation is left out: “{words}”."


def test_every_lost_negation_is_told():
    found = derive("We … sail … home", "We never sail not home").findings
    assert [finding.words for finding in found] == ["never", "not"]


def test_an_insertion_of_every_fifth_word_is_no_matter():
    assert derive("[Now] a b c d", "a b c d").findings == ()


def test_one_word_more_is_told_with_its_share():
    finding = only("[Now] a b c", "a b c")
    assert finding.message == "25 % of the quoted words are the newsroom's own."
    assert (finding.rule, finding.words, finding.severity) == ("many-insertions", "", WARNING)


def test_the_share_counts_each_word_of_an_insertion():
    assert only("[In the old port] a b", "a b").message == "67 % of the quoted words are the newsroom's own."


@pytest.mark.parametrize("replaced", range(8))
def test_an_insertion_stands_for_up_to_six_words(replaced):
    spoken = " ".join(["a", *"uvwxyzt"[:replaced], "b c d e f g h i j k"])
    assert derive("a [now] b c d e f g h i j k", spoken).holds == (replaced <= 6)


def test_of_two_ways_the_one_that_leaves_out_fewer_words_is_taken():
    derivation = derive("a … b", "a x x b a x b")
    assert (derivation.start, derivation.end) == (8, 13)


def test_words_that_go_on_after_an_ellipsis_need_no_second_one():
    assert derive("a … c d", "a b c d").holds and not derive("a … c d", "a b c x d").holds


def test_an_insertion_leaves_out_as_little_as_it_can():
    derivation = derive("[It] pier", "the old pier and the new pier")
    assert (derivation.start, derivation.end) == (8, 12)


def test_an_empty_text_derives_from_anything():
    for published in ("", "…", "… […]", "[now]"):
        derivation = derive(published, "a b")
        assert derivation.holds and (derivation.start, derivation.end, derivation.findings) == (0, 0, ())
