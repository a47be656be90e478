"""Who governs the words, by the shape of the sentence; beside each the sentence that looks alike and means somebody else."""

import pytest

from articles.extraction import Passage, extract


def speakers(text):
    quotes = extract([Passage("body", part) for part in text.split(" | ")]).quotes
    return [quote.speaker.name if quote.speaker else None for quote in quotes]


NOUNS_OF_SPEECH = [
    ("The paper weighed Ada Quill’s claim that the pier is “a toy.”", "Ada Quill"),
    ("Max Odd also echoed Ada Quill’s claim that the pier is “a toy.”", "Max Odd"),
    ("Max Odd echoed the port board’s insistence that the plan includes “a new pier.”", "Max Odd"),
    ("Max Odd rejected Ada Quill’s assertion of a “right to fish.”", "Ada Quill"),
    ("Ada Quill was asked. The mayor’s answer was: “Never on a Sunday.”", "mayor"),
    ("Max Odd also echoed Ada Quill’s claim that the pier is “a toy.”", "Max Odd"),
    ("Max Odd, hearing Ada Quill’s claim that the pier leaks, called it “a toy.”", "Max Odd"),
    ("Max Odd said Ada Quill’s answer surprised “half of Calder.”", "Max Odd"),
]
ASIDES = [
    ("When Ada Quill called the pier “a toy,” Max Odd said nothing.", "Ada Quill"),
    ("After Ada Quill said that the pier was “a toy,” Max Odd answered the mail.", "Ada Quill"),
    ("When Ada Quill came in, Max Odd called the pier “a toy,” she recalled.", "Ada Quill"),
    ("When Ada Quill left, “the pier is a toy,” Max Odd said.", "Max Odd"),
    ("As Ada Quill, the second of three pilots, put it: “Water wins.”", "Ada Quill"),
    ("When Ada Quill used the words, “I am no fish,” she was quoting Max Odd.", "Ada Quill"),
]
CROWDS = [
    (
        "Ada Quill spoke near the pier, where 50 protesters had gathered, chanting “Fish first!”",
        "50 protesters",
    ),
    (
        "Outside the hall in Calder, about 200 protesters sat in rows, shouting “Fish first!”",
        "200 protesters",
    ),
    ("The crowd fell silent, with Ada Quill loudly shouting “Fish first!”", "Ada Quill"),
    ("Ada Quill held up a sign saying “fish go first.”", "sign"),
    ("Ada Quill issued a statement saying the pier was “a toy.”", "Ada Quill"),
    ("In May, several fishing groups granted Max Odd a stay, saying the pier was “a toy.”", "fishing groups"),
    ("Appearing before cheering supporters, Ada Quill said the pier was “a toy.”", "Ada Quill"),
]
NUMBERS = [
    ("Asked about Ada Quill, 21 percent said “no” to her and 14 percent said “never again.”", "14 percent"),
    ("Ada Quill leads by 20 points among “very old” sailors, according to the poll.", "poll"),
    ("In 2010 Ada Quill said the pier was “a toy.”", "Ada Quill"),
]
BEHIND = [
    ("“It sank,” Max Odd’s chief of staff, Ada Quill, told PIER before the vote.", "Ada Quill"),
    ("“It sank,” said Harbor ranking Liberal Ada Quill.", "Ada Quill"),
    ("“It sank,” said 9/11 widow Ada Quill.", "Ada Quill"),
    ("“It sank,” according to a court paper filed by Ada Quill.", "Ada Quill"),
    ("“It sank,” according to a court paper dated May.", "court paper"),
    ("“It sank!” Calder state Del. Ada Quill (D-Calder) shouted.", "Ada Quill"),
    ("“It sank,” Ada Quill said. Max Odd left, according to the police.", "Ada Quill"),
    (
        "They found no “leaks of note,” aside from one, said the port’s director, Ada Quill, on Monday.",
        "Ada Quill",
    ),
    (
        "He wants “all records” that the court asked for, Port Office senior counsel Ada Quill wrote.",
        "Ada Quill",
    ),
    ("Two pilots, Ada Quill and Max Odd, found in May that the pier is “a toy.”", "Ada Quill"),
    ("Max Odd said that once the council goes on leave, “I mean to swim.”", "Max Odd"),
    ("Ada Quill goes on to call the pier “a toy.”", "Ada Quill"),
]
COLONS = [
    ("Former secretary of state Ada Quill: “We go.”", "Ada Quill"),
    ("Max Odd holds the view common among pilots in public office: “We go.”", "Max Odd"),
    ("SAILORS CARE ABOUT KNOTS - Max Odd and Ada Quill: “We go.”", "Ada Quill"),
    ("More from Ada Quill: “We go.”", "Ada Quill"),
]
LINES = [
    ("Quill Sees a Storm Over the Pier | The pilot Ada Quill came. | “It sank,” Quill said.", "Ada Quill"),
    ("Mayor Ada Quill met Governor Max Odd on Monday. | “It sank,” she said.", "Ada Quill"),
]


@pytest.mark.parametrize(
    ("text", "name"), NOUNS_OF_SPEECH + ASIDES + CROWDS + NUMBERS + BEHIND + COLONS + LINES
)
def test_the_speaker_is_the_subject(text, name):
    assert speakers(text)[-1] == name


def test_an_abbreviated_title_is_no_part_of_the_name_and_a_particle_is():
    found = extract([Passage("body", "“Go,” said state Del. Ada Quill. “Stay,” said Guillermo Del Odd.")])
    assert [quote.speaker.name for quote in found.quotes] == ["Ada Quill", "Guillermo Del Odd"]
