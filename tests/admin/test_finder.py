"""The finder leads everywhere somebody may go, tells nobody what they may not see, and brings back earlier quotations."""

import datetime

import pytest

from articles.models import ConfidentialSource, Quote
from articles.operations.inserting import as_inserted, use_inserted
from articles.operations.quotes import scan_article
from tests import factories
from tests.desk_forms import opened
from tests.factories import make_article, make_member, make_person, make_quote, make_quoted_article

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/find/"


@pytest.fixture
def editor(client):
    user = make_member("Editor", "edda")
    client.force_login(user)
    return user


def found(client, query, **more):
    response = client.get(ADDRESS, {"q": query, "lines": "", **more})
    assert response.status_code == 200 and "no-store" in response["Cache-Control"]
    return {str(name): [str(line.text) for line in lines] for name, lines in response.context["groups"]}


def test_articles_people_quotations_and_actions_are_found(client, editor):
    make_quoted_article(headline="The pier is lit")
    factories.make_organization("Pier Trust")
    assert found(client, "pier")["Articles"] == ["The pier is lit"]
    assert found(client, "pier")["People and organizations"] == ["Pier Trust"]
    quill = found(client, "quill")
    assert quill["People and organizations"] == ["Ada Quill"]
    assert quill["Quotations"] == ["“We have waited long enough, Now we sail.”"]
    assert found(client, "waited enough")["Quotations"] == quill["Quotations"]
    assert found(client, Quote.objects.get().short_id)["Quotations"] == quill["Quotations"]
    assert found(client, "paste") == {"Do": ["Paste wire copy"]}
    assert found(client, "zzz") == {}
    page = client.get(ADDRESS, {"q": "quill"}).content.decode()  # without scripts it is a page
    assert "Find or do anything" in page and "/admin/articles/quote/" in page


def test_every_line_leads_to_a_page(client, editor):
    article = make_quoted_article(headline="The pier is lit")
    response = client.get(ADDRESS, {"q": "", "lines": "", "article": article.pk})
    lines = [line for _name, some in response.context["groups"] for line in some]
    assert len(lines) > 15 and "Compare revisions of this article" in {str(line.text) for line in lines}
    for line in lines:
        assert client.get(line.url).status_code == 200, line.url


def test_nobody_finds_what_they_may_not_see(client, editor):
    foreign = make_quoted_article(headline="Secret pier")
    source = ConfidentialSource.objects.request(
        by=editor, public_description="an official", public_reason="fear"
    )
    hidden = make_quote("Nobody knows that the pier is sold.", speaker_person=None, record="background")
    Quote.objects.filter(pk=hidden.pk).update(confidential_source=source)
    factories.make_use(
        make_article(body="<p>“Nobody knows that the pier is sold.”</p>"),
        "“Nobody knows that the pier is sold.”",
        hidden,
    )
    for query in ("Nobody knows", "official", source.codename, hidden.short_id):
        assert "Quotations" not in found(client, query), query
    client.force_login(make_member("Reporter", "rosa"))
    for query in ("secret", "pier", foreign.short_id):
        assert not {"Articles", "Quotations"} & set(found(client, query)), query
    assert "Quotations" not in found(client, "waited")
    assert found(client, "", article=foreign.pk)["Do"][0] == "Paste wire copy"  # nothing about that article
    assert "Corrections" in found(client, "")["Do"] and "Fronts" not in found(client, "")["Do"]
    client.logout()
    assert client.get(ADDRESS, {"q": "pier", "lines": ""}).status_code == 302


@pytest.mark.parametrize("role", ["Reporter", "Editor"])
def test_it_asks_as_often_however_much_is_found(
    client, role, django_assert_num_queries, django_assert_max_num_queries
):
    user = make_member(role)
    client.force_login(user)
    article = make_quoted_article(headline="The ferry", by=user)
    with django_assert_max_num_queries(12) as few:
        found(client, "qu", article=article.pk, insert="")
    for number in range(20):
        make_quoted_article(headline=f"The quay, part {number}", by=user)
        make_person(f"Quentin {number}")
        factories.make_organization(f"Quay company {number}")
    with django_assert_num_queries(len(few)):
        groups = found(client, "qu", article=article.pk, insert="")
    assert [len(lines) for lines in groups.values()] == [8, 6, 2, 10]


def test_what_is_inserted_says_who_and_when_in_the_marks_of_the_language():
    quote = make_quote("We sail on Monday,", speaker_label="Harbor pilot", occasion=factories.make_occasion())
    assert as_inserted(quote, "en") == "“We sail on Monday” (Ada Quill, Harbor pilot, 12 October 2026)"
    quote.occasion, quote.speaker_label = None, ""
    quote.said_on, quote.said_on_precision = datetime.date(2026, 3, 1), "year"
    assert as_inserted(quote, "de") == "„We sail on Monday“ (Ada Quill, 2026)"


def test_only_what_may_be_used_again_is_offered(client, editor):
    offered = make_quote("The pier stays open.")
    make_quote("The pier is closed.", record="off_record")
    make_quote("The pier is gone.", status="retracted", notice="She never said that.")
    make_quote(
        "The pier is quiet.",
        speaker_person=make_person("A resident", is_unnamed=True, is_public_figure=False),
    )
    response = client.get(ADDRESS, {"q": "the pier", "lines": "", "insert": "", "language": "en"})
    name, lines = response.context["groups"][0]
    assert str(name) == "Insert a quotation" and [line.quote for line in lines] == [offered.short_id]
    assert 'data-insert="“The pier stays open.” (Ada Quill)"' in response.content.decode()


def test_a_saved_insertion_is_a_use_of_the_same_record_with_its_evidence(client, editor):
    quote = make_quote(
        "We have waited long enough,", occasion=factories.make_occasion(), speaker_label="Pilot"
    )
    quote.quote_sources.create(source=factories.make_source())
    factories.make_use(
        make_article(body="<p>“We have waited long enough,” she said.</p>"),
        "“We have waited long enough,”",
        quote,
    )
    article = make_article("The second story")
    form = opened(article, body=f"<p>It was said before: {as_inserted(quote, 'en')}.</p>")
    response = client.post(
        f"/admin/articles/article/{article.pk}/change/", {**form, "inserted": [quote.short_id]}
    )
    assert response.status_code == 302
    use = article.quote_uses.get()
    assert use.quote == quote and use.attribution == "confirmed" and Quote.objects.count() == 1
    assert use.quote.occasion is not None and use.quote.quote_sources.count() == 1
    assert quote.events.filter(kind="quote.joined", article=article, by=editor).exists()


def test_words_that_were_rewritten_or_belong_to_others_are_settled_like_any():
    reporter = make_member("Reporter", "rosa")
    quote = make_quote("We have waited long enough.")
    for body in ("<p>“We have waited too long.”</p>", "<p>“We have waited long enough.”</p>"):
        article = make_article(body=body, by=reporter)
        scan_article(article, by=reporter)
        assert use_inserted(article, [quote.short_id], by=reporter) == []  # nobody has published it
        assert article.quote_uses.get().attribution == "proposed"
    Quote.objects.filter(pk=quote.pk).update(is_public=True)
    assert [use.quote for use in use_inserted(article, [quote.short_id], by=reporter)] == [quote]
