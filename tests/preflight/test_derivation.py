"""What may be done to somebody's words, case by case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.preflight import best_passages, derive

SPOKEN = "We have not decided to close the pier, and nobody should read that into the plan for the summer."

HOLDS = {
    "the whole": SPOKEN,
    "a run": "nobody should read that into the plan",
    "the marks and the case do not count": "WE HAVE NOT DECIDED TO CLOSE THE PIER",
    "an ellipsis leaves words out": "We have not decided … the pier, and nobody should read that",
    "three dots do too": "We have not decided ... to close the pier",
    "dots in brackets do too": "We have not decided [...] the pier",
    "an insertion replaces words": "nobody should read that into [the harbor office’s paper] for the summer",
    "an insertion may add": "We have not decided to close the [northern] pier",
    "sic stands for nothing": "We have not decided [sic] to close the pier",
    "another case in brackets": "[N]obody should read that into the plan",
    "another ending in brackets": "nobody should read[ing] that into the plan",
    "a leading ellipsis": "… nobody should read that into the plan",
    "nothing": "",
}
DIFFERS = {
    "another word": "We have not decided to close the harbor",
    "a word more": "We have not yet decided to close the pier",
    "a word less": "We have decided to close the pier",  # the famous harm: dropped, and no ellipsis to show it
    "another order": "to close the pier We have not decided",
    "more than six words replaced": "We [the people of the port] for the summer",
    "a run repeated": "the pier the pier",
}


@pytest.mark.parametrize("published", HOLDS.values(), ids=HOLDS)
def test_what_a_newsroom_may_do(published):
    assert derive(published, SPOKEN).holds


@pytest.mark.parametrize("published", DIFFERS.values(), ids=DIFFERS)
def test_what_is_another_wording(published):
    derivation = derive(published, SPOKEN)
    assert [finding.rule for finding in derivation.findings] == ["words-differ"]
    assert not derivation.holds


def test_an_ellipsis_that_drops_a_negation_reverses_the_meaning():
    derivation = derive("We have … decided to close the pier", SPOKEN)
    assert [(finding.rule, finding.words) for finding in derivation.findings] == [("negation-lost", "not")]
    assert not derivation.holds


def test_an_insertion_that_replaces_a_negation_is_one_too():
    assert derive("We have [now] decided to close the pier", SPOKEN).findings[0].rule == "negation-lost"


@pytest.mark.parametrize("words", ["can't", "won’t", "never", "hardly", "without"])
def test_negations_have_many_forms(words):
    assert not derive("They … sail", f"They {words} sail").holds


def test_the_cheapest_way_is_taken():
    spoken = "we sail and we never sail but we sail at noon"
    assert derive("we sail … at noon", spoken).holds


def test_many_insertions_are_told_and_do_not_block():
    derivation = derive("[The old northern pier] stays shut", "It stays shut")
    assert derivation.holds and derivation.findings[0].rule == "many-insertions"


def test_it_says_where_the_words_part():
    finding = derive("We have not decided to shut the pier", SPOKEN).findings[0]
    assert finding.words == "shut" and "“not decided to”" in finding.message


def test_the_words_that_were_used_are_bounded():
    derivation = derive("read that into [it] for the summer", SPOKEN)
    assert SPOKEN[derivation.start : derivation.end] == "read that into the plan for the summer"


TRANSCRIPT = (
    "00:12:20 Chair: Does the report allow any use of the pier this summer?\n"
    "00:12:31 Halvorsen: It does. It gives this council everything it needs to reopen it in stages, starting with the "
    "inner berth, where not one pile is cracked.\n00:31:07 Chair: Reopen it in one stage, not in stages."
)


def test_the_best_passage_is_where_it_was_said():
    best, *others = best_passages("everything it needs to reopen [the north pier] in stages,", TRANSCRIPT)
    assert TRANSCRIPT[best.start : best.end] == "everything it needs to reopen it in stages"
    assert best.score == 1.0
    assert all(one.score < best.score and (one.start >= best.end or one.end <= best.start) for one in others)


def test_other_words_are_found_with_a_lower_score():
    best = best_passages("everything we need to open the pier in stages", TRANSCRIPT)[0]
    assert "reopen it in stages" in TRANSCRIPT[best.start : best.end] and 0.4 < best.score < 0.9


def test_nothing_fits_nothing():
    assert (
        best_passages("", TRANSCRIPT)
        == best_passages("words", "")
        == best_passages("zebra", TRANSCRIPT)
        == []
    )


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_has_an_answer(published, evidence):
    derivation = derive(published, evidence)
    assert 0 <= derivation.start <= derivation.end <= len(evidence)
    for passage in best_passages(published, evidence):
        assert 0 <= passage.start < passage.end <= len(evidence) and 0 <= passage.score <= 1


@given(
    st.lists(
        st.sampled_from("we sail at noon not today because the port is shut".split()), min_size=1, max_size=30
    ),
    st.data(),
)
def test_every_run_of_what_was_said_derives_from_it(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert derive(" ".join(words[start:end]), " ".join(words)).holds
