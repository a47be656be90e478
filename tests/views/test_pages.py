import datetime
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache

from articles.models import Person, Quote
from articles.operations import caching
from tests.factories import (
    make_article,
    make_author,
    make_organization,
    make_person,
    make_published,
    make_quoted_article,
    make_role,
    make_section,
    make_topic,
    make_use,
    publish,
    retract,
)

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)


def test_nothing_of_a_draft_is_public_until_it_is_published(client):
    article = make_quoted_article(topics=[make_topic()])
    quote, person = Quote.objects.get(), Person.objects.get()
    addresses = [
        article.get_absolute_url(),
        quote.get_absolute_url(),
        person.get_absolute_url(),
        "/topics/ferries/",
        "/authors/bo-lantern/",
        f"/api/v1/articles/{article.short_id}/",
        f"/api/v1/quotes/{quote.short_id}/",
        f"/api/v1/people/{person.slug}/",
        "/api/v1/topics/ferries/",
        "/api/v1/authors/bo-lantern/",
    ]
    assert {client.get(a).status_code for a in addresses} == {404}
    assert (
        "Ada Quill" not in client.get("/").content.decode() + client.get("/api/v1/people/").content.decode()
    )
    publish(article)
    assert {client.get(a).status_code for a in addresses} == {200}


def test_an_article_shows_its_words_with_anchors_records_and_ledger(client):
    article = make_quoted_article()
    publish(article)
    page = client.get(article.get_absolute_url()).content.decode()
    short_id = Quote.objects.get().short_id
    assert f'id="q-{short_id}"' in page and f'id="r-{short_id}" popover' in page
    assert page.count("<h1") == 1 and 'rel="author"' in page
    assert "application/ld+json" in page


def test_a_wrong_slug_moves_on_and_a_missing_one_too(client):
    article = make_article()
    publish(article)
    for address in (f"/articles/{article.short_id}/wrong/", f"/articles/{article.short_id}/"):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (301, article.get_absolute_url())


def test_a_withdrawn_article_is_gone_and_a_retracted_one_shows_its_notice(client):
    article = make_article()
    publish(article)
    retract(article, notice="The meeting never took place.")
    response = client.get(article.get_absolute_url())
    assert response.status_code == 200 and "The meeting never took place." in response.content.decode()
    article.withdraw(by=None, reason="Court order")
    assert client.get(article.get_absolute_url()).status_code == 410


def test_an_article_that_is_known_already_costs_no_body(client):
    article = make_article()
    publish(article)
    first = client.get(article.get_absolute_url())
    again = client.get(article.get_absolute_url(), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_hebrew_article_runs_from_right_to_left(client):
    article = make_article("הנמל נפתח", language="he", body="<p>הנמל נפתח מחדש.</p>")
    publish(article)
    assert '<html lang="he" dir="rtl">' in client.get(article.get_absolute_url()).content.decode()


def test_json_ld_cannot_end_its_element(client):
    article = make_article("</script><script>alert(1)</script>")
    publish(article)
    assert "<script>alert" not in client.get(article.get_absolute_url()).content.decode()


def test_a_private_person_has_no_page(client):
    article = make_quoted_article()
    publish(article)
    person = Person.objects.get()
    Person.objects.update(is_public_figure=False)
    assert client.get(person.get_absolute_url()).status_code == 404


def test_pages_by_key_show_everything_once_and_lead_back(client):
    make_published(45, topics=[make_topic()])
    seen, address = [], "/topics/ferries/"
    while address:
        page = client.get(address).context["page"]
        seen += [e.pk for e in page.items]
        address = f"/topics/ferries/?after={page.next}" if page.next else ""
    assert len(seen) == len(set(seen)) == 45
    start = client.get("/topics/ferries/").context["page"]
    middle = client.get("/topics/ferries/", {"after": start.next}).context["page"]
    first = client.get("/topics/ferries/", {"after": middle.previous}).context["page"]
    assert [e.pk for e in first.items] == seen[:20]


@pytest.mark.parametrize("cursor", ["x", "WzAsMV0", "\x00", "a" * 5000, "%F0%9F"])
def test_a_bad_cursor_is_404(client, cursor):
    assert client.get("/", {"after": cursor}).status_code == 404


@pytest.mark.parametrize("number", [1, 20])
def test_query_counts_are_the_same_for_one_row_and_twenty(
    client, number, django_assert_num_queries, django_assert_max_num_queries
):
    organization, topic = make_organization(), make_topic()
    start = AT
    for index in range(number):
        article = make_article(body="<p>“We sail,” the company said.</p>", topics=[topic])
        quote = Quote.objects.create(
            text=f"We sail {index}", record="on_record", speaker_organization=organization
        )
        make_use(article, "“We sail,”", quote)
        publish(article, start + datetime.timedelta(minutes=index))
    person_article = make_quoted_article()
    publish(person_article, AT)
    # With an empty cache. A page that was seen before costs one less where it lists stories, two less where it
    # lists statements: what the filter offers is read once after each publication.
    budgets = {
        article.get_absolute_url(): 2,
        "/": 7,  # arranged anew: front, banners, sections, the latest, one strip, lead quotation, statements
        "/sections/harbor/": 4,
        "/topics/ferries/": 3,
        "/authors/bo-lantern/": 3,
        "/organizations/ferry-company/": 4,
        "/people/ada-quill/": 4,
        "/quotes/": 2,
        quote.get_absolute_url(): 1,
    }
    for address, budget in budgets.items():
        cache.clear()
        caching.nav_sections()  # read once for each version of the site
        with django_assert_num_queries(budget):
            assert client.get(address).status_code == 200
        with django_assert_max_num_queries(2):
            assert client.get(address).status_code == 200


def test_what_is_put_right_about_a_person_is_on_the_page_at_once(client, django_capture_on_commit_callbacks):
    publish(make_quoted_article())
    role = make_role(make_person(), "Harbour pilot")
    assert "Harbour pilot" in client.get("/people/ada-quill/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        role.title = "Master of the harbour"
        role.save()
    assert "Master of the harbour" in client.get("/people/ada-quill/").content.decode()


def test_machines_can_read_every_time_on_an_article_and_in_its_history(client):
    article = make_article()
    publish(article, datetime.datetime(2026, 10, 5, 7, 30, tzinfo=datetime.UTC))
    publish(article, datetime.datetime(2026, 10, 6, 19, 5, tzinfo=datetime.UTC))
    address = article.get_absolute_url()
    for page in (address, f"{address}history/"):
        times = re.findall(r'<time datetime="([^"]+)"', client.get(page).content.decode())
        assert times and all(datetime.datetime.fromisoformat(one) for one in times)
    head = client.get(address).content.decode()
    published = re.search(r'published_time" content="([^"]+)"', head)[1]
    assert datetime.datetime.fromisoformat(published).tzinfo


def test_the_style_sheet_is_the_sum_of_its_parts():
    css = Path(settings.BASE_DIR) / "static" / "css"
    parts = (
        "reset tokens base layout masthead breaking story picture latest said article quote quote-page timeline pages history search footer "
        "utilities print"
    )
    assert (css / "site.css").read_text() == "".join(
        (css / f"{name}.css").read_text() for name in parts.split()
    )


def test_unknown_addresses_and_inactive_sections_are_404(client):
    make_section("Old", is_active=False)
    make_author("Nobody")
    make_person("Silent One")
    for address in (
        "/nothing/",
        "/sections/old/",
        "/authors/nobody/",
        "/people/silent-one/",
        "/quotes/zzzzzzzz/",
    ):
        assert client.get(address).status_code == 404
