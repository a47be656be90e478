"""The project around the app: health, headers, old addresses, the local secret key."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from articles.models import Redirect
from newsroom.secrets import local_secret_key

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def test_live_answers_without_a_database(client):
    response = client.get("/healthz/live")
    assert (response.status_code, response.content) == (200, b"live\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_ready_answers_when_every_migration_is_applied(client):
    assert client.get("/healthz/ready").status_code == 200


@pytest.mark.django_db
def test_ready_is_503_while_migrations_are_pending(client):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'articles'")
    response = client.get("/healthz/ready")
    assert (response.status_code, response.content) == (503, b"migrations are pending\n")


@pytest.mark.parametrize("path", ["/", "/admin/login/", "/no-such-page/"])
@pytest.mark.django_db
def test_every_page_carries_the_strict_policy(client, path):
    policy = client.get(path)["Content-Security-Policy"]
    assert {directive.strip() for directive in policy.split(";") if directive.strip()} == POLICY


@pytest.mark.django_db
def test_an_old_address_redirects_for_good_and_keeps_the_query(client):
    Redirect.objects.move("/authors/old-name/", "/authors/new-name/")
    response = client.get("/authors/old-name/?page=2")
    assert (response.status_code, response["Location"]) == (301, "/authors/new-name/?page=2")


@pytest.mark.django_db
def test_an_unknown_address_stays_404(client):
    assert client.get("/authors/nobody/").status_code == 404


@pytest.mark.django_db
def test_only_reading_is_redirected(client):
    Redirect.objects.move("/old/", "/new/")
    assert client.post("/old/").status_code == 404


def test_the_local_secret_key_is_made_once_and_private(tmp_path):
    path = tmp_path / "var" / "secret-key"
    first = local_secret_key(path)
    assert len(first) >= 50
    assert local_secret_key(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_key_that_cannot_be_kept_says_what_to_set(tmp_path):
    (tmp_path / "var").write_text("a file where a folder should be")
    with pytest.raises(ImproperlyConfigured, match="Set SECRET_KEY"):
        local_secret_key(tmp_path / "var" / "secret-key")
