"""Fronts as editors make them."""

import datetime

import pytest
from django.utils import timezone

from articles.models import Banner, FrontPage, Placement, Strip
from tests.factories import make_article, make_member, make_published, make_section

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/frontpage/"
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def editor(client):
    user = make_member("Editor")
    client.force_login(user)
    return user


def rows(*placements, strips=()):
    """The form of a front with these rows, as a browser without scripts sends it."""
    data = {"section": ""}
    for prefix, number in (("placements", len(placements)), ("strips", len(strips))):
        data |= {f"{prefix}-TOTAL_FORMS": number, f"{prefix}-INITIAL_FORMS": 0}
        data |= {f"{prefix}-MIN_NUM_FORMS": 0, f"{prefix}-MAX_NUM_FORMS": 1000}
    for number, values in enumerate(placements):
        data |= {f"placements-{number}-{name}": value for name, value in values.items()}
    for number, values in enumerate(strips):
        data |= {f"strips-{number}-{name}": value for name, value in values.items()}
    return data


def test_a_front_is_put_together_without_scripts(client, editor):
    first, second = make_published(2)
    sport = make_section("Sport")
    form = rows(
        {"article": second.pk, "slot": "lead", "order": 1},
        {"article": first.pk, "slot": "secondary", "order": 0, "ends_at": "2027-01-01T12:00"},
        strips=[{"section": sport.pk, "look": "feature", "order": 0}],
    )
    assert client.post(f"{LIST}add/", form).status_code == 302
    front = FrontPage.objects.get()
    assert [(one.article, one.slot) for one in front.placements.in_order()] == [
        (first, "secondary"),
        (second, "lead"),
    ]
    assert front.strips.get().section == sport


def test_what_readers_will_not_see_is_told_and_marked(client, editor):
    draft = make_article("Still a draft")
    form = rows({"article": draft.pk, "slot": "lead", "order": 0})
    response = client.post(f"{LIST}add/", form, follow=True)
    assert "“Still a draft” is not live" in response.content.decode()
    front = FrontPage.objects.get()
    assert "Not shown: Never published" in client.get(f"{LIST}{front.pk}/change/").content.decode()


def test_a_story_for_a_strip_that_is_missing_is_told(client, editor):
    article = make_published(1)[0]
    form = rows(
        {"article": article.pk, "slot": "strip", "order": 0},
        strips=[{"section": make_section("Sport").pk, "look": "plain", "order": 0}],
    )
    assert "there is no strip for Harbor" in client.post(f"{LIST}add/", form, follow=True).content.decode()


def test_times_that_run_backwards_are_refused_and_the_rows_stay(client, editor):
    article = make_published(1)[0]
    times = {"starts_at": "2027-01-02T12:00", "ends_at": "2027-01-01T12:00"}
    response = client.post(f"{LIST}add/", rows({"article": article.pk, "slot": "lead", "order": 0, **times}))
    assert response.status_code == 200 and "ends before it starts" in response.content.decode()
    assert not FrontPage.objects.exists()


def test_the_front_of_a_section_has_no_strips(client, editor):
    front = FrontPage.objects.create(section=make_section())
    page = client.get(f"{LIST}{front.pk}/change/")
    assert "strips-TOTAL_FORMS" not in page.content.decode()


def test_the_preview_shows_the_front_at_that_time_and_nobody_keeps_it(client, editor):
    old = make_published(3)[0]
    front = FrontPage.objects.create()
    at = timezone.localtime() + HOUR
    Placement.objects.create(front=front, article=old, slot="lead", starts_at=at)
    address = f"{LIST}{front.pk}/preview/"
    assert client.get(address).context["front"].lead.article_id != old.pk
    later = client.get(address, {"at": (at + HOUR).strftime("%Y-%m-%dT%H:%M")})
    assert later.context["front"].lead.article_id == old.pk
    assert "no-store" in later["Cache-Control"] and later["X-Robots-Tag"] == "noindex"
    assert client.get(address, {"at": "nonsense"}).status_code == 200


def test_the_preview_is_for_the_newsroom_only(client):
    front = FrontPage.objects.create()
    assert client.get(f"{LIST}{front.pk}/preview/").status_code == 302
    client.force_login(make_member("Reporter"))
    assert client.get(f"{LIST}{front.pk}/preview/").status_code == 403


def test_a_new_banner_lasts_from_now_for_two_hours(client, editor):
    initial = client.get("/admin/articles/banner/add/").context["adminform"].form.initial
    assert initial["ends_at"] - initial["starts_at"] == 2 * HOUR
    assert not Banner.objects.exists()


def lookup(client, term):
    query = {"term": term, "app_label": "articles", "model_name": "placement", "field_name": "article"}
    return [row["text"] for row in client.get("/admin/autocomplete/", query).json()["results"]]


def test_stories_to_place_are_found_by_words_short_id_and_address_newest_first(client, editor):
    first, second = make_published(2)
    make_published(1, headline="The crane is tested")
    assert lookup(client, "CRANE tested") == ["The crane is tested"]
    assert lookup(client, "ferry sails") == [second.headline, first.headline]
    assert lookup(client, first.short_id) == [first.headline]
    assert lookup(client, f"https://news.example{first.get_absolute_url()}") == [first.headline]
    assert lookup(client, "no such words") == []


def test_the_lookup_is_a_fixed_number_of_statements(client, editor, django_assert_max_num_queries):
    make_published(30)
    client.get("/admin/")
    with django_assert_max_num_queries(10):
        assert len(lookup(client, "ferry")) == 20


def test_strips_are_unique(client, editor):
    sport = make_section("Sport")
    form = rows(strips=[{"section": sport.pk, "look": "plain", "order": n} for n in range(2)])
    response = client.post(f"{LIST}add/", form)
    assert response.status_code == 200
    assert not Strip.objects.exists()
