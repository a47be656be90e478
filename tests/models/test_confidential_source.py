"""Whoever is quoted without a name: two people answer for it, few see it, nothing gives it away."""

import datetime
import json

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import ConfidentialSource, Event, Quote
from articles.models.confidential_source import may_judge_sources
from articles.operations.settling import confirm_use
from tests.factories import (
    approve,
    make_admin,
    make_article,
    make_member,
    make_occasion,
    make_organization,
    make_person,
    make_quote,
    make_source,
    make_use,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db
WORDS = "“The cranes were never tested.”"
BODY = f"<p>The inquiry goes on.</p><p>{WORDS}</p>"
DESCRIPTION, REASON = "a port official", "because the person feared to lose the job"


@pytest.fixture
def reporter():
    return make_member("Reporter", "rosa")


@pytest.fixture
def standards():
    return make_member("Standards editor", "sten")


def request_source(by, **values):
    return ConfidentialSource.objects.request(
        **{"by": by, "public_description": DESCRIPTION, "public_reason": REASON, **values}
    )


def make_story(source, **values):
    article = make_article(body=BODY, **values)
    use = make_use(article, WORDS)
    confirm_use(use, by=source.requested_by, source=source, record="background")
    return article


def test_nothing_in_the_record_could_hold_an_identity():
    free = {
        f.name
        for f in ConfidentialSource._meta.get_fields()
        if f.get_internal_type() in ("CharField", "TextField")
    }
    assert free == {"codename", "public_description", "public_reason", "decision", "remark"}


def test_a_source_is_called_by_its_codename_and_printed_as_nothing(reporter):
    source = request_source(reporter)
    assert str(source) == source.codename and len(source.codename.split()) == 2
    assert repr(source) == "<ConfidentialSource>"


def test_codenames_differ(reporter, monkeypatch):
    monkeypatch.setattr("articles.models.confidential_source.random_codename", lambda: "Amber Heron")
    assert {request_source(reporter).codename for _ in range(3)} == {
        "Amber Heron",
        "Amber Heron 2",
        "Amber Heron 3",
    }


def test_whoever_asked_does_not_approve(reporter, standards):
    source = request_source(standards)
    with pytest.raises(ValidationError, match="Somebody else"):
        source.approve(by=standards)
    source.refresh_from_db()
    assert not source.is_approved


def test_another_person_approves_and_that_is_kept(reporter, standards):
    source = request_source(reporter)
    at = datetime.datetime(2026, 11, 2, 9, tzinfo=datetime.UTC)
    source.approve(by=standards, at=at)
    source.approve(by=standards)
    assert (source.is_approved, source.decided_by, source.decided_at) == (True, standards, at)
    assert [e.kind for e in source.events.order_by("id")] == ["source.requested", "source.approved"]
    assert all(e.data == {} and e.article is None for e in source.events.all())


def test_approval_needs_a_reason_for_readers(reporter, standards):
    source = request_source(reporter, public_reason=" ")
    with pytest.raises(ValidationError, match="why no name"):
        source.approve(by=standards)


def test_refusal_says_what_has_to_change(reporter, standards):
    source = request_source(reporter)
    with pytest.raises(ValidationError, match="what has to change"):
        source.refuse(by=standards, remark=" ")
    source.refuse(by=standards, remark="Say more of what the person knows.")
    assert source.decision == "refused"


def test_other_words_end_the_approval(reporter, standards):
    source = request_source(reporter)
    source.approve(by=standards)
    source.change(by=reporter, public_description=DESCRIPTION, public_reason=REASON)
    assert source.is_approved
    source.change(by=reporter, public_description="an official of the port", public_reason=REASON)
    assert (source.decision, source.decided_by, source.decided_at) == ("", None, None)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("confidential_source_is_described", {"public_description": ""}),
        ("confidential_source_approved_gives_reason", {"public_reason": ""}),
        ("confidential_source_second_person", {"decided_by": "requester"}),
        ("confidential_source_decision_says_who_and_when", {"decided_at": None}),
        ("confidential_source_refusal_says_why", {"decision": "refused"}),
    ],
)
def test_what_must_never_be_false_the_database_refuses(reporter, standards, constraint, values):
    source = request_source(reporter)
    source.approve(by=standards)
    values = {name: reporter if value == "requester" else value for name, value in values.items()}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ConfidentialSource.objects.filter(pk=source.pk).update(**values)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("quote_has_one_speaker", lambda: {"speaker_person": make_person()}),
        ("quote_has_one_speaker", lambda: {"speaker_organization": make_organization()}),
        ("quote_confidential_tells_nothing_else", lambda: {"speaker_label": "Deputy harbor master"}),
        ("quote_confidential_tells_nothing_else", lambda: {"on_behalf_of": make_organization()}),
        ("quote_confidential_is_not_on_record", lambda: {"record": "on_record"}),
        ("quote_public_only_when_record_allows", lambda: {"record": "off_record", "is_public": True}),
    ],
)
def test_of_a_quotation_without_a_name_the_database_refuses_the_rest(reporter, constraint, values):
    quote = make_quote(
        speaker_person=None, confidential_source=request_source(reporter), record="deep_background"
    )
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Quote.objects.filter(pk=quote.pk).update(**values())


def test_who_sees_a_source(reporter, standards):
    knows, other = make_member("Reporter", "knut"), make_member("Reporter", "otto")
    source = request_source(reporter, known_by=[knows])
    seen_by = {
        user.username
        for user in (
            reporter, knows, other, standards, make_admin(), make_member("Administrator"), make_member("Editor"),
            make_member("Publisher"), make_member("Copy editor"), make_user("nobody"),
        )
        if ConfidentialSource.objects.visible_to(user).filter(pk=source.pk).exists()
    }  # fmt: skip
    assert seen_by == {"rosa", "knut", "sten"}


def test_a_superuser_of_the_standards_group_sees_and_judges():
    both = make_member("Standards editor", "both")
    both.is_superuser = True
    both.save()
    assert may_judge_sources(both) and not may_judge_sources(make_admin())


def test_an_editor_who_was_given_the_permission_judges(reporter):
    from django.contrib.auth.models import Permission

    editor = make_member("Editor")
    editor.user_permissions.add(Permission.objects.get(codename="approve_confidentialsource"))
    source = request_source(reporter)
    assert list(ConfidentialSource.objects.waiting_for(editor)) == [source]
    assert not ConfidentialSource.objects.waiting_for(reporter).exists()


def test_attributing_takes_role_and_employer_away(reporter):
    article = make_article(body=BODY)
    quote = make_quote(WORDS[1:-1], speaker_label="Deputy harbor master", on_behalf_of=make_organization())
    use = make_use(article, WORDS, quote)
    confirm_use(use, by=reporter, source=request_source(reporter), record="background")
    quote.refresh_from_db()
    assert quote.speaker_person is None and quote.on_behalf_of is None and quote.speaker_label == ""


def test_preflight_blocks_until_a_second_person_has_approved(reporter, standards):
    source = request_source(reporter)
    article = make_story(source)
    assert "source-unapproved" in {f.rule for f in article.preflight() if f.is_blocker}
    source.approve(by=standards)
    assert not [f for f in article.preflight() if f.rule.startswith("source-")]


def test_a_changed_description_ends_the_approval_of_the_article(reporter, standards):
    source = request_source(reporter)
    source.approve(by=standards)
    article = approve(make_story(source))
    assert article.content_is_approved()
    source.change(by=reporter, public_description="an official of the port", public_reason=REASON)
    assert not article.content_is_approved()


@pytest.mark.parametrize("record", ["off_record", "deep_background", "unknown"])
def test_what_was_said_off_the_record_is_noted_and_never_goes_out(reporter, standards, record):
    source = request_source(reporter)
    source.approve(by=standards)
    article = make_article(body=BODY)
    confirm_use(make_use(article, WORDS), by=reporter, source=source, record=record)
    approve(article)
    with pytest.raises(ValidationError, match="cannot be published"):
        article.publish(by=None)
    assert not article.editions.exists()


def test_readers_get_description_and_reason_and_nothing_by_which_one_could_find_out(reporter, standards):
    source = request_source(reporter)
    source.approve(by=standards)
    article = make_story(source)
    quote = Quote.objects.get(confidential_source=source)
    quote.verbatim = "The cranes were never tested while I ran the workshop"
    quote.occasion = make_occasion("Meeting with the workshop chief", place="Quay Two", addressee="Rosa")
    quote.medium = "telephone"
    quote.save()
    quote.quote_sources.create(source=make_source("Diary of the workshop"))
    edition = publish(article)
    record = edition.quotes[0]
    assert record["speaker"] == {"type": "confidential", "name": DESCRIPTION, "slug": "", "url": ""}
    assert record["anonymity"] == REASON
    told = json.dumps([edition.quotes, edition.json_ld]) + edition.body_html
    for secret in (source.codename, "workshop", "Quay Two", "Rosa", "telephone"):
        assert secret not in told
    row = quote.listings.get()
    assert row.occasion is None and row.person is None and row.said_on is None


def test_two_statements_of_one_source_are_not_shown_as_such(reporter):
    source = request_source(reporter)
    first, second = make_story(source), make_story(source)
    from articles.models import QuoteTrigram

    assert first != second and not QuoteTrigram.objects.exists()


def test_revisions_and_events_keep_the_description_and_not_the_codename(reporter):
    source = request_source(reporter)
    article = make_story(source)
    article.save_working_copy(by=reporter)
    kept = json.dumps(
        [
            list(article.revisions.values_list("snapshot", flat=True)),
            list(Event.objects.values_list("data", flat=True)),
        ]
    )
    assert DESCRIPTION in kept and source.codename not in kept
