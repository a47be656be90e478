"""Cards, embeds and oEmbed: what travels says what the record says today."""

import dataclasses
import html
import io
import json
import re
from urllib.parse import quote as quoted

import pytest
from PIL import Image

from articles.operations import cards
from articles.operations.cards import Card, can_draw, draw
from articles.operations.quote_status import dispute_quote, retract_quote
from tests.factories import make_article, make_quote, make_quoted_article, make_use, make_user, publish

pytestmark = pytest.mark.django_db
CARD = Card("“We sail [at noon] …”", "Ada Quill", "Harbor pilot. 3 March 2026", "", "The Ledger", "en")


@pytest.fixture
def article():
    article = make_quoted_article()
    publish(article)
    return article


@pytest.fixture
def quote(article):
    return article.quote_uses.first().quote


def picture(client, quote) -> str:
    page = client.get(quote.get_absolute_url()).content.decode()
    found = re.search(r'property="og:image" content="[^"]*(/quotes/[^"]+)"', page)
    return found[1] if found else ""


def ink(card: Card, color: str = cards.INK) -> int:
    """How many pixels of the card are nearly of that color."""
    wanted = tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))
    image = Image.open(io.BytesIO(draw(card))).convert("RGB")
    return sum(
        count for count, got in image.getcolors(1 << 20) if max(map(abs, map(int.__sub__, got, wanted))) < 30
    )


TEXTS = {
    "short": "“Yes.”",
    "brackets and ellipses": "“We [all] sail … [sic] at noon …”",
    "long": "“" + "We sail at noon, all of us. " * 60 + "”",
    "one endless word": "“https://example.org/" + "x" * 3000 + "”",
    "accents": "“Žluťoučký kůň, Ærøskøbing, œuvre”",
    "hebrew": "“המעבורת תפליג בשעה 9:40 [מהרציף] …”",
    "nothing": "“”",
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_length_and_script_fits_on_the_card(name):
    card = dataclasses.replace(CARD, words=TEXTS[name], language="he" if name == "hebrew" else "en")
    assert can_draw(card)
    image = Image.open(io.BytesIO(draw(card)))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    margins = image.convert("L").crop((0, 0, 40, 630)), image.convert("L").crop((1160, 0, 1200, 630))
    assert all(len(set(margin.get_flattened_data())) == 1 for margin in margins)


def test_what_is_cut_says_so():
    side = cards._Side(cards.ImageDraw.Draw(Image.new("RGB", (9, 9))), "en")
    lines, _font, size = cards._fitted(TEXTS["long"], side, 380)
    assert size == min(cards.SIZES) and lines[-1].endswith("[…]”")
    assert all(side.width(line, _font) <= 1200 - 2 * cards.EDGE for line in lines)


def test_right_to_left_words_begin_on_the_right():
    card = dataclasses.replace(CARD, words="“כן”", language="he")
    image = Image.open(io.BytesIO(draw(card))).convert("L")
    left, right = image.crop((0, 100, 600, 470)), image.crop((600, 100, 1200, 470))
    assert len(set(left.get_flattened_data())) == 1 < len(set(right.get_flattened_data()))


@pytest.mark.parametrize(
    ("language", "day"),
    [("en", "3 March 2026"), ("he", "3 מרץ 2026"), ("de", "3 März 2026"), ("zz", "3 March 2026")],
)
def test_the_day_is_told_in_the_language_of_the_words(client, quote, language, day):
    row = quote.listings.get()
    row.data = {**row.data, "said_on": "2026-03-03", "said_on_precision": "day", "language": language}
    assert cards.card_of(row).about.endswith(day)


def test_a_script_without_glyphs_gets_no_card_rather_than_boxes(client):
    card = dataclasses.replace(CARD, words="“\U00012000\U00012001”")
    assert not can_draw(card)
    story = make_article(body="<p>“\U00012000\U00012001” it says.</p>")
    record = make_quote("\U00012000\U00012001")
    make_use(story, "“\U00012000\U00012001”", record)
    publish(story)
    assert picture(client, record) == ""
    assert client.get(f"/quotes/{record.short_id}/card-{'0' * 16}.png").status_code == 404


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Card)])
def test_whatever_is_seen_changes_the_address(field):
    assert dataclasses.replace(CARD, **{field: "he"}).key != CARD.key


def test_words_that_do_not_stand_never_look_clean():
    warned = dataclasses.replace(CARD, warning="Disputed")
    assert ink(warned, cards.BUOY) > 200 > ink(CARD, cards.BUOY)


def test_the_card_is_served_for_good_and_a_changed_record_gets_another(client, quote):
    address = picture(client, quote)
    response = client.get(address)
    assert response["Content-Type"] == "image/png" and "immutable" in response["Cache-Control"]
    dispute_quote(quote, by=make_user(), notice="The company denies it.")
    assert picture(client, quote) != address
    old = client.get(address)
    assert old.status_code == 302 and old["Location"] == picture(client, quote)
    assert client.get(f"/quotes/{quote.short_id}/card-{'0' * 16}.png").status_code == 302
    assert client.get(f"/quotes/nothing0/card-{'0' * 16}.png").status_code == 404


def test_the_card_of_a_retracted_quotation_has_the_notice_and_not_the_words(client, quote):
    retract_quote(quote, by=make_user(), notice="It was another voice.")
    card = cards.card_of(quote.listings.get())
    assert (card.warning, card.words) == ("Retracted", "It was another voice.")


def test_the_embed_may_be_framed_by_anybody_and_runs_nothing(client, quote):
    response = client.get(f"{quote.get_absolute_url()}embed/")
    page = response.content.decode()
    assert "frame-ancestors *" in response["Content-Security-Policy"] and "X-Frame-Options" not in response
    assert "<script" not in page and not client.cookies and "Ada Quill" in page
    retract_quote(quote, by=make_user(), notice="It was another voice.")
    assert "It was another voice." in client.get(f"{quote.get_absolute_url()}embed/").content.decode()
    assert client.get("/quotes/nothing0/embed/").status_code == 404


def test_other_pages_may_still_not_be_framed(client, quote):
    response = client.get(quote.get_absolute_url())
    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_the_page_offers_a_code_to_copy(client, quote):
    page = client.get(quote.get_absolute_url()).content.decode()
    code = html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[1])
    assert code.startswith("<iframe") and "sandbox" in code and "<blockquote" in code
    assert f"/quotes/{quote.short_id}/embed/" in code


def oembed(client, url: str, **query):
    return client.get("/oembed/", {"url": url, **query})


def test_oembed_of_a_quotation(client, quote, settings):
    url = f"{settings.SITE_URL}{quote.get_absolute_url()}"
    response = oembed(client, url)
    body = response.json()
    assert (body["version"], body["type"], body["author_name"]) == ("1.0", "rich", "Ada Quill")
    assert "<iframe" in body["html"] and body["thumbnail_url"].endswith(".png")
    assert response["Access-Control-Allow-Origin"] == "*"
    small = oembed(client, url, maxwidth="300", maxheight="200").json()
    assert (small["width"], small["height"]) == (300, 200) and 'width="300"' in small["html"]
    assert "thumbnail_url" not in small
    page = client.get(quote.get_absolute_url()).content.decode()
    found = html.unescape(re.search(r'json\+oembed" href="([^"]+)"', page)[1])
    assert quoted(url, safe="") in found


def test_oembed_of_an_article(client, article, settings):
    edition = article.live_edition()
    body = oembed(client, f"{settings.SITE_URL}{edition.get_absolute_url()}").json()
    assert (body["type"], body["title"]) == ("link", edition.headline)
    assert "json+oembed" in client.get(edition.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({}, 400),
        ({"url": "https://elsewhere.example/quotes/abc/"}, 404),
        ({"url": "http://testserver/quotes/nothing0/"}, 404),
        ({"url": "http://testserver/nowhere/at/all/"}, 404),
        ({"url": "http://testserver/"}, 404),
        ({"url": "ftp://testserver/quotes/nothing0/"}, 404),
        ({"url": "http://[broken/"}, 404),
        ({"url": "\x00"}, 404),
        ({"url": "http://testserver/", "format": "xml"}, 501),
        ({"url": "http://testserver/", "maxwidth": "wide"}, 400),
        ({"url": "http://testserver/", "maxheight": "-1"}, 400),
    ],
)
def test_oembed_refuses_clearly(client, query, status):
    response = client.get("/oembed/", query)
    assert response.status_code == status and json.loads(response.content)["error"]


def test_an_interrupted_quotation_travels_with_the_punctuation_of_one_that_stands_alone(client, quote):
    record = quote.listings.get().data
    assert record["text"] == "We have waited long enough, Now we sail."
    page = client.get(quote.get_absolute_url()).content.decode()
    asked = client.get("/oembed/", {"url": f"http://testserver{quote.get_absolute_url()}"}).json()
    shown_in = (
        cards.card_of(quote.listings.get()).words,
        page.split("og:title")[1],
        asked["title"],
        asked["html"],
    )
    for shown in shown_in:
        assert "We have waited long enough. Now we sail." in shown
    assert '"text": "We have waited long enough. Now we sail."' in page


def test_words_that_do_not_stand_travel_with_their_notice(client, quote):
    retract_quote(quote, by=make_user(), notice="He says he never said this.")
    address = f"http://testserver{quote.get_absolute_url()}"
    asked = client.get("/oembed/", {"url": address}).json()
    for shown in (asked["title"], asked["html"]):
        assert "Retracted: He says he never said this." in shown and "long enough" not in shown
