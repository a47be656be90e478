"""What pages tell machines about themselves, and how translations find one another."""

import datetime
import json
import re

import pytest
from django.core.cache import cache

from tests.factories import make_article, make_author, make_desk, make_quoted_article, publish, retract

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)


def blocks(client, address: str) -> dict[str, dict]:
    """The data blocks of a page by type."""
    html = client.get(address).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return {block["@type"]: block for block in map(json.loads, found)}


def test_the_front_page_says_who_publishes_and_how_to_search(client, settings):
    publish(make_article(), AT)
    site = blocks(client, "/")["WebSite"]
    assert (
        site["potentialAction"]["target"]["urlTemplate"]
        == f"{settings.SITE_URL}/search/?q={{search_term_string}}"
    )
    assert site["publisher"]["@type"] == "NewsMediaOrganization" and site["publisher"]["correctionsPolicy"]


def test_lists_and_people_say_what_they_are(client, settings):
    publish(make_quoted_article(), AT)
    publish(make_article(author=make_desk()), AT)
    section = blocks(client, "/sections/harbor/")["CollectionPage"]
    assert section["name"] == "Harbor"
    assert [step["name"] for step in section["breadcrumb"]["itemListElement"]] == [
        settings.SITE_NAME,
        "Harbor",
    ]
    author = blocks(client, "/authors/bo-lantern/")["ProfilePage"]
    assert author["mainEntity"]["@type"] == "Person" and author["mainEntity"]["name"] == "Bo Lantern"
    assert blocks(client, "/authors/the-quay-desk/")["CollectionPage"]["about"]["@type"] == "Organization"
    assert blocks(client, "/people/ada-quill/")["ProfilePage"]["mainEntity"]["name"] == "Ada Quill"


def test_an_article_carries_its_paragraphs_and_each_author_by_name_and_moves_with_the_site(client, settings):
    article = make_article("Ferry", body="<p>It sails.</p><h2>When</h2><p>On Friday.</p>", author=make_desk())
    article.bylines.create(author=make_author("Bo Lantern"), order=2)
    address = publish(article, AT).get_absolute_url()
    settings.SITE_URL = "https://elsewhere.example"
    story = blocks(client, address)["NewsArticle"]
    assert story["articleBody"] == "It sails.\n\nOn Friday."
    assert story["url"] == f"https://elsewhere.example{address}"
    assert story["author"][1]["url"] == "https://elsewhere.example/authors/bo-lantern/"
    html = client.get(address).content.decode()
    assert re.findall(r'<meta name="author" content="(.*?)">', html) == ["The Quay Desk", "Bo Lantern"]
    assert '<meta name="dc.creator" content="The Quay Desk, Bo Lantern">' in html


def test_a_retracted_article_carries_its_notice_instead(client):
    article = make_article("Ferry")
    publish(article, AT)
    address = retract(article, "Nothing of this was so.").get_absolute_url()
    assert blocks(client, address)["NewsArticle"]["articleBody"] == "Nothing of this was so."


@pytest.mark.parametrize(
    ("headline", "own", "shown"),
    [("Ferry sails", "", "Ferry sails"), ("Ferry " * 14, "", "Short"), ("Ferry sails", "Found", "Found")],
)
def test_the_title_is_the_headline_as_long_as_it_is_not_cut(client, headline, own, shown):
    edition = publish(make_article(headline, short_headline="Short", seo_title=own), AT)
    assert f"<title>{shown}</title>" in client.get(edition.get_absolute_url()).content.decode()


def test_an_article_says_how_one_gets_to_it(client):
    article = make_article("Ferry")
    publish(article, AT)
    way = blocks(client, article.get_absolute_url())["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in way][1:] == ["Harbor", "Ferry"]


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("/", "/feed.rss"),
        ("/sections/harbor/", "/sections/harbor/feed.atom"),
        ("/authors/bo-lantern/", "/authors/bo-lantern/feed.json"),
    ],
)
def test_pages_lead_to_their_feeds(client, address, feed):
    make_author()
    publish(make_article(), AT)
    assert f'href="{feed}"' in client.get(address).content.decode()


def test_translations_name_one_another_once_they_are_live(client, settings):
    original, german = make_article("Ferry"), make_article("Fähre", language="de")
    german.translation_of = original
    german.save_working_copy(by=None)
    publish(original, AT)
    assert 'hreflang="de"' not in client.get(original.get_absolute_url()).content.decode()
    publish(german, AT)
    cache.clear()
    for article in (original, german):
        html = client.get(article.get_absolute_url()).content.decode()
        for language, other in (("en", original), ("de", german), ("x-default", original)):
            link = f'<link rel="alternate" hreflang="{language}" href="{settings.SITE_URL}{other.get_absolute_url()}">'
            assert link in html


def test_an_article_is_no_translation_of_itself_or_of_a_translation():
    original, german, french = (
        make_article("A"),
        make_article("B", language="de"),
        make_article("C", language="fr"),
    )
    german.translation_of = original
    german.full_clean(exclude=["slug"])
    german.save()
    original.translation_of = original
    with pytest.raises(Exception, match="itself"):
        original.full_clean()
    french.translation_of = german
    with pytest.raises(Exception, match="original"):
        french.full_clean()
