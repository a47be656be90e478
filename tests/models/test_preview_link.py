import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Event, PreviewLink
from articles.models.preview_link import digest
from tests.factories import make_quoted_article, make_user

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


def make(article, by, **values):
    return PreviewLink.objects.make(article, by=by, **{"expires_at": NOW + DAY, "now": NOW, **values})


def test_the_token_is_long_random_and_stored_as_a_hash_only():
    link, token = make(make_quoted_article(), make_user())
    assert len(token) >= 43 and link.token_hash == digest(token) and token not in str(vars(link))
    assert PreviewLink.objects.by_token(token) == link
    assert PreviewLink.objects.by_token(token + "x") is None


def test_the_page_is_that_of_one_revision_and_does_not_follow_later_edits():
    ada, article = make_user("ada"), make_quoted_article(headline="As sent")
    link, _token = make(article, ada)
    article.headline, article.body = "Edited later", "<p>Other words.</p>"
    article.save_working_copy(by=ada)
    edition = PreviewLink.objects.get(pk=link.pk).edition()
    assert edition.headline == "As sent" == link.revision.snapshot["headline"]
    assert 'class="quote"' in edition.body_html and len(edition.quotes) == 1
    assert edition.pk is None and edition.section_name == "Harbor"


def test_what_was_settled_since_the_last_save_is_a_revision_of_its_own():
    ada, article = make_user("ada"), make_quoted_article()
    link, _token = make(article, ada)
    assert link.revision.why == "For a preview" and link.revision.snapshot == article.snapshot()
    again, _token = make(article, ada)
    assert again.revision == link.revision


@pytest.mark.parametrize("days", [-1, 0, 31])
def test_a_link_ends_within_thirty_days(days):
    with pytest.raises(ValidationError):
        make(make_quoted_article(), make_user(), expires_at=NOW + days * DAY)


def test_a_link_is_open_until_it_expires_or_is_ended():
    ada = make_user("ada")
    link, _token = make(make_quoted_article(), ada)
    assert link.is_open(NOW) and not link.is_open(NOW + DAY)
    assert list(PreviewLink.objects.open(NOW)) == [link] and not PreviewLink.objects.open(NOW + DAY)
    link.revoke(by=ada, at=NOW)
    link.revoke(by=make_user("bo"), at=NOW + DAY)
    assert not link.is_open(NOW) and not PreviewLink.objects.open(NOW)
    assert (link.revoked_by, link.revoked_at) == (ada, NOW)
    assert [e.kind for e in Event.objects.order_by("id")] == ["preview.made", "preview.ended"]


def test_openings_are_counted():
    link, _token = make(make_quoted_article(), make_user())
    link.count(NOW)
    link.count(NOW + DAY)
    link.refresh_from_db()
    assert (link.opened, link.opened_at) == (2, NOW + DAY)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("preview_link_expires_after_it_is_made", {"expires_at": NOW}),
        ("preview_link_revoked_says_who", {"revoked_at": NOW}),
    ],
)
def test_constraints(name, values):
    link, _token = make(make_quoted_article(), make_user())
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        PreviewLink.objects.filter(pk=link.pk).update(**values)
