from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from articles.admin.waiting import others
from articles.models import (
    Article,
    Author,
    ConfidentialSource,
    Correction,
    Event,
    Note,
    Organization,
    Person,
    Quote,
    QuoteLink,
    QuoteTrigram,
    QuoteUse,
    Schedule,
    Section,
    Source,
    Task,
    User,
)
from articles.operations import images
from articles.operations.demo import load_demo
from articles.operations.demo_world import World

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """What the loader says; the newsroom is loaded once for this module and rolled back after it."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    one_width = patch.object(images, "WIDTHS", (320,))  # renditions have tests of their own
    with django_db_blocker.unblock(), media, one_width, transaction.atomic():
        yield load_demo()
        transaction.set_rollback(True)


def test_the_demo_holds_everything_a_newsroom_meets(loaded):
    assert Article.objects.count() >= 42
    assert Section.objects.count() >= 8
    assert Author.objects.count() >= 12
    assert Author.objects.filter(kind="desk").count() >= 2
    assert Author.objects.filter(kind="agency").exists()
    assert Person.objects.count() + Organization.objects.count() >= 30
    assert Quote.objects.filter(occasion__on__isnull=False).count() >= 220
    live = Article.objects.live()
    assert {"news", "analysis", "opinion", "explainer", "interview"} == set(
        live.values_list("kind", flat=True)
    )
    assert live.filter(kind="opinion", bylines__author__kind="contributor").exists()
    assert live.filter(corrections__kind=Correction.Kind.CORRECTION).exists()
    assert live.filter(language="he", quote_uses__attribution="confirmed").exists()
    assert Article.objects.filter(public_status="retracted").exists()
    assert Article.objects.filter(public_status="never").exists()


def test_a_corrected_story_was_wrong_before_and_is_right_now(loaded):
    corrected = Correction.objects.filter(kind=Correction.Kind.CORRECTION).exclude(right="")
    assert corrected.count() >= 2
    for correction in corrected:
        before, now = correction.article.editions.order_by("number")[:2]
        assert correction.wrong in before.body_html and correction.right not in before.body_html
        assert correction.right in now.body_html and correction.wrong not in now.body_html
        assert len(before.quotes) == len(now.quotes)


def test_every_quotation_is_in_a_story_with_speaker_occasion_and_source_and_loading_again_adds_none(loaded):
    assert not Quote.objects.filter(uses=None)
    settled = Quote.objects.exclude(
        uses__article__assigned_to__username="reporter", uses__attribution="proposed"
    )
    assert not settled.filter(occasion=None)
    nameless = settled.filter(speaker_person=None, speaker_organization=None)
    assert [quote.confidential_source.is_approved for quote in nameless] == [True]
    assert not settled.filter(quote_sources=None, confidential_source=None)
    unlisted = QuoteUse.objects.exclude(attribution="confirmed").exclude(article__due_at__isnull=False)
    assert all(use.exact.startswith("‘") for use in unlisted)  # words held at arm's length
    before = [model.objects.count() for model in (Task, ConfidentialSource, QuoteLink, Schedule, Event)]
    assert load_demo() == loaded
    assert before == [
        model.objects.count() for model in (Task, ConfidentialSource, QuoteLink, Schedule, Event)
    ]


def test_the_desk_has_something_at_every_stage_and_something_waits_for_each_role(loaded):
    work = Article.objects.exclude(public_status="live")
    assert {"draft", "review", "approved"} <= set(work.values_list("stage", flat=True))
    waiting = Schedule.objects.waiting().get()
    assert waiting.at == waiting.article.embargo_until > timezone.now()
    due = Article.objects.get(due_at__gt=timezone.now())
    assert due.quote_uses.open().values("quote").distinct().count() == 4 and due.publication_blockers()
    drifted = Article.objects.get(headline__startswith="Tamm becomes")
    assert drifted.editions.count() == 1 and any(one.rule == "quote-drift" for one in drifted.preflight())
    for username, kinds in {"editor": 2, "standards": 3}.items():
        assert others(User.objects.get(username=username), 5).total == kinds


def test_the_desk_has_an_approved_confidential_source_and_notes_that_wait_for_people(loaded):
    source, asked_for = ConfidentialSource.objects.order_by("requested_at")
    assert source.is_approved and source.quotes.get().is_public
    assert not asked_for.is_approved and not asked_for.quotes.exists()
    waiting = Note.objects.waiting_for(User.objects.get(username="copyeditor"))
    assert [note.place for note in waiting] == ["body"] and waiting.get().quote is not None
    assert Note.objects.filter(parent=None).count() == 3


def test_nobody_in_the_demo_is_quoted_before_they_spoke(loaded):
    for use in QuoteUse.objects.exclude(article__first_published_at=None).select_related(
        "quote__occasion", "article"
    ):
        if use.quote:
            assert use.quote.occasion.on <= use.article.first_published_at.date(), use.exact


def test_words_said_once_and_quoted_in_two_stories_are_one_record(loaded):
    said = Quote.objects.filter(text__startswith="The bar is walking").get()
    assert said.uses.values("article").distinct().count() == 3


def test_sources_of_one_title_and_two_days_are_two_sources():
    rows = [
        {
            "key": f"src-{day}",
            "title": "Recording of a test",
            "kind": "notes",
            "published_on": f"2026-09-{day}",
        }
        for day in (10, 11)
    ]
    World().load({"sources": rows})
    assert Source.objects.filter(title="Recording of a test").count() == 2


def test_statements_are_linked_and_known_by_their_words(loaded):
    assert QuoteLink.objects.public().count() == 4 == QuoteLink.objects.count() - 1
    assert {link.kind for link in QuoteLink.objects.all()} == set(QuoteLink.Kind.values)
    assert QuoteTrigram.objects.values("quote").distinct().count() > 150


def test_links_lead_to_the_port_that_is_served(settings, monkeypatch):
    settings.DEBUG, settings.SITE_URL = True, "http://127.0.0.1:8000"
    monkeypatch.delenv("SITE_URL", raising=False)
    served = []
    monkeypatch.setattr("articles.management.commands.demo.load_demo", lambda progress: {"articles": 0})
    monkeypatch.setattr(
        "articles.management.commands.demo.call_command", lambda *args, **options: served.append(args)
    )
    monkeypatch.setattr("articles.management.commands.demo.run_until", lambda stop: None)
    call_command("demo", port=9123, stdout=StringIO())
    assert settings.SITE_URL == "http://127.0.0.1:9123" and ("runserver", "127.0.0.1:9123") in served


def test_every_author_of_the_demo_who_is_one_person_has_a_face(loaded):
    faceless = Author.objects.filter(photo__isnull=True)
    assert all(author.is_collective for author in faceless)
    assert not any(author.photo_id for author in Author.objects.filter(kind__in=Author.COLLECTIVES))
