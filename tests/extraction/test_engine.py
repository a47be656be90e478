"""The engine on an own story in the shape that agencies send: title before names, interruptions, insertions."""

import time

import pytest

from articles.extraction import Passage, extract, find_byline

STORY = [
    Passage("headline", "Harbor chief wants 'more light [on the pier],' calls delay 'a scandal'"),
    Passage("dek", "Mayor says the pier is a ‘public matter’"),
    Passage("body", "Calder’s Harbor Chief Edda Marlow met Mayor of Calder Tomas Brandt on Friday."),
    Passage(
        "body",
        "Marlow spoke of plans “to close the old pier by spring,” according to a statement from Marlow’s office.",
    ),
    Passage(
        "body", "Before the meeting, the harbor chief said: “We need more light [on the pier] and a rail.”"
    ),
    Passage("body", '“The pier is a public matter," Mayor Tomas Brandt said in reply.'),
    Passage("body", "“Nobody asked us,” he added. “This delay is a scandal.”"),
    Passage(
        "body",
        "In Marlow’s remarks, she repeated that “safety comes first,” blaming the “old clamps” and calling for “new ones.”",
    ),
    Passage("body", "The film “The Long Pier” was shot there."),
]


@pytest.fixture(scope="module")
def found():
    return extract(STORY)


def speakers(found):
    return {q.text.strip(" ,."): q.speaker.name for q in found.quotes if q.place == "body" and q.speaker}


def test_every_quotation_has_its_speaker(found):
    assert speakers(found) == {
        "to close the old pier by spring": "Marlow’s office",
        "We need more light [on the pier] and a rail": "Edda Marlow",
        "The pier is a public matter": "Tomas Brandt",
        "Nobody asked us, This delay is a scandal": "Tomas Brandt",
        "safety comes first": "Edda Marlow",
        "old clamps": "Edda Marlow",
        "new ones": "Edda Marlow",
    }


def test_an_office_is_an_organization(found):
    assert found.quotes[3].speaker.kind == "organization"


def test_an_interrupted_quotation_is_one_with_two_segments(found):
    quote = next(q for q in found.quotes if q.kind == "interrupted")
    assert [s.text for s in quote.segments] == ["“Nobody asked us,”", "“This delay is a scandal.”"]


def test_the_words_of_an_attribution_close_up_where_a_quotation_was_cut_out(found):
    (new,) = (quote for quote in found.quotes if "new ones" in quote.text)
    assert new.attribution_text == "she repeated that blaming the and calling"


def test_insertions_are_found(found):
    assert [q.insertions for q in found.quotes if q.insertions and q.place == "body"] == [("[on the pier]",)]


def test_headline_and_dek_are_linked_to_the_text(found):
    display = [q for q in found.quotes if q.place != "body"]
    texts = [found.quotes[q.echoes].text for q in display]
    assert (
        texts[0].startswith("We need more light") and texts[1].endswith("scandal.") and "public" in texts[2]
    )


def test_warnings_name_mixed_marks_and_the_headline_that_quotes_an_insertion(found):
    assert {w.rule for w in found.warnings} == {"mixed-marks", "headline-quotes-insertion"}


def test_a_title_is_no_quotation(found):
    assert [(n.text, n.reason) for n in found.nonquotes] == [("The Long Pier", "title")]


def test_positions_cut_out_the_words(found):
    for quote in found.quotes:
        for segment in quote.segments:
            assert STORY[segment.passage].text[segment.start : segment.end] == segment.text


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We go,” she said.",
        '"We go," she said.',
        "„We go“, sagte sie.",
        "« We go », she said.",
        "‘We go,’ she said.",
        "``We go,'' she said.",
    ],
)
def test_marks_of_several_traditions(paragraph):
    spans = extract([Passage("body", paragraph)])
    assert len(spans.quotes) == 1


def test_a_quotation_left_open_goes_on_in_the_next_paragraph():
    found = extract(
        [Passage("body", "“We go, said the pilot."), Passage("body", "“And we return,” Ada Quill said.")]
    )
    assert len(found.quotes) == 1 and found.quotes[0].kind == "block"
    assert not found.warnings


def test_a_mark_that_is_never_closed_is_reported():
    found = extract([Passage("body", "“We go and never come back."), Passage("body", "That was all.")])
    assert [w.rule for w in found.warnings] == ["unclosed-mark"]


HOSTILE = {
    "opening marks": "“" * 50_000,
    "straight marks": '"' * 50_000,
    "single marks": "‘a " * 66_000,
    "apostrophes": "'a " * 66_000,
    "wire marks": "''a b'' " * 25_000,
    "verbs": "said " * 40_000,
    "one word": "A" * 200_000,
    "control characters": "\x00“\u202e" * 60_000,
    "right to left": "״שלום לך״ אמר " * 14_000,
    "quotations without a stop": "“a b c” said " * 15_000,
    "participles": "Ada saying “a b” " * 12_000,
    "parentheses": "(" * 200_000,
    "a crowd": " ".join(f"Ada Q{number:x} said “we go now.”" for number in range(6_000)),
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_linear_time(hostile):
    started = time.process_time()
    extract([Passage("body", hostile)])
    assert time.process_time() - started < 4  # under two seconds on a quiet core


def test_quotations_that_are_never_closed_take_linear_time():
    started = time.process_time()
    extract([Passage("body", "“a b c d")] * 20_000)
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    ("paragraphs", "name", "kind"),
    [
        (["Text.", "The Quay News Staff is a team of reporters in Calder."], "The Quay News Staff", "desk"),
        (["Text.", "Ada Quill is a reporter for the paper."], "Ada Quill", "staff"),
        (["By Ada Quill", "Text."], "Ada Quill", "staff"),
        (["Text.", "Text.", "More text.", "By Ada Quill"], "Ada Quill", "staff"),
        (["Text.", "Tide Press is a news agency."], "Tide Press", "agency"),
    ],
)
def test_bylines(paragraphs, name, kind):
    found = find_byline(paragraphs)
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    "last", ["The ferry is a ship.", "“I am a reporter,” she said.", "He was a sailor.", "By and by"]
)
def test_a_plain_last_paragraph_is_no_byline(last):
    assert find_byline(["Text.", "Text.", last]) is None


def test_people_of_one_surname_are_kept_apart():
    found = sure_speakers(
        "“One,” said Mary Ann Marlow.",
        "“Two,” said Mary Jo Marlow.",
        "“Three,” said Mary A. Marlow.",
        "“Four,” Marlow said.",
    )
    assert [name for name, _confidence in found[:3]] == [
        "Mary Ann Marlow",
        "Mary Jo Marlow",
        "Mary Ann Marlow",
    ]
    assert found[3][1] < 0.6  # a surname that two people share is nobody's for certain


def test_a_surname_means_the_one_the_story_is_about():
    story = ["Tomas Brandt arrived.", "Brandt sat down.", "Brandt looked at his wife, Ida Brandt."]
    assert sure_speakers(*story, "“It is late,” Brandt said.")[-1] == ("Tomas Brandt", 0.95)


def sure_speakers(*paragraphs):
    passages = [Passage("body", text) for text in paragraphs]
    return [(quote.speaker.name, quote.speaker.confidence) for quote in extract(passages).quotes]
