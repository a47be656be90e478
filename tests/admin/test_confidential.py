"""A confidential source on every page that could give it away, as every role."""

import logging

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.models import ConfidentialSource, Event, Quote
from articles.operations.quote_panel import rows_of
from articles.operations.settling import confirm_use
from newsroom.error_reports import Reporter
from tests.factories import make_admin, make_article, make_member, make_use, publish

pytestmark = pytest.mark.django_db
WORDS = "“The cranes were never tested.”"
BODY = f"<p>The inquiry goes on.</p><p>{WORDS}</p>"
ROLES = ("Reporter", "Copy editor", "Editor", "Publisher", "Administrator")


@pytest.fixture
def rosa():
    return make_member("Reporter", "rosa")


@pytest.fixture
def source(rosa):
    return ConfidentialSource.objects.request(
        by=rosa, public_description="a port official", public_reason="because the job was at risk"
    )


@pytest.fixture
def article(source, rosa):
    article = make_article("Cranes untested", body=BODY, by=rosa)
    confirm_use(make_use(article, WORDS), by=rosa, source=source, record="background")
    return article


@pytest.fixture(params=[*ROLES, "superuser"])
def outsider(request):
    return make_admin() if request.param == "superuser" else make_member(request.param)


def page_of(source):
    return reverse("admin:articles_confidentialsource_change", args=[source.pk])


def pages_that_touch(source, article):
    quote = Quote.objects.get(confidential_source=source)
    lists = ("confidentialsource", "article", "quote", "event", "revision", "task")
    return [
        *(reverse(f"admin:articles_{model}_changelist") for model in lists),
        reverse("admin:index"),
        page_of(source),
        f"{page_of(source)}history/",
        f"{page_of(source)}delete/",
        reverse("admin:articles_article_change", args=[article.pk]),
        reverse("admin:articles_article_quotes", args=[article.pk]),
        reverse("admin:articles_article_confidential", args=[article.pk, article.quote_uses.get().pk]),
        reverse("admin:articles_article_preview", args=[article.pk]),
        reverse("admin:articles_article_publish", args=[article.pk]),
        reverse("admin:articles_article_delete", args=[article.pk]),
        reverse("admin:articles_quote_change", args=[quote.pk]),
        reverse("admin:articles_quote_delete", args=[quote.pk]),
        reverse("admin:articles_user_delete", args=[source.requested_by_id]),
        reverse("admin:articles_article_changelist") + f"?q={source.codename}",
        reverse("admin:articles_quote_changelist") + f"?q={source.codename}",
        reverse("admin:articles_quote_changelist") + f"?confidential_source={source.pk}",
        reverse("admin:articles_quote_changelist") + f"?confidential_source__codename={source.codename}",
        reverse("admin:autocomplete")
        + "?app_label=articles&model_name=quote&field_name=confidential_source&term=a",
    ]


def test_no_page_of_the_desk_tells_an_outsider_the_codename(client, outsider, source, article):
    client.force_login(outsider)
    logging.disable(logging.ERROR)
    for address in pages_that_touch(source, article):
        response = client.get(address, follow=True)
        told = response.content.decode().replace(f"?q={source.codename}", "")
        told = told.replace(f'value="{source.codename}"', "")  # the search box says what was typed into it
        assert source.codename not in told, address
        assert response.status_code < 500, address
    logging.disable(logging.NOTSET)


def test_a_list_of_what_one_source_said_cannot_be_asked_for(client, source, article):
    client.force_login(make_admin())
    address = reverse("admin:articles_quote_changelist")
    assert client.get(address, {"confidential_source": source.pk}).status_code == 400


def test_an_outsider_decides_nothing(client, outsider, source):
    client.force_login(outsider)
    address = reverse("admin:articles_confidentialsource_decide", args=[source.pk])
    assert client.post(address, {"approve": ""}).status_code == 404
    client.post(page_of(source), {"public_description": "x", "public_reason": "y"})
    source.refresh_from_db()
    assert (source.decision, source.public_description) == ("", "a port official")


def test_asking_takes_two_fields_and_approving_one_click(client, rosa):
    article = make_article(body=BODY, by=rosa)
    use = make_use(article, WORDS)
    client.force_login(rosa)
    address = reverse("admin:articles_article_confidential", args=[article.pk, use.pk])
    fields = client.get(address).context["form"].fields
    assert len(fields) <= 6
    asked = {"public_description": "a port official", "public_reason": "because the job was at risk"}
    done = client.post(address, {**asked, "record": "background"})
    assert done.status_code == 302
    source = ConfidentialSource.objects.get()
    assert source.requested_by == rosa and use.article.quote_uses.get().quote.confidential_source == source
    client.force_login(make_member("Standards editor"))
    assert b'name="approve"' in client.get(page_of(source)).content
    client.post(reverse("admin:articles_confidentialsource_decide", args=[source.pk]), {"approve": ""})
    source.refresh_from_db()
    assert source.is_approved


def test_without_description_or_reason_the_page_says_what_to_do(client, rosa):
    article = make_article(body=BODY, by=rosa)
    use = make_use(article, WORDS)
    client.force_login(rosa)
    address = reverse("admin:articles_article_confidential", args=[article.pk, use.pk])
    html = client.post(address, {"record": "background"}).content.decode()
    assert "in place of a name." in html and "write the reason" in html
    assert not ConfidentialSource.objects.exists() and not Quote.objects.exists()


def test_whoever_asked_sees_no_button_to_approve(client, rosa, source):
    client.force_login(rosa)
    html = client.get(page_of(source)).content.decode()
    assert source.codename in html and 'name="approve"' not in html


def test_every_look_is_kept_without_content(client, rosa, source):
    sten = make_member("Standards editor", "sten")
    client.force_login(sten)
    client.get(page_of(source))
    client.get(reverse("admin:articles_confidentialsource_changelist"))
    looks = Event.objects.filter(kind="source.viewed", by=sten)
    assert looks.count() == 2 and all(look.data == {} for look in looks)


def test_a_changed_record_leaves_nothing_in_djangos_log(client, rosa, source, article):
    client.force_login(rosa)
    data = {"public_description": "an official of the port", "public_reason": "because", "known_by": []}
    assert client.post(page_of(source), data).status_code == 302
    source.refresh_from_db()
    assert source.public_description == "an official of the port"
    assert not LogEntry.objects.filter(object_repr__icontains=source.codename).exists()
    assert not LogEntry.objects.filter(change_message__icontains="port").exists()


def test_settling_again_in_the_panel_keeps_the_source(client, rosa, source, article):
    client.force_login(rosa)
    use = article.quote_uses.get()
    address = reverse("admin:articles_article_quotes", args=[article.pk])
    client.post(address, {"use": use.pk, "reopen": ""})
    prefix = f"use-{use.pk}"
    kept = rows_of(article, rosa)[0].candidates[0].key
    data = {"use": use.pk, "confirm": "", f"{prefix}-speaker": kept, f"{prefix}-record": "background"}
    client.post(address, data)
    use.refresh_from_db()
    assert use.attribution == "confirmed" and use.quote.confidential_source == source
    assert use.quote.speaker_label == ""


def test_the_record_in_the_admin_refuses_a_name_beside_it(client, source, article):
    client.force_login(make_member("Editor"))
    quote = Quote.objects.get(confidential_source=source)
    address = reverse("admin:articles_quote_change", args=[quote.pk])
    form = client.get(address).context["adminform"].form
    data = {name: form[name].value() or "" for name in form.fields}
    for formset in client.get(address).context["inline_admin_formsets"]:
        data |= {f"{formset.formset.prefix}-{n}": "0" for n in ("TOTAL_FORMS", "INITIAL_FORMS")}
    response = client.post(address, {**data, "speaker_label": "Deputy harbor master", "record": "on_record"})
    assert response.status_code == 200
    errors = response.context["adminform"].form.errors
    assert set(errors) == {"speaker_label", "record"}


def test_readers_find_description_and_reason_and_never_the_codename(client, source, article):
    source.approve(by=make_member("Standards editor"))
    publish(article)
    quote = Quote.objects.get(confidential_source=source)
    article.refresh_from_db()
    for address in (
        article.get_absolute_url(),
        quote.get_absolute_url(),
        f"{quote.get_absolute_url()}embed/",
        "/quotes/",
        f"/api/v1/quotes/{quote.short_id}/",
        f"/api/v1/articles/{article.short_id}/",
        f"/search/?q={source.codename}",
    ):
        response = client.get(address)
        told = response.content.decode().replace(f"q={source.codename}", "")
        told = told.replace(f'value="{source.codename}"', "")
        assert response.status_code == 200, address
        if "/search/" not in address:
            assert "a port official" in told, address
        assert source.codename not in told or "/search/" in address, address
    record = client.get(f"/api/v1/quotes/{quote.short_id}/").json()
    assert (
        record["speaker"]["type"] == "confidential" and record["anonymity"] == "because the job was at risk"
    )


def test_an_error_report_holds_nothing_that_was_written(rosa, monkeypatch):
    def fail(self, *args, **kwargs):
        below = self.public_description
        raise RuntimeError(below)

    monkeypatch.setattr(ConfidentialSource, "save", fail)
    try:
        ConfidentialSource.objects.request(
            by=rosa, public_description=" ".join(["the", "only", "diver"]), public_reason="because"
        )
    except RuntimeError as error:
        reporter = Reporter(None, type(error), error, error.__traceback__)
        text, html = reporter.get_traceback_text(), reporter.get_traceback_html()
    for report in (text, html):
        assert "only diver" not in report
        assert "RuntimeError" in report
