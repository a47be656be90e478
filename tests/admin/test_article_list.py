"""The list of articles: its columns, filters with counts, and the views that each person keeps."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.admin import article_list
from articles.models import Article, SavedFilter, article_desk
from articles.operations.preflight_watch import look_at_changed
from tests import factories
from tests.factories import make_article, make_member, make_quoted_article

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def editor(client):
    user = make_member("Editor", "edda")
    client.force_login(user)
    return user


def headlines(client, query=""):
    response = client.get(f"{LIST}{query}")
    assert response.status_code == 200, query
    return {article.headline for article in response.context["cl"].result_list}


@pytest.fixture
def some(editor):
    """One of each kind that a filter tells from the others."""
    now = timezone.now()
    mine, late, live, open_one = (make_article(name) for name in ("Mine", "Late", "Live", "Open"))
    mine.assign(by=editor, to=editor, due_at=now + HOUR, priority=4)
    late.assign(by=editor, to=make_member("Reporter"), due_at=now - HOUR)
    factories.publish(live)
    Article.objects.filter(pk=live.pk).update(stage="draft")
    Article.objects.filter(pk=open_one.pk).update(section=None)
    words = "The ferry will sail again on Monday."
    factories.make_use(open_one, words, factories.make_quote(words), attribution="proposed")
    drifted = make_quoted_article(headline="Drifted")
    drifted.quote_uses.update(match="drift", attribution="confirmed")
    planned = factories.approve(make_article("Planned"))
    planned.schedule(by=editor, to=now + 2 * HOUR)
    look_at_changed()


def test_filters_narrow_and_say_how_many(client, some):
    assert headlines(client, "?whose=mine") == {"Mine"}
    assert headlines(client, "?due=late") == {"Late"} and headlines(client, "?due=later") == {"Mine"}
    assert headlines(client, "?quotations=open") == {"Open"}
    assert headlines(client, "?quotations=drifted") == {"Drifted"}
    assert "Open" in headlines(client, "?preflight=blocked")
    assert headlines(client, "?priority__exact=4") == {"Mine"}
    section = Article.objects.get(headline="Mine").section_id
    assert len(headlines(client, f"?section__id__exact={section}")) == 5
    assert headlines(client, "?section__id__exact=nonsense") == set()
    assert headlines(client, "?q=ferry") == set() and headlines(client, "?q=plan") == {"Planned"}
    html = client.get(LIST).content.decode()
    for words in ("Mine", "Late", "To settle", "Drifted words", "Urgent", "Approved"):
        assert f"{words} <small>1</small>" in html, words


def test_columns_tell_stage_owner_due_priority_quotations_and_preflight(client, some):
    html = " ".join(client.get(LIST).content.decode().split())
    for words in (
        "Scheduled</span>",
        "0/1",
        "1/1",
        "Urgent",
        "late",
        "blocker",
        "edda",
        "s-live",
        "pill s-draft",
    ):
        assert words in html, words


def test_the_views_of_everybody_have_counts_and_lead_to_what_they_count(client, some):
    response = client.get(LIST)
    counts = {str(view["name"]): int(view["count"]) for view in response.context["shared_views"]}
    for view in response.context["shared_views"]:
        assert len(headlines(client, f"?{view['query']}")) == int(view["count"]), view
    assert counts == {
        "In work": 6,
        "Waiting for review": 0,
        "Quotations to settle": 1,
        "Drifted words": 1,
        "Changes pending": 1,
        "Scheduled": 1,
        "All": 6,
    }


def test_a_view_is_kept_for_one_person_and_removed_again(client, editor):
    response = client.post(f"{LIST}views/", {"name": "Urgent", "query": "priority__exact=4&o=-2&p=3"})
    assert response.url == f"{LIST}?priority__exact=4&o=-2"
    page = client.get(response.url)
    assert [view["is_here"] for view in page.context["own_views"]] == [True]
    assert "Kept as “Urgent”." in page.content.decode()
    kept = SavedFilter.objects.get()
    other = make_member("Editor", "otto")
    client.force_login(other)
    assert client.get(LIST).context["own_views"] == []
    assert client.post(f"{LIST}views/{kept.pk}/remove/").status_code == 404
    client.force_login(editor)
    assert client.get(f"{LIST}views/{kept.pk}/remove/").status_code == 405
    client.post(f"{LIST}views/{kept.pk}/remove/")
    assert not SavedFilter.objects.exists()
    page = client.post(f"{LIST}views/", {"name": " ", "query": ""}, follow=True).content.decode()
    assert "Give the view a name." in page


def test_a_view_with_a_filter_that_is_no_more_leads_to_the_list(client, editor):
    SavedFilter.objects.remember(editor, name="Old", query="gone__exact=1")
    assert client.get(f"{LIST}?gone__exact=1", follow=True).status_code == 200


def test_a_reporter_keeps_views_and_counts_only_what_is_theirs(client, some):
    rosa = make_member("Reporter", "rosa")
    make_article("Own", by=rosa)
    client.force_login(rosa)
    assert headlines(client) == {"Own"}
    counts = {str(view["name"]): int(view["count"]) for view in client.get(LIST).context["shared_views"]}
    assert counts["All"] == 1 and counts["Drifted words"] == 0
    html = client.get(LIST).content.decode()
    assert "Drifted words <small>0</small>" in html and "Late <small>0</small>" in html


def test_the_list_takes_the_same_number_of_statements_however_long_it_is(
    client, editor, django_assert_num_queries, django_assert_max_num_queries
):
    def one(number):
        article = make_quoted_article(section=factories.make_section(f"Section {number}"))
        article.assign(by=editor, to=factories.make_user(is_superuser=True), due_at=timezone.now())

    one(0)
    look_at_changed()
    with django_assert_max_num_queries(30) as few:
        client.get(LIST)
    for number in range(20):
        one(number + 1)
    look_at_changed(50)
    with django_assert_num_queries(len(few)):
        assert len(headlines(client)) == 21


def test_what_is_too_many_to_count_is_counted_to_a_bound_and_by_filters_for_whoever_asks(
    client, some, monkeypatch
):
    page = client.get(LIST).content.decode()
    assert "Mine <small>1</small>" in page and "Show counts" not in page
    for module in (article_desk, article_list):
        monkeypatch.setattr(module, "COUNTED", 5)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(LIST)
    counting = [one["sql"] for one in asked if "COUNT(" in one["sql"] and "FROM (SELECT" in one["sql"]]
    assert (
        len([one for one in counting if "LIMIT 6" in one]) == 8
    )  # seven views, and whether the filters count
    counts = {str(view["name"]): view["count"] for view in page.context["shared_views"]}
    assert counts["All"] == counts["In work"] == "5+" and counts["Drifted words"] == "1"
    html = page.content.decode()
    assert "Mine <small>1</small>" not in html and "Show counts" in html
    assert "Mine <small>1</small>" in client.get(f"{LIST}?_facets=True").content.decode()


def test_the_table_says_by_what_it_is_sorted_and_which_cell_names_the_row(client, some):
    html = client.get(f"{LIST}?o=2").content.decode()
    assert (
        html.count('aria-sort="ascending"') == 1 and html.count('<th scope="row" class="field-headline"') == 6
    )
    assert 'aria-sort="descending"' in client.get(f"{LIST}?o=-2").content.decode()


def test_a_long_archive_is_asked_for_neither_its_months_nor_its_languages(client, some, monkeypatch):
    assert client.get(LIST).context["cl"].date_hierarchy == "first_published_at"
    for module in (article_desk, article_list):
        monkeypatch.setattr(module, "COUNTED", 5)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(LIST)
    assert page.context["cl"].date_hierarchy is None
    assert not [one["sql"] for one in asked if "SELECT DISTINCT" in one["sql"]]
    year = timezone.now().year
    page = client.get(f"{LIST}?first_published_at__year={year}")
    assert page.context["cl"].date_hierarchy and page.status_code == 200
    assert headlines(client, "?language=en") and headlines(client, "?language=he") == set()
