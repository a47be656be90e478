"""The history of an article: comparing, naming, restoring, and who changed what."""

import pytest
from django.urls import reverse

from articles.models import Article, Revision
from tests.factories import make_admin, make_article, make_member, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_admin())
    return client


@pytest.fixture
def article():
    ada, bo = make_user("ada"), make_user("bo")
    article = make_article(
        headline="Pilot asks council", body="<p>One.</p><p>It sails on Monday.</p>", by=ada
    )
    article.headline, article.body = "Pilot tells council", "<p>One.</p><p>It sails in May.</p>"
    article.save_working_copy(by=bo)
    return article


def address(article, name="compare", *args):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *args])


def test_the_last_change_is_shown_word_by_word(desk, article):
    page = desk.get(address(article)).content.decode()
    assert (
        "asks</del>" in page
        and "tells</ins>" in page
        and "on Monday</del>" in page
        and "¶ 1 unchanged" in page
    )


def test_side_by_side_each_column_has_its_own_words(desk, article):
    page = desk.get(address(article) + "?layout=side").content.decode()
    old = page.split('class="serif h old"')[1].split("</p>")[0]
    new = page.split('class="serif h new"')[1].split("</p>")[0]
    assert "asks" in old and "tells" not in old and "tells" in new and "asks" not in new


def test_words_of_a_text_are_never_markup(desk, article):
    article.headline = "<script>alert(1)</script> & more"
    article.save_working_copy(by=None)
    page = desk.get(address(article)).content.decode()
    assert "<script>alert" not in page and "&lt;" in page


def test_any_two_revisions_can_be_chosen_and_an_unknown_one_is_404(desk, article):
    assert desk.get(address(article) + "?a=1&b=1").context["comparison"].number == 0
    assert desk.get(address(article) + "?a=1&b=99").status_code == 404
    assert desk.get(address(article) + "?a=x&b=").status_code == 200


def test_each_paragraph_says_who_changed_it_last(desk, article):
    rows = desk.get(address(article)).context["paragraphs"]
    assert [(words, revision.by.username) for words, revision in rows] == [
        ("One.", "ada"),
        ("It sails in May.", "bo"),
    ]


def test_a_revision_is_named_and_restored(desk, article):
    desk.post(address(article, "name_revision", 1), {"name": "as sent to the lawyer"})
    assert "as sent to the lawyer" in desk.get(address(article)).content.decode()
    response = desk.post(address(article, "restore", 1), {"why": "Needs a second source"})
    assert response["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    article = Article.objects.get(pk=article.pk)
    assert article.headline == "Pilot asks council" and article.version == 3
    newest = article.revisions.first()
    assert (newest.number, newest.why) == (3, "Needs a second source")


def test_a_name_too_long_is_refused_in_words(desk, article):
    page = desk.post(address(article, "name_revision", 1), {"name": "x" * 81}, follow=True).content.decode()
    assert "Keep the name within 80 characters." in page


def test_djangos_history_leads_here(desk, article):
    response = desk.get(reverse("admin:articles_article_history", args=[article.pk]))
    assert response["Location"] == address(article)


@pytest.mark.parametrize(("name", "args"), [("compare", ()), ("restore", (1,)), ("name_revision", (1,))])
def test_the_history_of_others_is_not_there(client, article, name, args):
    client.force_login(make_member("Reporter", "rosa"))
    call = client.get if name == "compare" else client.post
    assert call(address(article, name, *args)).status_code == 404
    assert Revision.objects.count() == 2


def test_an_article_without_history_says_so(desk, article):
    article.revisions.all().delete()
    assert desk.get(address(article)).status_code == 302
