"""The engine answers for any text whatever: spans inside it, marks balanced or reported, work that grows with the text."""

import itertools
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction import Passage, extract
from articles.extraction.relink import KnownUse, SpanText, relink

MARKS = "\"“”„‟«»‹›‘’‚‛'`´–—―:[]….,!?()"
WORDS = [
    "said",
    "Ada",
    "Quill",
    "she",
    "the",
    "harbor",
    "pilot",
    "King",
    "of",
    "von",
    "according",
    "to",
    "QUILL:",
    "’s",
]
LANGUAGES = ["en", "de", "fr", "es", "he", "xx"]
# Texts that look like news and break off anywhere, beside texts of any characters at all.
newsy = st.lists(st.sampled_from([*WORDS, *MARKS, " ", " ", " ", "\u200f", "\x00"]), max_size=60).map("".join)
anything = st.text(max_size=120)
paragraphs = st.lists(st.one_of(newsy, anything), max_size=8)


def passages(texts: list[str]) -> list[Passage]:
    return [Passage("headline", "Ferry “sails”"), *(Passage("body", text) for text in texts)]


@given(paragraphs, st.sampled_from(LANGUAGES))
@settings(max_examples=400, deadline=None)
def test_every_span_stands_in_the_text_and_no_two_overlap(texts, language):
    given_passages = passages(texts)
    found = extract(given_passages, language)
    taken = []
    for quote in found.quotes:
        assert quote.segments
        for one in quote.segments:
            text = given_passages[one.passage].text
            assert 0 <= one.start < one.end <= len(text)
            assert one.text == text[one.start : one.end]
            taken.append((one.passage, one.start, one.end))
    for one in found.nonquotes:
        assert 0 <= one.start < one.end <= len(given_passages[one.passage].text)
        taken.append((one.passage, one.start, one.end))
    taken.sort()
    for (passage, _start, end), (following, start, _end) in itertools.pairwise(taken):
        assert passage != following or end <= start


@given(paragraphs, st.sampled_from(LANGUAGES))
@settings(max_examples=200, deadline=None)
def test_what_is_proposed_is_complete_and_says_how_sure_it_is(texts, language):
    for quote in extract(passages(texts), language).quotes:
        for speaker in filter(None, (quote.speaker, *quote.alternatives)):
            assert speaker.name.strip() and speaker.reason
            assert speaker.kind in ("person", "organization", "unnamed")
            assert 0 < speaker.confidence < 1
        assert quote.echoes is None or quote.place in ("headline", "dek")


@given(paragraphs)
@settings(max_examples=200, deadline=None)
def test_a_mark_that_is_never_closed_is_reported(texts):
    found = extract(passages(texts))
    last = found.quotes[-1] if found.quotes else None
    if last is None or last.place != "body" or last.kind != "block":
        return
    segment = last.segments[-1]
    closes = passages(texts)[segment.passage].text[segment.end - 1]
    assert closes in MARKS or "unclosed-mark" in [warning.rule for warning in found.warnings]


@given(paragraphs)
@settings(max_examples=100, deadline=None)
def test_reading_twice_finds_the_same(texts):
    assert extract(passages(texts)) == extract(passages(texts))


def steps(text: str) -> int:
    """How many function calls reading the text takes: work, without a clock."""
    count = 0

    def tell(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tell)
    try:
        extract([Passage("body", part) for part in text.split("\n\n")])
    finally:
        sys.setprofile(None)
    return count


HOSTILE = {
    "opening marks": "“" * 40,
    "straight marks": '"a ' * 40,
    "nested marks": "“‘" * 30,
    "single marks": "'a b' " * 30,
    "capitals": "Ada Quill Bo Lantern " * 12,
    "commas": "Ada Quill, the pilot, " * 12,
    "verbs": "said asked told added " * 12,
    "links": "Ada de la von der " * 12,
    "brackets": "“[a] … [sic] " * 12,
    "parentheses": "(Ada " * 30,
    "colons": "QUILL: “Go.”\n\n" * 10,
    "dashes": "— Go, said she.\n\n" * 10,
    "open paragraphs": "“We go on\n\n" * 12,
    "titles": "Chief Deputy Vice President Secretary " * 8,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_text_and_no_faster(name):
    once, more = steps(HOSTILE[name] * 8), steps(HOSTILE[name] * 32)
    assert more <= 4 * 1.5 * once + 2000


@given(st.lists(newsy, max_size=6), st.lists(newsy, max_size=6))
@settings(max_examples=100, deadline=None)
def test_any_two_texts_can_be_linked_again(before, after):
    known = [KnownUse(number, text, "body", number, "", "") for number, text in enumerate(before)]
    result = relink(known, [SpanText("body", number, text, "", "") for number, text in enumerate(after)])
    keys = [link.key for link in result.links.values()]
    assert len(keys) == len(set(keys)) and set(keys) | set(result.lost) == set(range(len(before)))
