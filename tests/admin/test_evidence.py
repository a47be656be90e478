"""Confidential evidence: seen by those who are named for it and by the standards editors, every look kept, its words nowhere else."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.models import Event, Source
from articles.operations.verification import verify
from tests.factories import make_admin, make_article, make_member, make_quote, make_source, make_use

pytestmark = pytest.mark.django_db
TITLE = "Logbook of the harbor master"
LIST = "/admin/articles/source/"


@pytest.fixture
def rosa():
    return make_member("Reporter", "rosa")


@pytest.fixture
def paper(rosa):
    paper = make_source(TITLE, access="confidential")
    paper.known_by.add(rosa)
    return paper


@pytest.fixture(params=["Reporter", "Copy editor", "Editor", "Publisher", "Administrator", "superuser"])
def outsider(request):
    return make_admin() if request.param == "superuser" else make_member(request.param)


def page_of(source):
    return reverse("admin:articles_source_change", args=[source.pk])


def test_who_is_not_named_finds_it_nowhere(client, paper, outsider, rosa):
    article = make_article(
        "Cranes untested", by=outsider, body="<p>“We have waited long enough,” she said.</p>"
    )
    article.sources.add(paper)
    quote = make_quote("We have waited long enough,", verbatim="We have waited long enough")
    make_use(article, "“We have waited long enough,”", quote)
    verify(quote, by=rosa, verbatim="We have waited long enough", source=paper, locator="p. 3")
    client.force_login(outsider)
    field = "app_label=articles&model_name=article&field_name=sources"
    addresses = [
        LIST,
        f"{LIST}?q=Logbook",
        f"/admin/autocomplete/?{field}&term=Logbook",
        "/admin/find/?q=Logbook",
        reverse("admin:articles_article_change", args=[article.pk]),
        reverse("admin:articles_article_verify", args=[article.pk]),
        reverse("admin:articles_quote_change", args=[quote.pk]),
        "/admin/articles/event/",
    ]
    for address in addresses:
        response = client.get(address)
        assert response.status_code in (200, 403) and TITLE not in response.content.decode(), address
    assert client.get(page_of(paper)).status_code in (302, 403)
    assert client.get(f"{LIST}{paper.pk}/history/").status_code in (302, 403)
    assert not Event.objects.filter(kind="evidence.viewed").exists()


@pytest.mark.parametrize("who", ["rosa", "standards"])
def test_who_may_see_it_leaves_a_trace_of_every_look(client, paper, rosa, who):
    user = rosa if who == "rosa" else make_member("Standards editor")
    client.force_login(user)
    assert TITLE in client.get(page_of(paper)).content.decode()
    assert TITLE in client.get(LIST).content.decode()
    looks = Event.objects.filter(kind="evidence.viewed", by=user)
    assert [look.data for look in looks] == [{"evidence": paper.pk}] * 2


def test_evidence_for_everybody_leaves_no_trace(client, rosa):
    public = make_source("Minutes of the council")
    client.force_login(rosa)
    assert "Minutes of the council" in client.get(page_of(public)).content.decode()
    assert "Minutes of the council" in client.get(LIST).content.decode()
    assert not Event.objects.filter(kind="evidence.viewed").exists()


def test_who_makes_it_confidential_goes_on_seeing_it_and_no_log_names_it(client, rosa):
    client.force_login(rosa)
    data = {"kind": "document", "title": TITLE, "access": "confidential", "known_by": []}
    client.post(f"{LIST}add/", data)
    paper = Source.objects.get()
    assert list(paper.known_by.all()) == [rosa]
    assert LogEntry.objects.get().object_repr == f"confidential evidence no. {paper.pk}"
    assert TITLE not in repr(paper)


def test_a_form_of_somebody_else_keeps_it_with_the_article(client, paper):
    editor = make_member("Editor")
    article = make_article("Cranes untested")
    article.sources.add(paper)
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert f'<option value="{paper.pk}" selected>confidential evidence no. {paper.pk}</option>' in page
