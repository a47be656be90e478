"""Events are read, filtered and exported, and by nobody changed."""

import csv

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from articles.models import ConfidentialSource, Event, Webhook
from articles.models.event import AppendOnly
from articles.models.event_words import WORDS
from tests.factories import make_admin, make_article, make_member, make_quoted_article, make_user

pytestmark = pytest.mark.django_db
LIST = "admin:articles_event_changelist"
EXPORT = "admin:articles_event_export"
CHANGES = (
    "UPDATE articles_event SET kind = 'x' WHERE id = %s",
    "UPDATE articles_event SET data = '{\"a\": 1}' WHERE id = %s",
    "UPDATE articles_event SET at = '2020-01-01' WHERE id = %s",
    "UPDATE articles_event SET by_id = NULL WHERE id = %s",
)


def make_event(kind="article.submitted", **values):
    return Event.objects.create(kind=kind, **{"article": None, **values})


def export(client, **filters):
    response = client.get(reverse(EXPORT), filters)
    return list(csv.reader(b"".join(response).decode("utf-8-sig").splitlines(keepends=True)))


def test_an_event_is_neither_changed_nor_deleted():
    event = make_event()
    event.kind = "article.approved"
    for attempt in (
        event.save,
        event.delete,
        Event.objects.all().delete,
        lambda: Event.objects.update(kind="x"),
    ):
        with pytest.raises(AppendOnly):
            attempt()
    event.refresh_from_db()
    assert event.kind == "article.submitted"


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_itself_refuses_changes(change):
    event = make_event(by=make_user())
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change, [event.pk])


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite empties tables by the same statement")
def test_postgresql_refuses_deletion_too():
    event = make_event()
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM articles_event WHERE id = %s", [event.pk])


def test_the_events_of_a_deleted_draft_stay():
    article = make_article()
    event = make_event(article=article)
    article.delete()
    event.refresh_from_db()
    assert event.article is None


def test_the_report_is_filtered_by_who_what_and_article(client):
    ada, bo, article = make_user("ada"), make_user("bo"), make_article("Ferry sails")
    make_event(by=ada, article=article)
    make_event(by=bo)
    make_event("article.approved", by=bo)
    client.force_login(make_admin())
    assert len(export(client)) == 4
    assert [row[1] for row in export(client, by=ada.pk)[1:]] == ["ada"]
    assert [row[3] for row in export(client, kind="article.approved")[1:]] == ["article.approved"]
    assert [row[4] for row in export(client, q=article.short_id)[1:]] == ["Ferry sails"]
    assert client.get(reverse(LIST), {"by": "nonsense"}).status_code == 200


def test_what_was_exported_is_an_event(client):
    client.force_login(make_admin("root"))
    export(client, kind="article.approved")
    assert Event.objects.get(kind="audit.exported").data == {"filters": "kind=article.approved"}


def test_formulas_are_exported_as_text(client):
    make_event(article=make_article("=HYPERLINK(1)"), by=make_user("-1"))
    client.force_login(make_admin())
    row = export(client)[1]
    assert (row[1], row[4]) == ("'-1", "'=HYPERLINK(1)")


@pytest.mark.parametrize(
    ("group", "status"),
    [("Reporter", 403), ("Copy editor", 403), ("Editor", 403), ("Publisher", 200), ("Standards editor", 200)],
)
def test_exporting_needs_a_permission(client, group, status):
    client.force_login(make_member(group))
    assert client.get(reverse(EXPORT)).status_code == status
    assert (b"Export as CSV" in client.get(reverse(LIST)).content) == (status == 200)


def test_nobody_writes_events_in_the_admin(client):
    event = make_event()
    client.force_login(make_admin())
    assert client.get(reverse("admin:articles_event_add")).status_code == 403
    address = reverse("admin:articles_event_change", args=[event.pk])
    assert client.post(address, {"kind": "x"}).status_code == 403
    assert client.post(reverse("admin:articles_event_delete", args=[event.pk])).status_code == 403


def test_the_report_names_a_confidential_source_only_to_whom_it_may(client):
    source = ConfidentialSource.objects.request(
        by=make_member("Reporter"), public_description="a port official", public_reason="because"
    )
    event = source.events.get()
    for user, is_named in (
        (make_admin(), False),
        (make_member("Publisher"), False),
        (make_member("Standards editor"), True),
    ):
        client.force_login(user)
        told = [
            client.get(reverse(LIST)).content.decode(),
            client.get(reverse("admin:articles_event_change", args=[event.pk])).content.decode(),
            str(export(client)),
        ]
        assert [source.codename in one for one in told] == [is_named] * 3
        assert all("port official" not in one for one in told)


def test_a_reporter_reads_the_events_of_own_articles_only(client):
    rosa = make_member("Reporter", "rosa")
    make_event(article=make_article("Foreign draft", by=make_user()))
    make_event(article=make_article("Own draft", by=rosa))
    client.force_login(rosa)
    html = client.get(reverse(LIST)).content.decode()
    assert "Own draft" in html and "Foreign draft" not in html


@pytest.mark.parametrize("number", [1, 20])
def test_the_report_asks_as_often_for_one_event_as_for_twenty(client, number, django_assert_max_num_queries):
    for _ in range(number):
        make_event(article=make_article(), by=make_user())
    client.force_login(make_admin())
    with django_assert_max_num_queries(7):
        client.get(reverse(LIST))


def test_every_kind_of_event_has_words():
    import re
    from pathlib import Path

    import articles

    root = Path(articles.__file__).parent
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("models", "operations", "admin", "api")
        for path in (root / folder).rglob("*.py")
    )
    kinds = set(
        re.findall(
            r'"((?:article|quote|lock|revision|preflight|preview|task|source|note|audit)\.[a-z_]+)"', source
        )
    )
    assert (
        kinds - set(WORDS) - set(Webhook.Kind.values) == set()
    )  # what partners are told is named on its own


def test_the_trace_of_an_article_holds_what_was_done_to_the_records_it_quotes(client):
    client.force_login(make_member("Editor"))
    article, other = make_quoted_article(), make_quoted_article()
    quote, foreign = (one.quote_uses.first().quote for one in (article, other))
    Event.objects.create(kind="quote.verified", quote=quote)
    Event.objects.create(kind="quote.changed", quote=foreign)
    assert [one.kind for one in Event.objects.of_article(article)] == ["quote.verified"]
    html = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "Verified a quotation" in html and "Changed the record" not in html
