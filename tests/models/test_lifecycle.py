import datetime

import pytest
from django.core.exceptions import ValidationError

from articles.models import (
    AuthorListing,
    Edition,
    EditionQuote,
    Event,
    PersonListing,
    PublicationRefused,
    Quote,
    Redirect,
    TopicListing,
)
from articles.operations.publishing import preview
from tests.factories import (
    make_admin,
    make_article,
    make_occasion,
    make_quoted_article,
    make_source,
    make_topic,
    make_use,
    publish,
    retract,
)

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=2)


def test_publish_writes_one_live_edition_with_everything_readers_get():
    article = make_quoted_article(topics=[make_topic()])
    edition = publish(article, NOW, by=make_admin())
    assert (edition.number, edition.is_live, edition.kind, edition.status) == (1, True, "publish", "live")
    assert edition.first_published_at == NOW and edition.updated_at is None
    assert [b["name"] for b in edition.bylines] == ["Bo Lantern"]
    assert [t["slug"] for t in edition.topics] == ["ferries"]
    assert edition.json_ld["hasPart"][0]["creator"]["name"] == "Ada Quill"
    assert len(edition.content_hash) == 64 and edition.previous_hash == ""
    assert (article.stage, article.public_status) == ("published", "live")


def test_publish_anchors_each_segment_of_an_interrupted_quotation_and_gives_it_one_button():
    edition = publish(make_quoted_article())
    short_id = Quote.objects.get().short_id
    assert f'<span class="quote" id="q-{short_id}">“We have waited long enough,”</span>' in edition.body_html
    assert f'<span class="quote" id="q-{short_id}-2">“Now we sail.”</span><button' in edition.body_html
    assert edition.body_html.count("<button") == 1
    assert [s["anchor"] for s in edition.quotes[0]["segments"]] == [f"q-{short_id}", f"q-{short_id}-2"]


def test_publish_is_refused_with_every_reason_at_once_and_leaves_nothing():
    article = make_article(body="<p>“Sail,” said Ada Quill.</p>")
    make_use(article, "“Sail,”")
    article.bylines.all().delete()
    with pytest.raises(PublicationRefused) as caught:
        publish(article)
    assert len(caught.value.messages) == 2
    assert not Edition.objects.exists()
    article.refresh_from_db()
    assert article.public_status == "never"


@pytest.mark.parametrize("record", ["off_record", "deep_background", "unknown"])
def test_publish_is_refused_for_words_that_were_not_on_the_record(record):
    article = make_quoted_article()
    Quote.objects.update(record=record)
    with pytest.raises(PublicationRefused):
        publish(article)


def test_publish_is_refused_before_the_embargo_of_article_or_occasion_and_allowed_at_its_end():
    article = make_quoted_article(embargo_until=LATER)
    with pytest.raises(PublicationRefused):
        publish(article, NOW)
    Quote.objects.update(occasion=make_occasion(embargo_until=LATER))
    article.embargo_until = None
    article.save()
    with pytest.raises(PublicationRefused):
        publish(article, NOW)
    assert publish(article, LATER).first_published_at == LATER


def test_publish_is_refused_when_a_confirmed_quotation_is_lost():
    article = make_quoted_article()
    article.quote_uses.update(is_lost=True)
    with pytest.raises(PublicationRefused):
        publish(article)


def test_publishing_again_chains_the_hash_and_keeps_the_first_time():
    article = make_article()
    first = publish(article, NOW)
    article.dek = "A second pilot was found."
    article.save_working_copy(by=None)
    second = publish(article, LATER)
    assert (second.number, second.kind, second.previous_hash) == (2, "update", first.content_hash)
    assert second.first_published_at == NOW and second.updated_at == LATER
    assert list(Edition.objects.live().values_list("number", flat=True)) == [2]


def test_publishing_the_same_words_again_writes_no_edition():
    article = make_article()
    first = publish(article, NOW)
    assert publish(article, LATER).pk == first.pk
    assert Edition.objects.count() == 1


def test_unpublished_words_never_reach_the_edition():
    article = make_article()
    publish(article)
    article.headline = "Secret headline"
    article.save_working_copy(by=None)
    assert "Secret" not in Edition.objects.live().get().headline


def test_a_new_slug_redirects_the_old_address_in_one_hop():
    article = make_article(slug="one")
    publish(article, NOW)
    old = article.get_absolute_url()
    for number, slug in enumerate(("two", "three"), start=1):
        article.slug = slug
        article.save_working_copy(by=None)
        publish(article, NOW + datetime.timedelta(hours=number))
    assert Redirect.objects.get(old_path=old).new_path == article.get_absolute_url()
    article.slug = "one"
    article.save_working_copy(by=None)
    publish(article, NOW + datetime.timedelta(hours=5))
    assert not Redirect.objects.filter(old_path=old).exists()


def test_listing_rows_are_those_of_the_live_edition_only():
    article = make_quoted_article(topics=[make_topic()])
    publish(article, NOW)
    article.topics.set([make_topic("Pilots")])
    article.quote_uses.all().delete()
    second = publish(article, LATER)
    assert [r.topic.slug for r in TopicListing.objects.all()] == ["pilots"]
    assert AuthorListing.objects.get().edition == second
    assert not PersonListing.objects.exists()
    assert not Quote.objects.get().is_public


def test_a_quotation_in_two_articles_has_one_primary_row_that_moves_on_withdrawal():
    first, second = make_quoted_article(), make_article(body="<p>“We have waited long enough,” she said.</p>")
    quote = Quote.objects.get()
    make_use(second, "“We have waited long enough,”", quote)
    publish(first, NOW)
    publish(second, LATER)
    assert EditionQuote.objects.count() == 2
    assert EditionQuote.objects.primary().get().edition.article == first
    first.withdraw(by=None, reason="Court order")
    assert EditionQuote.objects.primary().get().edition.article == second
    second.withdraw(by=None, reason="Court order")
    quote.refresh_from_db()
    assert not quote.is_public


def test_only_public_sources_leave_the_newsroom():
    article = make_quoted_article()
    quote = Quote.objects.get()
    secret = make_source("Secret minutes", access="confidential")
    article.sources.add(secret, make_source("Open minutes"))
    quote.quote_sources.create(source=secret)
    edition = publish(article)
    assert [s["title"] for s in edition.sources] == ["Open minutes"]
    assert "Secret minutes" not in str([edition.quotes, edition.json_ld, edition.body_html])


def test_correct_puts_a_note_on_the_live_edition():
    article = make_article()
    publish(article, NOW)
    edition = article.correct(
        by=None, note="The ferry is green, not red.", wrong="red", right="green", at=LATER
    )
    assert edition.kind == "correction" and edition.corrections[0]["note"] == "The ferry is green, not red."
    with pytest.raises(ValidationError):
        article.correct(by=None, note="  ")
    with pytest.raises(PublicationRefused):
        make_article().correct(by=None, note="Not live.")


def test_retract_keeps_the_address_and_takes_the_words_away():
    article = make_quoted_article()
    publish(article, NOW)
    edition = retract(article, notice="The interview never took place.", at=LATER)
    assert edition.status == "retracted" and edition.headline == article.headline
    assert edition.body_html == edition.body_text == "" and edition.quotes == []
    assert Edition.objects.live().get() == edition
    assert not EditionQuote.objects.exists()
    assert edition.json_ld.get("hasPart") is None


def test_withdraw_leaves_a_tombstone_and_no_words():
    article = make_quoted_article()
    publish(article, NOW)
    edition = article.withdraw(by=None, reason="Court order", at=LATER)
    assert edition.status == "withdrawn" and edition.is_live and edition.headline == ""
    assert not Edition.objects.live().exists() and not AuthorListing.objects.exists()
    with pytest.raises(PublicationRefused):
        publish(article)
    assert article.withdraw(by=None, reason="Again") == edition


def test_each_verb_leaves_an_event():
    article = make_article()
    publish(article, NOW)
    article.correct(by=None, note="Green.", at=LATER)
    retract(article, notice="Wrong.")
    article.withdraw(by=None, reason="Court order")
    kinds = list(Event.objects.order_by("id").values_list("kind", flat=True))
    assert kinds == [
        "article.publish",
        "article.correction",
        "article.retraction_requested",
        "article.retraction",
        "article.withdrawal",
    ]


def test_preview_is_what_publication_writes_and_saves_nothing():
    article = make_quoted_article()
    seen = preview(article, at=NOW)
    assert not Edition.objects.exists()
    assert seen.content_hash == publish(article, NOW).content_hash


def test_edition_text_is_safe_whatever_was_stored():
    article = make_article(body='<p onclick="x()">Hi<script>alert(1)</script></p>')
    assert "script" not in article.body and "onclick" not in article.body
