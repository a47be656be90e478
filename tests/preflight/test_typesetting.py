import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.preflight.typesetting import typeset, typographic_edits

N, F = "\u00a0", "\u202f"
CASES = {  # language, before, after
    "straight marks": ("en", '"We sail," she said.', "“We sail,” she said."),
    "in brackets": ("en", 'The pilot ("Ada") and the "crane".', "The pilot (“Ada”) and the “crane”."),
    "mixed marks": ("en", '“We sail," she said. "We sail,” he said.', "“We sail,” she said. “We sail,” he said."),
    "a mark that faces the wrong way": ("en", "“We sail,“ she said.", "“We sail,” she said."),
    "nested marks": ("en", '"He said "no" to me," she said.', "“He said ‘no’ to me,” she said."),
    "nested marks of one shape": ("en", "“He said “no” to me,” she said.", "“He said ‘no’ to me,” she said."),
    "single marks": ("en", "Pilot: 'We sail' again", "Pilot: ‘We sail’ again"),
    "apostrophes": ("en", "Don't call the '90s old: the pilots' union isn't.", "Don’t call the ’90s old: the pilots’ union isn’t."),
    "inches and feet stay": ("en", "A 6\" pipe, 5' long.", "A 6\" pipe, 5' long."),
    "two spaces": ("en", "We sail.  Now  and then.", "We sail. Now and then."),
    "three dots": ("en", "We sail ... or . . . not", "We sail … or … not"),
    "four dots stay": ("en", "We sail....", "We sail...."),
    "hyphen as dash": ("en", "We sail - now -- and then.", "We sail – now – and then."),
    "the dash that the text has": ("en", "We—all of us—sail - now.", "We—all of us—sail — now."),
    "two hyphens": ("en", "We sail--now.", "We sail—now."),
    "years": ("en", "From 1994-2006 and 1998-99, not 555-1234.", "From 1994–2006 and 1998–99, not 555-1234."),
    "hyphens stay": ("en", "A well-kept pier.", "A well-kept pier."),
    "German": ("de", '"Er sagte "nein" zu mir", sagte sie.', "„Er sagte ‚nein‘ zu mir“, sagte sie."),
    "German as books have it": ("de", '»Ja«, sagte sie. "Nein", sagte er.', "»Ja«, sagte sie. »Nein«, sagte er."),
    "German abbreviations": ("de", "So z. B. heute.", f"So z.{N}B. heute."),
    "French": ("fr", '"Nous partons", dit-elle : oui !', f"«{N}Nous partons{N}», dit-elle{N}: oui{F}!"),
    "French spaces inside": ("fr", "« Nous partons », dit-elle.", f"«{N}Nous partons{N}», dit-elle."),
    "Spanish": ("es", 'Dijo "no" y se fue.', "Dijo «no» y se fue."),
    "Spanish as the text has it": ("es", 'Dijo “sí” y "no".', "Dijo “sí” y “no”."),
    "Swedish": ("sv", 'Hon sade "ja" i dag.', "Hon sade ”ja” i dag."),
    "Arabic": ("ar", 'قال "نعم" ثم مضى.', "قال «نعم» ثم مضى."),
    "Hebrew keeps its marks": ("he", 'מנכ"ל הנמל אמר  "כן"...', 'מנכ"ל הנמל אמר "כן"…'),
    "a language nobody wrote down": ("xx", '"Yes"  and...', '"Yes" and…'),
    "a quotation over paragraphs": ("en", '"We sail.\n\n"And we come back," she said.', '"We sail.\n\n“And we come back,” she said.'),
    "an open mark inside stays": ("en", "“We sail, she said. “No,” he said.", "“We sail, she said. “No,” he said."),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_typography_is_set_right(name):
    language, before, after = CASES[name]
    assert typeset(before, language) == after
    assert typographic_edits(after, language) == []


LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "sv", "ar", "he", "xx"])


@given(st.text("abZ1 \n.,!?:;-–—\"'“”‘’„«»…א", max_size=80), LANGUAGES)
def test_no_word_is_changed_and_edits_never_cross_a_paragraph(text, language):
    after = typeset(text, language)
    assert re.findall(r"\w+", after) == re.findall(r"\w+", text)
    assert after.count("\n\n") == text.count("\n\n")
