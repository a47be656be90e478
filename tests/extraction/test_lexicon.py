"""What the lexicon tells of a word; each test has a lexicon of its own, which has read nothing yet."""

import pytest

from articles.extraction import lexicon
from articles.extraction.languages.en import ENGLISH
from articles.extraction.languages.en_verbs import _forms
from articles.extraction.lexicon import Lexicon, Word, bare, is_capital, is_initial, is_possessive


def test_a_word_is_known_in_every_respect():
    assert Lexicon(ENGLISH)["Said"] == Word("Said", "said", "said", True, False, False, False, True, "", True)
    assert Lexicon(ENGLISH)["J."] == Word("J.", "j.", "j", True, True, False, False, False, "", True)
    assert Lexicon(ENGLISH)["pilot’s"] == Word(
        "pilot’s", "pilot’s", "pilot", False, False, True, True, False, "", False
    )
    assert Lexicon(ENGLISH)["she’s"] == Word(
        "she’s", "she’s", "she", False, False, True, True, False, "she", True
    )


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Quill", True),
        ("the", True),
        ("they", True),
        ("novelist", True),
        ("21", True),
        ("of", False),
        ("x2", False),
    ],
)
def test_which_words_may_begin_a_phrase(text, begins):
    assert Lexicon(ENGLISH)[text].may_begin is begins


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("he'd", "he"),
        ("they’re", "they"),
        ("she", "she"),
        ("It’ll", "it"),
        ("she’x", ""),
        ("she-s", ""),
        ("her", ""),
    ],
)
def test_what_hangs_on_a_pronoun_is_taken_off(text, pronoun):
    assert Lexicon(ENGLISH)[text].pronoun == pronoun


def test_a_lexicon_forgets_rather_than_growing_without_end(monkeypatch):
    monkeypatch.setattr(lexicon, "MOST", 3)
    words = Lexicon(ENGLISH)
    assert [words[text].text for text in ("a", "b", "c")] == ["a", "b", "c"] and len(words) == 3
    assert words["d"].text == "d" and list(words) == ["d"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("quill’s", "quill"),
        ("quill's", "quill"),
        ("pilots’", "pilots"),
        ("pilots'", "pilots"),
        ("st.", "st"),
        ("pilots", "pilots"),
        ("quill", "quill"),
        ("", ""),
    ],
)
def test_endings_are_taken_off(word, expected):
    assert bare(word) == expected


def test_owners_are_told_from_plurals():
    assert [
        is_possessive(word) for word in ("Quill’s", "Quill's", "pilots’", "pilots'", "pilots", "Quill’")
    ] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]


def test_capitals_stand_also_behind_a_particle():
    large = [
        word
        for word in ("Quill", "al-Sayed", "d’Arcy", "o'Neil", "non-Calder", "quill", "al-sayed")
        if is_capital(word)
    ]
    assert large == ["Quill", "al-Sayed", "d’Arcy", "o'Neil"]


def test_initials():
    assert [word for word in ("J.", "J.D.", "j.d.", "Jo.", "J", "JD") if is_initial(word)] == ["J.", "J.D."]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("add", "add adds added adding"),
        ("argue", "argue argues argued arguing"),
        ("hush", "hush hushs hushes hushed hushing"),
        ("reply", "reply replys replies replied replyed replying"),
        ("say", "say says sayed saying"),
        ("admit", "admit admits admited admitted admiting admitting"),
        ("bark", "bark barks barked barking"),
        ("tap", "tap taps taped tapped taping tapping"),
        ("refer", "refer refers refered referred refering referring"),
        ("plan", "plan plans planed planned planing planning"),
        ("beg", "beg begs beged begged beging begging"),
        ("hum", "hum hums humed hummed huming humming"),
        ("hail", "hail hails hailed hailled hailing hailling"),
        ("chirp", "chirp chirps chirped chirping"),
    ],
)
def test_verbs_are_inflected(verb, forms):
    assert _forms(verb) == set(forms.split())
