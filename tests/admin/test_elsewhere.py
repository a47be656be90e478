"""One statement in two articles: offered on the card, joined to one record, and parted again without harm."""

import pytest

from articles.models import Article, Quote
from articles.operations.quote_panel import rows_of
from articles.operations.quotes import scan_article
from articles.operations.settling import confirm_use, reopen_use
from tests.factories import make_admin, make_article, make_member, make_person, make_user, publish

pytestmark = pytest.mark.django_db
SAID = "We have not decided to close the pier this winter."
ELSE = "We have decided to close the pier this winter."


def story(words: str, headline: str):
    article = make_article(headline, body=f"<p>“{words[:-1]},” said Ada Quill, the harbor pilot.</p>")
    scan_article(article)
    return article


@pytest.fixture
def earlier():
    make_person()
    article = story(SAID, "The pier stays")
    confirm_use(article.quote_uses.get(), by=make_user())
    return article


def test_an_open_quotation_is_compared_by_whom_it_is_proposed_for(earlier):
    row = rows_of(story(ELSE, "The pier goes"))[0]
    assert row.is_open and [(one.article, one.is_same) for one in row.elsewhere] == [(earlier, False)]


def test_joining_by_the_button_without_scripts(client, earlier):
    client.force_login(make_admin())
    article = story(SAID, "The pier again")
    address = f"/admin/articles/article/{article.pk}/quotes/"
    html = client.get(address).content.decode()
    assert "The same words stand in" in html and "The pier stays" in html
    record = earlier.quote_uses.get().quote
    client.post(address, {"use": article.quote_uses.get().pk, "join": record.short_id})
    use = article.quote_uses.get()
    assert (use.quote, use.attribution) == (record, "confirmed") and Quote.objects.count() == 1
    publish(earlier), publish(article)
    html = client.get(record.get_absolute_url()).content.decode()
    assert "The pier stays" in html and "The pier again" in html


def test_another_wording_is_shown_word_by_word(client, earlier):
    client.force_login(make_admin())
    article = story(ELSE, "The pier goes")
    html = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "It reads otherwise in" in html and "<del> not</del>" in html
    confirm_use(article.quote_uses.get(), by=make_user())
    publish(earlier)
    html = client.get(f"/admin/articles/article/{article.pk}/publish/").content.decode()
    assert "reads otherwise in “The pier stays”" in html and 'data-sev="warning"' in html


def test_only_what_is_offered_can_be_joined(client, earlier):
    client.force_login(make_admin())
    article = story("The ferry will sail again on Monday at noon.", "Ferry")
    record = earlier.quote_uses.get().quote
    response = client.post(
        f"/admin/articles/article/{article.pk}/quotes/",
        {"use": article.quote_uses.get().pk, "join": record.short_id},
        HTTP_ACCEPT="application/json",
    )
    assert response.status_code == 400 and "same statement" in response.json()["errors"][0]


def joined(client, earlier):
    client.force_login(make_admin())
    article = story(SAID, "The pier again")
    record = earlier.quote_uses.get().quote
    use = article.quote_uses.get().pk
    client.post(f"/admin/articles/article/{article.pk}/quotes/", {"use": use, "join": record.short_id})
    return article, record


def test_deciding_again_parts_the_records(client, earlier):
    article, record = joined(client, earlier)
    use = reopen_use(article.quote_uses.get(), by=make_user())
    assert use.quote != record and use.quote.text == SAID[:-1] + ","
    assert earlier.quote_uses.get().attribution == "confirmed"


def test_another_speaker_here_does_not_change_who_said_it_there(client, earlier):
    article, record = joined(client, earlier)
    confirm_use(article.quote_uses.get(), by=make_user(), name="Bo Lantern")
    record.refresh_from_db()
    assert record.speaker_person.name == "Ada Quill"
    assert article.quote_uses.get().quote.speaker_person.name == "Bo Lantern"


def test_a_reporter_is_warned_without_a_word_of_a_colleagues_draft(client, earlier):
    reporter = make_member("Reporter", "rosa")
    client.force_login(reporter)
    article = story(ELSE, "The pier goes")
    Article.objects.filter(pk=article.pk).update(created_by=reporter)
    pages = [f"/admin/articles/article/{article.pk}/{page}/" for page in ("change", "quotes")]
    for page in pages:
        html = client.get(page).content.decode()
        assert "It reads otherwise in another article" in html and "The pier stays" not in html, page
        assert "<del> not</del>" not in html and 'name="join"' not in html
    record = earlier.quote_uses.get().quote
    answer = client.post(pages[1], {"use": article.quote_uses.get().pk, "join": record.short_id})
    assert answer.status_code == 400 and article.quote_uses.get().quote != record
    confirm_use(article.quote_uses.get(), by=reporter)
    assert [f.message for f in article.preflight() if f.rule == "quote-other-wording"] == [
        "“We have decided to close the pier this winter,” reads otherwise in another article, which is not published."
    ]


def test_of_what_is_live_the_words_are_told_but_no_headline_that_is_yet_to_come(client, earlier):
    client.force_login(make_member("Reporter", "rosa"))
    publish(earlier)
    article = story(ELSE, "The pier goes")
    assert rows_of(article)[0].elsewhere[0].may_be_shown
    earlier.headline = "What nobody knows yet"
    earlier.save_working_copy(by=None)
    assert not rows_of(article)[0].elsewhere[0].may_be_shown


def test_a_story_that_a_colleague_has_is_no_dead_end(client):
    client.force_login(make_member("Editor", "edna"))
    text = "The ferry sails\n\nThe ferry will sail again on Monday, the company said on the quay."
    assert client.post("/admin/articles/article/paste/", {"text": text, "create": ""}).status_code == 302
    client.force_login(make_member("Reporter", "rosa"))
    answer = client.post("/admin/articles/article/paste/", {"text": text, "create": ""})
    assert answer.status_code == 200 and "A colleague has this story already" in answer.content.decode()
