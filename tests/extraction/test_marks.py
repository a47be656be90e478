"""Which runs stand between marks, by what is between which."""

import pytest

from articles.extraction import Passage
from articles.extraction.languages.en import ENGLISH
from articles.extraction.marks import find_spans
from articles.extraction.words import outline


def runs(text, **options):
    return [
        span.text for span in find_spans([Passage("body", part) for part in text.split(" | ")], **options)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “go.”", ["“go.”"]),
        ("He said “go.", ["“go."]),
        ('He said "go."', ['"go."']),
        ('He said "go" and "stay."', ['"go"', '"stay."']),
        ('He said"go"now.', ['"go"']),
        ('A board of 6" by 3" lay there.', []),
        ('At 5"2 he said "go."', ['"go."']),
        ('He left." She came.', []),
        ('He left."She came."', ['"She came."']),
        ('A "— go" sign.', ['"— go"']),
        ("A “ go” sign.", []),
        ("A “ … go” sign.", ["“ … go”"]),
        ("„Wir gehen“ sagte er.", ["„Wir gehen“"]),
        ("»Wir gehen« sagte er.", ["»Wir gehen«"]),
        ("« Nous partons » dit-il.", ["« Nous partons »"]),
        ("”Vi går” sade hon.", ["”Vi går”"]),
        ("x”Vi går” sade hon.", []),
        ("(”Vi går”) sade hon.", ["”Vi går”"]),
        ("“He said “go” to me,” she said.", ["“He said “go” to me,”"]),
        ("“He said “go to me,” she said.", ["“He said “go to me,”"]),
        ("“A “b “c” d” e,” she said.", ["“A “b “c” d” e,”"]),
        ("“A “b” c “d” e,” she said “so.”", ["“A “b” c “d” e,”", "“so.”"]),
        ("He said ‘go’ and 'stay'.", ["‘go’", "'stay'"]),
        ("The pilots’ boat and ’08 and ’tis 'cause.", []),
        ("He said ‘the pilots’ boat’ sank.", ["‘the pilots’ boat’"]),
        ("He said ‘the pilots’ and ‘the boat’.", ["‘the pilots’", "‘the boat’"]),
        ("He said ‘go.", []),
        ("‘We go | ‘and stay,’ he said.", ["‘We go", "‘and stay,’"]),
        ("‘We go | “and stay,” he said.", ["“and stay,”"]),
        ("``Go,'' she said, ``now.''", ["``Go,''", "``now.''"]),
        ("``Go, she said.", []),
        ("''Go,'' she said. “Stay.”", ["“Stay.”"]),
        ("״שלום״ אמר", ["״שלום״"]),
        ('צה"ל אמר "שלום"', ['"שלום"']),
        ("He said “” and “ ” and ‘[we] go’.", ["‘[we] go’"]),
        ("He said ‘12,000 of them’.", ["‘12,000 of them’"]),
        ("He said ‘’08 was wet’.", []),
        ("He said ‘the pilots’ X boat’ sank.", ["‘the pilots’ X boat’"]),
        ("“a", ["“a"]),
        ("It is 'cause of it,' he said.", []),
        ("''Go on. “Stay.”", []),
        ('“He said "go now,” she said.', ['“He said "go now,”']),
        ('“He said "go" now,” she said.', ['“He said "go"']),
    ],
)
def test_runs_between_marks(text, found):
    assert runs(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("— Vamos —dijo Ada—. Volveremos.", ["— Vamos", "Volveremos."]),
        ("— Vamos", ["— Vamos"]),
        ("—— Vamos", []),
        ("—a", []),
        ("Ada — dijo", []),
    ],
)
def test_dashes_open_speech_where_a_language_says_so(text, found):
    assert runs(text, dash_speech=True) == found
    assert runs(text) == []


def test_a_span_tells_how_it_is_set():
    mixed, unclosed = find_spans([Passage("body", '“Go," he said. “Stay')])
    assert (mixed.opening, mixed.closing, mixed.is_mixed, mixed.open_end, mixed.inner) == (
        "“",
        '"',
        True,
        False,
        "Go,",
    )
    assert (unclosed.closing, unclosed.is_mixed, unclosed.open_end, unclosed.inner) == (
        "",
        False,
        True,
        "Stay",
    )
    assert (mixed.passage, mixed.start, mixed.end) == (0, 0, 5)


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("“Go,” she said.", False),
        ('"Go,” she said.', True),
        ('“Go," she said.', True),
        ("„Go“ sagte sie.", False),
        ("„Go” sagte sie.", False),
        ('„Go" sagte sie.', True),
        ("‚Go‘ sagte sie.", False),
        ("‚Go’ sagte sie.", False),
        ("‘Go,’ she said.", False),
        ("‘Go,' she said.", True),
        ("«Go» dit-elle.", False),
    ],
)
def test_which_marks_make_a_pair(text, mixed):
    assert [span.is_mixed for span in find_spans([Passage("body", text)])] == [mixed]


def view_of(text):
    return outline(text, find_spans([Passage("body", text)]), ENGLISH)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada (the pilot) said “go” now.", ["Ada", "said", "now"]),
        ("Ada (the pilot) (of Calder) said.", ["Ada", "said"]),
        ("Ada (unclosed said.", ["Ada", "unclosed", "said"]),
        (f"Ada ({'x' * 46}) said.", ["Ada", "said"]),
        (f"Ada ({'x' * 48}) said.", ["Ada", "x" * 48, "said"]),
        ("Ada\xa0said.", ["Ada", "said"]),
        ("Ada “Bo” Quill said.", ["Ada", "Quill", "said"]),
    ],
)
def test_words_outside_marks_and_asides(text, words):
    assert [word.text for word in view_of(text).words] == words


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("Mr. Odd left. Ada came!", [13, 23]),
        ("J. D. Odd left? Yes.", [15, 20]),
        ("Ada said “go.” Max left.", [14, 24]),
        ("Ada said “go.” and left.", [24]),
        ("Ada said “go.” — Max left.", [26]),
        ("Ada said “go.”“Stay.” Max left.", [21, 31]),
        ("Version 2.5 sank.", [17]),
        ("Ada “Bo.” Quill", [9]),
    ],
)
def test_where_sentences_stop(text, stops):
    assert list(view_of(text).stops) == stops


def test_a_nickname_parts_no_name_and_other_marked_words_do():
    assert view_of("Ada “Bo” Quill").gaps == ("", "")
    assert view_of("Ada “bo” Quill").gaps == ("", "\ufffc" * 4)
    assert view_of("ada “Bo” Quill").gaps == ("", "\ufffc" * 4)
    assert view_of("Ada “Bo” quill").gaps == ("", "\ufffc" * 4)
    assert view_of("Ada, “Bo” Quill").gaps == ("", ", " + "\ufffc" * 4)


def test_an_outline_places_every_word():
    view = view_of("Ada said “go” softly.")
    assert view.starts == (0, 4, 14) and view.ends == (3, 8, 20)
    assert view.text == "Ada said \ufffc\ufffc\ufffc\ufffc softly." and view.cues == (1,)
    assert view.openings == {0}
