import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Draft, Elsewhere
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db
FIELDS = {"headline": "Ferry", "dek": "Typed.", "body": "<p>Typed.</p>"}


def keep(article, by, window="one", **values):
    return Draft.objects.keep(article, by=by, window=window, version=1, fields={**FIELDS, **values})


def test_there_is_one_row_per_person_and_article_and_it_is_replaced():
    ada, bo, article = make_user("ada"), make_user("bo"), make_article()
    keep(article, ada)
    keep(article, bo)
    keep(article, ada, dek="Typed more.")
    assert Draft.objects.count() == 2 and Draft.objects.of(article, ada).fields["dek"] == "Typed more."


def test_autosaves_do_not_clutter_the_history():
    ada, article = make_user("ada"), make_article()
    before = article.revisions.count()
    keep(article, ada)
    assert article.revisions.count() == before


def test_text_of_another_window_is_not_written_over():
    ada, article = make_user("ada"), make_article()
    keep(article, ada, "one", dek="In the first window.")
    with pytest.raises(Elsewhere):
        keep(article, ada, "two", dek="In the second.")
    assert Draft.objects.get().fields["dek"] == "In the first window."


def test_a_window_that_takes_over_sets_the_text_of_the_other_aside():
    ada, article = make_user("ada"), make_article()
    keep(article, ada, "one", dek="In the first window.")
    fields = {**FIELDS, "dek": "In the second."}
    Draft.objects.keep(article, by=ada, window="two", version=1, fields=fields, take_over=True)
    assert Draft.objects.get().fields["dek"] == "In the second."
    aside = article.revisions.first()
    assert aside.is_aside and aside.by == ada and aside.snapshot["dek"] == "In the first window."


def test_a_new_article_has_a_draft_for_each_window():
    ada = make_user("ada")
    keep(None, ada, "one")
    keep(None, ada, "one", headline="Ferry sails")
    keep(None, ada, "two")
    assert [d.headline for d in Draft.objects.of_new_articles(ada)] == ["Ferry", "Ferry sails"]


def test_a_save_forgets_what_its_own_window_or_what_it_says_itself():
    ada, article = make_user("ada"), make_article()
    keep(article, ada, "one", dek="Other words.")
    Draft.objects.settle(article, by=ada, windows=["two"])
    assert Draft.objects.of(article, ada)
    Draft.objects.settle(article, by=ada)
    assert Draft.objects.of(article, ada)
    Draft.objects.settle(article, by=ada, windows=["one"])
    assert not Draft.objects.of(article, ada)
    same = {"headline": article.headline, "dek": article.dek, "body": article.body}
    keep(article, ada, "three", **same)
    Draft.objects.settle(article, by=ada)
    assert not Draft.objects.of(article, ada)


def test_the_first_save_of_a_new_article_forgets_its_draft():
    ada, article = make_user("ada"), make_article()
    keep(None, ada, "one")
    keep(None, ada, "two")
    Draft.objects.settle(article, by=ada, windows=["one"])
    assert [draft.window for draft in Draft.objects.all()] == ["two"]


def test_spaces_and_markup_alone_are_no_words_that_differ():
    ada, article = make_user("ada"), make_article(body="<p>One two.</p>")
    values = {"headline": article.headline, "dek": article.dek, "body": "<p>One  <em>two</em>.</p>"}
    assert not keep(article, ada, **values).differs_from(article)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("draft_once_per_person", lambda row: Draft.objects.create(**{**row, "window": "two"})),
        ("draft_has_window", lambda row: Draft.objects.create(**{**row, "article": make_article(), "window": ""})),
        ("draft_of_new_article_once", lambda row: [Draft.objects.create(**{**row, "article": None}) for _n in "12"]),
    ],
)  # fmt: skip
def test_constraints(name, make):
    row = {"article": make_article(), "by": make_user(), "window": "one", "at": timezone.now()}
    Draft.objects.create(**row)
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        make(row)
    assert name in str(caught.value) or "UNIQUE constraint failed" in str(caught.value)
