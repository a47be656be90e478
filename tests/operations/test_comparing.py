import pytest

from articles.operations.comparing import Change, Stretch, compare
from articles.operations.quotes import scan_article
from tests.factories import make_article, make_author, make_quoted_article, make_section, make_user

pytestmark = pytest.mark.django_db


def shown(change: Change) -> str:
    marks = {"same": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}
    return "".join(marks[run.op].format(run.text) for run in change.runs)


def changed(article, **values):
    old = article.snapshot()
    for name, value in values.items():
        setattr(article, name, value)
    article.save_working_copy(by=None)
    return compare(old, article.snapshot())


def test_nothing_differs_from_itself():
    snapshot = make_quoted_article().snapshot()
    comparison = compare(snapshot, snapshot)
    assert comparison.number == 0 and comparison.body == (Stretch(1, 2),)


def test_headline_dek_and_body_differ_word_by_word_and_the_rest_is_folded():
    article = make_article(
        headline="Pilot asks council", body="<p>One.</p><p>Two.</p><p>It sails on Monday.</p>"
    )
    comparison = changed(
        article,
        headline="Pilot tells council",
        dek="",
        body="<p>One.</p><p>Two.</p><p>It sails in May.</p><p>New.</p>",
    )
    assert shown(comparison.headline) == "Pilot [-asks-]{+tells+} council"
    assert shown(comparison.dek) == "[-The company found a new pilot.-]"
    first, second, third = comparison.body
    assert first == Stretch(1, 2)
    assert shown(second) == "It sails [-on Monday-]{+in May+}." and second.number == 3
    assert shown(third) == "{+New.+}" and third.number == 4
    assert comparison.number == 4


def test_a_link_or_bold_words_are_a_change_of_markup():
    article = make_article(body="<p>One two.</p>")
    (change,) = changed(article, body="<p>One <strong>two</strong>.</p>").body
    assert change.is_markup and shown(change) == "One two."


def test_bylines_and_details_are_compared_in_words():
    article = make_article()
    old = article.snapshot()
    article.bylines.create(author=make_author("Cy Keel"), role="video", order=1)
    article.section = make_section("Islands")
    article.save_working_copy(by=None)
    comparison = compare(old, article.snapshot())
    assert [shown(line) for line in comparison.bylines] == ["Bo Lantern, Reporting", "{+Cy Keel, Video+}"]
    assert [(name, shown(line)) for name, line in comparison.details] == [
        ("section", "[-Harbor-]{+Islands+}")
    ]


def test_quotations_that_went_came_or_got_a_speaker_are_listed():
    article = make_quoted_article()
    old = article.snapshot()
    article.body = article.body.replace("“Now we sail.”", "“Then we row.”") + "<p>“Never,” said Cy Keel.</p>"
    scan_article(article, by=make_user())
    quotes = compare(old, article.snapshot()).quotes
    assert any(one.old is None and one.new["state"] == "proposed" for one in quotes)
    assert any(one.old and one.old["speaker"] == "Ada Quill" for one in quotes)


def test_a_snapshot_of_an_older_release_compares():
    snapshot = make_quoted_article().snapshot()
    old = {
        **snapshot,
        "quote_uses": [
            {k: v for k, v in use.items() if "speaker" not in k and "status" not in k}
            for use in snapshot["quote_uses"]
        ],
    }
    old.pop("related")
    assert compare(old, snapshot).number == 0
