"""Which words of the text a headline repeats."""

import pytest

from articles.extraction import Passage, extract
from articles.extraction.echoes import find_echo


@pytest.mark.parametrize(
    ("words", "bodies", "found"),
    [
        ("We go", ["We stay.", "Then we go."], (1, False)),
        ("we GO!", ["We go."], (0, False)),
        ("…we go…", ["We go."], (0, False)),
        ("light [on the pier]", ["More light [on the pier] now."], (0, True)),
        ("light on the pier", ["More light [on the pier] now."], (0, True)),
        ("on the pier now", ["More [on the pier] now."], (0, True)),
        ("[on] the pier", ["More [on] the pier."], (0, True)),
        ("light now", ["More “light” now."], (0, False)),
        ("more light now", ["More, light: now."], (0, False)),
        ("the pilot’s boat", ["It’s 'the pilot’s' 'boat.'"], (0, False)),
        ("light", ["More li, ght."], (None, False)),
        ("old boat", ["Our old, dry boat."], (None, False)),
        ("dry boat", ["Our old, dry boat."], (0, False)),
        ("dry boat sank", ["The dry boat", "sank"], (None, False)),
        ("boat here", ["A boat, here"], (0, False)),
        ("...", ["We go..."], (None, False)),
        ("We go", [], (None, False)),
    ],
)
def test_words_are_found_where_they_stand(words, bodies, found):
    assert find_echo(words, bodies) == found


def display(headline, *body):
    passages = [Passage("headline", headline), *(Passage("body", text) for text in body)]
    found = extract(passages)
    return found.quotes[0], found.warnings


def test_a_headline_takes_its_speaker_and_the_others_from_the_text():
    quote, warnings = display("Mayor calls pier ‘a toy’", "Max Odd came. “It is a toy,” Ada Quill said.")
    assert quote.speaker.name == "Ada Quill" and [one.name for one in quote.alternatives] == ["Max Odd"]
    assert (quote.echoes, quote.echo_of_insertion, quote.kind, warnings) == (1, False, "fragment", ())


@pytest.mark.parametrize(
    ("headline", "body", "rule", "message"),
    [
        (
            "Mayor wants ‘a boat’",
            "“A toy,” Ada Quill said.",
            "headline-quote-not-in-text",
            "occur in no quotation",
        ),
        (
            "Mayor wants ‘a boat’",
            "“A [boat],” Ada Quill said.",
            "headline-quotes-insertion",
            "did not say them",
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(headline, body, rule, message):
    _quote, (warning,) = display(headline, body)
    assert (warning.rule, warning.place, warning.passage) == (rule, "headline", 0)
    assert headline[warning.start : warning.end] == "‘a boat’"
    assert warning.message.startswith("These quoted words ") and message in warning.message
    assert warning.message.endswith(".")
