"""What an editor says of two statements in the record of a quotation, and what a second one has to agree to."""

import pytest
from django.urls import reverse

from articles.models import QuoteLink
from tests.factories import make_member, make_quote, make_quoted_article, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def quotes():
    article = make_quoted_article()
    publish(article)
    quote = article.quote_uses.first().quote
    return quote, make_quote("Nobody ever sails.", speaker_person=quote.speaker_person)


def save_link(client, quote, kind, other):
    """Add a link in the form of the record and save it as it is else."""
    address = reverse("admin:articles_quote_change", args=[quote.pk])
    page = client.get(address)
    sets = [one.formset for one in page.context["inline_admin_formsets"]]
    forms = [one for formset in sets for one in (formset.management_form, *formset.initial_forms)]
    data = {
        field.html_name: "" if field.value() is None else field.value()
        for form in (page.context["adminform"].form, *forms)
        for field in form
    }
    prefix = next(formset.prefix for formset in sets if formset.model is QuoteLink)
    existing = int(data[f"{prefix}-INITIAL_FORMS"])
    data |= {f"{prefix}-TOTAL_FORMS": existing + 1, f"{prefix}-{existing}-quote": quote.pk}
    data |= {f"{prefix}-{existing}-kind": kind, f"{prefix}-{existing}-other": other.pk}
    return client.post(address, data)


def agree(client, link):
    address = reverse("admin:articles_quotelink_changelist")
    return client.post(address, {"action": "agree", "_selected_action": [link.pk]}, follow=True)


def test_a_contradiction_waits_in_the_record_until_a_second_editor_agrees(client, quotes):
    quote, other = quotes
    client.force_login(make_member("Editor", "eve"))
    assert save_link(client, quote, "contradicts", other).status_code == 302
    link = QuoteLink.objects.get()
    assert link.waits and link.proposed_by.username == "eve"
    record = reverse("admin:articles_quote_change", args=[quote.pk])
    assert "waits for a second person" in client.get(record).content.decode()
    assert "Somebody else than who proposed it" in agree(client, link).content.decode()
    link.refresh_from_db()
    assert link.waits
    client.force_login(make_member("Editor", "edna"))
    agree(client, link)
    link.refresh_from_db()
    assert not link.waits and link.approved_by.username == "edna"
    assert "shown to readers" in client.get(record).content.decode()


def test_a_link_that_cannot_be_is_told_in_the_form(client, quotes):
    quote, other = quotes
    client.force_login(make_member("Editor", "eve"))
    page = save_link(client, quote, "contradicts", quote)
    assert page.status_code == 200 and not QuoteLink.objects.exists()
    save_link(client, quote, "answers", other)
    again = save_link(client, quote, "answers", other)
    assert again.status_code == 200 and QuoteLink.objects.count() == 1
