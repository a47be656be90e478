"""The editor's main job in a real browser, by keyboard where keys are promised: paste, settle, publish, read."""

import time

import pytest
from django.test import Client
from playwright.sync_api import expect

from articles.models import Article, Quote
from tests import factories
from tests.browser.hand import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIRE = """Harbor chief asks for light on the pier, calls delay 'a scandal'
The old pier has been dark since spring
Calder’s Harbor Chief Edda Marlow met Mayor Tomas Brandt on Friday.
“The pier is a public matter,” Mayor Tomas Brandt said. “It belongs to everybody.”
“This delay is a scandal,” Marlow said after the meeting.
She added that the lamps [on the pier] were “older than the mayor.”
The fund promised to pay “for walls, not for lamps,” in spring.
The Quay News Staff is a team of reporters in Calder.
"""


@pytest.fixture
def desk(page):
    factories.make_admin()
    sign_in(page)
    return page


def paste(desk):
    factories.make_section(name="Harbour", slug="harbour")
    desk.goto("/admin/articles/article/paste/")
    desk.get_by_label("Wire copy").fill(WIRE)
    desk.get_by_label("Dateline date").fill("2026-10-16")
    desk.get_by_label("Section").select_option(label="Harbour")
    desk.get_by_role("button", name="See what is found").click()
    assert "Edda Marlow" in desk.locator(".found").inner_text()
    desk.get_by_role("button", name="Create the draft").click()
    desk.locator(".ProseMirror .quote").first.wait_for()
    desk.locator("#quote-list[role=listbox]").wait_for()
    return Article.objects.get()


def public_addresses(article):
    quotes = Quote.objects.filter(uses__article=article).distinct()
    return [
        article.get_absolute_url(),
        f"/api/v1/articles/{article.short_id}/",
        *(f"/quotes/{quote.short_id}/" for quote in quotes),
        *(f"/api/v1/quotes/{quote.short_id}/" for quote in quotes),
        "/people/edda-marlow/",
        "/people/tomas-brandt/",
    ]


def test_paste_settle_by_keyboard_publish_read(desk):
    article = paste(desk)
    reader = Client()
    assert {reader.get(url).status_code for url in public_addresses(article)} == {404}
    desk.keyboard.press("Escape")  # into the list
    expect(desk.locator("#quote-list")).to_be_focused()
    presses = 1
    rows = desk.locator(".qopt")
    for _ in range(rows.count()):
        current = desk.locator(".qopt.is-current")
        if current.get_attribute("data-state") not in ("proposed", "unattributed"):
            break
        silent = current.get_attribute("data-state") == "unattributed"
        desk.keyboard.press("n" if silent else "Enter")
        presses += 1
    expect(desk.locator("#tab-quotes [data-open]")).to_have_text("0")
    assert presses <= rows.count() + 1
    desk.keyboard.press("Control+Enter")  # at once: the decisions on their way are waited for
    for step in ("Approve", "Publish…"):
        desk.locator("#primary", has_text=step).wait_for()
        desk.locator("#quote-list[role=listbox]").wait_for()  # the page listens
        desk.keyboard.press("Control+Enter")
    desk.get_by_role("button", name="Publish", exact=True).click()
    desk.locator(".messagelist").wait_for()
    assert desk.console_errors == []
    assert {reader.get(url).status_code for url in public_addresses(article)} == {200}
    said = {row["text"]: row["speaker"]["name"] for row in reader.get("/api/v1/quotes/").json()["results"]}
    assert said["This delay is a scandal,"] == "Edda Marlow"


def test_another_speaker_brings_the_own_role_and_followers_follow(desk):
    article = paste(desk)
    marlow = desk.locator(".qopt", has_text="This delay")
    marlow.click()
    card = desk.locator(".qcard.is-current")
    brandt = card.locator(".spk", has_text="Tomas Brandt")
    digit = brandt.locator("kbd").inner_text()
    desk.keyboard.press(digit)
    follower = desk.locator(".qopt", has_text="older than the mayor")
    expect(follower.locator(".qwho")).to_have_text("Tomas Brandt")
    assert follower.get_attribute("data-state") == "proposed"  # offered, and still open
    quote = article.quote_uses.get(exact__startswith="“This delay").quote
    assert quote.speaker_person.name == "Tomas Brandt" and quote.speaker_label == "Mayor"


def test_someone_else_is_offered_from_those_the_newsroom_knows(desk):
    known = factories.make_person("Ines Fell")
    article = paste(desk)
    desk.locator(".qopt", has_text="for walls").click()
    card = desk.locator(".qcard.is-current")
    card.locator(".spk", has_text="Someone else").click()
    card.get_by_label("Name:").press_sequentially("Ine")
    expect(desk.locator("#known-speakers option")).to_have_attribute("value", "Ines Fell")
    card.get_by_label("Name:").fill("Ines Fell")
    card.get_by_role("button", name="Confirm").click()
    expect(desk.locator("#panel-quotes")).to_have_attribute("aria-busy", "false")
    assert article.quote_uses.get(exact__contains="for walls").quote.speaker_person == known


def test_a_decision_is_undone_by_one_key(desk):
    article = paste(desk)
    desk.keyboard.press("Escape")
    desk.keyboard.press("Enter")
    desk.keyboard.press("z")
    expect(desk.locator(".qopt[data-state=confirmed]")).to_have_count(0)
    expect(desk.locator("#panel-quotes")).to_have_attribute("aria-busy", "false")
    desk.reload()
    assert desk.locator(".qopt[data-state=confirmed]").count() == 0
    assert article.quote_uses.confirmed().count() == 0


def test_nobody_is_chosen_for_a_quotation_without_a_speaker(desk):
    paste(desk)
    desk.locator(".qopt[data-state=unattributed]").first.click()
    desk.keyboard.press("Enter")
    expect(desk.locator("#say")).to_contain_text("no speaker")
    assert desk.locator(".qopt.is-current").get_attribute("data-state") == "unattributed"


def test_single_letters_are_text_while_somebody_types(desk):
    paste(desk)
    desk.locator(".ProseMirror p").first.click()
    desk.keyboard.type("nzo1")
    assert "nzo1" in desk.locator(".ProseMirror").inner_text()
    assert desk.locator(".qopt[data-state=not]").count() == 0


def test_a_slow_answer_does_not_take_back_what_was_decided_since(desk):
    paste(desk)
    desk.route("**/quotes/", lambda route: (time.sleep(0.3), route.continue_()))
    states = []
    desk.keyboard.press("Escape")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    for _ in range(12):
        states.append(desk.locator(".qopt[data-state=confirmed]").count())
        desk.wait_for_timeout(100)
    assert states == [3] * 12


def test_what_the_server_refuses_comes_back(desk):
    paste(desk)
    desk.route("**/quotes/", lambda route: route.abort())
    desk.keyboard.press("Escape")
    desk.keyboard.press("Enter")
    desk.locator("#toast", has_text="Not saved").wait_for()
    assert desk.locator(".qopt[data-state=confirmed]").count() == 0


def test_bylines_change_places(desk):
    article = factories.make_article()
    article.bylines.create(author=factories.make_author(name="Ben Ink"), order=1)
    desk.goto(f"/admin/articles/article/{article.pk}/change/#panel-details")
    desk.locator(".inline-row:not(.empty-form)").nth(1).get_by_role("button", name="Move up").click()
    desk.locator("#save-button").click()
    desk.locator(".messagelist").wait_for()
    assert [b.author.name for b in article.bylines.order_by("order")] == ["Ben Ink", "Bo Lantern"]
