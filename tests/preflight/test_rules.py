"""Each rule with what it finds and with the neighbor that it lets pass."""

import datetime

import pytest

from articles.preflight import ArticleView, OtherWording, UseView, check

NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
SAID = "We have not decided to close the pier this winter."
BODY = {"place": "body", "state": "confirmed", "quote": 1, "speaker": "Ada Quill", "may_be_public": True}


def use(key: int = 1, words: str = SAID, **values) -> UseView:
    values = {**BODY, "record": words, "speaker_names": frozenset({"Ada Quill"}), **values}
    return UseView(key=key, words=words, **values)


def shown(words: str, place: str = "headline", **values) -> UseView:
    return use(9, words, place=place, quote=2, **values)


def rules(*uses: UseView, **values) -> dict[str, str]:
    view = ArticleView(
        at=NOW, **{"headline": "Pier", "body": "The pier stays.", "uses": tuple(uses), **values}
    )
    return {finding.rule: finding.severity for finding in check(view)}


CASES = {
    # rule: (what it finds, severity, what it lets pass)
    "source-unapproved": (use(may_stay_unnamed=False), "blocker", use(may_stay_unnamed=True)),
    "source-unexplained": (use(says_why_unnamed=False), "blocker", use(says_why_unnamed=True)),
    "quote-open": (use(state="proposed"), "blocker", use(state="not_a_quote")),
    "quote-lost": (use(is_lost=True), "blocker", use(is_lost=True, state="not_a_quote")),
    "quote-speaker": (use(speaker=""), "blocker", use()),
    "quote-terms": (
        use(may_be_public=False, terms_label="off the record"),
        "blocker",
        use(terms="background", terms_label="background"),
    ),
    "quote-retracted": (use(status="retracted"), "blocker", use(status="checked")),
    "quote-disputed": (use(status="disputed"), "warning", use(status="checked")),
    "quote-translator": (
        use(is_translated=True),
        "warning",
        use(is_translated=True, translator="Bo Lantern"),
    ),
    "quote-drift": (
        use(words="We have decided to close the pier this winter.", verbatim=SAID, status="verified"),
        "blocker",
        use(words="We have not decided to close the pier", verbatim=SAID, status="verified"),
    ),
    "negation-lost": (
        use(words="We have … decided to close the pier", verbatim=SAID, status="verified"),
        "blocker",
        use(words="We have not … close the pier", verbatim=SAID, status="verified"),
    ),
    "many-insertions": (
        use(words="[The old northern pier] stays shut", verbatim="It stays shut", status="verified"),
        "warning",
        use(
            words="[It] stays shut until the very end of March",
            verbatim="That stays shut until the very end of March",
        ),
    ),
    "quote-edited-after-verification": (
        use(was_edited_after_verification=True, verbatim=SAID, status="unverified"),
        "warning",
        use(verbatim=SAID, status="unverified"),
    ),
    "quote-differs-from-record": (
        use(words="We will close the pier.", record=SAID),
        "warning",
        use(words="not decided to close", record=SAID),
    ),
    "quote-other-wording": (
        use(other_wordings=(OtherWording("We never decided to close the pier.", "Winter"),)),
        "warning",
        use(other_wordings=()),
    ),
}


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_finds_its_case_and_not_the_neighbor(rule):
    case, severity, neighbor = CASES[rule]
    assert rules(case).get(rule) == severity
    assert rule not in rules(neighbor)


def test_drift_from_evidence_that_nobody_has_verified_is_only_a_warning():
    case = use(words="We have decided to close the pier this winter.", verbatim=SAID, status="unverified")
    assert rules(case)["quote-drift"] == "warning"


DISPLAY = {
    "display-quote-not-in-text": ("to close the harbor", "blocker", "to close the pier"),
    "display-quote-insertion": ("the northern pier", "warning", "close the pier"),
}


@pytest.mark.parametrize("rule", DISPLAY)
@pytest.mark.parametrize("place", ["headline", "dek"])
def test_quotations_in_headline_and_dek(rule, place):
    bad, severity, good = DISPLAY[rule]
    bodies = {
        "display-quote-not-in-text": use(),
        "display-quote-insertion": use(
            words="We have not decided to close the [northern] pier.", insertions=("[northern]",)
        ),
    }
    assert rules(bodies[rule], shown(bad, place)).get(rule) == severity
    good = good if rule == "display-quote-not-in-text" else "have not decided"
    assert rule not in rules(bodies[rule], shown(good, place))


def test_an_insertion_is_found_though_its_words_occur_elsewhere():
    inserting = use(words="and to close the pier [for good].", insertions=("[for good]",))
    other = use(words="It was built for us, and it is good.")
    found = rules(inserting, other, shown("close the pier for good,"))
    assert found == {"display-quote-insertion": "warning"}
    said = use(words="We close the pier for good.")
    assert rules(inserting, said, shown("close the pier for good,")) == {}


def test_an_ellipsis_in_the_headline_may_shorten_the_quotation():
    assert "display-quote-not-in-text" not in rules(use(), shown("not decided … this winter"))


def test_a_scare_quote_in_the_headline_is_nobodys():
    assert rules(use(), shown("magic", state="not_a_quote")) == {}


def test_the_headline_names_who_said_it():
    wrong = shown("to close the pier", proposed_speaker="Bo Lantern")
    assert rules(use(), wrong) == {"display-quote-speaker": "warning"}
    assert rules(use(), shown("to close the pier", proposed_speaker="Quill")) == {}


STRUCTURE = {
    "headline-missing": {"headline": "  "},
    "text-missing": {"body": ""},
    "section-missing": {"has_section": False},
    "byline-missing": {"has_byline": False},
    "spiked": {"is_spiked": True},
    "withdrawn": {"was_withdrawn": True},
    "embargo": {"embargo_until": NOW + datetime.timedelta(seconds=1)},
}


@pytest.mark.parametrize("rule", STRUCTURE)
def test_what_an_article_needs(rule):
    assert rules(**STRUCTURE[rule]) == {rule: "blocker"}
    assert rules() == {}


def test_an_embargo_ends_at_its_very_moment():
    assert rules(embargo_until=NOW) == {}
    later = NOW + datetime.timedelta(seconds=1)
    assert rules(use(occasion="Report", embargo_until=later)) == {"occasion-embargo": "blocker"}
    assert rules(use(occasion="Report", embargo_until=NOW)) == {}


def test_the_gravest_come_first_and_each_message_once():
    view = ArticleView(
        at=NOW,
        headline="Pier",
        body="",
        uses=(use(status="disputed"), use(2, status="disputed"), use(3, state="proposed")),
    )
    assert [finding.severity for finding in check(view)] == ["blocker", "blocker", "warning"]
