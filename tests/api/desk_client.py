"""A program at the desk: comes by token, sends JSON, knows the addresses, and holds every answer against the schema."""

import datetime
import json
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from articles.models import ApiToken, Article
from tests.api.contract import hold
from tests.factories import make_member

DESK = "/api/v1/desk"


class Program:
    """Works with the rights of one person."""

    def __init__(self, owner: Any, scope: str = "desk") -> None:
        until = timezone.now() + datetime.timedelta(days=1)
        self.owner = owner
        self.token, secret = ApiToken.objects.make(owner=owner, name="Test", scope=scope, expires_at=until)
        self.secret = secret
        self.client = Client(headers={"Authorization": f"Bearer {secret}"}, enforce_csrf_checks=True)

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Headers by keyword: ``If_Match='"3"'``."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = "" if body is None else json.dumps(body)
        response = self.client.generic(
            method.upper(), f"{DESK}{path}", data, content_type="application/json", headers=named
        )
        if response.status_code != 500:
            hold(method, f"{DESK}{path}", response)
        return response

    def get(self, path: str, **headers: str) -> HttpResponse:
        return self.send("get", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        return self.send("post", path, body, **headers)

    def on(
        self, article: Article, method: str, path: str = "", body: Any = None, **headers: str
    ) -> HttpResponse:
        """Something of one article."""
        return self.send(method, f"/articles/{article.short_id}/{path}", body, **headers)


def program(role: str, name: str = "") -> Program:
    return Program(make_member(role, name))
