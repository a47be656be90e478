import datetime

import pytest
from django.core.exceptions import ValidationError

from articles.models import Edition
from articles.operations.history import edition_diff, pending, restore_edition, suggest_correction
from articles.operations.quotes import scan_article
from tests.factories import approve, make_article, make_quoted_article, publish

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=2)


def shown(change) -> str:
    return "".join(run.text if run.op == "same" else f"[{run.op} {run.text}]" for run in change.runs)


def changed(article, old, new):
    article.body = article.body.replace(old, new)
    article.save_working_copy(by=None)
    scan_article(article, by=None)
    return article


def test_an_edition_shows_what_was_taken_out_and_put_in():
    article = make_article()
    first = publish(article, NOW)
    changed(article, "on Monday", "on Tuesday")
    second = publish(article, LATER)
    diff = edition_diff(first, second)
    assert [shown(change) for change in diff.changes] == [
        "The ferry will sail again on [del Monday][ins Tuesday]."
    ]
    assert edition_diff(None, first).changes == []


def test_pending_changes_are_those_between_readers_and_working_copy():
    article = make_article()
    assert pending(article) is None
    publish(article, NOW)
    assert pending(article)[1].changes == []
    changed(article, "a pilot", "two pilots")
    live, diff = pending(article)
    assert live.number == 1 and shown(diff.changes[0]).endswith("[del a pilot][ins two pilots].")


def test_a_correction_is_suggested_by_the_sentence_that_changed():
    article = make_article(body="<p>The ferry is red. It sails on Monday. All are glad.</p>")
    publish(article, NOW)
    assert suggest_correction(article).wrong == ""
    changed(article, "on Monday", "on Tuesday")
    found = suggest_correction(article)
    assert (found.wrong, found.right, found.quote) == ("It sails on Monday.", "It sails on Tuesday.", None)
    assert found.wrong in found.note and found.right in found.note


def test_a_changed_quotation_is_recognized_and_named():
    article = make_quoted_article()
    quote = article.quote_uses.first().quote
    publish(article, NOW)
    changed(article, "We have waited long enough", "We have waited far too long")
    found = suggest_correction(article)
    assert found.quote == quote
    assert "long enough" in found.wrong and "far too long" in found.right
    assert "misquoted Ada Quill" in found.note
    assert "Now we sail,” not “We have" in found.note and found.note.endswith("Now we sail.”")


def test_a_former_edition_comes_back_as_the_working_copy():
    article = make_quoted_article()
    publish(article, NOW)
    changed(article, "“We have waited long enough,”", "")
    article.quote_uses.filter(is_lost=True).delete()
    article.dek = "Another dek."
    article.save_working_copy(by=None)
    second = publish(article, LATER)
    restored, missing = restore_edition(article.editions.get(number=1), by=None)
    assert (restored.dek, missing) == ("The company found a new pilot.", [])
    assert not restored.quote_uses.open().exists()
    assert (restored.stage, restored.public_status) == ("draft", "live")
    assert Edition.objects.live().get() == second
    approve(restored)
    assert restored.publish(by=None, at=LATER).headline == restored.headline


def test_an_edition_without_a_revision_says_what_to_do_instead():
    article = make_article()
    publish(article, NOW)
    Edition.objects.update(revision=None)
    with pytest.raises(ValidationError, match="copy its text"):
        restore_edition(article.editions.get(), by=None)
