"""How many quotations an article has, and how many of them are open: everywhere the same numbers."""

import pytest
from django.urls import reverse

from articles.admin.quotes import panel
from articles.models import Article
from articles.operations.quotes import scan_article
from articles.operations.settling import confirm_use, reject_use
from tests.api.desk_client import Program
from tests.factories import make_article, make_member

pytestmark = pytest.mark.django_db
BODY = (
    "<p>“We have waited,” said Ada Quill, the harbor pilot, “long enough.”</p>"
    "<p>“The ferry is late,” said Ada Quill. “No.”</p><p>“No,” said Bo Marsh. “Nobody asked us,” said Di Ray.</p>"
    "<p>“The company pays for it,” said Cleo Dunn.</p><p>“The last crane is gone,” said Cleo Dunn.</p>"
)


@pytest.fixture
def editor():
    return make_member("Editor")


@pytest.fixture
def article(editor):
    """Interrupted, repeated in the headline, the same word twice; one settled, one rejected, one lost."""
    article = make_article("Pilot: “We have waited”", body=BODY, by=editor)
    scan_article(article, by=editor)
    uses = {use.exact: use for use in article.quote_uses.filter(place="body")}
    confirm_use(uses["“The last crane is gone,”"], by=editor)
    reject_use(uses["“The company pays for it,”"], by=editor)
    article.body = article.body.replace("“The last crane is gone,” said Cleo Dunn.", "It is gone.")
    article.save_working_copy(by=editor)
    scan_article(article, by=editor)
    return article


def test_every_place_counts_the_same_quotations(client, editor, article):
    counts = panel(article, editor)
    total, still_open = counts["total"], counts["open_count"]
    assert (total, still_open) == (4, 4)
    listed = Article.objects.with_quote_counts().get()
    assert (listed.all_quotes, listed.open_quotes) == (total, still_open)
    findings = [one for one in article.preflight() if one.rule == "quote-open"]
    assert len(findings) == still_open
    assert Program(editor).on(article, "get", "quotes/").json()["open"] == still_open
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert f'<span class="count blue" data-open>{still_open}</span>' in page
    assert f'<progress max="{total}" value="0" id="q-progress"' in page
    assert f"{still_open} quotations are without a confirmed speaker." in page
    assert f"0/{total}</span>" in client.get(reverse("admin:index")).content.decode()


def test_a_part_that_came_later_opens_its_quotation_everywhere(editor):
    article = make_article(body="<p>“We have waited,” said Ada Quill.</p>", by=editor)
    scan_article(article, by=editor)
    confirm_use(article.quote_uses.get(), by=editor)
    article.body = "<p>“We have waited,” said Ada Quill, “long enough.”</p>"
    article.save_working_copy(by=editor)
    scan_article(article, by=editor)
    listed = Article.objects.with_quote_counts().get()
    open_findings = [one for one in article.preflight() if one.rule == "quote-open"]
    assert listed.open_quotes == panel(article, editor)["open_count"] == len(open_findings)
