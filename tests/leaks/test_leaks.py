"""Nobody sees anywhere what they may not see, and readers see everything once its time has come."""

import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, TestCase
from rest_framework.response import Response

from articles.admin import quotes
from articles.api import views as api_views
from articles.models import Article
from articles.operations.scheduling import publish_due
from tests.factories import publish
from tests.leaks import routes
from tests.leaks.tokens import Where
from tests.leaks.walker import PUBLIC, SEES_ALL, Walker, grouped, may_see, text_of
from tests.leaks.world import DAY, STORIES, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


# Whoever may see no story but their own is led through all of them, everybody else through one: their lists show the others.
EVERYBODY = {
    **dict.fromkeys(("anonymous", "Reporter"), STORIES),
    **dict.fromkeys(("owner", "Administrator"), ("live",)),
    **dict.fromkeys(("Standards editor", "superuser"), ("draft",)),
    "Copy editor": ("scheduled",),
    "Editor": ("embargoed",),
    "Publisher": ("withdrawn",),
    "outsider": ("draft",),
}


# Everybody walks every route. Who has least and who has most also search every list and press every button of the site, the others
# those of what belongs to a story.
ENDS = ("anonymous", "outsider", "Reporter", "superuser")
OF_A_STORY = r"^/admin/articles/(article|quote|confidentialsource|source|occasion|image|task|user)/|/desk/"

ROUTES = rf"^[^?]*$|^/admin/find/|{OF_A_STORY}"


@pytest.mark.parametrize("who", EVERYBODY)
def test_nothing_leaks_to_whom_it_is_not_for(world, who):
    walker = Walker(world, who)
    is_end = who in ENDS
    leaks = walker.walk([world.stories[name] for name in EVERYBODY[who]], "" if is_end else ROUTES)
    leaks += walker.press(world.stories[EVERYBODY[who][0]], "" if is_end else OF_A_STORY)
    assert not leaks, grouped(leaks)
    is_done = {one.address for one, status in walker.sent.items() if status in (200, 201, 302)}
    article = world.stories[EVERYBODY[who][0]].article
    is_theirs = {
        f"/api/v1/desk/articles/{article.short_id}/notes"
    } <= is_done  # the walk gets to do what is theirs
    assert is_theirs is (who in SEES_ALL or who == "owner")
    entitled = any(one.model == "ConfidentialSource" and one.field == "codename" for one in walker.seen)
    assert entitled is (who in ("owner", "Standards editor"))
    assert any(one.model == "Confidential" for one in walker.seen) is entitled


def test_everything_public_is_seen_when_its_time_has_come(world):
    then = ("live", "embargoed", "scheduled")
    with TestCase.captureOnCommitCallbacks(execute=True):
        publish(world.stories["embargoed"].article, world.at + DAY, by=world.people["Publisher"])
        assert publish_due(world.at + DAY) == 1
    walker = Walker(world, "anonymous", lambda who, where: may_see(who, where, then))
    leaks = walker.walk([world.stories[name] for name in then], "^/(?!admin)")
    assert not leaks, grouped(leaks)
    for name in then[1:]:
        seen = {(one.model, one.field) for one in walker.seen if one.story == name}
        wanted = {(model, field) for model, fields in PUBLIC.items() for field in fields.split()}
        there = {(one.model, one.field) for one in world.tokens.where.values() if one.story == name}
        assert not (wanted & there) - seen, "; ".join(map(".".join, sorted((wanted & there) - seen)))


PROBES = [
    ("/articles/%s/", "article", "short_id"),
    ("/articles/%s/x/history/", "article", "short_id"),
    ("/api/v1/articles/%s/", "article", "short_id"),
    ("/api/v1/quotes/?article=%s", "article", "short_id"),
    ("/quotes/%s/", "quote", "short_id"),
    ("/quotes/%s/embed/", "quote", "short_id"),
    ("/quotes/%s/card-0000000000000000.png", "quote", "short_id"),
    ("/oembed/?url=http://testserver/quotes/%s/", "quote", "short_id"),
    ("/api/v1/quotes/%s/", "quote", "short_id"),
    ("/api/v1/occasions/%s/", "occasion", "short_id"),
    ("/api/v1/quotes/?occasion=%s", "occasion", "short_id"),
    ("/people/%s/", "person", "slug"),
    ("/people/%s/feed.json", "person", "slug"),
    ("/api/v1/articles/?person=%s", "person", "slug"),
    ("/api/v1/people/%s/", "person", "slug"),
    ("/organizations/%s/", "organization", "slug"),
    ("/api/v1/articles/?organization=%s", "organization", "slug"),
    ("/topics/%s/", "topic", "slug"),
    ("/api/v1/articles/?topic=%s", "topic", "slug"),
    ("/api/v1/articles/?author=%s", "author", "slug"),
    ("/search/?q=%s", "article", "headline"),
    ("/search/?q=%s", "quote", "text"),
    ("/api/v1/search/?q=%s", "article", "dek"),
    ("/api/v1/quotes/?q=%s", "quote", "text"),
    ("/media/%s", "image", "file"),
]


@pytest.mark.parametrize("story", ["draft", "embargoed", "scheduled"])
def test_a_guess_that_is_right_is_answered_as_one_that_is_wrong(world, client, story):
    for template, model, field in PROBES:
        value = str(getattr(world.stories[story].records[model], field))
        secret = value.split()[-1] if field in ("headline", "dek") else value
        secret = next(iter(world.tokens.seen_in(value))) if field == "text" else secret
        wrong = "masters/0000000000000000.jpg" if field == "file" else f"{'z' * (len(secret) - 1)}0"
        right, nothing = (_answer(client, template, one) for one in (secret, wrong))
        assert right == nothing, template


def _answer(client: Client, template: str, value: str) -> tuple[int, str]:
    response = client.get(template % value)
    return response.status_code, response.content.decode().replace(value, "·")


def test_what_was_withdrawn_is_gone_with_its_pictures(world, client):
    story = world.stories["withdrawn"]
    address = f"/articles/{story.article.short_id}/{story.article.slug}/"
    assert [client.get(f"{address}{rest}").status_code for rest in ("", "history/", "history/1/")] == [
        410
    ] * 3
    assert (
        client.head(address).status_code
        == client.get(address, headers={"Range": "bytes=0-9"}).status_code
        == 410
    )
    image = story.records["image"]  # as it was while readers had it
    names = [one["path"] for one in image.renditions]
    assert names and not [name for name in names if client.get(f"/media/{name}").status_code != 404]
    assert (
        default_storage.exists(image.file.name) and client.get(f"/media/{image.file.name}").status_code == 404
    )


def test_the_walk_finds_a_planted_leak(world, monkeypatch):
    monkeypatch.setattr(
        api_views.ArticleList, "get", lambda self, request: Response(list(Article.objects.values("headline")))
    )
    leaks = Walker(world, "anonymous").walk([world.stories["draft"]], "^/api/v1/articles")
    assert {one.where for one in leaks} >= {
        Where(name, "Article", "headline") for name in ("draft", "pending")
    }


def test_a_leak_in_the_answer_to_a_button_is_found(world, monkeypatch):
    secret = world.stories["draft"].records["note"].text
    monkeypatch.setattr(quotes, "_refused", lambda *asked: HttpResponse(f"Not {secret}."))
    walker = Walker(world, "Copy editor", lambda who, where: where != Where("draft", "Note", "text"))
    leaks = walker.press(world.stories["live"], "/quotes/$")
    assert {one.where for one in leaks} == {Where("draft", "Note", "text")}


def test_the_walk_looks_into_headers(world, monkeypatch):
    secret = world.stories["draft"].article.headline

    def show(self, request):
        return Response([], headers={"Link": f"<{secret}>"})

    monkeypatch.setattr(api_views.ArticleList, "get", show)
    assert Walker(world, "anonymous").visit("/api/v1/articles/")


def test_a_route_that_nobody_has_explained_stops_the_walk(world):
    unknown = routes.Route("/leaflets/%(colour)s/", ("colour",), "leaflet")
    with pytest.raises(routes.UntoldError, match="colour"):
        routes.addresses(unknown, world.stories["draft"])
    assert any(route.name == "article" for route in routes.routes())


def test_a_bad_request_shows_nothing_either(world):
    walker = Walker(world, "anonymous")
    client, draft = walker.client, world.stories["draft"]
    for method in ("head", "options", "post", "put", "delete"):
        for address in (
            "/",
            f"/articles/{draft.article.short_id}/",
            "/api/v1/articles/",
            "/search/?q=fathom",
        ):
            response = getattr(client, method)(address)
            tokens = world.tokens.seen_in(text_of(response), address)
            assert not [t for t in tokens if not may_see("anonymous", world.tokens.where[t])], (
                method,
                address,
            )
