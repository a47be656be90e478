"""What stands where on a front, at which time, and that no story stands twice."""

import datetime

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Banner, FrontPage, Placement, Strip
from articles.models.keyset import keyset_page
from articles.operations import fronts
from tests.factories import make_article, make_published, make_quoted_article, make_section, publish

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 10, 20, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def make_front(**values):
    return FrontPage.objects.create(**values)


def place(front, article, slot="lead", **values):
    return Placement.objects.create(front=front, article=article, slot=slot, **values)


def heads(editions):
    return [edition.headline for edition in editions]


def on_page(front):
    strips = [edition for strip in front.strips for edition in strip.stories]
    lead = [front.lead] if front.lead else []
    return [*lead, *front.secondary, *front.rail, *strips, *front.listing]


def test_without_any_front_the_latest_stand_on_it_newest_first():
    articles = make_published(15)[::-1]
    front = fronts.arrange(None, AT)
    assert front.lead.article == articles[0]
    assert [one.article for one in front.secondary] == articles[1:4]
    assert [one.article for one in front.rail] == articles[4:13]
    assert [one.article for one in front.strips[0].stories] == articles[13:15]


def test_what_is_placed_stands_there_and_nothing_stands_twice():
    articles = make_published(20)
    front = make_front()
    place(front, articles[0])
    place(front, articles[19], "rail")
    place(front, articles[18], "secondary")
    page = fronts.arrange(None, AT)
    assert page.lead.article == articles[0]
    assert [one.article for one in page.secondary] == [articles[18], articles[17], articles[16]]
    assert page.rail[0].article == articles[19]
    numbers = [one.article_id for one in on_page(page)]
    assert len(numbers) == len(set(numbers))


def test_the_same_story_in_two_slots_stands_in_the_higher_one():
    article, *_rest = make_published(3)
    front = make_front()
    place(front, article, "rail")
    place(front, article, "lead", order=1)
    page = fronts.arrange(None, AT)
    assert page.lead.article == article and article not in [one.article for one in page.rail]


def test_a_second_lead_moves_below_the_first():
    first, second, *_rest = make_published(6)
    front = make_front()
    place(front, second, order=1)
    place(front, first, order=0)
    page = fronts.arrange(None, AT)
    assert (page.lead.article, page.secondary[0].article) == (first, second)


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_a_story_that_is_not_live_is_not_there_and_its_place_is_filled(state):
    live = make_published(2)
    gone = make_article("Not for readers")
    if state == "withdrawn":
        publish(gone, AT - HOUR)
        gone.withdraw(by=None, reason="Court order")
    front = make_front()
    place(front, gone)
    page = fronts.arrange(None, AT)
    assert page.lead.article == live[1]
    assert "Not for readers" not in heads(on_page(page))


def test_a_placement_has_its_time():
    old, new = make_published(2)
    front = make_front()
    place(front, old, starts_at=AT, ends_at=AT + HOUR)
    moments = {AT - HOUR: new, AT: old, AT + HOUR / 2: old, AT + HOUR: new}
    assert {at: fronts.arrange(None, at).lead.article for at in moments} == moments
    assert fronts.arrange(None, AT - HOUR).changes_at == AT
    assert fronts.arrange(None, AT).changes_at == AT + HOUR
    assert fronts.arrange(None, AT + HOUR).changes_at is None


def test_the_kept_front_changes_when_a_placement_ends():
    old, new = make_published(2)
    place(make_front(), old, ends_at=AT + HOUR)
    assert fronts.front_of(None, AT).lead.article == old
    assert fronts.front_of(None, AT + HOUR / 2).key == fronts.front_of(None, AT).key
    assert fronts.front_of(None, AT + HOUR).lead.article == new


def test_strips_stand_in_their_order_with_what_is_placed_first():
    culture, sport = make_section("Culture"), make_section("Sport")
    plays, games = make_published(6, section=culture), make_published(6, section=sport)
    make_published(13)
    front = make_front()
    Strip.objects.create(front=front, section=sport, look="feature", order=0)
    Strip.objects.create(front=front, section=culture, order=1)
    place(front, plays[0], "strip")
    for article in [*plays, *games]:
        article.refresh_from_db()
    page = fronts.arrange(None, AT)
    assert [(strip.slug, strip.look) for strip in page.strips] == [("sport", "feature"), ("culture", "plain")]
    assert page.strips[1].stories[0].article == plays[0]
    assert {one.section_slug for one in page.strips[0].stories} == {"sport"}


def test_a_story_placed_in_a_strip_that_is_not_there_is_not_lost():
    article, *_rest = make_published(1)
    front = make_front()
    Strip.objects.create(front=front, section=make_section("Sport"))
    place(front, article, "strip")
    assert fronts.arrange(None, AT).lead.article == article


def test_the_front_of_a_section_holds_its_stories_and_what_editors_put_there():
    culture = make_section("Culture")
    plays = make_published(3, section=culture)
    other = make_published(2)[0]
    place(make_front(section=culture), other)
    page = fronts.arrange(culture, AT)
    assert page.lead.article == other
    assert {one.article for one in on_page(page)} == {*plays, other}
    assert page.strips == () and page.banner is None


def test_older_goes_on_behind_what_is_shown_without_a_gap():
    make_published(40)
    section = make_section()
    page = fronts.arrange(section, AT)
    shown = {one.pk for one in on_page(page)}
    assert len(shown) == 33
    rest = keyset_page(fronts.LIVE().filter(section=section), page.older, 100).items
    assert not shown & {one.pk for one in rest}
    assert len(shown) + len(rest) == 40


def test_older_misses_nothing_when_every_slot_is_taken_by_hand():
    articles = make_published(24)
    front = make_front()
    for number in range(14):
        place(
            front, articles[number], "rail" if number > 4 else "secondary" if number else "lead", order=number
        )
    Strip.objects.create(front=front, section=make_section("Sport"))
    page = fronts.arrange(None, AT)
    rest = keyset_page(fronts.LIVE(), page.older, 100).items
    assert rest
    assert {one.pk for one in on_page(page)} | {one.pk for one in rest} == set(
        fronts.LIVE().values_list("pk", flat=True)
    )


def test_nothing_older_when_everything_is_shown():
    make_published(5)
    assert fronts.arrange(None, AT).older == ""


def test_a_preview_shows_what_is_scheduled_until_then_and_readers_never_get_it():
    make_published(2)
    coming = make_article("Coming story")
    coming.public_status, coming.scheduled_for = "scheduled", AT + HOUR
    coming.save()
    place(make_front(), coming)
    assert fronts.preview(None, AT).lead.headline != "Coming story"
    assert fronts.preview(None, AT + 2 * HOUR).lead.headline == "Coming story"
    assert "Coming story" not in heads(on_page(fronts.front_of(None, AT + 2 * HOUR)))


def test_a_banner_begins_and_ends_by_itself_and_the_youngest_wins():
    Banner.objects.create(text="First", starts_at=AT, ends_at=AT + 2 * HOUR)
    Banner.objects.create(text="Second", starts_at=AT + HOUR, ends_at=AT + 2 * HOUR)
    shown = [(fronts.arrange(None, AT + n * HOUR).banner or {}).get("text") for n in (-1, 0, 1, 2)]
    assert shown == [None, "First", "Second", None]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "//evil.example/", "http://plain.example/", "data:x"]
)
def test_a_banner_links_to_pages_only(link):
    banner = Banner(text="News", link=link, starts_at=AT, ends_at=AT + HOUR)
    with pytest.raises(ValidationError, match="begins with /"):
        banner.full_clean()


def test_there_is_one_front_of_the_paper_and_one_of_each_section():
    section = make_section()
    make_front()
    make_front(section=section)
    for values in ({}, {"section": section}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_front(**values)
        with pytest.raises(ValidationError, match="there already"):
            FrontPage(**values).full_clean()


def test_times_that_run_backwards_are_refused_in_words():
    front, article = make_front(), make_article()
    one = Placement(front=front, article=article, starts_at=AT, ends_at=AT)
    with pytest.raises(ValidationError, match="ends before it starts"):
        one.full_clean()
    with pytest.raises(ValidationError, match="ends before it starts"):
        Banner(text="News", starts_at=AT, ends_at=AT - HOUR).full_clean()


def test_what_somebody_says_in_the_lead_stands_beside_it_and_in_the_band():
    publish(make_quoted_article(), AT - HOUR)
    page = fronts.arrange(None, AT)
    assert page.key_quote.data["speaker"]["name"] == "Ada Quill"
    assert [row.data["speaker"]["name"] for row in page.said.rows] == ["Ada Quill"]


@pytest.mark.parametrize("number", [1, 20])
def test_a_front_costs_the_same_with_one_story_and_with_twenty(number, django_assert_num_queries):
    make_published(number)
    cache.clear()
    # front, banners, strips (the sections), the latest, one strip, key quotation, statements
    with django_assert_num_queries(7):
        fronts.front_of(None, AT)
    with django_assert_num_queries(0):
        fronts.front_of(None, AT)
