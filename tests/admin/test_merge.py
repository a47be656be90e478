"""A save that came too late: nothing is overwritten, and both texts come together."""

import pytest

from articles.models import Draft
from tests.desk_forms import address, answer, opened
from tests.factories import make_admin, make_article, make_author, make_member, make_topic, make_user

pytestmark = pytest.mark.django_db
BODY = "<p>The pier is shut.</p><p>She said it was safe to open.</p><p>The ferry waits.</p>"


@pytest.fixture
def desk(client):
    client.force_login(make_admin("mine"))
    return client


@pytest.fixture
def article():
    return make_article(headline="Pier", dek="Shut.", body=BODY)


def theirs(article, **values):
    """Somebody else saves."""
    bo = make_user("bo")
    for name, value in values.items():
        setattr(article, name, value)
    article.save_working_copy(by=bo)


def test_work_in_different_places_comes_together(desk, article):
    mine = opened(article, dek="Still shut.", body=BODY.replace("is shut", "is shut today"))
    theirs(article, headline="North pier", body=BODY.replace("safe", "not safe"))
    page = desk.post(address(article), mine)
    assert "everything comes together by itself" in page.content.decode()
    assert answer(desk, article, page).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.dek) == ("North pier", "Still shut.")
    assert article.body == BODY.replace("is shut", "is shut today").replace("safe", "not safe")
    assert article.revisions.first().by.username == "mine"


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("mine", "<p>She said it was hardly safe to open.</p>"),
        ("theirs", "<p>She said it was not safe to open.</p>"),
        ("both", "<p>She said it was not safe to open.</p><p>She said it was hardly safe to open.</p>"),
    ],
)
def test_where_both_wrote_a_person_chooses(desk, article, choice, expected):
    mine = opened(article, body=BODY.replace("safe", "hardly safe"))
    theirs(article, body=BODY.replace("safe", "not safe"))
    page = desk.post(address(article), mine)
    assert "Both of you wrote here" in page.content.decode()
    again = answer(desk, article, page)
    assert again.status_code == 200 and "Choose in each place" in again.content.decode()
    assert answer(desk, article, again, {"body-0": choice}).status_code == 302
    article.refresh_from_db()
    assert article.body == BODY.replace("<p>She said it was safe to open.</p>", expected)
    kept = " ".join(revision.snapshot["body"] for revision in article.revisions.all())
    assert "hardly safe" in kept and "not safe" in kept


def test_a_headline_of_two_people_is_one_of_them(desk, article):
    mine = opened(article, headline="Pier stays shut")
    theirs(article, headline="Pier reopens")
    page = desk.post(address(article), mine)
    assert answer(desk, article, page, {"headline": "both"}).status_code == 200
    assert answer(desk, article, page, {"headline": "mine"}).status_code == 302
    article.refresh_from_db()
    assert article.headline == "Pier stays shut"
    kept = {revision.snapshot["headline"] for revision in article.revisions.all()}
    assert {"Pier reopens", "Pier stays shut"} <= kept


def test_somebody_who_saves_meanwhile_is_not_overwritten_either(desk, article):
    mine = opened(article, dek="Mine.")
    theirs(article, headline="Theirs")
    page = desk.post(address(article), mine)
    article.body = BODY.replace("waits", "sails")
    article.save_working_copy(by=make_user("cy"))
    again = answer(desk, article, page)
    assert again.status_code == 200 and "saved again meanwhile" in again.content.decode()
    assert answer(desk, article, again).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.dek) == ("Theirs", "Mine.") and "ferry sails" in article.body


def test_bylines_and_topics_come_together(desk, article):
    topic, other = make_topic("Piers"), make_topic("Harbors")
    article.topics.add(topic)
    theirs(article)
    mine = opened(article, topics=[topic.pk, other.pk], dek="Mine.")
    article.topics.clear()
    article.bylines.create(author=make_author("Cy Keel"), role="video", order=1)
    theirs_again = article
    theirs_again.dek = "Shut."
    theirs_again.save_working_copy(by=make_user("cy"))
    assert answer(desk, article, desk.post(address(article), mine)).status_code == 302
    assert set(article.topics.all()) == {other}
    assert [byline.author.name for byline in article.bylines.order_by("order")] == ["Bo Lantern", "Cy Keel"]


def test_bylines_that_both_changed_are_asked_about(desk, article):
    mine = opened(article, **{"bylines-0-role": "writing"})
    byline = article.bylines.get()
    byline.author = make_author("Cy Keel")
    byline.save()
    theirs(article)
    page = desk.post(address(article), mine)
    assert answer(desk, article, page, {"bylines": "mine"}).status_code == 302
    byline = article.bylines.get()
    assert (byline.author.name, byline.role) == ("Bo Lantern", "writing")


def test_a_merge_of_a_removed_byline_row_does_not_fail(desk, article):
    mine = opened(article, dek="Mine.")
    article.bylines.all().delete()
    article.bylines.create(author=make_author("Cy Keel"))
    theirs(article)
    assert answer(desk, article, desk.post(address(article), mine)).status_code == 302
    assert [byline.author.name for byline in article.bylines.all()] == ["Cy Keel"]


def test_another_mistake_in_the_form_is_mended_first_and_the_text_stays(desk, article):
    mine = opened(article, dek="Mine.", slug="a b/c")
    theirs(article, headline="Theirs")
    page = desk.post(address(article), mine).content.decode()
    assert "Mine." in page and 'id="article_form"' in page and "brought together" in page


def test_the_draft_of_the_window_is_settled_by_the_merge(desk, article):
    user = Draft._meta.get_field("by").related_model.objects.get(username="mine")
    Draft.objects.keep(article, by=user, window="w1", version=1, fields={"dek": "Mine."})
    mine = opened(article, dek="Mine.", window="w1")
    theirs(article, headline="Theirs")
    answer(desk, article, desk.post(address(article), mine))
    assert not Draft.objects.exists()


def test_an_article_of_others_cannot_be_merged_into(client, article):
    client.force_login(make_member("Reporter", "rosa"))
    assert client.post(address(article, "merge"), opened(article)).status_code == 404


def test_a_reloaded_merge_leads_back_to_the_article(desk, article):
    assert desk.get(address(article, "merge"))["Location"] == address(article)


def test_a_merge_that_is_not_stale_any_more_is_a_plain_save(desk, article):
    response = desk.post(address(article, "merge"), opened(article, dek="Mine."))
    article.refresh_from_db()
    assert response.status_code == 302 and article.dek == "Mine."
