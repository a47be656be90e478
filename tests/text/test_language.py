import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.language import guess_language

TEXTS = {
    "en": "The ferry will sail again on Monday, and the company said that it was ready.",
    "de": "Die Fähre fährt am Montag wieder, und das Unternehmen ist nach den Worten der Sprecherin bereit.",
    "fr": "Le bac repart lundi et la compagnie est prête, selon une porte-parole qui ne cache pas sa joie.",
    "es": "El transbordador zarpa el lunes y la compañía no oculta que está lista para la temporada.",
    "he": "המעבורת תפליג שוב ביום שני, אמרה החברה.",
    "ar": "ستبحر العبارة مرة أخرى يوم الاثنين.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_each_language_is_known_by_its_script_or_its_small_words(code):
    assert guess_language(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "Ferry", "12 30 !", "OK OK"])
def test_what_cannot_be_told_is_the_fallback(text):
    assert guess_language(text) == "en"
    assert guess_language(text, "nl") == "nl"


@given(st.text())
def test_any_text_gets_a_code(text):
    assert 2 <= len(guess_language(text)) <= 3
