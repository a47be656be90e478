"""Requests that make something."""

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response


class PostOnce:
    """POST, carried out by ``create``."""

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self.create(request, *args, **kwargs)

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        raise NotImplementedError(f"{type(self).__name__} must say what it makes.")
