"""Who comes to the desk by token: what opens, what is refused how, and where the secret is not."""

import datetime
import logging

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from articles.models import ApiToken, Event
from newsroom.error_reports import Reporter
from tests.factories import make_article, make_member, make_user

pytestmark = pytest.mark.django_db
PUBLIC = "/api/v1/articles/"


def make_token(owner, scope="desk", days=1):
    until = timezone.now() + datetime.timedelta(days=days)
    return ApiToken.objects.make(owner=owner, name="Board", scope=scope, expires_at=until)


def bearer(secret: str) -> Client:
    return Client(headers={"Authorization": f"Bearer {secret}"}, enforce_csrf_checks=True)


@pytest.fixture
def address():
    return f"/api/v1/desk/articles/{make_article().short_id}/quotes/"


def test_a_token_opens_what_its_owner_may_see(address):
    _token, secret = make_token(make_member("Editor"))
    response = bearer(secret).get(address)
    assert response.status_code == 200 and response["Cache-Control"] == "no-store"
    _token, secret = make_token(make_member("Reporter"))
    assert bearer(secret).get(address).status_code == 404


def test_what_reads_does_not_write_and_needs_no_csrf_token(address):
    editor = make_member("Editor")
    answers = []
    for scope in ("read", "desk"):
        _token, secret = make_token(editor, scope)
        client = bearer(secret)
        assert client.get(address).status_code == 200
        answers.append(client.put(f"{address}body-0/rejection/", headers={"If-Match": "*"}))
    refused, unknown = answers
    assert (refused.status_code, refused.json()["detail"]) == (403, "This token may only read.")
    assert unknown.status_code == 404  # past every question of permission


@pytest.mark.parametrize("end", ["unknown", "expired", "revoked", "gone", "outsider"])
def test_what_opens_nothing_is_401_and_says_why(address, end):
    owner = make_member("Editor")
    token, secret = make_token(owner)
    if end == "unknown":
        secret += "x"
    elif end == "expired":
        ApiToken.objects.update(made_at=timezone.now() - datetime.timedelta(2), expires_at=timezone.now())
    elif end == "revoked":
        token.revoke(by=owner)
    else:
        type(owner).objects.update(**({"is_active": False} if end == "gone" else {"is_staff": False}))
    response = bearer(secret).get(address)
    assert (response.status_code, response["Content-Type"]) == (401, "application/problem+json")
    assert response["WWW-Authenticate"] == 'Bearer realm="desk", error="invalid_token"'
    words = {"unknown": "not known", "gone": "does not work", "outsider": "does not work"}
    assert words.get(end, end) in response.json()["detail"]


def test_without_anything_both_ways_are_offered(client, address):
    response = client.get(address)
    assert response.status_code == 401
    assert response["WWW-Authenticate"] == 'Bearer realm="desk", Session realm="desk"'
    assert client.get(address, headers={"Authorization": "Basic eDp5"}).status_code == 401


def test_who_is_not_of_the_newsroom_stays_outside(client, address):
    client.force_login(make_user(is_staff=False))
    assert client.get(address).status_code == 403


def test_a_token_has_its_own_limit_wherever_it_comes_from(address, settings):
    settings.API_TOKEN_REQUESTS_PER_MINUTE, settings.API_REQUESTS_PER_MINUTE = 2, 50
    _token, secret = make_token(make_member("Editor"))
    first, _second, third = (
        bearer(secret).get(address, REMOTE_ADDR=f"192.0.2.{number}") for number in range(3)
    )
    assert first["RateLimit-Policy"] == '"address";q=50;w=60, "token";q=2;w=60'
    assert '"token";r=1;' in first["RateLimit"]
    assert (third.status_code, third["Content-Type"]) == (429, "application/problem+json")
    assert int(third["Retry-After"]) <= 60 and '"token";r=0;' in third["RateLimit"]
    _token, other = make_token(make_member("Publisher"))
    assert bearer(other).get(address).status_code == 200


def test_use_is_noted_once_and_then_costs_one_statement(address, django_assert_num_queries):
    token, secret = make_token(make_member("Editor"))
    client, asked = bearer(secret), f"{address}?colour=red"
    client.get(asked)
    with django_assert_num_queries(1):
        assert client.get(asked).status_code == 400
    token.refresh_from_db()
    assert token.last_used_at and Event.objects.filter(kind="token.used").count() == 1


def test_the_secret_stands_in_no_log_event_or_error_report(address, monkeypatch, caplog):
    _token, secret = make_token(make_member("Editor"))
    caplog.set_level(logging.DEBUG)

    def fail(*args, **kwargs):
        raise RuntimeError("broken")

    monkeypatch.setattr("articles.models.ApiToken.note_use", fail)
    client = Client(headers={"Authorization": f"Bearer {secret}"}, raise_request_exception=False)
    response = client.get(address)
    assert response.status_code == 500 and secret not in response.content.decode()
    assert secret not in caplog.text and secret not in str(Event.objects.values_list("data"))
    record = next(one for one in caplog.records if one.exc_info)
    request = RequestFactory().get(address, headers={"Authorization": f"Bearer {secret}"})
    reporter = Reporter(request, *record.exc_info)
    for text in (reporter.get_traceback_text(), reporter.get_traceback_html()):
        assert "broken" in text and secret not in text


def test_the_public_reads_count_a_token_and_refuse_one_that_opens_nothing(settings):
    settings.API_TOKEN_REQUESTS_PER_MINUTE = 1
    _token, secret = make_token(make_member("Editor"), "read")
    first, second = bearer(secret).get(PUBLIC), bearer(secret).get(PUBLIC)
    assert (first.status_code, second.status_code) == (200, 429)
    assert '"token";r=0;' in first["RateLimit"] and "public" in first["Cache-Control"]
    refused = bearer("newsroom_nothing").get(PUBLIC)
    assert (refused.status_code, refused["Content-Type"]) == (401, "application/problem+json")
    assert refused["WWW-Authenticate"] == 'Bearer realm="api", error="invalid_token"'
    assert "public" not in refused.get("Cache-Control", "")


def test_a_bad_token_is_no_304(client):
    etag = client.get(PUBLIC)["ETag"]
    for _time in range(2):
        assert client.get(PUBLIC, headers={"If-None-Match": etag}).status_code == 304
    assert bearer("newsroom_nothing").get(PUBLIC, headers={"If-None-Match": etag}).status_code == 401
