"""Whatever must never be false is refused by the database, by name; its legal neighbor goes in."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import (
    Article,
    Author,
    Byline,
    Correction,
    Delivery,
    Edition,
    EditionQuote,
    EditionShingle,
    Image,
    Occasion,
    OrganizationName,
    Person,
    PersonName,
    PreflightWaiver,
    Quote,
    QuoteLink,
    QuoteSource,
    QuoteTrigram,
    QuoteUse,
    Redirect,
    Revision,
    RoleHolding,
    SiteVersion,
    Task,
    Webhook,
)
from tests.factories import (
    make_article,
    make_author,
    make_occasion,
    make_organization,
    make_person,
    make_quote,
    make_quoted_article,
    make_source,
    make_topic,
    make_user,
    make_webhook,
    publish,
)

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)


def refuses(name: str, action) -> None:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        action()
    message = str(caught.value)
    # SQLite names the columns, not the index, of a plain unique constraint.
    assert name in message or "UNIQUE constraint failed" in message


def test_author_desk_or_agency_has_no_user():
    user = make_user()
    for kind in ("desk", "agency"):
        refuses(
            "author_desk_or_agency_has_no_user",
            lambda kind=kind: Author.objects.create(name="Desk", slug="desk", kind=kind, user=user),
        )
    Author.objects.create(name="Bo", slug="bo", kind="staff", user=user)
    Author.objects.create(name="Desk", slug="desk", kind="desk")


def test_author_left_after_joining():
    first, last = datetime.date(2020, 5, 1), datetime.date(2020, 4, 30)
    refuses(
        "author_left_after_joining",
        lambda: Author.objects.create(name="Bo", slug="bo", joined_on=first, left_on=last),
    )
    Author.objects.create(name="Bo", slug="bo", joined_on=first, left_on=first)


def test_byline_author_once_per_role():
    article, author = make_article(), make_author()
    refuses("byline_author_once_per_role", lambda: Byline.objects.create(article=article, author=author))
    Byline.objects.create(article=article, author=author, role="editing")


def test_image_has_credit_and_alt():
    file = {"file": "a.jpg", "width": 4, "height": 3}
    refuses("image_has_credit", lambda: Image.objects.create(**file, alt="A quay", credit=""))
    refuses("image_has_alt_or_is_decorative", lambda: Image.objects.create(**file, credit="Bo"))
    Image.objects.create(**file, alt="A quay", credit="Bo")
    Image.objects.create(**file, is_decorative=True, credit="Bo")


def test_person_not_merged_into_itself():
    ada, other = make_person(), make_person("Ada B. Quill")
    refuses("person_not_merged_into_itself", lambda: Person.objects.filter(pk=ada.pk).update(merged_into=ada))
    Person.objects.filter(pk=other.pk).update(merged_into=ada)


def test_person_name_once():
    ada = make_person()
    PersonName.objects.create(person=ada, name="A. Quill")
    refuses("person_name_once", lambda: PersonName.objects.create(person=ada, name="A. Quill"))
    PersonName.objects.create(person=make_person("Abe Quill"), name="A. Quill")


@pytest.mark.parametrize(
    ("start", "end"), [("2021", "2020"), ("2021-05", "2021-04"), ("2021-05-02", "2021-05-01")]
)
def test_role_never_ends_before_it_starts(start, end):
    ada = make_person()
    refuses(
        "role_ends_after_it_starts",
        lambda: RoleHolding.objects.create(person=ada, title="Pilot", start_date=start, end_date=end),
    )


@pytest.mark.parametrize(
    ("start", "end"),
    [("2021", ""), ("", "2021"), ("2021-05", "2021"), ("2021", "2021-02"), ("2021-05-02", "2021-05")],
)
def test_role_with_partial_dates_may_end_in_the_period_of_its_start(start, end):
    RoleHolding.objects.create(person=make_person(), title="Pilot", start_date=start, end_date=end)


def test_occasion_has_date_or_says_unknown():
    refuses("occasion_has_date_or_says_unknown", lambda: make_occasion(on=None))
    make_occasion(on=None, precision=Occasion._meta.get_field("precision").choices[-1][0])


@pytest.mark.parametrize("record", ["off_record", "deep_background", "unknown"])
def test_quote_public_only_when_record_allows(record):
    quote = make_quote(record=record)
    refuses(
        "quote_public_only_when_record_allows",
        lambda: Quote.objects.filter(pk=quote.pk).update(is_public=True),
    )
    Quote.objects.filter(pk=quote.pk).update(is_public=True, record="on_record")


def test_quote_background_names_no_person():
    quote = make_quote()
    refuses(
        "quote_background_names_no_person",
        lambda: Quote.objects.filter(pk=quote.pk).update(record="background"),
    )
    Quote.objects.create(text="It will rain.", record="background", speaker_organization=make_organization())


def test_quote_has_one_speaker():
    refuses(
        "quote_has_one_speaker",
        lambda: Quote.objects.create(
            text="Yes.", speaker_person=make_person(), speaker_organization=make_organization()
        ),
    )
    Quote.objects.create(text="Yes.", speaker_organization=make_organization())


def test_quote_public_has_speaker():
    refuses(
        "quote_public_has_speaker",
        lambda: Quote.objects.create(text="Yes.", record="on_record", is_public=True),
    )
    Quote.objects.create(text="Yes.", record="on_record", is_public=False)


def test_quote_verified_says_who_when_and_what():
    user = make_user()
    proof = {"verified_by": user, "verified_at": NOW, "verbatim": "Yes."}
    for missing in proof:
        values = {**proof, missing: "" if missing == "verbatim" else None}
        refuses(
            "quote_verified_says_who_when_and_what",
            lambda values=values: make_quote("Yes.", status="verified", **values),
        )
    make_quote("Yes.", status="verified", **proof)


def test_quote_source_once():
    quote, source = make_quote(), make_source()
    QuoteSource.objects.create(quote=quote, source=source, locator="page 1")
    refuses(
        "quote_source_once", lambda: QuoteSource.objects.create(quote=quote, source=source, locator="page 1")
    )
    QuoteSource.objects.create(quote=quote, source=source, locator="page 2")


def test_quote_use_starts_before_it_ends_and_confirmed_has_quote():
    article = make_article()
    refuses(
        "quote_use_starts_before_it_ends",
        lambda: QuoteUse.objects.create(article=article, start=4, end=4, exact="x"),
    )
    refuses(
        "quote_use_confirmed_has_quote",
        lambda: QuoteUse.objects.create(article=article, start=4, end=5, exact="x", attribution="confirmed"),
    )
    QuoteUse.objects.create(article=article, start=4, end=5, exact="x")


@pytest.mark.parametrize("status", ["live", "retracted", "withdrawn"])
def test_article_published_has_date(status):
    article = make_article()
    rows = Article.objects.filter(pk=article.pk)
    refuses("article_published_has_date", lambda: rows.update(public_status=status))
    rows.update(public_status=status, first_published_at=NOW)


def test_article_published_never_back_to_draft():
    article = make_article()
    publish(article)
    rows = Article.objects.filter(pk=article.pk)
    refuses("article_published_never_back_to_draft", lambda: rows.update(public_status="never"))
    rows.update(stage="draft")


def test_article_stage_published_has_date():
    article = make_article()
    rows = Article.objects.filter(pk=article.pk)
    refuses("article_stage_published_has_date", lambda: rows.update(stage="published"))
    rows.update(stage="approved")


def test_article_not_before_embargo():
    article = make_article()
    publish(article, NOW)
    rows = Article.objects.filter(pk=article.pk)
    refuses(
        "article_not_before_embargo", lambda: rows.update(embargo_until=NOW + datetime.timedelta(seconds=1))
    )
    rows.update(embargo_until=NOW)


def test_edition_one_live_and_number_once():
    article = make_article()
    edition = publish(article)
    again = {f.attname: getattr(edition, f.attname) for f in Edition._meta.concrete_fields if f.name != "id"}
    refuses("edition_one_live", lambda: Edition.objects.create(**{**again, "number": 2}))
    refuses("edition_number_once", lambda: Edition.objects.create(**{**again, "is_live": False}))
    Edition.objects.create(**{**again, "number": 2, "is_live": False})


def test_edition_retracted_has_notice():
    edition = publish(make_article())
    rows = Edition.objects.filter(pk=edition.pk)
    refuses("edition_retracted_has_notice", lambda: rows.update(status="retracted"))
    rows.update(status="retracted", retraction_notice="The article was wrong.")


def test_edition_quote_one_primary():
    first = publish(make_quoted_article())
    row = EditionQuote.objects.get(edition=first)
    other = publish(make_article())
    copy = {f.attname: getattr(row, f.attname) for f in EditionQuote._meta.concrete_fields if f.name != "id"}
    refuses(
        "edition_quote_one_primary", lambda: EditionQuote.objects.create(**{**copy, "edition_id": other.pk})
    )
    EditionQuote.objects.create(**{**copy, "edition_id": other.pk, "is_primary": False})


def test_correction_has_note():
    article = make_article()
    refuses("correction_has_note", lambda: Correction.objects.create(article=article, note=""))
    Correction.objects.create(article=article, note="The ferry is green.")


def test_redirect_leads_elsewhere():
    refuses("redirect_leads_elsewhere", lambda: Redirect.objects.create(old_path="/a/", new_path="/a/"))
    Redirect.objects.create(old_path="/a/", new_path="/b/")


def test_revision_number_once():
    article = make_article()
    first = article.revisions.get()
    again = {
        "article": article,
        "version": 1,
        "snapshot": {},
        "started_at": timezone.now(),
        "at": timezone.now(),
    }
    refuses("revision_number_once", lambda: Revision.objects.create(number=first.number, **again))
    Revision.objects.create(number=first.number + 1, **again)


def test_quote_retracted_has_notice():
    refuses("quote_retracted_has_notice", lambda: make_quote(status="retracted"))
    make_quote(status="retracted", notice="The recording has another voice.")


def test_quote_link_not_to_itself():
    quote = make_quote()
    refuses(
        "quote_link_not_to_itself",
        lambda: QuoteLink.objects.create(quote=quote, kind="answers", other=quote),
    )
    QuoteLink.objects.create(quote=quote, kind="answers", other=make_quote("Ready?"))


def test_quote_link_once():
    quote, other = make_quote(), make_quote("Ready?")
    QuoteLink.objects.create(quote=quote, kind="answers", other=other)
    refuses("quote_link_once", lambda: QuoteLink.objects.create(quote=quote, kind="answers", other=other))
    QuoteLink.objects.create(quote=quote, kind="continues", other=other)


def test_quote_link_contradiction_says_who_and_is_agreed_by_somebody_else():
    pair = {"quote": make_quote(), "other": make_quote("Ready?"), "kind": "contradicts"}
    refuses("quote_link_contradiction_says_who", lambda: QuoteLink.objects.create(**pair))
    first, second = make_user(), make_user()
    refuses(
        "quote_link_approver_is_somebody_else",
        lambda: QuoteLink.objects.create(**pair, proposed_by=first, approved_by=first),
    )
    QuoteLink.objects.create(**pair, proposed_by=first, approved_by=second)


def test_quote_trigram_once():
    quote = make_quote()
    QuoteTrigram.objects.create(quote=quote, key=-1)
    refuses("quote_trigram_once", lambda: QuoteTrigram.objects.create(quote=quote, key=-1))
    QuoteTrigram.objects.create(quote=make_quote("Ready?"), key=-1)


def test_task_done_says_who_and_what():
    quote, user = make_quote(), make_user()
    for values in ({"done_at": NOW}, {"done_by": user}, {"done_at": NOW, "done_by": user}):
        refuses(
            "task_done_says_who_and_what",
            lambda values=values: Task.objects.create(quote=quote, kind="reader_report", **values),
        )
    done = {"done_at": NOW, "done_by": user, "answer": "It is right."}
    Task.objects.create(quote=quote, kind="reader_report", **done)


def test_task_open_once():
    values = {"quote": make_quote(), "article": make_article(), "kind": "quote_retracted"}
    first = Task.objects.create(**values)
    refuses("task_open_once", lambda: Task.objects.create(**values))
    Task.objects.filter(pk=first.pk).update(done_at=NOW, done_by=make_user(), answer="Taken out.")
    Task.objects.create(**values)
    for _time in range(2):
        Task.objects.create(**{**values, "kind": "reader_report"})


def test_person_unnamed_is_no_public_figure():
    unnamed = {"name": "A resident", "is_unnamed": True}
    refuses(
        "person_unnamed_is_no_public_figure",
        lambda: Person.objects.create(slug="a", is_public_figure=True, **unnamed),
    )
    Person.objects.create(slug="a", **unnamed)


def test_organization_name_once():
    body = make_organization()
    OrganizationName.objects.create(organization=body, name="Ferries")
    refuses(
        "organization_name_once", lambda: OrganizationName.objects.create(organization=body, name="Ferries")
    )
    OrganizationName.objects.create(organization=body, name="Boats")


@pytest.mark.parametrize(
    ("name", "listings", "field", "make"),
    [
        ("author_listing_once", "author_listings", "author", make_author),
        ("topic_listing_once", "topic_listings", "topic", make_topic),
        ("person_listing_once", "person_listings", "person", make_person),
        ("org_listing_once", "organization_listings", "organization", make_organization),
        ("edition_quote_once", "quote_listings", "quote", make_quote),
    ],
)
def test_an_edition_is_listed_once_for_each(name, listings, field, make):
    values = {"first_published_at": NOW, **({"data": {}} if field == "quote" else {})}
    rows, one, other = getattr(publish(make_article()), listings), make("Ines Fell"), make("Ida Brandt")
    rows.create(**values, **{field: one})
    refuses(name, lambda: rows.create(**values, **{field: one}))
    rows.create(**values, **{field: other})


def test_edition_shingle_once():
    one, other = publish(make_article()), publish(make_article())
    EditionShingle.objects.all().delete()
    EditionShingle.objects.create(edition=one, key=-1)
    refuses("edition_shingle_once", lambda: EditionShingle.objects.create(edition=one, key=-1))
    EditionShingle.objects.create(edition=other, key=-1)


def test_site_version_one_row():
    refuses("site_version_one_row", lambda: SiteVersion.objects.create(pk=2, number=1, at=NOW))
    SiteVersion.objects.filter(pk=1).delete()
    SiteVersion.objects.create(pk=1, number=1, at=NOW)


def test_preflight_waivers():
    values = {"article": make_article(), "rule": "quote-open", "span_hash": "a", "by": make_user(), "at": NOW}
    refuses("preflight_waiver_has_reason", lambda: PreflightWaiver.objects.create(**values, reason=""))
    refuses(
        "preflight_waiver_ends_after_it_began",
        lambda: PreflightWaiver.objects.create(**values, reason="So", ended_at=NOW - datetime.timedelta(1)),
    )
    PreflightWaiver.objects.create(**values, reason="It stands.", ended_at=NOW)
    PreflightWaiver.objects.create(**values, reason="It stands.")
    refuses("preflight_waiver_stands_once", lambda: PreflightWaiver.objects.create(**values, reason="Again"))


def test_webhook_that_is_paused_says_why():
    refuses("webhook_paused_says_why", lambda: make_webhook(paused_at=NOW))
    refuses("webhook_paused_says_why", lambda: make_webhook(why_paused="No answer"))
    make_webhook(paused_at=NOW, why_paused="No answer")


def test_delivery_once_for_each_webhook():
    (one, _), (other, _) = make_webhook(), make_webhook()
    Delivery.objects.create(webhook=one, event_id="evt_1")
    refuses("delivery_once", lambda: Delivery.objects.create(webhook=one, event_id="evt_1"))
    Delivery.objects.create(webhook=other, event_id="evt_1")


def test_delivery_that_is_delivered_has_when():
    webhook, _secret = make_webhook()
    values = {"webhook": webhook, "event_id": "evt_1", "state": "delivered"}
    refuses("delivery_delivered_has_when", lambda: Delivery.objects.create(**values))
    Delivery.objects.create(**values, delivered_at=NOW)
    assert Webhook.objects.get().deliveries.count() == 1
