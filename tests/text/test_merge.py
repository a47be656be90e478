import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.merge import Conflict, Settled, conflicts, merge, resolved

BASE = ["The pier is shut.", "She said it was safe to open.", "The ferry waits."]
TEXTS = st.lists(st.sampled_from(["a b c", "a b d", "a b e", "x y z", "q", "r s"]), max_size=7)


def merged(mine, theirs, base=BASE):
    parts = merge(base, mine, theirs)
    assert not conflicts(parts)
    return resolved(parts, {})


def test_different_paragraphs_of_two_people_come_together():
    mine = ["The pier is shut today.", BASE[1], BASE[2]]
    theirs = [BASE[0], "She said it was not safe to open.", BASE[2]]
    assert merged(mine, theirs) == [mine[0], theirs[1], BASE[2]]


def test_additions_and_deletions_at_different_places_come_together():
    mine = [BASE[0], BASE[1], BASE[2], "A last word of mine."]
    theirs = ["A lead of theirs.", BASE[0], BASE[2]]
    assert merged(mine, theirs) == ["A lead of theirs.", BASE[0], BASE[2], "A last word of mine."]


def test_what_both_did_alike_is_done_once():
    both = [BASE[0], "She said it was not safe to open.", BASE[2]]
    assert merged(both, both) == both


def test_one_paragraph_rewritten_by_both_waits_for_a_decision():
    mine = [BASE[0], "She said it was hardly safe to open.", BASE[2]]
    theirs = [BASE[0], "She said it was not safe to open.", BASE[2]]
    parts = merge(BASE, mine, theirs)
    assert parts == [
        Settled((BASE[0],), "base"),
        Conflict((BASE[1],), (mine[1],), (theirs[1],)),
        Settled((BASE[2],), "base"),
    ]
    assert resolved(parts, {0: "mine"}) == mine
    assert resolved(parts, {0: "theirs"}) == theirs
    assert resolved(parts, {0: "both"}) == [BASE[0], theirs[1], mine[1], BASE[2]]
    with pytest.raises(KeyError):
        resolved(parts, {})


def test_deleting_what_somebody_else_rewrites_waits_for_a_decision():
    theirs = [BASE[0], "She said it was not safe to open.", BASE[2]]
    (conflict,) = conflicts(merge(BASE, [BASE[0], BASE[2]], theirs))
    assert conflict.mine == () and conflict.theirs == (theirs[1],)


def test_markup_does_not_hide_which_paragraph_was_rewritten():
    base = ["<p>one two</p>", "<p>three four</p>"]
    mine = ["<p><em>one</em> two</p>", "<p>three four</p>"]
    theirs = ["<p>one two</p>", '<p><a href="/">three</a> five</p>']
    parts = merge(base, mine, theirs, shown=lambda html: html.replace("<p>", " ").replace("</p>", " "))
    assert resolved(parts, {}) == [mine[0], theirs[1]]


@given(TEXTS, TEXTS)
def test_who_changes_nothing_gets_the_others_text(base, other):
    assert merged(base, other, base) == other
    assert merged(other, base, base) == other


@given(TEXTS, TEXTS, TEXTS)
def test_whoever_changed_a_paragraph_finds_it_in_a_part_or_in_a_conflict(base, mine, theirs):
    parts = merge(base, mine, theirs)
    open_places = conflicts(parts)
    written = {text for part in parts if isinstance(part, Settled) for text in part.texts}
    offered = {text for one in open_places for text in (*one.mine, *one.theirs)}
    for text in {*mine, *theirs} - {*base}:
        assert text in written | offered


@given(TEXTS, TEXTS, TEXTS)
def test_both_sides_see_the_same_places(base, mine, theirs):
    one, other = conflicts(merge(base, mine, theirs)), conflicts(merge(base, theirs, mine))
    assert one == [Conflict(place.base, place.theirs, place.mine) for place in other]
