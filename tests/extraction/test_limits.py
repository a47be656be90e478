"""Where each rule begins and ends to hold: one word, one letter or one mention more, and the answer is another."""

import pytest

from articles.extraction import Passage, extract
from articles.extraction.languages.en import ENGLISH
from articles.extraction.marks import find_spans
from articles.extraction.people import People, role_tokens, surname_of
from articles.extraction.scare import doubles_quote, is_title
from articles.extraction.types import Mention


def found(*paragraphs):
    return extract([Passage("body", text) for text in paragraphs])


def kinds(text):
    return [quote.kind for quote in found(text).quotes]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We go now", "partial"),
        ("We go now.", "full"),
        ("We go now,", "full"),
        ("We go now?", "full"),
        ("We go now!", "full"),
        ("We go now…", "full"),
        ("We go by sea today", "partial"),
        ("We go by sea today again", "full"),
        ("we go by sea today again.", "partial"),
    ],
)
def test_a_sentence_is_told_from_a_part_of_one(words, kind):
    assert kinds(f"Ada Quill said “{words}” then.") == [kind]


def test_a_quotation_goes_on_behind_its_speaker():
    assert kinds("“We go,” Ada Quill said. “We swim.”") == ["interrupted"]
    assert kinds("“We go.” Ada Quill said so. “We swim.”") == ["full", "full"]
    assert kinds("“We go,” Ada Quill said. She left. “We swim.”") == ["full", "full"]
    assert kinds("“We go,” Ada Quill said; “we swim.”") == ["full", "partial"]
    assert kinds(f"“We go,” Ada Quill said{' so' * 37}. “We swim.”") == ["interrupted"]
    assert kinds(f"“We go,” Ada Quill said{' so' * 38}. “We swim.”") == ["full", "full"]


@pytest.mark.parametrize(("length", "speaker"), [(39, "A" + "a" * 38), (40, None)])
def test_a_label_is_short(length, speaker):
    quote = found(f"“{'A' * length}: We go by sea today.”").quotes[0]
    assert (quote.speaker.name if quote.speaker else None) == speaker


@pytest.mark.parametrize(
    ("label", "confidence"),
    [
        ("Ada Quill", 0.9),
        ("ADA", 0.9),
        ("AD", 0.9),
        ("Ada", None),
        ("Ada B. Quill", 0.9),
        ("Ada B. C. Quill", None),
        ("A1", None),
        ("Ada quill", None),
        ("A", None),
    ],
)
def test_what_can_be_the_label_of_a_turn(label, confidence):
    quote = found(f"“{label}: We go by sea today.”").quotes[0]
    assert (quote.speaker.confidence if quote.speaker else None) == confidence


@pytest.mark.parametrize(("more", "signed"), [(12, True), (13, False)])
def test_a_signature_is_short(more, signed):
    quote = found("“We go.”", f"— Ada Quill{' so' * more}").quotes[0]
    assert (quote.speaker is not None) is signed


def test_a_signature_stands_at_once_behind_its_dash():
    assert found("“We go.”", "— the old Ada Quill").quotes[0].speaker is None
    assert found("“We go.”", "That was all.", "— Ada Quill").quotes[0].speaker is None


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("The Long Pier", True),
        ("The Long pier", False),
        ("Pier", False),
        ("Pier 9", True),
        ("Of Piers and Men", True),
        ("of the in on Pier Boat", False),
        ("of the Pier Boat", True),
        (" ".join(["Pier"] * 12), True),
        (" ".join(["Pier"] * 13), False),
        ("(Pier) “Boat”", True),
    ],
)
def test_what_is_set_like_a_title(words, title):
    assert is_title(words.split()) is title


WORKS = ("show", "program", "book", "film", "memoir", "drama")


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("The money went into a “dry pier” fund.", ["scare"]),
        ("The money went into a “dry pier boat” plan that failed.", ["scare"]),
        ("The “dry old pier boat” slogan is old.", ["scare"]),
        ("The “dry old wet pier boat” slogan is old.", []),
        ("The “dry pier boat” remark is old.", []),
        ("The “dry pier” about town is old.", ["scare"]),
        ("The film “a dry old wet pier boat” ran.", ["title"]),
        ("The film “a dry old wet pier boat again” ran.", []),
        ("She is known as “the dry pier.”", ["title"]),
        ("She said he was known as “the dry pier.”", ["title"]),
        ("She said the film “the dry pier” ran.", []),
        ("CNN’s “Outlook” ran.", ["title"]),
        ("CNN’s “Outlook!” ran.", ["scare"]),
        ("The crowd was chanting “Pier!”", []),
        ("A link=“Dry Pier” stood there.", ["title"]),
        ("Ada Quill said “Never.”", ["scare"]),
        ("Ada Quill said: “Never.”", []),
        ("“Never,” Ada Quill said.", []),
        ("He said it was “wet!”", []),
        ("The “dry old wet” fog came.", []),
        ("The “dry old wet” pier came.", ["scare"]),
        ("The “dry old wet” which came.", []),
        ("The “dry old wet” quickly came.", []),
        ("The pier’s “wet boat” remark stood.", []),
        ("A voice cried, “The Long Pier!”", []),
        *((f"In the {work}, “The Long Pier,” she sang.", ["title"]) for work in WORKS),
    ],
)
def test_words_that_nobody_spoke(text, reasons):
    assert [one.reason for one in found(text).nonquotes] == reasons


@pytest.mark.parametrize(
    ("text", "doubles"),
    [
        ("“We go.” ‘We stay.’", True),
        ("“We go.” ‘We stay.’ ‘We sit.’", False),
        ("“We go.” ''So.'' ‘We stay.’ ‘We sit.’", True),
        ("‘We go.’", False),
        ("Nobody spoke.", False),
    ],
)
def test_whether_a_paper_quotes_in_double_marks(text, doubles):
    passages = [Passage("headline", "‘A,’ ‘b’ and ‘c’"), Passage("body", text)]
    assert doubles_quote(passages, find_spans(passages)) is doubles


def mention(name, label="", at=0, kind="person"):
    return Mention(0, at, at + len(name), name, label, kind)


def people(*names):
    known = People(ENGLISH)
    for at, name in enumerate(names):
        known.see(mention(name, at=at))
    return known


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Ada Quill", "quill"),
        ("Ada Quill Jr.", "quill"),
        ("Max Odd III", "odd"),
        ("Jr.", "jr"),
        ("Quill", "quill"),
    ],
)
def test_surnames(name, surname):
    assert surname_of(name) == surname


def test_the_words_of_a_role():
    assert role_tokens("former Mayor of the U.S. port’s pier") == {"mayor", "us", "port", "pier"}


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("Ada Quill", "Quill"), 1),
        (("Quill", "Ada Quill"), 1),
        (("Ada", "Ada Quill"), 2),
        (("Ada Quill", "Ada"), 1),
        (("Ada Quill", "A. Quill"), 1),
        (("Ada Quill", "B. Quill"), 2),
        (("Ada Quill", "Max Quill"), 2),
        (("Ada Jo Quill", "Ada J. Quill"), 1),
        (("Ada Jo Quill", "Ada May Quill"), 2),
        (("Ada Jo Quill", "Ada Quill"), 1),
        (("Ada Quill", "Ada Odd"), 2),
    ],
)
def test_which_names_are_one_person(names, count):
    assert len(people(*names).known) == count


def test_a_longer_name_is_kept():
    assert people("Quill", "Ada Quill", "Quill").known[0].name == "Ada Quill"


@pytest.mark.parametrize(("mentions", "other"), [(2, "Max Quill"), (3, None)])
def test_a_surname_is_doubtful_until_one_of_two_outweighs_the_other(mentions, other):
    known = people("Max Quill", *["Ada Quill"] * mentions)
    ada = next(one for one in known.known if one.name == "Ada Quill")
    found = known.namesake(ada)
    assert (found.name if found else None) == other


def test_those_named_last_are_recent_and_no_more_than_a_dozen():
    known = people(*[f"Ada Q{number}x" for number in range(14)])
    assert [one.name for one in known.recent()] == [f"Ada Q{number}x" for number in range(13, 1, -1)]


@pytest.mark.parametrize(
    ("name", "label", "gender"),
    [
        ("Ada Quill", "", "f"),
        ("Max Quill", "", "m"),
        ("Quill", "", ""),
        ("Quill", "Mr.", "m"),
        ("Quill", "Mrs.", "f"),
        ("Ada Quill", "spokesman", "f"),
        ("Zed Quill", "spokesman", "m"),
        ("Max Quill", "spokeswoman", "f"),
        ("Ada", "pilot", ""),
        ("Ada", "", "f"),
    ],
)
def test_what_a_name_tells_of_a_pronoun(name, label, gender):
    assert People(ENGLISH).see(mention(name, label)).gender == gender


@pytest.mark.parametrize(
    ("role", "text", "is_meant"),
    [
        ("harbor pilot", "the pilot", True),
        ("harbor pilot", "the harbor pilot", True),
        ("harbor pilot", "the harbor clerk", False),
        ("harbor pilot", "the river pilot", False),
        ("harbor pilot", "the harbor", False),
        ("chief harbor pilot", "the old harbor pilot", True),
    ],
)
def test_whom_a_role_means(role, text, is_meant):
    known = People(ENGLISH)
    quill = known.see(mention("Ada Quill", role))
    assert known.by_description(text) is (quill if is_meant else None)
