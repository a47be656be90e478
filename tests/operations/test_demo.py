import pytest

from articles.models import Quote, QuoteUse, Source
from articles.operations.demo import load_demo
from articles.operations.demo_world import World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_every_quotation_is_in_a_story_with_speaker_occasion_and_source_and_loading_again_adds_none():
    first = load_demo()
    assert not Quote.objects.filter(uses=None)
    assert not Quote.objects.filter(occasion=None)
    assert not Quote.objects.filter(speaker_person=None, speaker_organization=None)
    assert not Quote.objects.filter(quote_sources=None)
    unlisted = QuoteUse.objects.exclude(attribution="confirmed")
    assert all(use.exact.startswith("‘") for use in unlisted)  # words held at arm's length
    assert load_demo() == first


def test_sources_of_one_title_and_two_days_are_two_sources():
    rows = [
        {"key": f"src-{day}", "title": "Recording", "kind": "notes", "published_on": f"2026-09-{day}"}
        for day in (10, 11)
    ]
    World().load({"sources": rows})
    assert Source.objects.count() == 2
