"""Notes say who, about what and whom they ask; they are resolved, not lost."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Event, Note
from tests.factories import make_article, make_member

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 11, 2, 9, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def bo():
    return make_member("Editor", "bo")


@pytest.fixture
def ada():
    return make_member("Copy editor", "ada.quill")


@pytest.fixture
def note(bo, ada):
    return Note.objects.write(make_article(by=bo), by=bo, text="Is this right, @ada.quill?", at=AT)


def test_a_mention_asks_somebody_until_they_answer(note, ada, bo):
    assert list(Note.objects.waiting_for(ada)) == [note] and not Note.objects.waiting_for(bo).exists()
    note.reply(by=ada, text="It is.", at=AT + HOUR)
    assert not Note.objects.waiting_for(ada).exists()
    note.reply(by=bo, text="Sure, @ada.quill?", at=AT + 2 * HOUR)
    assert list(Note.objects.waiting_for(ada)) == [note]


def test_a_resolved_note_waits_for_nobody(note, ada, bo):
    note.resolve(by=bo, at=AT)
    note.resolve(by=ada)
    assert (note.resolved_by, note.resolved_at) == (bo, AT)
    assert not Note.objects.waiting_for(ada).exists()
    note.reopen(by=ada)
    assert list(Note.objects.waiting_for(ada)) == [note]
    kinds = Event.objects.filter(article=note.article).order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["note.written", "note.resolved", "note.reopened"]


def test_events_keep_that_there_is_a_note_and_not_what_it_says(note):
    assert Event.objects.get(kind="note.written").data == {"note": note.pk}


@pytest.mark.parametrize("text", ["Ask @nobody about it", " "])
def test_a_note_to_nobody_or_without_words_is_refused(text, bo):
    with pytest.raises(ValidationError):
        Note.objects.write(make_article(by=bo), by=bo, text=text)
    assert not Note.objects.exists()


def test_an_address_is_no_mention(bo):
    assert not Note.objects.write(make_article(by=bo), by=bo, text="Write to x@example.org").mentions.exists()


def test_whoever_may_not_see_the_article_cannot_be_asked(bo):
    make_member("Reporter", "rosa")
    with pytest.raises(ValidationError, match="Assign it first"):
        Note.objects.write(make_article(by=bo), by=bo, text="@rosa?")


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("note_says_something", {"text": ""}),
        ("note_resolved_says_who_and_when", {"resolved_at": AT}),
        ("note_on_words_says_which", {"place": "body"}),
        ("note_starts_before_it_ends", {"place": "body", "exact": "x", "start": 4, "end": 4}),
        (
            "note_reply_belongs_to_its_note",
            {"parent": "itself", "place": "dek", "exact": "x", "start": 1, "end": 2},
        ),
    ],
)
def test_what_must_never_be_false_the_database_refuses(note, constraint, values):
    values = {name: note.pk if value == "itself" else value for name, value in values.items()}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Note.objects.filter(pk=note.pk).update(**values)


def test_a_reporter_sees_the_notes_of_own_articles(note):
    rosa = make_member("Reporter", "rosa")
    own = Note.objects.write(make_article(by=rosa), by=rosa, text="To do")
    assert list(Note.objects.visible_to(rosa)) == [own]
