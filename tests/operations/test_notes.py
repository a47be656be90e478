"""Notes follow the text they are about, through saves, and are never lost with it."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Note
from articles.operations.notes import follow_text, spots_of, write_note
from articles.operations.quotes import scan_article
from tests.factories import BODY, make_article, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def bo():
    return make_member("Editor", "bo")


@pytest.fixture
def article(bo):
    article = make_article(body=BODY, by=bo)
    scan_article(article)
    return article


def test_a_note_can_be_about_everything_of_an_article(article):
    keys = [spot.key for spot in spots_of(article)]
    lead = article.quote_uses.get(segment=0)
    assert keys == ["article", "headline", "dek", "p1", "p2", f"q{lead.pk}"]


def test_a_note_on_a_quotation_belongs_to_its_record(article, bo):
    lead = article.quote_uses.get(segment=0)
    note = write_note(article, by=bo, text="Which day?", spot=f"q{lead.pk}")
    assert (note.quote, note.exact) == (lead.quote, lead.exact)


def test_a_note_follows_its_paragraph_and_says_when_it_is_gone(article, bo):
    note = write_note(article, by=bo, text="Who says so?", spot="p1")
    article.body = "<p>Fog lay over the bar.</p>" + article.body.replace("on Monday", "late on Monday")
    scan_article(article)
    note.refresh_from_db()
    assert note.exact == "The ferry will sail again late on Monday, the company said." and not note.is_lost
    assert article.body_text[note.start : note.end] == note.exact
    former, article.body = article.body, "<p>Nothing of it.</p>"
    scan_article(article)
    note.refresh_from_db()
    assert note.is_lost and note.exact.startswith("The ferry will sail")
    article.body = former
    scan_article(article)
    note.refresh_from_db()
    assert not note.is_lost


def test_selected_words_are_found_and_those_not_saved_yet_at_the_next_save(article, bo):
    note = write_note(article, by=bo, text="Sure?", selected="the company said")
    assert article.body_text[note.start : note.end] == "the company said" and not note.is_lost
    ahead = write_note(article, by=bo, text="Sure?", selected="words that are only typed")
    assert ahead.is_lost
    article.body += "<p>Here are words that are only typed.</p>"
    scan_article(article)
    ahead.refresh_from_db()
    assert not ahead.is_lost and article.body_text[ahead.start : ahead.end] == ahead.exact


def test_a_place_that_is_gone_is_refused(article, bo):
    with pytest.raises(ValidationError, match="Choose again"):
        write_note(article, by=bo, text="Sure?", spot="p9")
    assert not Note.objects.exists()


def test_notes_follow_with_two_queries_however_many_there_are(article, bo, django_assert_num_queries):
    for _ in range(20):
        write_note(article, by=bo, text="Sure?", spot="p1")
    article.body = f"<p>New.</p>{article.body}"
    with django_assert_num_queries(2):
        follow_text(article)
