import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Event, Revision
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


def saved(article, by, dek, why=""):
    article.dek = dek
    article.save_working_copy(by=by, why=why)
    return article.revisions.first()


def test_the_second_record_of_one_save_completes_the_first():
    ada, article = make_user("ada"), make_article()
    saved(article, ada, "One.")
    before = article.revisions.count()
    article.topics.create(name="Ferries", slug="ferries")
    Revision.objects.record(article, ada)
    assert article.revisions.count() == before
    assert article.revisions.first().snapshot["topics"] == ["ferries"]


def test_somebody_elses_save_begins_a_new_line_of_the_history():
    ada, bo, article = make_user("ada"), make_user("bo"), make_article()
    for by, dek in ((ada, "One."), (ada, "Two."), (bo, "Three."), (ada, "Four.")):
        saved(article, by, dek)
    assert [r.by for r in article.revisions.for_history()][:3] == [ada, bo, ada]


def test_a_named_revision_stays_a_line_of_its_own():
    ada, article = make_user("ada"), make_article()
    saved(article, ada, "One.").call("as sent  to the lawyer", by=ada)
    saved(article, ada, "Two.")
    saved(article, ada, "Three.")
    assert [r.name for r in article.revisions.for_history()][:2] == ["", "as sent to the lawyer"]
    assert Event.objects.get(kind="revision.named").data["name"] == "as sent to the lawyer"


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_says_something_and_fits(name):
    with pytest.raises(ValidationError):
        make_article().revisions.first().call(name, by=None)


def test_as_of_is_the_working_copy_that_somebody_opened():
    ada, article = make_user("ada"), make_article()
    versions = {saved(article, ada, dek) and article.version: dek for dek in ("One.", "Two.", "Three.")}
    for version, dek in versions.items():
        assert Revision.objects.as_of(article, version).snapshot["dek"] == dek
    assert Revision.objects.as_of(article, 0) is None


def test_text_that_was_set_aside_is_in_the_history_and_never_was_the_working_copy():
    ada, article = make_user("ada"), make_article()
    saved(article, ada, "One.")
    aside = Revision.objects.set_aside(article, {"dek": "Typed.", "odd": "x"}, ada, timezone.now())
    assert aside.snapshot["dek"] == "Typed." and "odd" not in aside.snapshot
    assert aside in article.revisions.for_history()
    assert Revision.objects.as_of(article, article.version).snapshot["dek"] == "One."
    assert saved(article, ada, "Two.").number == aside.number + 1


def test_the_history_costs_one_statement(django_assert_num_queries):
    ada, article = make_user("ada"), make_article()
    for number in range(4):
        saved(article, ada, f"{number}")
    with django_assert_num_queries(1):
        assert [str(r.by) for r in article.revisions.for_history()][:1] == ["ada"]


def test_an_old_save_is_not_continued():
    ada, article = make_user("ada"), make_article()
    first = saved(article, ada, "One.")
    Revision.objects.filter(pk=first.pk).update(started_at=first.at - datetime.timedelta(minutes=11))
    assert saved(article, ada, "Two.").started_at > first.at
