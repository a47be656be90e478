"""Which capitals mean a name: shown by who is taken for the speaker, and by the words that are told apart."""

import pytest

from articles.extraction import Passage, extract
from articles.extraction.capitals import _is_form as is_form
from articles.extraction.capitals import opens_sentence, read_capitals
from articles.extraction.languages.en import ENGLISH
from articles.extraction.words import outline


def speaker(*paragraphs):
    quotes = extract([Passage("body", text) for text in paragraphs]).quotes
    return quotes[-1].speaker.name if quotes[-1].speaker else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Growing up on a barge, Hedda Blum read. “I was nine,” she said.", "Hedda Blum"),
        ("Reached by phone, Cora Lint declined. “Ask the fish,” she said.", "Cora Lint"),
        ("Conceding that it leaks, he called it “a boat.” Then Max Odd said, “It floats.”", "Max Odd"),
        ("Shortly after noon, Max Odd called it “a leak.”", "Max Odd"),
        ("Smiling, he left. Max Odd called it “a leak.”", "Max Odd"),
        ("Irving said, “I saw it.”", "Irving"),
        ("Irving’s “old boat” remark stood.", "Irving"),
        ("Secretary of State Ada Quill said, “We go.”", "Ada Quill"),
        ("Opinion polls see Max Odd ahead. “I never read them,” he said.", "Max Odd"),
    ],
)
def test_an_ordinary_word_that_begins_a_sentence_is_nobody(text, name):
    assert speaker(text) == name


def test_a_word_that_is_small_elsewhere_is_no_name_and_one_that_is_large_elsewhere_is():
    assert (
        speaker("The boat has a rudder. Rudder trouble came. Ada Quill saw it. “It bent,” she said.")
        == "Ada Quill"
    )
    assert (
        speaker("A frost fell on Leah Frost.", "Frost left at dawn. “It was cold,” she said.") == "Leah Frost"
    )


def views(*texts):
    return [outline(text, (), ENGLISH) for text in texts]


def test_the_first_word_of_a_sentence_tells_nothing():
    found = read_capitals(views("Growing is hard. Here Ada Quill’s boat lies. See the Odd boat."))
    assert found.names == {"ada", "quill", "odd"}
    assert found.small == {"is", "hard", "boat", "lies", "the"}


def test_a_line_set_like_a_headline_tells_nothing_of_names():
    assert read_capitals(views("Mayor Opens Bridge After Long Delay")).names == frozenset()


def test_a_line_of_which_three_words_in_five_are_large_is_no_headline():
    assert read_capitals(views("Mayor Opens Old Bridge at dawn")).names == {"opens", "old", "bridge"}


def test_sentences_open_behind_stops():
    view = outline("He went. Ada stayed? Never. It is Mr. Odd.", (), ENGLISH)
    assert [word.text for index, word in enumerate(view.words) if opens_sentence(view, index)] == [
        "He",
        "Ada",
        "Never",
        "It",
    ]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("''We go,'' she said.", ["doubled-marks"]),
        ("She said ''we 'do' go'' and ''we stay.''", ["doubled-marks"]),
        ("A board of 6'2'' by 3'1'' lay there.", []),
        ('“We go," she said.', ["mixed-marks"]),
        ("“We go.", ["unclosed-mark"]),
        ("“We go,” she said.", []),
    ],
)
def test_marks_that_do_not_do_their_work_are_told(text, rules):
    found = extract([Passage("body", text), Passage("body", "The end.")])
    assert [warning.rule for warning in found.warnings] == rules


def test_words_between_two_single_marks_are_not_read_nor_what_they_hold():
    assert not extract([Passage("body", "''I said, 'We go by sea,''' Ada Quill recalled.")]).quotes


@pytest.mark.parametrize(
    "word",
    "Swimming Recently Basically Happily Intently Seriously Humbly Clearly Rapidly Rarely Unmoved".split(),
)
def test_participles_and_adverbs_are_known_by_their_form(word):
    assert is_form(word.casefold())


@pytest.mark.parametrize("word", "quill family july king bing ned".split())
def test_other_words_have_no_such_form(word):
    assert is_form(word) is (word in ("king", "bing", "ned", "family"))
