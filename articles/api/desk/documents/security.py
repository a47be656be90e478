"""How clients of the desk prove who they are."""

from typing import Any

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension


class SessionScheme(OpenApiAuthenticationExtension):
    """With the admin's session."""

    target_class = "articles.api.desk.base.DeskSession"
    name = "session"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        told = (
            "The session of the admin; whatever changes something also needs the CSRF token in X-CSRFToken."
        )
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": settings.SESSION_COOKIE_NAME,
            "description": told,
        }


class TokenScheme(OpenApiAuthenticationExtension):
    """With a token that somebody made in the admin."""

    target_class = "articles.api.tokens.BearerToken"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        told = "Made in the admin or by manage.py create_token. One of scope read only reads."
        return {"type": "http", "scheme": "bearer", "description": told}
