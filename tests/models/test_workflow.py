import datetime

import pytest

from articles.models import (
    Article,
    Edition,
    Event,
    PreflightWaiver,
    PublicationRefused,
    Quote,
    TransitionRefused,
)
from articles.operations.quote_status import save_record
from articles.operations.settling import reject_use
from tests.factories import (
    approve,
    make_article,
    make_author,
    make_member,
    make_occasion,
    make_quoted_article,
    make_use,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=2)


DAY = NOW.date()  # from which “on Monday” counts


def in_review(**values):
    article = make_article(dateline_date=DAY, **values)
    article.submit(by=None, at=NOW)
    return article


def test_submit_demands_every_part_at_once():
    article = Article(headline="Only a headline")
    article.save_working_copy(by=None)
    with pytest.raises(TransitionRefused) as caught:
        article.submit(by=None)
    assert caught.value.messages == ["The text is empty.", "Add a byline.", "Choose a section."]
    article.refresh_from_db()
    assert article.stage == "draft"


def test_steps_taken_twice_are_taken_once():
    article = in_review()
    article.submit(by=None)
    article.approve(by=None)
    article.approve(by=None)
    kinds = list(article.events.order_by("id").values_list("kind", flat=True))
    assert (article.stage, kinds) == ("approved", ["article.submitted", "article.approved"])
    assert article.approvals.count() == 1


def test_a_step_from_the_wrong_stage_says_from_where_it_starts():
    with pytest.raises(TransitionRefused) as caught:
        make_article().approve(by=None)
    assert "“Draft”" in caught.value.messages[0] and "In review" in caught.value.messages[0]


def test_sending_back_needs_a_note_and_ends_the_approval():
    article = in_review()
    article.approve(by=None)
    with pytest.raises(TransitionRefused):
        article.send_back(by=None, note=" ")
    article.send_back(by=make_user("edna"), note="Who is the pilot?")
    assert article.stage == "draft" and article.standing_approval() is None
    assert Event.objects.get(kind="article.sent_back").data["note"] == "Who is the pilot?"


def test_nobody_approves_what_they_alone_reported(settings):
    editor = make_member("Editor")
    article = in_review(author=make_author("Edna Proof", user=editor))
    with pytest.raises(TransitionRefused):
        article.approve(by=editor)
    settings.FOUR_EYES = False
    article.approve(by=editor)
    assert article.stage == "approved"


def test_a_byline_of_another_role_leaves_the_only_reporter_alone():
    editor = make_member("Editor")
    article = in_review(author=make_author("Edna Proof", user=editor))
    article.bylines.create(author=make_author("Pat Lens"), role="photography")
    assert article.is_only_reporter(editor)
    article.bylines.create(author=make_author("Bo Lantern"))
    assert not article.is_only_reporter(editor)


def test_approval_is_refused_for_blockers_and_not_for_an_embargo():
    article = make_article(body="<p>“Sail,” said Ada Quill.</p>", embargo_until=LATER)
    use = make_use(article, "“Sail,”")
    article.submit(by=None)
    with pytest.raises(PublicationRefused):
        article.approve(by=None, at=NOW)
    reject_use(use, by=None)
    article.approve(by=None, at=NOW)
    with pytest.raises(PublicationRefused):
        article.publish(by=None, at=NOW)
    assert article.publish(by=None, at=LATER).number == 1


def test_a_warning_is_mended_or_waived_before_approval():
    article = make_quoted_article(dateline_date=DAY)
    Quote.objects.update(status="disputed", notice="The pilot denies it.")
    article.submit(by=None)
    with pytest.raises(PublicationRefused):
        article.approve(by=None)
    for finding in article.preflight():
        if finding.is_open:
            PreflightWaiver.objects.waive(article, finding, by=None, reason="The text says so.")
    article.approve(by=None)
    assert article.stage == "approved"


@pytest.mark.parametrize("field", ["headline", "dek", "body"])
def test_any_change_after_approval_goes_back_to_review(field):
    article = approve(make_article())
    setattr(article, field, "<p>Changed words.</p>" if field == "body" else "Changed words")
    article.save_working_copy(by=make_user("rae"))
    article.refresh_from_db()
    assert article.stage == "review" and article.standing_approval() is None
    assert article.events.latest("id").kind == "article.changed"
    with pytest.raises(PublicationRefused) as caught:
        article.publish(by=None)
    assert "approved" in caught.value.messages[0]


def test_a_byline_topic_decision_or_speaker_is_content_too():
    article = approve(make_quoted_article())
    article.bylines.create(author=make_author("Second"), order=1)
    assert article.content_changed(by=None) and article.stage == "review"
    approve(article)
    reject_use(article.quote_uses.first(), by=None)
    article.refresh_from_db()
    assert article.stage == "review"


def test_a_record_that_changes_takes_the_approval_of_every_article_that_uses_it():
    article = approve(make_quoted_article())
    quote = article.quote_uses.first().quote
    quote.speaker_label = "Retired pilot"
    save_record(quote, by=None)
    article.refresh_from_db()
    assert article.stage == "review"


def test_saving_without_a_change_and_moving_the_embargo_keep_the_approval():
    article = approve(make_quoted_article())
    article.save_working_copy(by=None)
    article.embargo_until = LATER
    article.save_working_copy(by=None)
    article.refresh_from_db()
    assert article.stage == "approved"


def test_a_change_that_nobody_announced_is_found_when_it_would_go_out():
    article = approve(make_article())
    Article.objects.filter(pk=article.pk).update(dek="Slipped in")
    with pytest.raises(PublicationRefused):
        article.publish(by=None)
    assert not Edition.objects.exists()


def test_changes_of_a_live_article_are_a_draft_while_readers_keep_the_edition():
    article = make_article(dateline_date=DAY)
    publish(article, NOW)
    article.headline = "Another headline"
    article.save_working_copy(by=None)
    article.refresh_from_db()
    assert (article.stage, article.public_status, article.has_pending_changes) == ("draft", "live", True)
    article.submit(by=None)
    article.approve(by=None)
    edition = article.publish(by=None, at=LATER)
    assert (edition.number, edition.kind) == (2, "update")
    assert (article.stage, article.has_pending_changes) == ("published", False)


def test_embargoes_are_those_of_the_article_and_of_its_occasions():
    article = make_quoted_article(embargo_until=NOW)
    quote = article.quote_uses.first().quote
    quote.occasion = make_occasion(embargo_until=LATER)
    quote.save()
    assert article.embargoes() == [NOW, LATER]
    assert make_article().embargoes() == []
