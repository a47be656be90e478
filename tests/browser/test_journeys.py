"""What editors do all day, with the clicks and keys that it may cost; axe looks at every page on the way."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article, ConfidentialSource, Quote
from tests import factories
from tests.browser.hand import Hand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAID = """the lamps will burn by spring|we counted the steps twice|nobody has asked the fishermen
the bill came to nine hundred|I have walked that pier since I was six|the rail is older than the town
a lamp costs less than a funeral|we had the money in March|the tender was read aloud
it is the wind that breaks them|my father hung the first one|we will not wait for the summer
the insurers were told in writing|they can see it from the ferry|the children run there at night
every second bulb was stolen|so we shall stand there with torches""".replace("\n", "|").split("|")
WIRE = "\n".join(
    [
        "Harbor chief asks for light on the pier",
        "The old pier has been dark since spring",
        "Calder's Harbor Chief Edda Marlow met Mayor Tomas Brandt on Friday.",
        *(
            f'"{words[0].upper()}{words[1:]}," {("Marlow", "Brandt")[number % 2]} said.'
            for number, words in enumerate(SAID)
        ),
        "The Quay News Staff is a team of reporters in Calder.",
    ]
)


@pytest.fixture
def hand(page):
    return Hand(page)


@pytest.fixture
def people():
    groups = {
        "rosa": "Reporter",
        "cora": "Copy editor",
        "edna": "Editor",
        "pia": "Publisher",
        "sten": "Standards editor",
    }
    return {name: factories.make_member(group, name) for name, group in groups.items()}


def change(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


def test_from_wire_copy_to_seventeen_settled_quotations(hand, people):
    """Paste to draft 3 acts; seventeen speakers 22 keys; an occasion for eight 5 acts; verified in 3 clicks."""
    factories.make_section(name="Harbour", slug="harbour")
    occasion, page = factories.make_occasion(), hand.page
    hand.is_of(people["edna"]).goes_to("/admin/articles/article/paste/")
    hand.writes("Wire copy", WIRE)
    hand.writes("Dateline date", "2026-10-16")
    hand.chooses("select[name=section]", "Harbour")
    hand.clicks("button", "See what is found")
    page.locator(".found").first.wait_for()
    hand.sees_nothing_wrong()
    hand.clicks("button", "Create the draft")
    page.locator("#quote-list[role=listbox]").wait_for()
    assert hand.acts <= 3

    page.locator(".ProseMirror p").first.click()
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")  # from the caret on, so that the first is not passed by
    expect(page.locator(".qopt.is-current .qtext")).to_contain_text("The lamps will burn by spring")
    page.keyboard.press("Escape")
    expect(page.locator(".ProseMirror")).to_be_focused()

    hand.acts = 0
    hand.presses("Escape")
    expect(page.locator("#quote-list")).to_be_focused()
    assert page.locator(".qopt").count() == len(SAID) == 17
    for _ in SAID:
        hand.presses("Enter")
    expect(page.locator("#tab-quotes [data-open]")).to_have_text("0")
    expect(page.locator("#panel-quotes")).to_have_attribute("aria-busy", "false", timeout=60_000)
    article = Article.objects.get()
    assert article.quote_uses.confirmed().count() == 17 and hand.acts <= 22
    speakers = [use.quote.speaker_person.name for use in article.quote_uses.in_text().order_by("start")]
    assert speakers == [("Edda Marlow", "Tomas Brandt")[number % 2] for number in range(17)]
    hand.sees_nothing_wrong()

    hand.acts = 0
    hand.clicks_on(".qopt >> nth=0")
    hand.chooses(".qcard.is-current select[name$=-occasion]", str(occasion.pk))
    hand.clicks_on(".qopt >> nth=7", modifiers=["Shift"])
    hand.presses("o")
    expect(page.locator("#panel-quotes")).to_have_attribute("aria-busy", "false", timeout=60_000)
    assert Quote.objects.filter(occasion=occasion).count() == 8 and hand.acts <= 5

    hand.acts = 0
    hand.clicks("link", "Verify", exact=False)
    hand.writes(
        "Transcript or text of the source", "MARLOW: As I said, the lamps will burn by spring, all of them."
    )
    hand.clicks("button", "Compare")
    shown = page.locator(".compare", has=page.locator(".v-q", has_text="The lamps will burn by spring"))
    shown.wait_for()
    hand.sees_nothing_wrong()
    hand.clicks("button", "Verify", within=shown)
    hand.is_told()
    assert Quote.objects.filter(status="verified").count() == 1 and hand.acts <= 3


def test_set_right_reviewed_approved_published_and_a_quotation_corrected(hand, people):
    """Typography 1 click; review, approval, publication 1 click each; a published quotation is corrected in 4."""
    page = hand.page
    article = factories.make_quoted_article(by=people["rosa"], dateline_date=datetime.date(2026, 10, 14))
    hand.is_of(people["rosa"]).goes_to(change(article))
    page.locator(".ProseMirror").wait_for()
    page.locator("#id_dek").fill('The "old" pier - they said - stays.')
    page.locator("#tab-preflight").click()
    page.locator("[name=_typography]").wait_for()
    hand.sees_nothing_wrong()
    hand.clicks_on("[name=_typography]")
    expect(page.locator("#id_dek")).to_have_value("The “old” pier – they said – stays.")
    assert hand.acts == 1
    page.locator("#id_dek").fill("The old pier stays.")
    hand.acts = 0
    hand.clicks("button", "Send to review")
    hand.is_told()
    assert hand.acts == 1
    hand.is_of(people["cora"]).goes_to(change(article))
    hand.clicks("button", "Approve")
    hand.is_told()
    assert hand.acts == 1
    hand.is_of(people["pia"]).goes_to(f"/admin/articles/article/{article.pk}/publish/")
    page.locator("iframe.seen").wait_for()
    hand.sees_nothing_wrong()
    hand.clicks("button", "Publish")
    hand.is_told()
    assert hand.acts == 1
    assert Client().get(article.get_absolute_url()).status_code == 200

    hand.is_of(people["edna"]).goes_to(change(article))
    page.locator(".ProseMirror").wait_for()
    page.locator(".ProseMirror .quote").first.wait_for()
    page.evaluate(
        "() => { const q = document.querySelector('.ProseMirror .quote'), s = getSelection(), r = document.createRange();"
        " document.querySelector('.ProseMirror').focus(); r.selectNodeContents(q); s.removeAllRanges(); s.addRange(r); }"
    )
    page.keyboard.type("“We have waited too long,”")
    hand.acts = 0
    hand.clicks("button", "Publish changes…")
    page.locator("#k-correction").wait_for()
    hand.sees_nothing_wrong()
    expect(page.locator("#k-correction")).to_be_checked()
    expect(page.locator("[name=wrong]")).to_have_value("We have waited long enough, Now we sail.")
    expect(page.locator("[name=right]")).to_have_value("We have waited too long, Now we sail.")
    hand.clicks("button", "Publish correction", exact=False)
    hand.is_told()
    assert hand.acts <= 4
    told = Client().get(article.get_absolute_url()).content.decode()
    assert "We have waited too long" in told and "Correction" in told
    quote = article.quote_uses.first().quote
    assert article.corrections.get().quote == quote and quote.text == "We have waited too long, Now we sail."


def test_scheduled_under_embargo_then_retracted_by_two(hand, people):
    """A schedule with an embargo takes 3 clicks; a retraction two people, two clicks each, and the notice."""
    page = hand.page
    article = factories.make_quoted_article(dateline_date=datetime.date(2026, 10, 14))
    until = timezone.now().replace(microsecond=0, second=0) + datetime.timedelta(days=1)
    Article.objects.filter(pk=article.pk).update(embargo_until=until)
    article.refresh_from_db()
    factories.approve(article)
    hand.is_of(people["edna"]).goes_to(change(article))
    page.locator(".ProseMirror").wait_for()
    hand.clicks_on("#primary")
    page.get_by_label("At a set time").wait_for()
    hand.sees_nothing_wrong()
    hand.clicks("radio", "At a set time")
    at = timezone.localtime(until + datetime.timedelta(hours=1))
    page.locator("input[type=datetime-local]").fill(f"{at:%Y-%m-%dT%H:%M}")
    hand.clicks("button", "Schedule")
    hand.is_told()
    article.refresh_from_db()
    assert article.public_status == "scheduled" and hand.acts <= 3
    assert Client().get(article.get_absolute_url()).status_code == 404

    article.unschedule(by=people["edna"])
    Article.objects.filter(pk=article.pk).update(embargo_until=None)
    article.refresh_from_db()
    factories.publish(article)
    address = f"/admin/articles/article/{article.pk}/publish/"
    hand.is_of(people["sten"]).goes_to(address)
    hand.clicks("radio", "Retraction", exact=False)
    hand.writes("Notice, shown in place of the article", "The minutes were forged.")
    hand.sees_nothing_wrong()
    hand.clicks("button", "Ask for retraction")
    hand.is_told()
    assert hand.acts <= 2 and article.live_edition().status == "live"
    hand.is_of(people["pia"]).goes_to("/admin/")
    hand.goes_to(address)
    hand.sees_nothing_wrong()
    hand.clicks("button", "Agree", exact=False)
    hand.is_told()
    assert hand.acts <= 2
    told = Client().get(article.get_absolute_url())
    assert told.status_code == 200 and b"The minutes were forged." in told.content


def test_a_source_without_a_name(hand, people):
    """At most six fields, and one click of another person."""
    article, page = factories.make_quoted_article(by=people["rosa"]), hand.page
    hand.is_of(people["rosa"]).goes_to(f"{change(article)}#panel-quotes")
    page.get_by_role("link", name="Confidential source…").first.click()
    hand.sees_nothing_wrong()
    fields = page.locator("form.step .field")
    assert fields.count() <= 6
    hand.writes("What readers are told", "a harbor pilot")
    hand.writes("Why no name is given", "because the company forbids it")
    hand.clicks("button", "Attribute")
    hand.is_told()
    source = ConfidentialSource.objects.get()
    hand.is_of(people["sten"]).goes_to(f"/admin/articles/confidentialsource/{source.pk}/change/")
    hand.sees_nothing_wrong()
    hand.clicks("button", "Approve")
    hand.is_told()
    source.refresh_from_db()
    assert source.is_approved and source.decided_by == people["sten"] and hand.acts == 1
