"""API tokens in the admin: made once, shown once, ended by who may."""

import re

import pytest
from django.urls import reverse

from articles.models import ApiToken
from tests.factories import make_member

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/apitoken/add/"
GIVEN = {"name": "Planning board", "scope": "desk", "days": "30"}


def test_a_token_is_made_for_oneself_and_shown_once(client):
    reporter = make_member("Reporter")
    client.force_login(reporter)
    assert client.get(ADD).status_code == 200
    page = client.post(ADD, GIVEN)
    secret = re.search(r'value="(newsroom_[\w-]+)"', page.content.decode())[1]
    token = ApiToken.objects.by_secret(secret)
    assert (token.owner, token.scope) == (reporter, "desk") and "no-store" in page["Cache-Control"]
    addresses = [
        reverse("admin:articles_apitoken_changelist"),
        reverse("admin:articles_apitoken_change", args=[token.pk]),
        ADD,
    ]
    for address in addresses:
        shown = client.get(address)
        assert shown.status_code == 200 and secret not in shown.content.decode()
    assert "Planning board" in client.get(addresses[0]).content.decode()


def test_bad_values_are_told_beside_their_fields(client):
    client.force_login(make_member("Reporter"))
    page = client.post(ADD, {**GIVEN, "name": "", "days": "9999"}).content.decode()
    assert page.count("errorlist") == 2 and not ApiToken.objects.exists()


def test_who_may_end_it(client):
    owner, other, administrator = (make_member(role) for role in ("Reporter", "Editor", "Administrator"))
    client.force_login(owner)
    client.post(ADD, GIVEN)
    token = ApiToken.objects.get()
    page, revoke = (
        reverse(f"admin:articles_apitoken_{name}", args=[token.pk]) for name in ("change", "revoke")
    )
    client.force_login(other)
    assert client.get(page).status_code == 302 and client.post(revoke).status_code == 404
    client.force_login(administrator)
    assert "Revoke" in client.get(page).content.decode()
    assert client.get(revoke).status_code == 405
    assert client.post(revoke).status_code == 302
    token.refresh_from_db()
    assert token.revoked_by == administrator
    assert 'action="' + revoke not in client.get(page).content.decode()


def test_a_token_is_neither_changed_nor_deleted(client):
    client.force_login(make_member("Administrator"))
    client.post(ADD, GIVEN)
    token = ApiToken.objects.get()
    for name in ("change", "delete"):
        address = reverse(f"admin:articles_apitoken_{name}", args=[token.pk])
        assert client.post(address, {"post": "yes", "scope": "read"}).status_code == 403
    assert ApiToken.objects.get().scope == "desk"
