"""The preflight panel over HTTP: what it finds in text that is not saved, and its buttons without scripts."""

import datetime
import html
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Event, PreflightWaiver
from articles.operations.preflight import report_of
from tests.factories import make_admin, make_article, make_member, make_quoted_article, make_use

pytestmark = pytest.mark.django_db
DATELINE = datetime.date(2026, 10, 14)
WRONG = "<p>The council met on Monday, 13 October 2026.</p>"
WORDS = "We have waited long enough, Now we sail."
STRAIGHT = '<p>The "old" pier  stays <em>shut</em> - for now.</p>'


@pytest.fixture
def desk(client):
    client.force_login(make_member("Copy editor"))
    return client


def address(article, name="preflight"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def form_of(desk, article, **changes):
    """What the browser would send from the change form, with some of it typed over."""
    page = desk.get(address(article, "change"))
    form = page.context["adminform"].form
    data = {form.add_prefix(name): form[name].value() for name in form.fields}
    for formset in page.context["inline_admin_formsets"]:
        for one in [formset.formset.management_form, *formset.formset.initial_forms]:
            data |= {one.add_prefix(name): one[name].value() for name in one.fields}
    for name in [key for key, value in data.items() if isinstance(value, datetime.datetime)]:
        del data[name]
    return {key: value for key, value in {**data, **changes}.items() if value not in (None, [])}


def rules(response):
    return [one.finding.rule for one in _rows(response)]


def _rows(response):
    report = response.context["report"]
    return [*report.blockers, *report.warnings, *report.infos, *report.waived]


def test_text_that_is_not_saved_is_looked_at_and_not_saved(desk):
    article = make_article(dateline_date=DATELINE)
    response = desk.post(address(article), form_of(desk, article, body=WRONG, headline="The PAC"))
    assert {"weekday-wrong", "acronym-undefined"} <= set(rules(response))
    article.refresh_from_db()
    assert article.version == 1 and "Monday, 13" not in article.body


def test_a_quotation_that_is_typed_asks_for_its_speaker_and_one_that_is_deleted_is_missed(desk):
    article = make_quoted_article(dateline_date=DATELINE)
    typed = "<p>“We have waited long enough,” said Ada Quill. “The mayor resigns,” she said.</p>"
    response = desk.post(address(article), form_of(desk, article, body=typed))
    words = {
        row.finding.words: row.finding.rule for row in _rows(response) if row.finding.severity == "blocker"
    }
    assert words == {"The mayor resigns,": "quote-open", "Now we sail.": "quote-lost"}
    assert article.quote_uses.filter(is_lost=True).count() == 0


def test_what_the_form_says_besides_the_text_counts_as_well(desk):
    article = make_article(dateline_date=DATELINE)
    without = form_of(desk, article, section="")
    without["bylines-0-DELETE"] = "on"
    assert {"section-missing", "byline-missing"} <= set(rules(desk.post(address(article), without)))


def test_positions_are_those_of_the_fields(desk):
    article = make_article(dateline_date=DATELINE)
    body = f"<h2>Then</h2>{WRONG}"
    response = desk.post(address(article), form_of(desk, article, body=body, headline="Pier  and the CHPA"))
    found = {row.finding.rule: row for row in _rows(response)}
    assert (found["acronym-undefined"].finding.start, found["acronym-undefined"].where) == (14, "Headline")
    assert found["weekday-wrong"].where == "¶ 1"
    (edit,) = json.loads(found["weekday-wrong"].edits)
    assert edit == {"place": "body", "start": 25, "end": 31, "was": "Monday", "text": "Tuesday"}


def test_the_panel_is_there_without_scripts_and_every_finding_leads_somewhere(desk):
    article = make_article(body=WRONG, dateline_date=DATELINE)
    page = desk.get(address(article, "change")).content.decode()
    pane = page[page.index('id="panel-preflight"') :]
    assert "is a Tuesday, not a Monday" in pane and 'name="_fix"' in pane and 'name="_waive"' in pane
    for target in set(re.findall(r'href="#((?:id|use|bylines)[\w-]*)"', pane)):
        assert f'id="{target}"' in page


def hash_of(article, rule):
    return next(one.span_hash for one in article.preflight() if one.rule == rule)


def test_waiving_needs_a_reason_and_is_told_with_the_name(desk):
    article = make_article(body=WRONG, dateline_date=DATELINE)
    span_hash = hash_of(article, "weekday-wrong")
    refused = desk.post(address(article), {**form_of(desk, article), "_waive": span_hash})
    assert refused.status_code == 400 and "few words" in refused.content.decode()
    reason = {f"reason-{span_hash}": "It stands so in the letter.", "_waive": span_hash}
    response = desk.post(address(article), {**form_of(desk, article), **reason})
    (row,) = response.context["report"].waived
    assert row.finding.waived.reason == "It stands so in the letter."
    assert "Waived by copy-editor" in response.content.decode()
    response = desk.post(address(article), {**form_of(desk, article), "_unwaive": row.finding.waived.key})
    assert response.context["report"].waived == ()
    kinds = Event.objects.filter(article=article).order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["preflight.waived", "preflight.unwaived"]


def test_reporters_see_what_is_found_and_do_not_waive(client):
    reporter = make_member("Reporter")
    client.force_login(reporter)
    article = make_article(body=WRONG, dateline_date=DATELINE, by=reporter)
    page = client.get(address(article, "change")).content.decode()
    assert "is a Tuesday, not a Monday" in page and 'name="_waive"' not in page
    span_hash = hash_of(article, "weekday-wrong")
    data = {"_waive": span_hash, f"reason-{span_hash}": "Because I say so."}
    assert client.post(address(article), data).status_code == 403
    assert not PreflightWaiver.objects.exists()


def test_what_one_may_not_see_is_not_there(client):
    client.force_login(make_member("Reporter"))
    assert client.post(address(make_article())).status_code == 404


def test_a_waiver_of_another_article_is_not_taken_back_here(desk):
    article, other = (make_article(body=WRONG, dateline_date=DATELINE) for _ in range(2))
    (finding,) = [one for one in other.preflight() if one.rule == "weekday-wrong"]
    waiver = PreflightWaiver.objects.waive(other, finding, by=make_admin(), reason="It stands so.")
    assert desk.post(address(article), {"_unwaive": waiver.pk}).status_code == 404
    assert desk.post(address(article), {"_unwaive": "x"}).status_code == 404


def test_without_scripts_typography_is_set_right_with_one_button_and_can_be_restored(desk):
    article = make_article("Pier 'shut'", body=STRAIGHT, dateline_date=DATELINE)
    data = {**form_of(desk, article, dek='A "plan"'), "_typography": ""}
    response = desk.post(address(article, "change"), data)
    assert response["Location"].endswith("#panel-preflight")
    article.refresh_from_db()
    assert (article.headline, article.dek) == ("Pier ‘shut’", "A “plan”")
    assert article.body == "<p>The “old” pier stays <em>shut</em> – for now.</p>"
    newest, before = article.revisions.order_by("-number")[:2]
    assert newest.why == "Typography set right"
    assert (before.snapshot["body"], before.snapshot["dek"]) == (STRAIGHT, 'A "plan"')
    assert report_of(article).typography_count == 0


def test_without_scripts_a_fix_saves_what_was_typed_and_mends(desk):
    article = make_article(body=WRONG, dateline_date=DATELINE)
    data = {**form_of(desk, article, dek="Typed."), "_fix": hash_of(article, "weekday-wrong")}
    desk.post(address(article, "change"), data)
    article.refresh_from_db()
    assert article.dek == "Typed." and article.body == WRONG.replace("Monday", "Tuesday")


def test_a_fix_of_what_is_no_longer_found_is_refused_and_the_text_is_saved(desk):
    article = make_article(body=WRONG, dateline_date=DATELINE)
    data = {**form_of(desk, article, body=STRAIGHT), "_fix": hash_of(article, "weekday-wrong")}
    page = desk.post(address(article, "change"), data, follow=True).content.decode()
    assert "no longer found" in html.unescape(page)
    article.refresh_from_db()
    assert article.body == STRAIGHT


def reworded(**values):
    article = make_quoted_article(dateline_date=DATELINE, **values)
    article.body = article.body.replace("waited long enough", "waited for long enough")
    return article


def test_a_record_that_no_reader_knows_follows_the_text_where_one_wants_that(desk):
    article = reworded()
    quote = article.quote_uses.first().quote
    page = desk.post(address(article), form_of(desk, article, body=article.body))
    row = next(row for row in _rows(page) if row.finding.rule == "quote-differs-from-record")
    assert 'name="_record"' in page.content.decode()
    data = form_of(desk, article, body=article.body, _record=row.finding.span_hash)
    page = desk.post(address(article, "change"), data, follow=True).content.decode()
    quote.refresh_from_db()
    assert quote.text == "We have waited for long enough, Now we sail."
    assert "The record says now" in page and "quote-differs-from-record" not in page
    assert "quote-differs-from-record" not in {one.rule for one in article.preflight()}
    assert Event.objects.get(kind="quote.changed").data["was"]["text"] == WORDS
    article.refresh_from_db()
    data = form_of(desk, article, _record=row.finding.span_hash)
    again = desk.post(address(article, "change"), data, follow=True).content.decode()
    assert "no longer found" in html.unescape(again)


def test_a_record_that_readers_know_or_one_may_not_change_is_not_offered(client, desk):
    article = reworded()
    typed = form_of(desk, article, body=article.body)
    writer = make_member("Copy editor", "writer")
    group = writer.groups.get()
    group.permissions.remove(group.permissions.get(codename="change_quote"))
    client.force_login(writer)
    page = client.post(address(article), typed)
    row = next(row for row in _rows(page) if row.finding.rule == "quote-differs-from-record")
    assert 'name="_record"' not in page.content.decode()
    refused = client.post(address(article, "change"), {**typed, "_record": row.finding.span_hash})
    assert refused.status_code == 403
    quote = article.quote_uses.first().quote
    assert quote.text == WORDS
    quote.is_public = True
    quote.save()
    page = client.post(address(article), form_of(client, article, body=article.body))
    row = next(row for row in _rows(page) if row.finding.rule == "quote-differs-from-record")
    assert row.finding.other_way == ""


def test_what_editors_type_is_escaped(desk):
    article = make_article(dateline_date=DATELINE)
    body = '<p>“We &lt;script&gt;alert(1)&lt;/script&gt; sail," she said.</p>'
    page = desk.post(address(article), form_of(desk, article, body=body)).content.decode()
    assert "<script" not in page and "&lt;script&gt;" in page


@pytest.mark.parametrize("number", [1, 20])
def test_looking_at_typed_text_takes_a_fixed_number_of_queries(desk, number):
    words = [f"“We sail on line {n} of the northern ferry,”" for n in range(number)]
    body = "".join(f"<p>{one} the pilot said.</p>" for one in words) + f"<p>{'One more word. ' * 20}</p>"
    article = make_article(body=body, dateline_date=DATELINE)
    for ordinal, one in enumerate(words):
        make_use(article, one, ordinal=ordinal)
    data = form_of(desk, article)
    with CaptureQueriesContext(connection) as captured:
        desk.post(address(article), data)
    assert len(captured) == 18
