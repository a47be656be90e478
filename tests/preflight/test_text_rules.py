"""The rules about the text as such: each with texts in which it finds something, what it says, and its neighbors."""

import dataclasses
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.preflight import ArticleView, ImageView, LinkView, LiveText, Twin, check
from articles.text.edits import edit_text
from tests.preflight.views import NOW, TUESDAY, article, only, quotation

LONG = "The pier stays open this winter and nobody will be asked to pay more for it."
LINKED = (LinkView(0, 8, "https://courier.example/"),)

# rule: views in which it finds exactly one thing; views in which it finds nothing
CASES: dict[str, tuple[list[ArticleView], list[ArticleView]]] = {
    "marks-unmatched": (
        [
            article("“We sail, she said.\n\nThe pier stays."),
            article("She said we sail.” The pier stays."),
            article(headline="Pilot: “We sail"),
            article("„Wir fahren, sagte sie.", language="de"),
        ],
        [
            article("“We sail,” she said."),
            article("“We sail,\n\n“and we come back,” she said."),
            article('A 6" pipe and the "north" pier.'),
            article('מנכ"ל הנמל אמר: "אנחנו מפליגים".', language="he"),
            article("Don’t call the ’90s old."),
        ],
    ),
    "marks-mixed": (
        [
            article('“We sail," she said.'),
            article('"We sail,” she said.'),
            article(dek="It was ‘done' then."),
        ],
        [
            article("“We sail,” she said."),
            article('"We sail," she said.'),
            article("„Wir fahren“, sagte sie.", language="de"),
        ],
    ),
    "headline-long": ([article(headline="x" * 111)], [article(headline="x" * 110)]),
    "dek-long": ([article(dek="x" * 201)], [article(dek="x" * 200)]),
    "acronym-undefined": (
        [
            article(headline="PAC votes on the pier"),
            article("The authority met.", dek="The CHPA wants more."),
        ],
        [
            article(headline="EU votes on the pier"),
            article("The Port Authority of Calder met.", headline="PAC votes on the pier"),
            article("The authority (PAC) met.", headline="PAC votes on the pier"),
            article(headline="PIER STAYS OPEN"),
            article(headline="Crane IV stands"),
            article(headline="הרציף נשאר", language="he"),
        ],
    ),
    "date-without-dateline": (
        [
            article("The council met on Tuesday."),
            article("The council met yesterday."),
            article("Der Rat tagte am Dienstag.", language="de"),
            article("Le conseil s’est réuni hier.", language="fr"),
            article("El consejo se reunió ayer.", language="es"),
        ],
        [
            article("The council met on Tuesday.", dateline_date=TUESDAY),
            article("The council meets on Tuesdays."),
            article("The council met on Tuesday 13 October 2026."),
            article("“We met on Tuesday,” she said."),
            article("המועצה התכנסה אתמול.", language="he"),
        ],
    ),
    "date-resolved": (
        [article("The council met on Tuesday and on Tuesday only.", dateline_date=TUESDAY)],
        [article("The council met.", dateline_date=TUESDAY), article("It met on Tuesday.")],
    ),
    "weekday-wrong": (
        [
            article("The council met on Monday, 13 October 2026."),
            article("The council met on Monday, October 13, 2026."),
            article("The council met on Monday, Oct. 13.", dateline_date=TUESDAY),
            article("The council met on Monday the 13th of October.", dateline_date=TUESDAY),
            article("Der Rat tagte am Montag, dem 13. Oktober 2026.", language="de"),
            article("Le conseil s’est réuni lundi 13 octobre 2026.", language="fr"),
            article("El consejo se reunió el lunes 13 de octubre de 2026.", language="es"),
        ],
        [
            article("The council met on Tuesday, 13 October 2026."),
            article("The council met on Monday, 13 October."),  # of which year?
            article("The council met on Monday, 13 October last year.", dateline_date=TUESDAY),
            article("The council met on Monday 31 June 2026."),  # no such day
            article("Le conseil s’est réuni mardi 13 octobre 2026.", language="fr"),
        ],
    ),
    "paragraph-twice": (
        [article(f"{LONG}\n\nAnother thing.\n\n{LONG.upper()}")],
        [article("The pier stays.\n\nThe pier stays."), article(f"{LONG}\n\n{LONG} Again.")],
    ),
    "outlet-without-link": (
        [
            article("The pilot told the Calder Courier that it sails. She told the Calder Courier so."),
            article("It sails, according to Reuters."),
        ],
        [
            article("The pilot told the Calder Courier that it sails.", links=LINKED),
            article("The pilot told the Ledger that it sails.", own_names=frozenset({"Ledger"})),
            article("The pilot told the council that times are hard."),
            article("“I told the Calder Courier,” she said."),
            article("Der Pilot fährt wieder.", language="de"),
        ],
    ),
    "image-alt": (
        [article(image=ImageView("", "Bo")), article(image=ImageView("IMG_2041.JPG", "Bo"))],
        [article(image=ImageView("", "Bo", is_decorative=True)), article(image=ImageView("A pier", "Bo"))],
    ),
    "image-credit": ([article(image=ImageView("A pier", " "))], [article(image=ImageView("A pier", "Bo"))]),
    "image-embargo": (
        [article(image=ImageView("A pier", "Bo", embargo_until=NOW + datetime.timedelta(seconds=1)))],
        [article(image=ImageView("A pier", "Bo", embargo_until=NOW))],
    ),
    "link-unpublished": (
        [article(links=(LinkView(0, 8, "/articles/abc/", is_own=True, is_public=False),))],
        [article(links=(LinkView(0, 8, "/articles/abc/", is_own=True),)), article(links=LINKED)],
    ),
    "near-duplicate": ([article(twins=(Twin("abc", "Pier shut", 0.84),))], [article()]),
    "number-changed": (
        [
            article("It cost 12 crowns.", live=LiveText("Pier", "", "It cost 21 crowns.")),
            article("It took ten days.", live=LiveText("Pier", "", "It took twelve days.")),
            article("It took ten days.", live=LiveText("Pier", "", "It took a week.")),
        ],
        [
            article("One of them often sails.", live=LiveText("Pier", "", "Each of them sails.")),
            article("Ten sailed.", live=LiveText("Pier", "", "Those that sailed were ten.")),
            article("It cost 12 crowns.", live=LiveText("Pier", "", "It cost just 12 crowns.")),
            article("It cost 12 crowns."),
        ],
    ),
    "quotation-changed": (
        [article("“We sail,” she said.", kind="minor", live=LiveText("Pier", "", "“We sailed,” she said."))],
        [
            article("“We sail,” she said.", live=LiveText("Pier", "", "“We sailed,” she said.")),
            article(
                "“We sail,” she said.", kind="minor", live=LiveText("Pier", "", '"We sail," she then said.')
            ),
        ],
    ),
    "name-changed": (
        [article("The pilot, Ada Quill.", kind="minor", live=LiveText("Pier", "", "The pilot, Eda Quill."))],
        [article("Then it sailed.", kind="minor", live=LiveText("Pier", "", "It sailed."))],
    ),
}
_FULL = "The harbor pilot, Ada Quill, spoke. “We sail today,” Quill said."
_BARE = "Quill, the harbor pilot, spoke. “We sail today,” Ada Quill said."
_ALONE = "Ada Quill spoke on the quay. “We sail today,” Quill said."
_SHIP = "The Quill Star left. Ada Quill, the harbor pilot, spoke. “We sail today,” Quill said."


def _quoting(body: str, **values) -> ArticleView:
    language = values.pop("language", "en")
    return article(body, quotation(body, "We sail today,", **values), language=language)


CASES["name-incomplete"] = (
    [_quoting(_BARE)],
    [
        _quoting(_FULL),
        _quoting(_SHIP),
        _quoting(_BARE, language="ru"),
        _quoting(_BARE, is_named_person=False),
        _quoting(_BARE, speaker="Quill", speaker_names=frozenset({"Quill"})),
        _quoting("“We sail today,” said the pilot."),
    ],
)
CASES["name-without-role"] = (
    [_quoting(_ALONE, speaker_label="Harbor pilot")],
    [
        _quoting(_FULL, speaker_label="Harbor pilot"),
        _quoting(_ALONE, speaker_label=""),
        _quoting(
            _ALONE.replace("Quill spoke", "Quill, who knows ships, spoke"), speaker_label="Harbor pilot"
        ),
    ],
)
CASES["quote-background-named"] = (
    [_quoting(_FULL, terms="background", proposed_speaker="Ada Quill", proposed_kind="person")],
    [
        _quoting(_FULL, terms="background", proposed_speaker="Port office", proposed_kind="organization"),
        _quoting(_FULL, terms="on_record", proposed_speaker="Ada Quill", proposed_kind="person"),
    ],
)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_finds_its_cases_and_not_their_neighbors(rule):
    finds, passes = CASES[rule]
    for view in finds:
        assert len(only(rule, view)) == 1, view
    for view in passes:
        assert only(rule, view) == [], view


FIXES = {
    'change " to ”': ("marks-mixed", article('“We sail," she said.'), "“We sail,” she said."),
    'change the opening "': ("marks-mixed", article('"We sail,” she said.'), "“We sail,” she said."),
    "the right weekday": (
        "weekday-wrong",
        article("It met on Monday, 13 October 2026."),
        "It met on Tuesday, 13 October 2026.",
    ),
    "the second paragraph goes": ("paragraph-twice", article(f"{LONG}\n\n{LONG}"), f"{LONG}\n\n"),
    "the whole name": ("name-incomplete", _quoting(_BARE), f"Ada {_BARE}"),
    "the words of the record": (
        "quote-differs-from-record",
        _quoting(_FULL, record="We will sail today, at noon."),
        _FULL.replace("We sail today,", "We will sail today,"),
    ),
    "the words of the evidence": (
        "quote-drift",
        _quoting(_FULL, verbatim="Yes. We shall sail today if we may.", status="verified"),
        _FULL.replace("We sail", "We shall sail"),
    ),
}


@pytest.mark.parametrize("name", FIXES)
def test_a_fix_mends_what_was_found(name):
    rule, view, mended = FIXES[name]
    (finding,) = only(rule, view)
    assert finding.fix.place == "body" and finding.fix.label
    assert edit_text(view.body, finding.fix.edits) == mended
    assert only(rule, dataclasses.replace(view, body=mended, uses=())) == []


def test_a_wrong_weekday_in_somebodys_words_is_told_and_not_changed():
    (finding,) = only("weekday-wrong", article("“On Monday, 13 October 2026, we met,” she said."))
    assert finding.fix is None


def test_days_are_told_with_what_they_mean():
    (finding,) = only(
        "date-resolved", article("It met on Tuesday and again on Sunday.", dateline_date=TUESDAY)
    )
    assert finding.message == "Tuesday: Tuesday 13 October 2026; Sunday: Sunday 11 October 2026"


def test_a_changed_quotation_is_told_by_the_words_that_differ():
    live = LiveText("Pier", "", "“I have been asked whether I will now have a car of my own,” she said.")
    changed = article(
        "“I have been asked whether I would now have a car of my own,” she said.", kind="minor", live=live
    )
    (finding,) = [one for one in check(changed) if one.rule == "quotation-changed"]
    assert "… whether I will now have … → … whether I would now have …" in finding.message
    (dropped,) = [
        one for one in check(article("Gone.", kind="minor", live=live)) if one.rule == "quotation-changed"
    ]
    assert "I have been asked" in dropped.message and "→ –" in dropped.message


def test_a_changed_number_blocks_a_minor_update_only():
    live = LiveText("Pier", "", "It cost 21 crowns.")
    severities = [
        only("number-changed", article("It cost 12 crowns.", live=live, kind=kind))[0].severity
        for kind in ("minor", "publish")
    ]
    assert severities == ["blocker", "info"]


def test_what_is_found_is_where_it_says():
    view = article("The council met on Monday, 13 October 2026. “We sail, she said.")
    for finding in check(view):
        if finding.words:
            assert view.text_of(finding.place)[finding.start : finding.end] == finding.words


TEXTS = st.text("ab QZ“”\"'«»„״’‘.,\n1א:Tuesday", max_size=120)


@given(TEXTS, TEXTS, st.sampled_from(["en", "de", "he", "ar", "xx", "pt-BR", ""]))
def test_any_text_has_an_answer(headline, body, language):
    view = article(body, headline=headline, dek=body[:40], language=language)
    for finding in check(view):
        assert 0 <= finding.start <= finding.end <= max(len(body), len(headline))
        if finding.fix:
            edit_text(view.text_of(finding.fix.place), finding.fix.edits)
