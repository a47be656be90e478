"""What follows when a record changes: verification falls, readers see it, every article gets a task."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import EditionQuote, Event, QuoteLink, Task
from articles.operations.quote_links import agree_to_link, link_quotes
from articles.operations.quote_status import dispute_quote, retract_quote, save_record
from articles.operations.quotes import scan_article
from articles.operations.tasks import finish_task, report_quote
from articles.operations.verification import verify
from tests.factories import make_article, make_quote, make_quoted_article, make_use, make_user, publish

pytestmark = pytest.mark.django_db
WORDS = "We have waited long enough, Now we sail."


@pytest.fixture
def article():
    return make_quoted_article()


@pytest.fixture
def quote(article):
    return article.quote_uses.first().quote


def rows(client, quote):
    return client.get(f"/api/v1/quotes/{quote.short_id}/").json()


def test_verified_words_that_change_are_unverified_and_say_so(article, quote):
    verify(quote, by=make_user(), verbatim=WORDS)
    quote.text = "We have waited far too long, Now we sail."
    save_record(quote, by=make_user())
    quote.refresh_from_db()
    assert quote.status == "unverified" and quote.verified_by and quote.was_edited_after_verification
    assert "quote-edited-after-verification" in [finding.rule for finding in article.preflight()]
    verify(quote, by=make_user(), verbatim="We have waited far too long, Now we sail.")
    assert not quote.was_edited_after_verification


def test_evidence_that_changes_unverifies_too(quote):
    verify(quote, by=make_user(), verbatim=WORDS)
    quote.verbatim = "Something else"
    assert save_record(quote, by=make_user()).status == "unverified"


def test_nobody_is_verified_by_setting_a_field(quote):
    quote.status, quote.verbatim = "verified", WORDS
    with pytest.raises(ValidationError, match="compared"):
        save_record(quote, by=make_user())


def test_retraction_raises_a_task_on_every_article_live_or_in_work(client, article, quote):
    publish(article)
    draft = make_article(body="<p>“Now we sail.”</p>")
    make_use(draft, "“Now we sail.”", quote)
    retract_quote(quote, by=make_user(), notice="The recording has another voice.")
    assert {task.article for task in Task.objects.open()} == {article, draft}
    assert "quote-retracted" in [finding.rule for finding in draft.preflight()]
    body = rows(client, quote)
    assert (body["status"], body["notice"]) == ("retracted", "The recording has another voice.")
    retract_quote(quote, by=make_user(), notice="The recording has another voice, we now know.")
    assert Task.objects.count() == 2


def test_a_retraction_says_why(quote):
    with pytest.raises(ValidationError, match="Tell readers"):
        retract_quote(quote, by=make_user(), notice=" ")
    with pytest.raises(ValidationError, match="Tell readers"):
        dispute_quote(quote, by=make_user(), notice="")


def test_readers_see_a_dispute_at_once_and_the_edition_stays(client, article, quote):
    edition = publish(article)
    page = client.get(quote.get_absolute_url()).content.decode()
    assert "Disputed" not in page
    dispute_quote(quote, by=make_user(), notice="The company says it was never said.")
    page = client.get(quote.get_absolute_url()).content.decode()
    assert "Disputed" in page and "never said" in page
    edition.refresh_from_db()
    assert edition.quotes[0]["status"] == "unverified"
    assert EditionQuote.objects.filter(quote=quote, is_primary=True).count() == 1


def test_an_edition_without_the_retracted_quotation_finishes_the_task(
    article, quote, django_capture_on_commit_callbacks
):
    editor = make_user()
    publish(article)
    retract_quote(quote, by=editor, notice="The recording has another voice.")
    article.body = "<p>The ferry sails.</p>"
    article.save_working_copy(by=editor)
    article.quote_uses.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        publish(article, by=editor)
    task = Task.objects.get()
    assert task.done_by == editor and "2" in task.answer


def test_words_changed_after_publication_raise_a_task_that_the_next_edition_finishes(
    article, quote, django_capture_on_commit_callbacks
):
    editor = make_user()
    publish(article)
    quote.text = "We have waited much too long, Now we sail."
    save_record(quote, by=editor)
    assert Task.objects.open().get().kind == "quote_changed"
    with django_capture_on_commit_callbacks(execute=True):
        article.dek = "Another dek."
        article.save_working_copy(by=editor)
        publish(article, by=editor)
    assert not Task.objects.open().exists()


def test_words_changed_before_publication_are_nobodys_task(quote):
    quote.text = "We have waited much too long, Now we sail."
    save_record(quote, by=make_user())
    assert not Task.objects.exists()


def test_a_reader_reports_and_nothing_about_them_is_kept(quote):
    task = report_quote(quote, "  She said “we drift”.\x00 ")
    assert task.text == "She said “we drift”."
    assert {field.name for field in Task._meta.fields} == {
        "id", "kind", "quote", "article", "text", "at", "done_at", "done_by", "answer",
    }  # fmt: skip
    for text in ("", "  \x00", "x" * 2001):
        with pytest.raises(ValidationError):
            report_quote(quote, text)


def test_a_task_is_finished_by_saying_what_was_done(quote):
    task = report_quote(quote, "It is wrong.")
    with pytest.raises(ValidationError):
        finish_task(task, by=make_user(), answer=" ")
    finish_task(task, by=make_user(), answer="Checked against the recording: it is right.")
    assert not Task.objects.open().exists()
    assert Event.objects.filter(kind="task.done").count() == 1


def test_a_contradiction_is_said_by_two_people_or_not_at_all(article, quote):
    publish(article)
    other = make_quote("We never waited.")
    type(other).objects.filter(pk=other.pk).update(is_public=True)
    first, second = make_user(), make_user()
    link = link_quotes(quote, "contradicts", other, by=first)
    assert link.waits and not QuoteLink.objects.public().exists()
    with pytest.raises(ValidationError, match="Somebody else"):
        agree_to_link(link, by=first)
    agree_to_link(link, by=second)
    assert QuoteLink.objects.public().get() == link and not link.waits


def test_other_links_need_one_person_and_published_quotations(article, quote):
    other = make_quote("We never waited.")
    link = link_quotes(quote, "answers", other, by=make_user())
    assert not QuoteLink.objects.public().exists()
    publish(article)
    type(other).objects.filter(pk=other.pk).update(is_public=True)
    assert QuoteLink.objects.public().get() == link
    with pytest.raises(ValidationError):
        link_quotes(quote, "answers", quote, by=make_user())
    with pytest.raises(ValidationError):
        link_quotes(quote, "answers", other, by=make_user())


def corrected(article, quote, body, **values):
    """The live article with this body and a correction of the quotation."""
    article.body = body
    article.save_working_copy(by=None)
    scan_article(article)
    values = {"note": "She was misquoted.", "wrong": WORDS, "right": "Now we wait.", **values}
    article.correct(by=make_user(), quote=quote, **values)
    quote.refresh_from_db()
    return quote


@pytest.mark.parametrize(
    ("record", "wrong", "expected"),
    [
        (WORDS, WORDS, "We have waited too long, Now we sail."),
        (
            f"I tell you: {WORDS} That is all.",
            WORDS,
            "I tell you: We have waited too long, Now we sail. That is all.",
        ),
    ],
)
def test_the_record_of_a_corrected_quotation_says_what_readers_are_told_now(
    client, article, quote, record, wrong, expected, django_capture_on_commit_callbacks
):
    quote.text = record
    save_record(quote, by=make_user())
    publish(article)
    other = make_article(body="<p>“We have waited long enough,” she said.</p>")
    make_use(other, "“We have waited long enough,”", quote)
    publish(other)
    changed = article.body.replace("long enough", "too long")
    with django_capture_on_commit_callbacks(execute=True):
        assert corrected(article, quote, changed, wrong=wrong).text == expected
    assert rows(client, quote)["text"] == expected
    assert [task.article for task in Task.objects.open()] == [other]  # this one has it by now


def test_a_correction_that_leaves_the_words_leaves_the_record(article, quote):
    publish(article)
    shorter = article.body.replace("We have waited long enough,", "We have waited […] enough,")
    assert corrected(article, quote, shorter).text == WORDS
    assert corrected(article, quote, article.body, kind="clarification").text == WORDS
    assert not Event.objects.filter(kind="quote.changed").exists()
