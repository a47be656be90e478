import datetime

import pytest
from django.utils import timezone

from articles.models import Revision
from articles.operations.quotes import scan_article
from articles.operations.revisions import authorship, restore
from tests.factories import (
    make_article,
    make_author,
    make_quoted_article,
    make_section,
    make_source,
    make_topic,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db


def save(article, by=None, **values):
    for name, value in values.items():
        setattr(article, name, value)
    article.save_working_copy(by=by)
    scan_article(article, by=by)
    Revision.objects.record(article, by)
    return article.revisions.first()


def test_a_revision_comes_back_whole_and_as_a_new_one():
    ada, article = make_user("ada"), make_article(topics=[make_topic()])
    source = make_source()
    article.sources.add(source)
    then = save(article, ada, headline="Then", body="<p>Words of then.</p>")
    article.topics.clear()
    article.sources.clear()
    article.bylines.all().delete()
    article.bylines.create(author=make_author("Cy Keel"), role="video")
    save(article, ada, headline="Now", body="<p>Words of now.</p>", section=make_section("Islands"))
    number = article.revisions.first().number
    restored, missing = restore(then, by=ada)
    assert missing == []
    assert (restored.headline, restored.body, restored.section.name) == (
        "Then",
        "<p>Words of then.</p>",
        "Harbor",
    )
    assert list(restored.topics.all()) == [make_topic()] and list(restored.sources.all()) == [source]
    assert [b.author.name for b in restored.bylines.all()] == ["Bo Lantern"]
    newest = restored.revisions.first()
    assert newest.number == number + 1 and newest.why == f"Revision {then.number} restored"
    assert newest.snapshot == {**then.snapshot} and restored.version == article.version + 1


def test_a_settled_quotation_is_linked_to_its_record_again():
    ada, article = make_user("ada"), make_quoted_article()
    record = article.quote_uses.first().quote
    then = save(article, ada)
    save(article, ada, body="<p>Nobody says anything.</p>")
    article.quote_uses.all().delete()
    restored, _missing = restore(then, by=ada)
    uses = list(restored.quote_uses.in_text())
    assert [use.quote for use in uses] == [record, record]
    assert {use.attribution for use in uses} == {"confirmed"}


def test_what_is_gone_is_said_and_the_rest_comes_back():
    ada, topic, article = make_user("ada"), make_topic(), make_article()
    article.topics.add(topic)
    then = save(article, ada, dek="Then.")
    article.topics.clear()
    topic.delete()
    save(article, ada, dek="Now.")
    restored, missing = restore(then, by=ada)
    assert restored.dek == "Then." and missing == ["topic ferries"]


def test_nothing_that_readers_have_is_changed():
    ada, article = make_user("ada"), make_article()
    then = save(article, ada, headline="Then")
    edition = publish(article)
    save(article, ada, headline="Now", slug="another")
    restored, _missing = restore(then, by=ada)
    edition.refresh_from_db()
    assert edition.is_live and edition.headline == "Then" and restored.editions.count() == 1


def test_an_embargo_is_neither_lifted_nor_brought_back():
    ada, article = make_user("ada"), make_article()
    then = save(article, ada, dek="Then.")
    until = timezone.now() + datetime.timedelta(days=1)
    save(article, ada, dek="Now.", embargo_until=until)
    assert restore(then, by=ada)[0].embargo_until == until


def test_each_paragraph_says_who_made_it_what_it_is():
    ada, bo, article = make_user("ada"), make_user("bo"), make_article()
    save(article, ada, body="<p>First.</p><p>Second.</p>")
    save(article, bo, body="<p>First.</p><p>Second, better.</p>")
    assert [revision.by for revision in authorship(article)] == [ada, bo]
