"""A reporter's desk ends where the articles of others begin, in every list."""

import pytest
from django.urls import reverse

from articles.models import Quote, QuoteLink, Task
from articles.operations.tasks import report_quote
from tests.factories import make_member, make_person, make_quote, make_quoted_article, make_use, publish

pytestmark = pytest.mark.django_db
SECRET = "A secret draft"


@pytest.fixture
def reporter(client):
    client.force_login(make_member("Reporter", "rosa"))
    return client


@pytest.fixture
def foreign():
    return make_quoted_article(headline=SECRET, by=make_member("Editor"))


@pytest.mark.parametrize("model", ["article", "revision", "event", "quote", "edition", "correction"])
def test_lists_hold_nothing_of_a_foreign_draft(reporter, foreign, model):
    response = reporter.get(reverse(f"admin:articles_{model}_changelist"))
    html = response.content.decode()
    assert response.status_code == 200 and SECRET not in html and "waited long enough" not in html


def test_a_foreign_revision_cannot_be_opened(reporter, foreign):
    revision = foreign.revisions.first()
    response = reporter.get(reverse("admin:articles_revision_change", args=[revision.pk]))
    assert response.status_code == 302  # Django: no such record for you


def test_a_published_record_is_read_and_not_changed_by_a_reporter(reporter, foreign):
    publish(foreign)
    quote = foreign.quote_uses.first().quote
    address = reverse("admin:articles_quote_change", args=[quote.pk])
    assert reporter.get(address).status_code == 200
    assert reporter.post(address, {"text": "Other words"}).status_code == 403


def test_a_reporter_adds_people_and_does_not_rename_them(reporter):
    person = make_person()
    assert reporter.get(reverse("admin:articles_person_add")).status_code == 200
    address = reverse("admin:articles_person_change", args=[person.pk])
    assert reporter.post(address, {"name": "Somebody"}).status_code == 403


def test_a_published_quotation_names_no_foreign_draft_that_uses_or_contradicts_it(reporter, foreign):
    published = make_quoted_article(headline="Out already", by=make_member("Editor", "edo"))
    publish(published)
    quote, hidden = (one.quote_uses.first().quote for one in (published, foreign))
    make_use(foreign, "“Now we sail.”", quote, ordinal=2)
    Quote.objects.filter(pk=hidden.pk).update(text="The secret words of a draft")
    QuoteLink.objects.create(
        quote=quote, kind="contradicts", other=hidden, proposed_by=make_member("Editor", "eve")
    )
    addresses = [
        reverse("admin:articles_quote_change", args=[quote.pk]),
        reverse("admin:articles_quotelink_changelist"),
        reverse("admin:articles_quotelink_change", args=[QuoteLink.objects.get().pk]),
    ]
    for address in addresses:
        html = reporter.get(address).content.decode()
        assert SECRET not in html and "The secret words" not in html, address


def test_an_editor_sees_and_changes_all(client, foreign):
    client.force_login(make_member("Editor", "edna"))
    assert SECRET in client.get(reverse("admin:articles_article_changelist")).content.decode()
    quote = foreign.quote_uses.first().quote
    assert client.get(reverse("admin:articles_quote_change", args=[quote.pk])).status_code == 200


def test_a_task_is_finished_in_the_admin_by_an_answer(client):
    client.force_login(make_member("Editor"))
    task = report_quote(make_quote(), "It is wrong.")
    address = reverse("admin:articles_task_change", args=[task.pk])
    assert "Say what was done" in client.post(address, {"answer": " "}).content.decode()
    client.post(address, {"answer": "Compared with the recording: it is right."})
    assert not Task.objects.open().exists()
    assert client.post(address, {"answer": "Again"}).status_code in (302, 403)


def test_only_standards_and_publishers_retract(client):
    quote = make_quote()
    address = reverse("admin:articles_quote_change", args=[quote.pk])
    inlines = {
        f"{prefix}-{name}": 0
        for prefix in ("quote_sources", "links", "uses")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    data = {
        "text": quote.text,
        "status": "retracted",
        "notice": "It was another voice.",
        "record": "on_record",
        "speaker_person": quote.speaker_person_id,
        "said_on_precision": "unknown",
        "language": "en",
        **inlines,
    }
    client.force_login(make_member("Editor"))
    assert "Only a standards editor" in client.post(address, data).content.decode()
    client.force_login(make_member("Standards editor"))
    assert "Tell readers why" in client.post(address, {**data, "notice": ""}).content.decode()
    assert client.post(address, data).status_code == 302
    quote.refresh_from_db()
    assert quote.status == "retracted"


def test_nobody_verifies_by_a_form_field(client):
    quote = make_quote()
    client.force_login(make_member("Standards editor"))
    address = reverse("admin:articles_quote_change", args=[quote.pk])
    html = client.post(
        address, {"text": quote.text, "status": "verified", "verbatim": quote.text}
    ).content.decode()
    assert "against a transcript" in html
