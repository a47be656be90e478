"""Webhooks in the admin: the secret once, pause and resume, the log, sending again; for administrators only."""

import re

import pytest
from django.urls import reverse

from articles.models import Delivery, Event, Webhook
from tests.factories import make_admin, make_member, make_published, make_webhook

pytestmark = pytest.mark.django_db
ADD = "admin:articles_webhook_add"
FORM = {"name": "Partner", "url": "https://partner.example/hook", "kinds": ["article.published"]}


@pytest.fixture
def admin(client):
    client.force_login(make_admin())
    return client


def secret_on(response) -> str:
    return re.search(r"whsec_[A-Za-z0-9+/=]{44}", response.content.decode())[0]


def test_the_secret_is_shown_once_and_stands_nowhere(admin):
    response = admin.post(reverse(ADD), FORM)
    secret, webhook = secret_on(response), Webhook.objects.get()
    assert "no-store" in response["Cache-Control"] and webhook.kinds == ["article.published"]
    assert secret not in str(Webhook.objects.values())
    change = reverse("admin:articles_webhook_change", args=[webhook.pk])
    assert "whsec_" not in admin.get(change).content.decode()
    again = admin.post(reverse("admin:articles_webhook_secret", args=[webhook.pk]))
    assert secret_on(again) != secret
    assert set(Event.objects.values_list("kind", flat=True)) == {"webhook.made", "webhook.rotated"}


@pytest.mark.parametrize(
    "url",
    [
        "ftp://partner.example/",
        "https://user:pw@partner.example/",
        "https://partner.example/#x",
        "https://x:0/",
    ],
)
def test_what_cannot_be_told_anything_is_refused(admin, url):
    response = admin.post(reverse(ADD), {**FORM, "url": url})
    assert response.status_code == 200 and response.context["adminform"].form.errors["url"]
    assert not Webhook.objects.exists()


def test_a_webhook_is_told_something(admin):
    response = admin.post(reverse(ADD), {**FORM, "kinds": []})
    assert response.context["adminform"].form.errors["kinds"]


def test_it_is_paused_and_resumed_by_hand_and_its_page_says_so(admin):
    webhook, _secret = make_webhook()
    change = reverse("admin:articles_webhook_change", args=[webhook.pk])
    admin.post(reverse("admin:articles_webhook_pause", args=[webhook.pk]))
    assert "Paused since" in admin.get(change).content.decode()
    assert "paused: by root" in admin.get(reverse("admin:articles_webhook_changelist")).content.decode()
    admin.post(reverse("admin:articles_webhook_resume", args=[webhook.pk]))
    assert "Paused since" not in admin.get(change).content.decode()
    assert admin.get(reverse("admin:articles_webhook_pause", args=[webhook.pk])).status_code == 405


def test_the_log_shows_what_became_of_a_message_and_sends_it_again(admin):
    webhook, _secret = make_webhook()
    make_published(1)
    delivery = Delivery.objects.get()
    delivery.attempts.create(at=delivery.at, status=503, error="answered 503")
    Delivery.objects.update(state="failed", tries=16)
    page = admin.get(reverse("admin:articles_delivery_change", args=[delivery.pk])).content.decode()
    assert "answered 503" in page and delivery.event_id in page
    assert (
        "given up" in admin.get(reverse("admin:articles_webhook_change", args=[webhook.pk])).content.decode()
    )
    listed = reverse("admin:articles_delivery_changelist")
    admin.post(listed, {"action": "send_again", "_selected_action": [delivery.pk]})
    delivery.refresh_from_db()
    assert (delivery.state, delivery.tries) == ("waiting", 0)


@pytest.mark.parametrize("group", ["Reporter", "Editor", "Publisher", "Standards editor"])
def test_nobody_but_administrators_sees_or_changes_webhooks(client, group):
    webhook, _secret = make_webhook()
    client.force_login(make_member(group))
    for name, args in (("changelist", []), ("add", []), ("change", [webhook.pk])):
        assert client.get(reverse(f"admin:articles_webhook_{name}", args=args)).status_code == 403
    for name in ("secret", "pause", "resume"):
        assert client.post(reverse(f"admin:articles_webhook_{name}", args=[webhook.pk])).status_code == 403
    assert client.get(reverse("admin:articles_delivery_changelist")).status_code == 403


@pytest.mark.parametrize("number", [1, 20])
def test_query_counts(admin, number, django_assert_num_queries):
    for index in range(number):
        make_webhook(name=f"Partner {index}")
    make_published(1)
    for name in ("webhook", "delivery"):
        with django_assert_num_queries(5):
            admin.get(reverse(f"admin:articles_{name}_changelist"))
