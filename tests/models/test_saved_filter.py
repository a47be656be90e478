import pytest
from django.core.exceptions import ValidationError

from articles.models import SavedFilter
from tests.factories import make_user
from tests.models.test_constraints import refuses

pytestmark = pytest.mark.django_db


def test_the_same_name_means_the_new_view_and_pages_are_left_out():
    user = make_user()
    SavedFilter.objects.remember(user, name=" To  check ", query="stage__exact=review&p=3")
    SavedFilter.objects.remember(user, name="To check", query="stage__exact=draft&q=pier&o=-2")
    SavedFilter.objects.remember(make_user(), name="To check", query="")
    assert list(SavedFilter.objects.of(user).values_list("name", "query")) == [
        ("To check", "stage__exact=draft&q=pier&o=-2")
    ]


@pytest.mark.parametrize(("name", "query"), [("  ", ""), ("n" * 41, ""), ("Long", "q=" + "n" * 1000)])
def test_a_view_without_a_name_or_too_long_is_refused(name, query):
    with pytest.raises(ValidationError):
        SavedFilter.objects.remember(make_user(), name=name, query=query)
    assert not SavedFilter.objects.exists()


def test_saved_filter_constraints():
    user = make_user()
    SavedFilter.objects.create(user=user, name="One")
    refuses("saved_filter_one_name", lambda: SavedFilter.objects.create(user=user, name="One"))
    refuses("saved_filter_has_name", lambda: SavedFilter.objects.create(user=user, name=""))
    SavedFilter.objects.create(user=make_user(), name="One")
