"""The editor's main job over HTTP, without scripts: paste, settle, publish; and what must not be possible."""

import re

import pytest
from django.urls import reverse

from articles.models import Article, Author, Edition, Quote, QuoteUse
from articles.operations.quote_panel import rows_of
from articles.operations.quotes import scan_article
from articles.operations.settling import confirm_use
from tests.factories import (
    make_admin,
    make_article,
    make_member,
    make_quoted_article,
    make_section,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db

WIRE = """Harbor chief asks for light on the pier, calls delay 'a scandal'
The old pier has been dark since spring
Calder’s Harbor Chief Edda Marlow met Mayor Tomas Brandt on Friday.
“The pier is a public matter,” Mayor Tomas Brandt said. “It belongs to everybody.”
“This delay is a scandal,” Marlow said after the meeting.
The Quay News Staff is a team of reporters in Calder.
"""


@pytest.fixture
def desk(client):
    client.force_login(make_admin())
    return client


def press(desk, article, step, **data):
    """Look at the publish page and press a button of it."""
    address = reverse("admin:articles_article_publish", args=[article.pk])
    seen = re.search(r'name="seen" value="(\w+)"', desk.get(address).content.decode())[1]
    return desk.post(address, {"step": step, "seen": seen, **data})


def paste(desk, **data):
    return desk.post(
        reverse("admin:articles_article_paste"), {"text": WIRE, "dateline_date": "2026-10-16", **data}
    )


def test_pasting_shows_what_was_found_and_writes_nothing(desk):
    page = paste(desk, look="1").content.decode()
    assert "The Quay News Staff" in page and "Edda Marlow" in page and "Tomas Brandt" in page
    assert not Article.objects.exists() and not Author.objects.exists()


def test_paste_settle_publish(desk, client):
    section = make_section()
    response = paste(desk, create="1", section=section.pk)
    article = Article.objects.get()
    settle = reverse("admin:articles_article_quotes", args=[article.pk])
    assert response["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    assert article.bylines.get().author.kind == "desk"
    for step in ("submit", "approve", "publish"):
        press(desk, article, step)
    assert not Edition.objects.exists()
    for _ in range(4):
        use = article.quote_uses.open().first()
        if use is None:
            break
        desk.post(
            settle,
            {
                "use": use.pk,
                "confirm": "",
                f"use-{use.pk}-speaker": next(row.chosen.key for row in rows_of(article) if use in row.uses),
                f"use-{use.pk}-record": "on_record",
            },
        )
    assert not article.quote_uses.open().exists()
    press(desk, article, "publish")
    assert not Edition.objects.exists()
    for step in ("approve", "publish"):
        press(desk, article, step)
    edition = Edition.objects.live().get()
    assert [q["speaker"]["name"] for q in edition.quotes] == ["Tomas Brandt", "Edda Marlow"]
    client.logout()
    for address in (
        edition.get_absolute_url(),
        f"/quotes/{edition.quotes[0]['short_id']}/",
        "/people/edda-marlow/",
        f"/api/v1/articles/{edition.short_id}/",
    ):
        assert client.get(address).status_code == 200


def test_settling_without_a_speaker_says_what_to_do(desk):
    paste(desk, create="1")
    use = QuoteUse.objects.filter(place="body").first()
    page = desk.post(
        reverse("admin:articles_article_quotes", args=[use.article_id]),
        {"use": use.pk, "confirm": "", f"use-{use.pk}-record": "on_record"},
    )
    assert "Choose who said it" in page.content.decode()
    use.refresh_from_db()
    assert use.is_open


def test_rejecting_and_deciding_again(desk):
    paste(desk, create="1")
    use = QuoteUse.objects.filter(place="body").last()
    address = reverse("admin:articles_article_quotes", args=[use.article_id])
    desk.post(address, {"use": use.pk, "reject": ""})
    use.refresh_from_db()
    assert use.attribution == "not_a_quote"
    desk.post(address, {"use": use.pk, "reopen": ""})
    use.refresh_from_db()
    assert use.is_open and use.quote


def test_the_preview_is_the_page_that_readers_get(desk):
    article = make_quoted_article()
    seen = desk.get(reverse("admin:articles_article_preview", args=[article.pk]))
    assert "no-store" in seen["Cache-Control"]
    publish(article)
    body = Edition.objects.get().body_html
    assert body in seen.content.decode()


def test_a_reporter_sees_own_articles_only_and_may_not_publish(client):
    reporter = make_member("Reporter")
    client.force_login(reporter)
    other, own = make_article(), make_article(by=reporter)
    for name in ("quotes", "preview", "publish"):
        assert client.get(reverse(f"admin:articles_article_{name}", args=[other.pk])).status_code == 404
    assert (
        client.post(reverse("admin:articles_article_publish", args=[own.pk]), {"step": "publish"}).status_code
        == 403
    )
    assert not Edition.objects.exists()


def form_data(article, **changes):
    fields = ("headline", "dek", "body", "kind", "language", "slug")
    return {
        **{name: getattr(article, name) for name in fields},
        "section": article.section_id,
        "opened_version": article.version,
        "bylines-TOTAL_FORMS": 0,
        "pull_quotes-TOTAL_FORMS": 0,
        "pull_quotes-INITIAL_FORMS": 0,
        "bylines-INITIAL_FORMS": 0,
        **changes,
    }


def test_a_stale_form_overwrites_nobody(desk):
    article = make_article()
    address = reverse("admin:articles_article_change", args=[article.pk])
    stale = form_data(article, dek="Mine")
    assert desk.post(address, form_data(article, dek="Theirs")).status_code == 302
    page = desk.post(address, stale)
    assert page.status_code == 200 and "saved this article" in page.content.decode()
    assert "Mine" in page.content.decode() and "Theirs" in page.content.decode()
    article.refresh_from_db()
    assert article.dek == "Theirs"


def test_a_form_without_its_version_saves_nothing(desk):
    article = make_article()
    data = form_data(article, dek="Mine")
    del data["opened_version"]
    page = desk.post(reverse("admin:articles_article_change", args=[article.pk]), data)
    assert page.status_code == 200 and "saved this article" in page.content.decode()


def test_settling_answers_a_script_with_every_row_and_the_changed_cards(desk):
    paste(desk, create="1")
    article = Article.objects.get()
    address = reverse("admin:articles_article_quotes", args=[article.pk])
    use = article.quote_uses.get(exact__startswith="“The pier")
    wants = {"HTTP_ACCEPT": "application/json"}
    refused = desk.post(address, {"use": use.pk, "confirm": "", f"use-{use.pk}-record": "on_record"}, **wants)
    assert refused.status_code == 400 and "Choose who said it" in refused.json()["errors"][0]
    speaker = {f"use-{use.pk}-speaker": "person::Tomas Brandt", f"use-{use.pk}-record": "on_record"}
    data = {"use": use.pk, "confirm": "", **speaker}
    answer = desk.post(address, data, **wants).json()
    assert answer["open"] == 1 and list(answer["cards"]) == [str(use.pk)]
    assert {row["state"] for row in answer["rows"]} == {"confirmed", "proposed"}
    gone = desk.post(address, {"use": "999999", "confirm": ""}, **wants)
    assert gone.status_code == 404 and "no longer part of the article" in gone.json()["errors"][0]


def test_whom_somebody_saw_and_chose_is_meant_though_the_candidates_have_changed_since(desk):
    paste(desk, create="1")
    article = Article.objects.get()
    rows = rows_of(article)
    shown = [one.key for one in rows[-1].candidates]
    other = next(key for key in shown if key != rows[-1].chosen.key)
    for name in ("Tomas Brandt", "Edda Marlow"):  # both are known and on record meanwhile
        confirm_use(rows[-1].lead, by=make_user(), name=name)
    assert [one.key for one in rows_of(article)[-1].candidates] != shown
    use = rows[-1].lead
    address = reverse("admin:articles_article_quotes", args=[article.pk])
    decided = {"use": use.pk, "confirm": "", f"use-{use.pk}-record": "on_record"}
    desk.post(address, {**decided, f"use-{use.pk}-speaker": other})
    use.refresh_from_db()
    assert use.quote.speaker_person.name == other.partition("::")[2]
    refused = desk.post(address, {**decided, f"use-{use.pk}-speaker": "person::Nobody"})
    assert refused.status_code == 400 and "offered no more" in refused.content.decode()


def test_a_quotation_with_a_wrong_name_is_shown_again_with_what_was_typed(desk):
    paste(desk, create="1")
    use = QuoteUse.objects.filter(place="body").first()
    data = {
        "use": use.pk,
        "confirm": "",
        f"use-{use.pk}-speaker": "other",
        f"use-{use.pk}-other": "x" * 200,
        f"use-{use.pk}-record": "on_record",
    }
    page = desk.post(reverse("admin:articles_article_quotes", args=[use.article_id]), data)
    assert page.status_code == 400
    assert "x" * 200 in page.content.decode() and "at most 160 characters" in page.content.decode()


def test_saving_scans_again_and_warns_of_a_lost_quotation(desk):
    article = make_quoted_article()
    address = reverse("admin:articles_article_change", args=[article.pk])
    page = desk.post(address, form_data(article, body="<p>Nobody says anything.</p>"), follow=True)
    assert "no longer in the text" in page.content.decode()
    assert article.quote_uses.filter(is_lost=True).count() == 2


def test_words_that_change_keep_their_record(desk):
    article = make_quoted_article()
    quote = Quote.objects.get()
    body = article.body.replace("We have waited long enough", "We have waited far too long")
    address = reverse("admin:articles_article_change", args=[article.pk])
    desk.post(address, form_data(article, body=body))
    use = article.quote_uses.get(place="body", segment=0)
    assert use.quote == quote and "far too long" in use.exact and use.attribution == "confirmed"


@pytest.mark.parametrize(
    "model", ["article", "quote", "person", "organization", "author", "image", "edition", "event"]
)
def test_every_list_opens(desk, model):
    make_quoted_article()
    assert desk.get(reverse(f"admin:articles_{model}_changelist")).status_code == 200


def test_what_was_published_cannot_be_deleted(desk):
    article = make_article()
    publish(article)
    assert (
        desk.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"}).status_code
        == 403
    )


def test_nobody_overwrites_a_decision_of_a_colleague_that_they_have_not_seen(desk):
    paste(desk, create="1")
    article = Article.objects.get()
    address = reverse("admin:articles_article_quotes", args=[article.pk])
    row = rows_of(article)[-1]
    mine, theirs = row.candidates[0], row.candidates[1]
    use = f"use-{row.lead.pk}"
    page = desk.get(address).content.decode()
    assert f'name="{use}-seen" value="proposed"' in page
    sent = {"use": row.lead.pk, f"{use}-record": "on_record", f"{use}-seen": row.seen}
    confirm = {**sent, "confirm": "", f"{use}-speaker": mine.key}
    confirm_use(row.lead, by=make_user("cora"), name=theirs.name)
    for act in (confirm, {**sent, "reject": ""}):
        refused = desk.post(address, act)
        assert refused.status_code == 400 and "Cora has decided about “This delay" in refused.content.decode()
        row.lead.refresh_from_db()
        assert row.lead.quote.speaker_person.name == theirs.name
    assert rows_of(article)[-1].seen in refused.content.decode()  # who looks again decides
    assert desk.post(address, {**confirm, f"{use}-seen": rows_of(article)[-1].seen}).status_code == 302
    assert desk.post(address, confirm).status_code == 302  # two keys of one's own, faster than the answer
    assert "There is no such occasion" in desk.post(address, {**sent, "occasion": "x"}).content.decode()


def test_words_that_are_read_from_the_right_are_laid_out_by_their_own_direction(desk):
    article = make_article(language="he", body="<p>“הים לא נרגע מאז,” אמרה נוגה.</p>")
    scan_article(article)
    page = desk.get(reverse("admin:articles_article_quotes", args=[article.pk])).content.decode()
    card = page[page.index('class="qcard"') :]
    inside = re.findall(r"<(\w+)([^>]*)>[^<>]*[\u0590-\u05ff]", card)
    plain = [
        tag for tag, attributes in inside if tag not in ("mark", "bdi") and 'dir="auto"' not in attributes
    ]
    assert inside and set(plain) <= {"b", "label", "span"}  # names, which stand alone in their elements
