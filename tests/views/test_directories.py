import pytest
from django.core.cache import cache

from articles.models import Quote
from articles.operations import caching
from articles.views import directories
from tests.factories import (
    make_article,
    make_organization,
    make_person,
    make_quote,
    make_quoted_article,
    make_role,
    make_topic,
    make_use,
    publish,
)

pytestmark = pytest.mark.django_db


def page(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200, address
    return response.content.decode()


def quoted(name, **values):
    """A person of that name, quoted in a live article."""
    person = make_person(name, **values)
    article = make_article(body=f"<p>“We sail,” {name} said.</p>")
    make_use(article, "“We sail,”", make_quote("We sail", speaker_person=person))
    publish(article)
    return person


def test_people_are_listed_once_something_they_said_is_public(client):
    article = make_quoted_article()
    make_person("Silent One")
    assert "Ada Quill" not in page(client, "/people/")
    publish(article)
    shown = page(client, "/people/")
    assert 'href="/people/ada-quill/">Ada Quill' in shown and "Silent One" not in shown


def test_who_is_delisted_is_in_no_directory(client):
    person = quoted("Ada Quill")
    person.delisted = True
    person.save()
    assert "Ada Quill" not in page(client, "/people/")


def test_people_stand_with_the_roles_of_today_alone(client):
    person = quoted("Ada Quill")
    make_role(person, "Harbor pilot", organization=make_organization())
    make_role(person, "Deckhand", end_date="2019")
    shown = page(client, "/people/")
    assert "Harbor pilot, Ferry Company" in shown and "Deckhand" not in shown


@pytest.mark.parametrize("words", ["brenn", "BRENNAN ag", "ágnes", "agnes"])
def test_a_part_of_a_name_finds_it_with_or_without_accents(client, words):
    quoted("Ágnes Brennan", slug="agnes-brennan")
    quoted("Bo Tarr")
    shown = page(client, "/people/", q=words)
    assert "Ágnes Brennan" in shown and "Bo Tarr" not in shown


@pytest.mark.parametrize("words", ["xylophone", "a\x00b", "a" * 300, "%", "'"])
def test_what_is_no_name_finds_nothing_and_says_so(client, words):
    quoted("Ada Quill")
    assert "No name fits" in page(client, "/people/", q=words)


def test_topics_and_organizations_have_their_directories(client):
    make_topic("Never written about")
    make_organization("Silent Company")
    article = make_article(body="<p>“We sail,” the company said.</p>", topics=[make_topic()])
    quote = Quote.objects.create(text="We sail", record="on_record", speaker_organization=make_organization())
    make_use(article, "“We sail,”", quote)
    publish(article)
    topics, organizations = page(client, "/topics/"), page(client, "/organizations/")
    assert "/topics/ferries/" in topics and "Never written about" not in topics
    assert "/organizations/ferry-company/" in organizations and "Silent Company" not in organizations


def test_a_long_directory_has_pages_that_hold_everybody_once(client, monkeypatch):
    monkeypatch.setattr(directories, "PAGE_SIZE", 2)
    names = ["Ada Quill", "Bo Tarr", "Cy Dunn"]
    for name in names:
        quoted(name)
    first, second = page(client, "/people/"), page(client, "/people/", after="bo-tarr")
    assert "after=bo-tarr" in first and "From the beginning" in second
    assert [name in first for name in names] == [True, True, False]
    assert [name in second for name in names] == [False, False, True]


@pytest.mark.parametrize("cursor", ["\x00", "a b", "a" * 201, "é/"])
def test_a_cursor_that_is_not_ours_is_404(client, cursor):
    assert client.get("/people/", {"after": cursor}).status_code == 404


@pytest.mark.parametrize("number", [1, 20])
def test_a_directory_costs_the_same_for_one_and_for_twenty(client, number, django_assert_num_queries):
    for index in range(number):
        make_role(quoted(f"Ada Quill {index}"), organization=make_organization())
    cache.clear()
    caching.nav_sections()
    with django_assert_num_queries(2):
        page(client, "/people/")


def test_the_way_to_a_speaker_leads_through_the_directory(client):
    quoted("Ada Quill")
    shown = page(client, "/people/ada-quill/")
    trail, blocks = shown.split('class="trail"')[1].split("</nav>")[0], shown.split("application/ld+json")[1]
    assert 'href="/people/">People<' in trail
    assert '"name": "People"' in blocks
