"""A front put together and a focal point picked in a real browser."""

import pytest

from articles.models import FrontPage, Placement
from tests.browser.hand import sign_in
from tests.factories import make_admin, make_image, make_published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page):
    make_admin()
    sign_in(page)
    return page


def placed(front):
    return list(front.placements.in_order().values_list("article__headline", flat=True))


def make_front():
    front = FrontPage.objects.create()
    for order, article in enumerate(make_published(3)):
        Placement.objects.create(front=front, article=article, order=order)
    return front, placed(front)


def test_stories_are_put_in_order_by_keyboard_buttons_and_dragging(desk):
    front, (first, second, third) = make_front()
    desk.goto(f"/admin/articles/frontpage/{front.pk}/change/")
    rows = desk.locator("#placements-group .inline-related:not(.empty-form)")
    rows.nth(1).locator("select[name$='-slot']").press("Alt+ArrowUp")
    rows.nth(0).get_by_role("button", name="Move down").click()
    rows.nth(2).locator(".drag-handle").drag_to(rows.nth(0), target_position={"x": 20, "y": 2})
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.wait_for_url("**/frontpage/")
    assert placed(front) == [third, first, second]
    assert desk.console_errors == []


def test_a_story_is_found_while_its_headline_is_typed(desk):
    front, (first, *_rest) = make_front()
    Placement.objects.all().delete()
    desk.goto(f"/admin/articles/frontpage/{front.pk}/change/")
    desk.locator("#placements-group .add-row a").click()
    desk.locator("#placements-group .select2-selection").first.click()
    desk.locator(".select2-search__field").fill(first)
    desk.locator(".select2-results__option", has_text=first).first.click()
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.wait_for_url("**/frontpage/")
    assert placed(front) == [first]
    assert desk.console_errors == []


def test_the_focal_point_is_picked_on_the_picture_and_moved_by_keys(desk, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    image = make_image((800, 500))
    desk.goto(f"/admin/articles/image/{image.pk}/change/")
    picture = desk.locator(".focal-stage img")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    desk.locator(".focal-point").press("ArrowRight")
    desk.locator(".focal-point").press("Shift+ArrowUp")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.wait_for_url("**/image/")
    image.refresh_from_db()
    assert image.focal_x == pytest.approx(0.27, abs=0.011)
    assert image.focal_y == pytest.approx(0.65, abs=0.011)
    assert desk.console_errors == []


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_a_front_never_scrolls_sideways_and_its_picture_is_chosen_by_width(page, settings, tmp_path, width):
    settings.MEDIA_ROOT = tmp_path
    make_published(20, lead_image=make_image((1600, 1000)))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/")
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") == 0
    shown = page.locator(".lead img").evaluate("image => image.currentSrc")
    assert shown.endswith("640.avif") if width < 1440 else shown.endswith(".avif")
    assert page.console_errors == []
