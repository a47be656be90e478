import datetime

import pytest

from articles.models import PublicationRefused
from tests.factories import (
    approve,
    make_article,
    make_author,
    make_member,
    make_quoted_article,
    publish,
    retract,
)

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=2)


def live(**values):
    article = make_quoted_article(**values)
    publish(article, NOW)
    return article


def change(article, old, new):
    article.body = article.body.replace(old, new)
    article.save_working_copy(by=None)
    return article


def test_publication_needs_an_approval_unless_four_eyes_are_off(settings):
    article = make_article()
    with pytest.raises(PublicationRefused):
        article.publish(by=None, at=NOW)
    settings.FOUR_EYES = False
    article.publish(by=None, at=NOW)
    assert article.stage == "published" and article.content_is_approved()


def test_a_minor_update_shows_no_time():
    article = change(live(), "will sail again", "sails again")
    edition = article.update_minor(by=None, at=LATER)
    assert (edition.kind, edition.updated_at, article.stage) == ("minor", None, "published")
    assert "sails again" in edition.body_html


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("The ferry", "The 2 ferries", "number"),
        ("Monday", "Tuesday", "name"),
        ("Ada Quill", "Ada Quell", "name"),
        ("waited long", "waited very long", "quotation"),
    ],
)
def test_a_minor_update_is_refused_for_a_number_or_a_name(old, new, reason):
    article = change(live(), old, new)
    with pytest.raises(PublicationRefused) as caught:
        article.update_minor(by=None, at=LATER)
    assert reason in " ".join(caught.value.messages).lower()
    assert article.live_edition().number == 1


def test_a_minor_update_is_refused_for_another_speaker_or_byline():
    article = live()
    quote = article.quote_uses.first().quote
    quote.text = "We have waited long enough. Now we sail!"
    quote.save()
    with pytest.raises(PublicationRefused) as caught:
        article.update_minor(by=None, at=LATER)
    assert "quotation" in caught.value.messages[0]
    article = live()
    article.bylines.create(author=make_author("Second Name"), order=1)
    with pytest.raises(PublicationRefused) as caught:
        article.update_minor(by=None, at=LATER)
    assert "byline" in caught.value.messages[0]


def test_an_update_shows_its_time_and_is_approval_enough():
    article = change(live(), "Monday", "Tuesday")
    edition = article.update_live(by=make_member("Editor"), at=LATER)
    assert (edition.kind, edition.updated_at) == ("update", LATER)
    assert article.content_is_approved() and not article.has_pending_changes


def test_the_only_reporter_does_not_update_on_their_own_word():
    editor = make_member("Editor")
    article = live(author=make_author("Edna Proof", user=editor))
    change(article, "Monday", "Tuesday")
    for verb in (article.update_live, article.update_minor):
        with pytest.raises(PublicationRefused):
            verb(by=editor, at=LATER)
    with pytest.raises(PublicationRefused):
        article.correct(by=editor, note="It is Tuesday.", at=LATER)
    assert not article.corrections.exists()
    approve(article)
    assert article.update_live(by=editor, at=LATER).number == 2


def test_what_readers_do_not_have_is_not_updated():
    for verb in ("update_live", "update_minor"):
        with pytest.raises(PublicationRefused):
            getattr(approve(make_article()), verb)(by=None)


def test_a_retracted_article_is_not_published_again():
    article = live()
    retract(article, "It never happened.", LATER)
    with pytest.raises(PublicationRefused):
        publish(article, LATER)


def test_editors_notes_and_clarifications_stand_on_the_edition_without_a_change_of_the_text():
    article = live()
    for kind in ("clarification", "editors_note"):
        edition = article.correct(by=make_member("Editor", kind), kind=kind, note="For the record.", at=LATER)
        assert (edition.kind, edition.corrections[0]["kind"]) == ("correction", kind)
