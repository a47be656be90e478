import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.folding import LONGEST, fold, folded_words, index_words, singular, spans


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Café", "cafe"),
        ("ØRSTED", "orsted"),
        ("Straße", "strasse"),
        ("don’t", "dont"),
        ("Ada’s", "ada"),
        ("נָמֵל", "נמל"),
        ("צה״ל", "צהל"),
        ("المَرْفَأ", "المرفا"),
        ("مدينة", "مدينه"),
        ("İstanbul", "istanbul"),
        ("한국", "한국"),
        ("½", "12"),
        ("_", ""),
    ],
)
def test_words_are_compared_without_what_writing_adds(written, folded):
    assert fold(written) == folded


def test_words_stand_apart_by_what_is_no_letter():
    assert (
        folded_words("Rail-clamp: “No”, said O’Hara (3.5 m)_x") == "rail clamp no said ohara 3 5 m x".split()
    )


def test_scripts_without_spaces_are_read_sign_by_sign():
    assert folded_words("東京の港") == list("東京の港")


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("brakes", "brake"),
        ("ferries", "ferry"),
        ("glass", "glass"),
        ("bus", "bus"),
        ("gas", "gas"),
        ("paris", "pari"),
    ],
)
def test_plurals_meet_their_singular(plural, one):
    assert singular(plural) == one


def test_an_index_has_singular_words():
    assert index_words("The brakes of cranes") == "the brake of crane".split()


@given(st.text())
def test_every_text_has_words_that_fold_to_themselves(text):
    for start, end, word in spans(text):
        assert text[start:end] and 0 < len(word) <= LONGEST
        assert all(part == fold(part) for part in folded_words(word))
