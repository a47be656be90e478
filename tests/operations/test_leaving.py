"""When an author leaves nothing is lost: work and notes go to a colleague, words stay, and the account opens nothing any more."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import ApiToken, Article, Author, Draft, Event, Note
from articles.operations.leaving import leave, open_work
from tests import factories
from tests.factories import make_article, make_author, make_member, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss():
    return make_member("Administrator", "ida")


@pytest.fixture
def rosa():
    """A reporter with an author of her own."""
    return make_author("Rosa Reed", user=make_member("Reporter", "rosa"))


@pytest.fixture
def heir():
    return make_member("Editor", "edda")


def test_open_work_goes_to_a_colleague_and_bylines_stay(boss, rosa, heir):
    due = timezone.now() + datetime.timedelta(days=1)
    live, draft, given, foreign = (
        make_article(name, author=rosa) for name in ("Live", "Draft", "Given", "Foreign")
    )
    factories.publish(live)
    given.assign(by=boss, to=rosa.user, due_at=due, priority=4)
    foreign.assign(by=boss, to=make_member("Reporter", "rob"))
    work = leave(rosa, by=boss, to=heir)
    assert {article.headline for article in work.articles} == {"Draft", "Given"}
    rosa.refresh_from_db()
    assert not rosa.is_active and rosa.left_on == timezone.localdate() and not rosa.user.is_active
    assert {a.headline for a in Article.objects.filter(assigned_to=heir)} == {"Draft", "Given"}
    given.refresh_from_db()
    assert (given.due_at, given.priority) == (due, 4)
    for article in (live, draft, given, foreign):
        assert [byline.author for byline in article.bylines.all()] == [rosa]
    live.refresh_from_db()
    assert live.assigned_to is None and live.live_edition().bylines[0]["name"] == "Rosa Reed"
    assert draft.events.filter(kind="article.assigned", by=boss).exists()
    left = Event.objects.get(kind="author.left")
    assert left.by == boss and left.data["to"] == "edda" and left.data["articles"] == 2
    assert (
        leave(rosa, by=boss, to=heir).articles == () and Event.objects.filter(kind="author.left").count() == 1
    )


def test_the_account_opens_nothing_any_more(boss, rosa, client):
    _token, secret = ApiToken.objects.make(
        owner=rosa.user, name="Laptop", scope="desk", expires_at=timezone.now() + datetime.timedelta(days=9)
    )
    client.force_login(rosa.user)
    assert client.get("/admin/").status_code == 200
    leave(rosa, by=boss)
    assert client.get("/admin/").status_code == 302
    assert not client.login(username="rosa", password="correct horse")
    assert ApiToken.objects.by_secret(secret).revoked_by == boss


def test_notes_wait_for_whoever_sees_the_article(boss, rosa, heir):
    article = make_article(author=rosa)
    asked = Note.objects.write(article, by=heir, text="@rosa is that the right name?")
    other = Note.objects.write(article, by=boss, text="@rosa and the date?")
    answered = Note.objects.write(article, by=boss, text="@rosa thanks")
    answered.reply(by=rosa.user, text="You are welcome")
    rob = make_member("Reporter", "rob")
    leave(rosa, by=boss, to=rob)
    assert set(Note.objects.waiting_for(rob)) == {asked, other}
    assert not Note.objects.waiting_for(heir).exists()


def test_typed_and_unsaved_text_is_set_aside_in_the_history(boss, rosa, heir):
    article = make_article(author=rosa)
    Draft.objects.keep(
        article, by=rosa.user, window="w", version=article.version, fields={"headline": "Typed and not saved"}
    )
    leave(rosa, by=boss, to=heir)
    assert not Draft.objects.exists()
    assert any(r.snapshot["headline"] == "Typed and not saved" for r in article.revisions.all())


def test_what_cannot_be_is_refused_and_nothing_changes(boss, rosa, heir):
    make_article(author=rosa)
    reader = make_user("rita", is_staff=False)
    own = make_author("Ida", user=boss)
    desk = factories.make_desk()
    for author, to, words in (
        (rosa, None, "Say who takes"),
        (rosa, reader, "cannot take articles over"),
        (rosa, rosa.user, "cannot take articles over"),
        (own, heir, "Somebody else"),
        (desk, heir, "does not leave"),
    ):
        with pytest.raises(ValidationError, match=words):
            leave(author, by=boss, to=to)
    assert Author.objects.filter(is_active=True).count() == 3 and not Event.objects.filter(kind="author.left")


def test_an_author_without_an_account_leaves_too(boss):
    author = make_author("Ben")
    assert not open_work(author).is_any
    leave(author, by=boss)
    author.refresh_from_db()
    assert not author.is_active


@pytest.mark.parametrize(
    ("role", "status"), [("Reporter", 403), ("Editor", 403), ("Publisher", 403), ("Administrator", 200)]
)
def test_the_page_is_for_those_who_look_after_access(client, rosa, role, status):
    user = make_member(role, "somebody")
    client.force_login(user)
    assert client.get(f"/admin/articles/author/{rosa.pk}/leave/").status_code == status
    page = client.get(f"/admin/articles/author/{rosa.pk}/change/").content.decode()
    assert ("Leaves the newsroom" in page) is (status == 200)


def test_only_a_superuser_ends_the_account_of_one(client, boss):
    author = make_author("Root", user=factories.make_admin())
    client.force_login(boss)
    assert client.get(f"/admin/articles/author/{author.pk}/leave/").status_code == 403


def test_the_page_says_what_is_missing(client, boss, rosa, heir):
    make_article("Half a story", author=rosa)
    client.force_login(boss)
    address = f"/admin/articles/author/{rosa.pk}/leave/"
    assert "Half a story" in client.get(address).content.decode()
    assert "Say who takes" in client.post(address).content.decode()
    page = client.post(address, {"to": heir.pk}, follow=True).content.decode()
    assert "Rosa Reed has left. Articles handed over: 1" in page and "Leaves the newsroom" not in page
