"""Addresses that are put together without the resolver are those that it would give."""

import pytest
from django.test.utils import override_script_prefix
from django.urls import NoReverseMatch, reverse

from articles.models.addresses import address


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("article", ("822m6wq6", "ferry-stays-in-port")),
        ("quote", ("822m6wq6",)),
        ("person", ("Ana_Reyes-2",)),
        ("article", ("part-1", "part-0")),
    ],
)
def test_it_is_what_the_resolver_gives(name, slugs):
    assert address(name, *slugs) == reverse(name, args=slugs)


def test_it_follows_the_place_at_which_the_site_is_mounted():
    with override_script_prefix("/news/"):
        assert address("quote", "822m6wq6") == "/news/quotes/822m6wq6/"
    assert address("quote", "822m6wq6") == "/quotes/822m6wq6/"


@pytest.mark.parametrize("slug", ["", "a/b", "two words", "{0}", 'a"b', "שלום"])
def test_what_is_no_slug_has_no_address(slug):
    with pytest.raises(NoReverseMatch):
        address("quote", slug)
