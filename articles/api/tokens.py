"""Programs that come with ``Authorization: Bearer`` in the name of a person."""

import time
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed, Throttled
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from articles.models import ApiToken
from articles.operations.limits import count_of_key

DESK = "/api/v1/desk/"
BAD = ', error="invalid_token"'


class BearerToken(BaseAuthentication):
    """The owner of the token in the header. Without such a header the session is asked; a bad one is 401.

    The public reads need none; one that is sent there is counted, and refused where it opens nothing.
    """

    @sensitive_variables("secret", "header")
    def authenticate(self, request: Request) -> tuple[Any, ApiToken] | None:
        header = request.headers.get("Authorization", "")
        scheme, _space, secret = header.partition(" ")
        if scheme.lower() != "bearer":
            return None
        now = timezone.now()
        token = ApiToken.objects.by_secret(secret.strip())
        refusal = _("This token is not known.") if token is None else token.refusal(now)
        if refusal:
            request._request.is_bad_token = True
            raise AuthenticationFailed(refusal)
        self._count(request, token)
        token.note_use(now)
        return token.owner, token

    def authenticate_header(self, request: Request) -> str:
        realm = "desk" if request.path.startswith(DESK) else "api"
        ours = f'Bearer realm="{realm}"'
        if getattr(request._request, "is_bad_token", False):
            return ours + BAD
        return f'{ours}, Session realm="{realm}"'

    def _count(self, request: Request, token: ApiToken) -> None:
        """One more request of this token, wherever it comes from. The middleware tells how many are left."""
        most = settings.API_TOKEN_REQUESTS_PER_MINUTE
        if not most:
            return
        number, seconds = count_of_key("token", token.short_id, time.time())
        request._request.rate_of_token = (most, number, seconds)
        if number > most:
            raise Throttled(seconds, _("Too many requests with this token."))


class InTheNewsroom(BasePermission):
    """People who may come into the admin."""

    def has_permission(self, request: Request, view: Any) -> bool:
        return bool(request.user and request.user.is_active and request.user.is_staff)


class WithinScope(BasePermission):
    """A token that may read reads, and no more."""

    message = gettext_lazy("This token may only read.")

    def has_permission(self, request: Request, view: Any) -> bool:
        token = request.auth
        if not isinstance(token, ApiToken):
            return True
        return token.scope == ApiToken.Scope.DESK or request.method in SAFE_METHODS
