import pytest

from articles.checks import secret_key_is_shared, site_url_is_an_address, site_url_is_public


@pytest.mark.parametrize("address", ["https://news.example", "http://127.0.0.1:8000"])
def test_scheme_and_host_are_an_address(settings, address):
    settings.SITE_URL = address
    assert site_url_is_an_address(None) == []


@pytest.mark.parametrize(
    "address", ["", "news.example", "ftp://news.example", "https://", "https://news.example/blog"]
)
def test_anything_else_is_an_error(settings, address):
    settings.SITE_URL = address
    assert [message.id for message in site_url_is_an_address(None)] == ["articles.E001"]


def test_a_public_https_address_is_fine(settings):
    settings.SITE_URL = "https://news.example"
    assert site_url_is_public(None) == []


@pytest.mark.parametrize("address", ["http://news.example", "https://localhost", "http://127.0.0.1:8000"])
def test_a_private_or_plain_address_is_a_warning_before_deployment(settings, address):
    settings.SITE_URL = address
    assert [message.id for message in site_url_is_public(None)] == ["articles.W001"]


def test_a_key_of_ones_own_is_fine(settings):
    settings.SECRET_KEY_IS_LOCAL = False
    assert secret_key_is_shared(None) == []


def test_a_key_made_by_the_machine_is_a_warning_before_deployment(settings):
    settings.SECRET_KEY_IS_LOCAL = True
    assert [message.id for message in secret_key_is_shared(None)] == ["articles.W002"]
