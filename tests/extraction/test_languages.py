"""Marks and speakers beyond English, and the words of each language."""

import dataclasses
from pathlib import Path

import pytest

from articles.extraction import Passage, extract
from articles.extraction.languages import LANGUAGES, language_of
from articles.extraction.languages.base import Language

SENTENCES = [
    ("de", "„Wir gehen“, sagte Ada Quill.", ["„Wir gehen“"], "Ada Quill"),
    ("de", "»Wir gehen«, sagte der Sprecher.", ["»Wir gehen«"], "Sprecher"),
    ("de", "Ada Quill leitet den Hafen. „Ein Skandal“, sagte sie.", ["„Ein Skandal“"], "Ada Quill"),
    ("de", "Bürgermeister Tomas Brandt nannte den Plan „ein Boot ohne Kiel“.", None, "Tomas Brandt"),
    ("de", "Der Pegel sei „ein Irrtum“, so Edda Marlow.", ["„ein Irrtum“"], "Edda Marlow"),
    ("fr", "« Nous partons », a déclaré Ada Quill.", ["« Nous partons »"], "Ada Quill"),
    ("fr", "Ada Quill dirige le port. « C’est trop », dit-elle.", ["« C’est trop »"], "Ada Quill"),
    ("fr", "Selon le ministre, le plan est « une barque sans quille ».", None, "ministre"),
    ("es", "«Nos vamos», dijo el alcalde.", ["«Nos vamos»"], "alcalde"),
    ("es", "—Nos vamos —dijo Ada Quill—. Volveremos.", ["—Nos vamos", "Volveremos."], "Ada Quill"),
    ("es", "Según Edda Marlow, el muelle es “una vergüenza”.", ["“una vergüenza”"], "Edda Marlow"),
    ("en", "‘The drivers’ union knows,’ said Ada Quill.", ["‘The drivers’ union knows,’"], "Ada Quill"),
    ("en-GB", "In the summer of ’08 ‘we danced,’ said Ada Quill.", ["‘we danced,’"], "Ada Quill"),
    ("en", "``We go,'' said Ada Quill.", ["``We go,''"], "Ada Quill"),
    ("he", '"אנחנו הולכים עם צה"ל", אמר.', ['"אנחנו הולכים עם צה"ל"'], None),
    ("he", "”אנחנו הולכים”, אמר.", ["”אנחנו הולכים”"], None),
    ("ar", "«نحن ذاهبون»، قال الوزير.", ["«نحن ذاهبون»"], None),
]


@pytest.mark.parametrize(("code", "text", "spans", "speaker"), SENTENCES)
def test_marks_and_speakers(code, text, spans, speaker):
    found = extract([Passage("body", text)], code)
    segments = [segment.text for quote in found.quotes for segment in quote.segments]
    assert segments == spans if spans else len(segments) == 1
    if speaker:
        assert {quote.speaker.name for quote in found.quotes if quote.speaker} == {speaker}


def test_a_dash_opens_no_speech_where_the_language_does_not_write_so():
    assert not extract([Passage("body", "— We go, said Ada Quill.")], "en").quotes


def test_a_language_without_words_of_its_own_is_read_as_english():
    assert language_of("xx") is LANGUAGES["en"] and language_of("de-AT") is LANGUAGES["de"]


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_tables_are_casefolded(language):
    for words in (language.cues, language.roles, language.female, language.male, language.not_names):
        assert all(word == word.casefold() for word in words)


def test_the_paper_tells_whoever_adds_a_language_of_every_field():
    paper = (Path(__file__).parents[2] / "docs" / "adding.md").read_text(encoding="utf-8")
    assert not [field.name for field in dataclasses.fields(Language) if f"`{field.name}`" not in paper]
