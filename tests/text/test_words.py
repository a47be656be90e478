import pytest

from articles.text.slugs import ALPHABET, new_short_id, slugify_title
from articles.text.typography import fold, strip_marks
from articles.text.words import count_words, is_version_of, reading_minutes, similarity


def test_short_ids_are_eight_characters_without_look_alikes():
    ids = {new_short_id() for _ in range(500)}
    assert len(ids) == 500
    assert all(len(i) == 8 and set(i) <= set(ALPHABET) for i in ids)
    assert not set(ALPHABET) & set("ilou")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Ferry’s last Café run: 3 hours!", "ferrys-last-cafe-run-3-hours"),
        ("העיר", "story"),
        ("", "story"),
        ("long " * 40, "-".join(["long"] * 16)),
        ("x" * 300, "x" * 80),
    ],
)
def test_slugs(title, slug):
    assert slugify_title(title) == slug


def test_fold_makes_typographic_variants_equal():
    assert fold("“It’s  late…” — now") == fold('"It\'s late..." - NOW')


@pytest.mark.parametrize("text", ["“Yes.”", '"Yes."', "«Yes.»", "‘Yes.’", "``Yes.''", "„Yes.“"])
def test_strip_marks_takes_the_outer_marks_only(text):
    assert strip_marks(text) == "Yes."
    assert strip_marks("“The ‘old’ town”") == "The ‘old’ town"


def test_counting_and_comparing():
    assert count_words("Don’t count well-kept words twice.") == 5
    assert [reading_minutes(n) for n in (0, 230, 231)] == [1, 1, 2]
    assert similarity("a b c d", "a b c d") == 1
    assert similarity("we will sail", "they never came") == 0


STORY = "The ferry sails on Monday because the company found a pilot who knows the strait."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (STORY, True),
        (STORY.replace("Monday", "Friday"), True),
        (STORY + " Two more will follow in the spring, it said in a letter to all who had asked.", True),
        ("The ferry sails on Monday. Nobody waved when it left the harbor this time.", False),
        ("", False),
    ],
)
def test_a_version_shares_half_of_the_runs_of_three_words(other, expected):
    assert is_version_of(STORY, other) is is_version_of(other, STORY) is expected
