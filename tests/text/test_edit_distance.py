import pytest

from articles.text.words import edit_distance


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [
        ("", "", 0),
        ("a", "", 1),
        ("gallant", "galant", 1),
        ("tomas", "thomas", 1),
        ("brandt", "brant", 1),
        ("ab", "ba", 2),
    ],
)
def test_the_distance_of_two_words(a, b, distance):
    assert edit_distance(a, b, 2) == edit_distance(b, a, 2) == distance


def test_what_is_further_than_the_limit_is_one_more():
    assert edit_distance("abcdef", "uvwxyz", 2) == edit_distance("a", "abcd", 2) == 3
