import pytest
from django.core.management import CommandError, call_command

from articles.models import AuthorListing, Edition, EditionQuote
from articles.operations.integrity import broken_editions
from tests.factories import make_article, make_quoted_article, make_topic, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def editions():
    article = make_quoted_article(topics=[make_topic()])
    first = publish(article)
    article.refresh_from_db()
    article.dek = "Another dek."
    article.save_working_copy(by=None)
    return first, publish(article)


def test_what_was_published_is_whole(editions, capsys):
    publish(make_article())
    assert list(broken_editions()) == []
    call_command("check_editions")
    assert "3 editions are whole and chained." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ({"dek": "Changed."}, "not what was published"),
        ({"previous_hash": "0" * 64}, "does not follow"),
        ({"number": 5}, "without a gap"),
        ({"is_live": False}, "the newest edition"),
    ],
)
def test_a_changed_edition_is_found(editions, change, finding):
    Edition.objects.filter(pk=editions[1].pk).update(**change)
    assert any(finding in line for line in broken_editions())
    with pytest.raises(CommandError):
        call_command("check_editions")


@pytest.mark.parametrize("table", [AuthorListing, EditionQuote])
def test_an_edition_that_is_missing_in_a_list_is_found(editions, table):
    table.objects.all().delete()
    assert any("expected" in line for line in broken_editions())
