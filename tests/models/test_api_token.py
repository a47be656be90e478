import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from articles.models import ApiToken, Event
from articles.models.preview_link import digest
from tests.factories import make_admin, make_member, make_user
from tests.models.test_constraints import refuses

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
DAY, MINUTE = datetime.timedelta(days=1), datetime.timedelta(minutes=1)


def make(owner, **values):
    given = {"name": "Board", "scope": "read", "expires_at": NOW + DAY, "now": NOW, **values}
    return ApiToken.objects.make(owner=owner, **given)


def test_the_secret_is_long_random_marked_and_stored_as_a_hash_only():
    token, secret = make(make_user())
    assert secret.startswith("newsroom_") and len(secret) >= 50 and token.token_hash == digest(secret)
    assert secret not in str(vars(token)) and secret not in str(Event.objects.values_list("data"))
    assert ApiToken.objects.by_secret(secret) == token
    assert ApiToken.objects.by_secret(secret + "x") is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 81},
        {"scope": "everything"},
        {"expires_at": NOW},
        {"expires_at": NOW + 367 * DAY},
    ],
)
def test_what_no_token_may_be(wrong):
    with pytest.raises(ValidationError):
        make(make_user(), **wrong)


def test_it_opens_nothing_when_it_ended_or_its_owner_went():
    ada = make_user("ada")
    token, _secret = make(ada)
    assert token.refusal(NOW) == ""
    assert "expired" in token.refusal(NOW + DAY)
    ada.is_active = False
    assert "does not work here" in token.refusal(NOW)
    token.revoke(by=ada, at=NOW)
    token.revoke(by=make_user(), at=NOW + DAY)
    assert "revoked" in token.refusal(NOW) and (token.revoked_by, token.revoked_at) == (ada, NOW)


def test_use_is_written_once_a_minute_and_told_once_an_hour(django_assert_num_queries):
    token, _secret = make(make_user())
    token.note_use(NOW)
    with django_assert_num_queries(0):
        token.note_use(NOW + MINUTE / 2)
    for minutes in (2, 30, 59, 60, 61):
        token.note_use(NOW + minutes * MINUTE)
    token.refresh_from_db()
    assert token.last_used_at == NOW + 61 * MINUTE
    used = Event.objects.filter(kind="token.used").order_by("at")
    assert [one.at for one in used] == [NOW, NOW + 60 * MINUTE]


def test_of_two_that_come_at_once_one_writes():
    token, secret = make(make_user())
    other = ApiToken.objects.by_secret(secret)
    token.note_use(NOW), other.note_use(NOW)
    assert Event.objects.filter(kind="token.used").count() == 1


def test_events_say_who_made_and_revoked_which():
    ada, root = make_user("ada"), make_admin()
    token, _secret = make(ada, by=root)
    token.revoke(by=root)
    made, revoked = Event.objects.filter(kind__startswith="token.").order_by("id")
    assert (made.kind, made.by, made.data["owner"]) == ("token.made", root, "ada")
    assert (revoked.kind, revoked.by, revoked.data["token"]) == ("token.revoked", root, token.short_id)


def test_one_sees_ones_own_and_who_looks_after_access_sees_all():
    ada, administrator = make_member("Reporter", "ada"), make_member("Administrator")
    mine, _secret = make(ada)
    others, _secret = make(administrator)
    assert list(ApiToken.objects.visible_to(ada)) == [mine]
    assert set(ApiToken.objects.visible_to(administrator)) == {mine, others}


def test_constraints():
    ada = make_user()
    values = {"owner": ada, "made_by": ada, "name": "Board", "made_at": NOW, "expires_at": NOW + DAY}
    create = ApiToken.objects.create
    refuses("api_token_has_name", lambda: create(**{**values, "name": ""}))
    refuses("api_token_scope_is_known", lambda: create(**values, scope="all"))
    refuses("api_token_expires_after_it_is_made", lambda: create(**{**values, "expires_at": NOW}))
    refuses("api_token_revoked_says_who", lambda: create(**values, revoked_at=NOW))
    create(**values, revoked_at=NOW, revoked_by=ada)


def test_the_command_prints_the_secret_alone(capsys):
    ada = make_member("Editor", "ada")
    call_command("create_token", "ada", name="Board", scope="desk", days=3)
    secret = capsys.readouterr().out.strip()
    token = ApiToken.objects.by_secret(secret)
    assert (token.owner, token.scope, token.made_by) == (ada, "desk", ada)
    for wrong in (["nobody", "--name=x"], ["ada", "--name= "], ["ada", "--name=x", "--days=999"]):
        with pytest.raises(CommandError):
            call_command("create_token", *wrong)
