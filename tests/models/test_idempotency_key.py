import datetime

import pytest

from articles.models import ApiToken, IdempotencyKey
from articles.models.idempotency_key import StillRunning, UsedOtherwise
from articles.operations.jobs import run_once
from tests.factories import make_user
from tests.models.test_constraints import refuses

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 10, 14, 12, tzinfo=datetime.UTC)
HOUR, MINUTE = datetime.timedelta(hours=1), datetime.timedelta(minutes=1)
claim = IdempotencyKey.objects.claim


@pytest.fixture
def ada():
    return make_user("ada")


def test_what_was_answered_is_found_again_for_24_hours(ada):
    claim(ada, None, "k", "make it", NOW).keep(201, "{}", {"ETag": '"1"'})
    again = claim(ada, None, "k", "make it", NOW + 24 * HOUR - MINUTE)
    assert (again.is_answered, again.status, again.headers) == (True, 201, {"ETag": '"1"'})
    assert not claim(ada, None, "k", "another", NOW + 24 * HOUR).is_answered


def test_another_request_and_one_that_is_running_are_told_apart(ada):
    claim(ada, None, "k", "make it", NOW)
    with pytest.raises(StillRunning):
        claim(ada, None, "k", "make it", NOW + MINUTE)
    with pytest.raises(UsedOtherwise):
        claim(ada, None, "k", "another", NOW + MINUTE)


def test_who_has_not_answered_for_minutes_is_given_up_and_keeps_nothing(ada):
    slow = claim(ada, None, "k", "make it", NOW)
    other = claim(ada, None, "k", "make it", NOW + 3 * MINUTE)
    assert not other.is_answered
    with pytest.raises(StillRunning):
        slow.keep(201, "{}", {})
    slow.give_up()
    other.keep(201, '{"a": 1}', {})
    assert claim(ada, None, "k", "make it", NOW + 4 * MINUTE).body == '{"a": 1}'


def test_after_a_refusal_the_key_may_try_again(ada):
    claim(ada, None, "k", "make it", NOW).give_up()
    assert not claim(ada, None, "k", "another", NOW).is_answered


def test_keys_are_of_one_token_or_one_persons_session(ada):
    end = {"expires_at": NOW + HOUR, "now": NOW, "scope": "desk"}
    tokens = [ApiToken.objects.make(owner=ada, name=name, **end)[0] for name in ("one", "two")]
    for by, token in ((ada, None), (make_user("bo"), None), (ada, tokens[0]), (ada, tokens[1])):
        assert not claim(by, token, "my-name", str((by.pk, token)), NOW).is_answered
    assert IdempotencyKey.objects.count() == 4 and "my-name" not in str(IdempotencyKey.objects.values())


def test_constraints(ada):
    end = {"expires_at": NOW + HOUR, "now": NOW, "scope": "desk"}
    token, _secret = ApiToken.objects.make(owner=ada, name="one", **end)
    create = IdempotencyKey.objects.create
    for name, of in (("idempotency_key_once_per_person", None), ("idempotency_key_once_per_token", token)):
        values = {"by": ada, "token": of, "key_hash": "a", "request_hash": "b", "at": NOW}
        create(**values)
        refuses(name, lambda values=values: create(**values))
        kept = "idempotency_key_keeps_what_succeeded"
        refuses(kept, lambda values=values: create(**{**values, "key_hash": "c"}, status=409))


def test_the_jobs_forget_what_is_old(ada):
    claim(ada, None, "old", "x", NOW)
    claim(ada, None, "new", "x")
    run_once()
    assert IdempotencyKey.objects.count() == 1
